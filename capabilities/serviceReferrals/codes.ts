// The words of a service referral that travel between screen, rule and table: states, reasons, kinds of service, parts of the package.

/** FHIR Task.status, as SDOHCC uses it; `entered-in-error` keeps the row and says that it never meant anything. */
export const statuses = ['draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'] as const
export type Status = (typeof statuses)[number]

/** With the receiver: sent, and neither refused nor ended. */
export const openStatuses: readonly Status[] = ['requested', 'accepted', 'in-progress', 'on-hold']
export const isOpen = (status: Status): boolean => openStatuses.includes(status)

/** Who sets a state: we, who ask; or the receiver, by the link or told to us. */
export type Actor = 'requester' | 'target'

/** What kind of help is asked for. Our own short list, for every agency's figures; a directory's taxonomy may be finer. */
export const serviceTypes = [
  'food', 'shelter', 'housing', 'utilities', 'transport', 'medical', 'mental-health', 'substance-use', 'dental-vision', 'medication', 'home-care', 'equipment', 'respite',
  'benefits', 'identification', 'legal', 'employment', 'education', 'childcare', 'money', 'goods', 'safety', 'language', 'social', 'other',
] as const
export type ServiceType = (typeof serviceTypes)[number]

/** The area of need (of the comprehensive assessment) that a kind of service answers; the directory is looked through by it. */
export const areaOf: Record<ServiceType, string> = {
  food: 'food', shelter: 'housing', housing: 'housing', utilities: 'utilities-digital', transport: 'transport', medical: 'physical-health', 'mental-health': 'behavioral-health',
  'substance-use': 'substance-use', 'dental-vision': 'physical-health', medication: 'physical-health', 'home-care': 'function', equipment: 'equipment-environment', respite: 'family-caregiver',
  benefits: 'income-benefits', identification: 'legal-immigration', legal: 'legal-immigration', employment: 'employment', education: 'education-literacy', childcare: 'family-caregiver',
  money: 'income-benefits', goods: 'equipment-environment', safety: 'safety', language: 'culture-communication', social: 'social-spiritual', other: '',
}

/** Food and a roof do not wait: looked after within three days (practice-model 5.3, U11). */
export const pressing: readonly ServiceType[] = ['food', 'shelter']

export type Ending = 'rejected' | 'on-hold' | 'failed' | 'cancelled' | 'not-met'
interface Meaning {
  for: readonly Ending[]
  /** The system could not serve: it counts as an unmet need (INV-38). What the client decided does not. */
  gap: boolean
}

/** Why: the decline list of practice-model 4.6 (S65), and what else ends or holds a referral. */
export const reasons = {
  'no-capacity': { for: ['rejected', 'failed', 'cancelled', 'not-met'], gap: true },
  waitlist: { for: ['on-hold', 'not-met'], gap: true },
  staffing: { for: ['rejected', 'failed', 'cancelled', 'not-met'], gap: true },
  'not-eligible': { for: ['rejected', 'failed', 'not-met'], gap: true },
  age: { for: ['rejected', 'not-met'], gap: true },
  acuity: { for: ['rejected', 'failed', 'not-met'], gap: true },
  behavior: { for: ['rejected', 'failed', 'not-met'], gap: true },
  'fall-risk': { for: ['rejected', 'not-met'], gap: true },
  'criminal-history': { for: ['rejected', 'not-met'], gap: true },
  'cannot-meet-needs': { for: ['rejected', 'failed', 'cancelled', 'not-met'], gap: true },
  'out-of-area': { for: ['rejected', 'failed', 'not-met'], gap: true },
  payer: { for: ['rejected', 'failed', 'not-met'], gap: true },
  cost: { for: ['rejected', 'failed', 'not-met'], gap: true },
  'benefits-exhausted': { for: ['rejected', 'failed', 'not-met'], gap: true },
  language: { for: ['rejected', 'failed', 'not-met'], gap: true },
  transport: { for: ['failed', 'not-met'], gap: true },
  hours: { for: ['failed', 'not-met'], gap: true },
  'no-service-exists': { for: ['not-met'], gap: true },
  'no-answer': { for: ['cancelled', 'not-met'], gap: true },
  'service-ended': { for: ['failed', 'cancelled', 'not-met'], gap: true },
  documents: { for: ['rejected', 'on-hold', 'failed', 'not-met'], gap: true },
  'consent-required': { for: ['rejected', 'on-hold'], gap: false },
  'already-served': { for: ['rejected', 'cancelled'], gap: false },
  'client-not-ready': { for: ['on-hold'], gap: false },
  'client-unreachable': { for: ['rejected', 'on-hold', 'failed', 'not-met'], gap: false },
  'client-did-not-come': { for: ['failed', 'not-met'], gap: false },
  'client-declined': { for: ['rejected', 'failed', 'cancelled', 'not-met'], gap: false },
  'consent-withdrawn': { for: ['cancelled'], gap: false },
  'no-longer-needed': { for: ['cancelled'], gap: false },
  'case-closed': { for: ['cancelled'], gap: false },
  other: { for: ['rejected', 'on-hold', 'failed', 'cancelled', 'not-met'], gap: false },
} as const satisfies Record<string, Meaning>
export type Reason = keyof typeof reasons
const isReason = (code: string): code is Reason => code in reasons
export const reasonCodes = Object.keys(reasons).filter(isReason)
const meaningOf = (code: Reason): Meaning => reasons[code]

/** The reasons offered for an ending. */
export const reasonsFor = (ending: Ending): Reason[] => reasonCodes.filter((code) => meaningOf(code).for.includes(ending))
export const isGap = (code: Reason): boolean => meaningOf(code).gap

/** What may be told about the person. Name, a safe way to reach them and their language are told unless taken out; the rest only when chosen. */
export const packageItems = ['name', 'contact', 'language', 'pronouns', 'birth-date', 'address', 'need', 'goal'] as const
export type PackageItem = (typeof packageItems)[number]
export const minimumNecessary: readonly PackageItem[] = ['name', 'contact', 'language']

/** The directory's words. */
export const capacities = ['has', 'none', 'waitlist', 'assess-first'] as const
export type Capacity = (typeof capacities)[number]
export const performerKinds = ['service', 'organization', 'support'] as const
export type PerformerKind = (typeof performerKinds)[number]
/** How it goes out. `link-*` open the receiver's page; the others are told by a person, who records the answer. */
export const ways = ['link-email', 'link-printed', 'phone', 'fax', 'letter', 'in-person'] as const
export type Way = (typeof ways)[number]
export const opensLink = (way: Way): boolean => way === 'link-email' || way === 'link-printed'
