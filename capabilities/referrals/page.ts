// What the screens of the front door are given: the shapes of a referral, the inbox, one page, matches and imports. Types only.
import type { InboxGroup, NextStep } from './inbox.ts'
import type { ReferredPerson } from './person.ts'
import type { Background, PrefillFact } from './prefill.ts'
import type { Facts, Missing, ReferralStatus } from './referral.ts'
import type { Reply } from './reply.ts'
import type { ClientLine } from '../clients/client.ts'
import type { Evidence } from '../clients/duplicate.ts'
import type { Tally } from '../../platform/fhir/tally.ts'

/** What was decided so far; empty until it is. */
export interface DecisionColumns {
  safetyDone: string | null
  background: Background[]
  informationQuestion: string | null
  informationAskedOf: 'source' | 'client' | 'somebody-else' | null
  informationDueOn: string | null
  reviewOn: string | null
  decisionReason: string | null
  decisionNote: string | null
  decidedOn: string | null
  alternatives: string | null
  toldOn: string | null
  notToldBecause: string | null
  handoffOrganization: string | null
  handoffPerson: string | null
  handoffHow: string | null
  handoffKind: 'live-introduction' | 'call-ahead' | 'written' | null
  handedOverOn: string | null
  handoffBasis: 'client-agreed' | 'nothing-identifying-shared' | null
  withdrawnBy: 'source' | 'client' | null
  duplicateOfReferralId: string | null
  duplicateOfClientId: string | null
  duplicateOfCaseId: string | null
  clientId: string | null
  caseId: string | null
}

/** A referral as actions, routes and screens know it. */
export interface Referral extends DecisionColumns {
  id: string
  status: ReferralStatus
  facts: Facts
  receivedAt: string
  version: number
  createdBy: string | null
}

/** The count of every entry, and the facts that could not be read. */
export type BundleReport = Tally & { unreadable: { about: string; from: { type: string; entry: number; path: string } }[] }

export interface Step {
  id: string
  fromStatus: ReferralStatus | null
  toStatus: ReferralStatus
  reason: string | null
  details: Record<string, unknown>
  at: string
  by: string | null
}

export interface SaidReply {
  id: string
  aboutStatus: ReferralStatus
  channel: Reply['channel']
  saidTo: string
  words: string
  saidOn: string
  at: string
  by: string | null
}

export interface KeptBundle {
  id: string
  referralId: string
  fileName: string | null
  identifier: string | null
  contentHash: string
  tally: BundleReport
  prefill: PrefillFact[]
  kept: string[] | null
  leftOut: string[] | null
  confirmedAt: string | null
  version: number
}

export interface ProgramLabel {
  id: string
  name: string
  kind: 'workers-compensation' | 'transitional-care' | 'community-support' | 'complex-care' | 'other'
  clientLabel: string
  jurisdiction: string | null
  status: 'active' | 'closed'
}

/** One line of the inbox, before its age and next step are counted. */
export interface InboxRow {
  id: string
  status: ReferralStatus
  urgency: Referral['facts']['urgency']
  danger: Referral['facts']['danger']
  receivedOn: string
  channel: Facts['channel']
  sourceKind: Facts['source']['kind']
  sourceOrganization: string | null
  sourcePerson: string | null
  givenName: string | null
  familyName: string | null
  preferredName: string | null
  pseudonym: string | null
  spokenLanguage: string | null
  interpreter: ReferredPerson['interpreter']
  reason: string | null
  programId: string | null
  programName: string | null
  claimNumber: string | null
  informationQuestion: string | null
  informationDueOn: string | null
  reviewOn: string | null
  decidedOn: string | null
  caseId: string | null
  clientId: string | null
  replies: number
  version: number
}

export interface InboxLine extends InboxRow {
  name: string
  ageDays: number
  next: NextStep
  /** Until when the source hears from us; null once it has. */
  replyDueOn: string | null
}

export interface Inbox {
  groups: { group: InboxGroup; items: InboxLine[] }[]
  today: string
  /** There are more open referrals than one page shows. */
  full: boolean
}

export interface Decided {
  items: InboxLine[]
  /** Send back as `after` for the next page. */
  next: string | null
}

/** A client who may be this person, with the evidence in words. */
export interface ClientMatch {
  client: ClientLine
  verdict: 'likely' | 'possible'
  points: number
  evidence: Evidence[]
}

export interface ReferralPage {
  referral: Referral
  name: string
  program: ProgramLabel | null
  next: NextStep
  ageDays: number
  replyDueOn: string | null
  missing: Missing[]
  steps: Step[]
  replies: SaidReply[]
  bundle: KeptBundle | null
  version: number
}

export interface SimilarReferral {
  id: string
  name: string
  status: Referral['status']
  receivedOn: string
  verdict: 'likely' | 'possible'
  points: number
  evidence: Evidence[]
}

export interface Similar {
  clients: ClientMatch[]
  referrals: SimilarReferral[]
}

export interface Accepted {
  referral: Referral
  clientId: string
  caseId: string
}

export interface Arrived {
  /** `already-received`: the same content came in before, and nothing was changed. */
  outcome: 'received' | 'already-received'
  referralId: string
  report: BundleReport
}
