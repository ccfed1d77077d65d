// What the screens and the server tell each other about cases: one whole, its changes and transfers, and lists of them.
import type { Acuity } from './acuity.ts'
import type { Case, CaseStatus, TeamMember } from './case.ts'
import type { Attempt, Standing } from './outreach.ts'
import type { Phase } from './phase.ts'
import type { Transition } from './transition.ts'
import type { Load } from './weight.ts'

export interface StatusChange {
  id: string
  caseId: string
  transition: Transition
  fromStatus: CaseStatus | null
  toStatus: CaseStatus
  reasonCode: string | null
  reason: string
  at: string
  staffId: string | null
  details: Record<string, unknown>
}

export interface Due {
  rule: string
  title: string | null
  dueOn: string
  priority: string
}
export interface Transfer {
  id: string
  caseId: string
  fromStaffId: string
  toStaffId: string
  reason: string
  summary: string
  openDues: Due[]
  clientToldOn: string | null
  reviewMemberId: string | null
  status: 'requested' | 'accepted' | 'declined' | 'withdrawn'
  requestedAt: string
  requestedBy: string
  decidedAt: string | null
  decidedBy: string | null
  decisionNote: string | null
  version: number
}

export interface CaseView extends Case {
  possible: Transition[]
  team: TeamMember[]
  changes: Array<StatusChange & { staffName: string | null }>
  transfers: Transfer[]
  acuities: Acuity[]
  attempts: Attempt[]
  outreach: Standing
}

export interface CaseloadRow {
  id: string
  number: string
  status: CaseStatus
  clientId: string
  displayName: string
  pronouns: string | null
  spokenLanguage: string | null
  interpreter: string
  safeContact: string
  programId: string
  programName: string
  programKind: string
  acuityLevel: number | null
  openedOn: string
  activatedOn: string | null
  reviewOn: string | null
  closureReason: string | null
  role: TeamMember['role']
  nextDueOn: string | null
  openTasks: number
  events: string[]
}
export type CaseloadSort = 'due' | 'name' | 'acuity' | 'opened'
export interface CaseloadItem extends Omit<CaseloadRow, 'events'> {
  phases: Phase[]
}
export interface Caseload extends Load {
  capacityPoints: number
  items: CaseloadItem[]
  after: string | null
}
export interface CaseloadQuery {
  status?: CaseStatus | 'open' | 'over'
  program?: string
  acuity?: number
  phase?: Phase
  sort?: CaseloadSort
  /** how many at once; 50 without it */
  limit?: number
  after?: string
}
