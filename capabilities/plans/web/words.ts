// How the codes of a plan are said on screen.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Achievement, FinalAttainment } from '../goal.ts'
import type { BarrierType } from '../barrier.ts'
import type { Disposition, NeedSource } from '../need.ts'
import type { PartyKind } from '../party.ts'
import type { Scorer } from '../scale.ts'

export const partyWords: Record<PartyKind, MessageDescriptor> = {
  client: msg`Client`,
  'case-manager': msg`Case manager`,
  support: msg`Family or friend`,
  provider: msg`Provider or agency`,
  payer: msg`Payer`,
  employer: msg`Employer`,
}

export const achievementWords: Record<Achievement, MessageDescriptor> = {
  'in-progress': msg`In progress`,
  improving: msg`Improving`,
  'no-change': msg`No change`,
  worsening: msg`Worse`,
  achieved: msg`Achieved`,
  sustaining: msg`Achieved, and holding`,
  'not-achieved': msg`Not achieved`,
  'no-progress': msg`No progress`,
  'not-attainable': msg`Cannot be reached`,
}

export const attainmentWords: Record<FinalAttainment, MessageDescriptor> = {
  achieved: msg`Achieved`,
  'partly-achieved': msg`Partly achieved`,
  'not-achieved': msg`Not achieved`,
  cancelled: msg`Set aside`,
}

export const scorerWords: Record<Scorer, MessageDescriptor> = { client: msg`the client`, practitioner: msg`the case manager`, caregiver: msg`a caregiver` }

export const dispositionWords: Record<Disposition, MessageDescriptor> = {
  open: msg`Open`,
  met: msg`Met`,
  deferred: msg`Later`,
  declined_by_client: msg`Declined by the client`,
  no_service_available: msg`No service available`,
}

export const sourceWords: Record<NeedSource, MessageDescriptor> = {
  client: msg`The client said so`,
  support: msg`Family or a friend said so`,
  assessment: msg`The assessment`,
  screening: msg`A screening`,
  referral: msg`The referral`,
  observation: msg`Seen by us`,
}

export const barrierWords: Record<BarrierType, MessageDescriptor> = {
  client: msg`The client’s own situation`,
  caregiver: msg`Caregiver`,
  provider: msg`Provider`,
  payer: msg`Payer or coverage`,
  employer: msg`Employer`,
  system: msg`The system`,
  access: msg`Access`,
  language: msg`Language`,
  transport: msg`Transport`,
  cost: msg`Cost`,
  other: msg`Something else`,
}

/** The areas of the comprehensive assessment, by code. */
export const domainWords: Record<string, MessageDescriptor> = {
  'physical-health': msg`Physical health`,
  function: msg`Daily activities`,
  cognition: msg`Thinking and memory`,
  'behavioral-health': msg`Mental health`,
  'substance-use': msg`Alcohol and drugs`,
  safety: msg`Safety`,
  housing: msg`Housing`,
  food: msg`Food`,
  'income-benefits': msg`Income and benefits`,
  transport: msg`Transport`,
  'utilities-digital': msg`Utilities and internet`,
  'education-literacy': msg`Education and reading`,
  employment: msg`Work`,
  'legal-immigration': msg`Legal and immigration`,
  'family-caregiver': msg`Family and caregivers`,
  'social-spiritual': msg`Friends and faith`,
  'culture-communication': msg`Culture and language`,
  'life-planning': msg`Planning ahead`,
  'equipment-environment': msg`Equipment and home`,
  'services-providers': msg`Services and providers`,
  'strengths-goals': msg`Strengths and wishes`,
}

export const participationWords = {
  'took-part': msg`The client took part`,
  'through-representative': msg`Through a representative`,
  'declined-to-take-part': msg`The client did not want to take part`,
}

export const unitWords = {
  '15min': msg`quarter hours`,
  hour: msg`hours`,
  day: msg`days`,
  visit: msg`visits`,
  trip: msg`trips`,
  meal: msg`meals`,
  item: msg`items`,
  month: msg`months`,
}

/** What a field of the plan is called in a list of changes. */
export const fieldWords: Record<string, MessageDescriptor> = {
  clientWords: msg`Client’s words`, statement: msg`In our words`, domain: msg`Area`, disposition: msg`What became of it`, reason: msg`Why`,
  clientRank: msg`Client’s order`, safetyRank: msg`Safety order`, measure: msg`How we will see it`, measureDeclinedReason: msg`Why it is not measured`,
  baseline: msg`Where it starts`, target: msg`What is aimed for`, targetDate: msg`By`, horizon: msg`Short or long term`, owner: msg`Carried by`,
  needs: msg`Needs it answers`, isClientWish: msg`The client’s own wish`, weight: msg`Weight`, levels: msg`Levels of the scale`, baselineLevel: msg`Baseline`,
  description: msg`Step`, accountable: msg`Who answers for it`, assisting: msg`Who helps`, due: msg`Due`, frequency: msg`How often`, goal: msg`Goal`,
  scope: msg`Service`, isPaid: msg`Paid`, provider: msg`Given by`, amount: msg`Amount`, unit: msg`Unit`, duration: msg`For how long`, funding: msg`Paid by`,
  startsOn: msg`From`, endsOn: msg`Until`, importantTo: msg`Important to the client`, importantFor: msg`Important for the client`, strengths: msg`Strengths`,
  risks: msg`Risks`, backup: msg`If something fails`, choices: msg`Choices offered`, participation: msg`How the client took part`, participants: msg`Who was there`,
}

export const kindWords = { narrative: msg`What the plan says`, need: msg`Need`, goal: msg`Goal`, intervention: msg`Step`, service: msg`Service`, barrier: msg`Barrier` }
