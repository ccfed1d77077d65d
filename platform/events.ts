// The story of a case and its audit: what happened, to what, by whom. Written in the transaction that did it.
import { sql, type ColumnType, type RawBuilder } from 'kysely'
import { vouchFor } from './audit/vouch.ts'
import { newId } from './db.ts'
import type { CaseWork, ClientWork, Work } from './work.ts'

export interface CaseEvent {
  id: string
  clientId: string
  caseId: string | null
  type: string
  entity: string
  entityId: string
  goalId: string | null
  personId: string | null
  details: Record<string, unknown>
  staffId: string | null
  occurredAt: string
  occurredZone: string
  recordedAt: string
}
type Given<T> = ColumnType<T, T | undefined, never>
declare module './db.ts' {
  interface Tables {
    caseEvent: Omit<CaseEvent, 'staffId' | 'recordedAt'> & {
      agencyId: Given<string>
      staffId: Given<string | null>
      recordedAt: Given<string>
    }
  }
}

interface Written {
  leaf: Buffer
}
export interface Subject {
  entity: string
  id: string
  version?: number
  /** SHA-256 in hex of what was signed: it becomes part of the audit event, and so of every proof of it. */
  digest?: string
}
export interface When {
  /** When it happened, if not now: the note about Tuesday written on Thursday. */
  occurredAt?: string
  goalId?: string
  personId?: string
}

/** Event types that some capability reacts to; set once when the product is put together. */
const reactedTo = new Set<string>()
export function reactTo(types: Iterable<string>): void {
  for (const type of types) reactedTo.add(type)
}

/** Something happened on a case: story, audit, notice to open screens and, where someone reacts, the job that tells them. All or none. */
export async function announce(
  work: CaseWork,
  type: string,
  subject: Subject,
  details: object = {},
  when: When = {},
): Promise<void> {
  await write(work, work.caseId, type, subject, details, when)
}

/** The same for a person who has no case in hand. */
export async function announceClient(
  work: ClientWork,
  type: string,
  subject: Subject,
  details: object = {},
  when: When = {},
): Promise<void> {
  await write(work, null, type, subject, details, when)
}

async function write(
  work: ClientWork,
  caseId: string | null,
  type: string,
  subject: Subject,
  details: object,
  when: When,
): Promise<void> {
  const id = newId()
  const notice = JSON.stringify({ agencyId: work.agencyId, clientId: work.clientId, caseId, type })
  const told = sql`insert into case_event (id, client_id, case_id, type, entity, entity_id, goal_id, person_id, details, occurred_at, occurred_zone)
    values (${id}, ${work.clientId}, ${caseId}, ${type}, ${subject.entity}, ${subject.id}, ${when.goalId ?? null}, ${when.personId ?? null},
      ${JSON.stringify(details)}, ${when.occurredAt ?? work.now}, ${work.zone})`
  await Promise.all([
    writeAudit(work, type, subject, work.clientId, { event: id, digest: subject.digest }, notice, told),
    caseId && reactedTo.has(type)
      ? sql`select house.enqueue('deliver-event', ${JSON.stringify({ agencyId: work.agencyId, eventId: id })}::json)`.execute(
          work.tx,
        )
      : null,
  ])
}

/** A change of the agency itself (staff, program, instrument, a referral without a case): audit only. */
export async function announceAgency(work: Work, type: string, subject: Subject, details: object = {}): Promise<void> {
  const notice = JSON.stringify({ agencyId: work.agencyId, clientId: null, caseId: null, type })
  await writeAudit(work, type, subject, null, details, notice)
}

/**
 * One row of the audit (trust.md section 2). Payloads hold ids and codes, never the words of the record; who and where come from the
 * context of the transaction. The notice tells open screens; what is told to the story goes in the same statement.
 */
export async function writeAudit(
  work: Work,
  action: string,
  subject: { entity: string; id: string | null; version?: number },
  clientId: string | null,
  payload: object,
  notice: string | null = null,
  told?: RawBuilder<unknown>,
): Promise<void> {
  work.trace.audited = true
  const { entity, id, version = null } = subject
  const audit = sql`select authz.write_audit(${work.requestId}, ${action}, ${entity}, ${id}, ${version}, ${clientId}, ${JSON.stringify(payload)}, ${notice}) as leaf`
  const { rows } = await (told ? sql<Written>`with told as (${told}) ${audit}` : sql<Written>`${audit}`).execute(work.tx)
  for (const { leaf } of rows) vouchFor(work.tx, leaf)
}
