// How the codes of a service referral are said on screen, to us and to the receiver.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ChipTone } from '../../../web/design/Chip.tsx'
import type { Capacity, PackageItem, Reason, ServiceType, Status, Way } from '../codes.ts'

export const statusWords: Record<Status, MessageDescriptor> = {
  draft: msg`Draft`,
  requested: msg`Sent, no answer yet`,
  accepted: msg`Accepted`,
  rejected: msg`Not accepted`,
  'in-progress': msg`Under way`,
  'on-hold': msg`On hold`,
  completed: msg`Done, says the service`,
  failed: msg`Did not work out`,
  cancelled: msg`Called off`,
  'entered-in-error': msg`Entered in error`,
}
export const statusTones: Record<Status, ChipTone> = {
  draft: 'plain', requested: 'today', accepted: 'brand', rejected: 'late', 'in-progress': 'brand', 'on-hold': 'today', completed: 'done', failed: 'late', cancelled: 'plain', 'entered-in-error': 'plain',
}

export const typeWords: Record<ServiceType, MessageDescriptor> = {
  food: msg`Food`,
  shelter: msg`Shelter tonight`,
  housing: msg`Housing`,
  utilities: msg`Utilities`,
  transport: msg`Transport`,
  medical: msg`Medical care`,
  'mental-health': msg`Mental health care`,
  'substance-use': msg`Substance use treatment`,
  'dental-vision': msg`Teeth, eyes, ears`,
  medication: msg`Medicines`,
  'home-care': msg`Care at home`,
  equipment: msg`Equipment`,
  respite: msg`Relief for a caregiver`,
  benefits: msg`Benefits`,
  identification: msg`Identity documents`,
  legal: msg`Legal help`,
  employment: msg`Work`,
  education: msg`Education`,
  childcare: msg`Child care`,
  money: msg`Money and debts`,
  goods: msg`Clothes and household goods`,
  safety: msg`Safety`,
  language: msg`Language and interpreting`,
  social: msg`Company and faith`,
  other: msg`Something else`,
}

export const reasonWords: Record<Reason, MessageDescriptor> = {
  'no-capacity': msg`No room`,
  waitlist: msg`On a waitlist`,
  staffing: msg`Not enough staff`,
  'not-eligible': msg`Not eligible`,
  age: msg`Age`,
  acuity: msg`Needs more than they can give`,
  behavior: msg`Behavior`,
  'fall-risk': msg`Risk of falls`,
  'criminal-history': msg`Criminal record`,
  'cannot-meet-needs': msg`Cannot meet the needs`,
  'out-of-area': msg`Outside their area`,
  payer: msg`Payer not accepted`,
  cost: msg`Cost`,
  'benefits-exhausted': msg`Benefits used up`,
  language: msg`Language not served`,
  transport: msg`No way to get there`,
  hours: msg`Hours do not fit`,
  'no-service-exists': msg`There is no such service here`,
  'no-answer': msg`No answer`,
  'service-ended': msg`The service has ended`,
  documents: msg`Documents are missing`,
  'consent-required': msg`They need a consent first`,
  'already-served': msg`Served already`,
  'client-not-ready': msg`The person is not ready yet`,
  'client-unreachable': msg`The person could not be reached`,
  'client-did-not-come': msg`The person did not come`,
  'client-declined': msg`The person does not want it`,
  'consent-withdrawn': msg`Consent withdrawn`,
  'no-longer-needed': msg`No longer needed`,
  'case-closed': msg`The case closed`,
  other: msg`Another reason`,
}

export const itemWords: Record<PackageItem, MessageDescriptor> = {
  name: msg`Name`,
  contact: msg`How to reach them safely`,
  language: msg`Language and interpreter`,
  pronouns: msg`Pronouns`,
  'birth-date': msg`Birth date`,
  address: msg`Address for letters`,
  need: msg`The need, in our words`,
  goal: msg`What they want, in their words`,
}
export const wayWords: Record<Way, MessageDescriptor> = {
  'link-email': msg`E-mail with a link`,
  'link-printed': msg`A link on paper, or copied`,
  phone: msg`By phone`,
  fax: msg`By fax`,
  letter: msg`By letter`,
  'in-person': msg`In person`,
}
export const capacityWords: Record<Capacity, MessageDescriptor> = {
  has: msg`We have room`,
  none: msg`We have no room`,
  waitlist: msg`There is a waitlist`,
  'assess-first': msg`We assess first`,
}
export const metWords = { met: msg`Met`, partly: msg`Partly met`, 'not-met': msg`Not met`, unknown: msg`Not known` } as const
export const reachedWords = { yes: msg`Got there`, no: msg`Did not get there`, unknown: msg`Not known` } as const
export const enrollmentWords = { enrolled: msg`Enrolled`, waitlisted: msg`On their waitlist`, 'not-enrolled': msg`Not enrolled` } as const
export const groundWords = {
  authorization: msg`The client’s written authorization`,
  treatment: msg`Treatment and coordination of care`,
  individual: msg`The client asked us to, and was there`,
  personal_representative: msg`Their representative asked us to`,
  workers_comp: msg`Workers’ compensation law`,
  required_by_law: msg`Required by law`,
  serious_threat: msg`A serious threat to safety`,
} as const
export type Ground = keyof typeof groundWords
