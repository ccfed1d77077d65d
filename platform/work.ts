// The piece of work in hand: who is doing it, in which agency, on which case, on what day, in which transaction.
import type { Permission, Role } from './access/permissions.ts'
import { rolesMay } from './access/permissions.ts'
import type { Tx } from './db.ts'

export interface Work {
  tx: Tx
  agencyId: string
  agencyName: string
  /** Background work is done by `system`, whose id is null in the record. */
  staff: { id: string; name: string; credentialLine: string; roles: Role[] }
  /** The civil day in the agency's zone. */
  today: string
  /** The instant by the database's clock. */
  now: string
  zone: string
  locale: string
  demonstration: boolean
  signInId: string | null
  requestId: string
  /** From If-Match: the version the person had in front of them. */
  expectedVersion?: number
  /** What this request left behind for the audit: whether something was written, and whose data was returned. */
  trace: { audited: boolean; clientsSeen: Set<string> }
}
export interface ClientWork extends Work {
  clientId: string
}
export interface CaseWork extends ClientWork {
  caseId: string
  programId: string
  caseStatus: string
}

/** Names the clients whose data this request returned, for the audit. */
export function saw(work: Work, clientIds: Iterable<string>): void {
  for (const id of clientIds) work.trace.clientsSeen.add(id)
}

export const systemStaff = 'system'

export function may(work: Work, permission: Permission): boolean {
  return work.staff.id === systemStaff || rolesMay(work.staff.roles, permission)
}
