// The coded reasons of a referral's decisions (practice-model 3.2), each with the sentence a person reads.

export const urgencies = ['routine', 'soon', 'urgent-safety'] as const
export type Urgency = (typeof urgencies)[number]

/** Why it is urgent: an unmet safety need never waits on a list (U2). */
export const dangers = {
  'suicide-risk': 'Risk of suicide or self-harm',
  abuse: 'Abuse, neglect or violence',
  'no-shelter-tonight': 'No safe place to sleep tonight',
  'medical-danger': 'A medical danger now',
  'other-danger': 'Another danger now',
} as const
export type Danger = keyof typeof dangers

export const sourceKinds = {
  self: 'The person themselves',
  family: 'Family or friend',
  adjuster: 'Claims adjuster',
  'health-plan': 'Health plan',
  hospital: 'Hospital',
  physician: 'Physician or clinic',
  employer: 'Employer',
  attorney: 'Attorney',
  'community-agency': 'Community agency',
  school: 'School',
  court: 'Court or probation',
  other: 'Somebody else',
} as const
export type SourceKind = keyof typeof sourceKinds

export const channels = {
  phone: 'Phone',
  email: 'E-mail',
  fax: 'Fax',
  letter: 'Letter',
  'in-person': 'In person',
  portal: 'Portal of the sender',
  'self-referral': 'Our self-referral page',
  fhir: 'Electronic record (FHIR)',
} as const
export type Channel = keyof typeof channels

export const fundings = {
  'workers-compensation': 'Workers’ compensation',
  'health-plan': 'Health plan',
  medicaid: 'Medicaid',
  medicare: 'Medicare',
  grant: 'Grant or contract of the program',
  'self-pay': 'Paid by the person',
  'none-needed': 'No funding needed',
  'not-known': 'Not known yet',
} as const
export type Funding = keyof typeof fundings

export const waitlistReasons = {
  'no-capacity': 'No room in the program now',
  'waiting-for-authorization': 'Waiting for the payer’s authorization',
  'waiting-for-eligibility': 'Waiting for an eligibility decision',
  'client-asked-to-wait': 'The person asked to wait',
} as const

export const declineReasons = {
  'not-eligible': 'Not eligible for the program',
  'out-of-area': 'Lives outside our area',
  'no-capacity': 'No room, and no waitlist',
  'service-not-offered': 'We do not offer what is asked',
  'no-authorization': 'The payer did not authorize it',
  'client-declined': 'The person does not want case management',
  'unable-to-reach': 'The person could not be reached',
  'already-served': 'Already served by another program',
  'conflict-of-interest': 'Conflict of interest',
  'person-died': 'The person has died',
  other: 'Another reason',
} as const

export const redirectReasons = {
  'better-fit': 'Another agency fits better',
  'out-of-area': 'Lives outside our area',
  'no-capacity': 'No room here in time',
  'specialist-needed': 'Needs a specialist service',
  'client-choice': 'The person prefers another agency',
} as const

export const withdrawReasons = {
  'no-longer-needed': 'No longer needed',
  'client-changed-mind': 'The person changed their mind',
  'sent-by-mistake': 'Sent by mistake',
  'sent-elsewhere': 'Sent to another agency instead',
  'payer-withdrew': 'The payer withdrew it',
} as const

export const notToldReasons = {
  'not-safe-to-contact': 'No safe way to contact the person',
  'could-not-reach': 'Tried, and could not reach the person',
  'source-will-tell': 'The source will tell the person',
  'person-died': 'The person has died',
} as const

export const eligibilityBases = {
  'payer-authorization': 'Authorized by the payer',
  'program-criteria': 'Meets the program’s criteria',
  'discharge-risk': 'High risk after discharge',
  'high-cost-member': 'Identified by the plan as high cost',
  'self-requested': 'Asked for help and lives in the area',
  'court-or-agency-order': 'Ordered by a court or agency',
} as const

/** The codes of a table of reasons, typed, for a schema or a list to choose from. */
export function codesOf<Table extends Record<string, string>>(table: Table): [keyof Table & string, ...(keyof Table & string)[]] {
  const [first, ...rest] = Object.keys(table)
  if (first === undefined) throw new Error('A table of reasons has at least one reason.')
  return [first, ...rest]
}
