// The contact tables. Nothing else in the product reads or writes them.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Amendment, Contact, GoalMoved } from './contact.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Jsonb<T> = ColumnType<T, ReturnType<typeof json<T>> | undefined, ReturnType<typeof json<T>>>
type Kept<T> = ColumnType<T, T | undefined, never>
interface ContactTable extends Omit<Contact, 'participants' | 'intended' | 'status' | 'authorId' | 'version' | 'createdAt' | 'groupId' | 'signedAt' | 'signedBy' | 'signedAs' | 'timeliness' | 'lateReason'> {
  authorId: Kept<string>
  status: Given<Contact['status']>
  participants: Jsonb<Contact['participants']>
  intended: Jsonb<Contact['intended']>
  groupId: Given<string | null>
  signedAt: Given<string | null>
  signedBy: Given<string | null>
  signedAs: Given<string | null>
  timeliness: Given<Contact['timeliness']>
  lateReason: Given<string | null>
  discardedAt: Given<string | null>
  version: Given<number>
  createdAt: ColumnType<string, never, never>
}
declare module '../../platform/db.ts' {
  interface Tables {
    contact: ContactTable
    contactAmendment: Omit<Amendment, 'amendedAt' | 'amendedBy'> & { caseId: string; amendedAt: Kept<string>; amendedBy: Kept<string> }
    contactGoal: { contactId: string; goalId: string; caseId: string; level: number | null; achievement: string | null; evidence: string }
  }
}

const columns = [
  'id', 'caseId', 'authorId', 'status', 'kind', 'mode', 'direction', 'attemptResult', 'occurredAt', 'occurredZone', 'durationMinutes', 'travelMinutes',
  'distanceTenthsMile', 'contactPointId', 'interpreter', 'interpreterReference', 'participants', 'purpose', 'narrative', 'goalIds', 'noGoalReason', 'nextStep',
  'intended', 'groupId', 'signedAt', 'signedBy', 'signedAs', 'timeliness', 'lateReason', 'version', 'createdAt',
] as const

type Written = Omit<Contact, 'version' | 'createdAt' | 'authorId'>
const row = ({ participants, intended, ...plain }: Written) => ({ ...plain, participants: json(participants), intended: json(intended) })

export function addContact(tx: Tx, contact: Written): Promise<Contact> {
  return tx.insertInto('contact').values(row(contact)).returning(columns).executeTakeFirstOrThrow()
}

/** Saves only if nobody else saved first. */
export async function saveContact(tx: Tx, contact: Contact, expectedVersion: number): Promise<Contact> {
  const { id, version: _version, createdAt: _createdAt, authorId: _author, caseId, ...rest } = contact
  const { participants, intended, ...plain } = rest
  const saved = await tx.updateTable('contact').set({ ...plain, participants: json(participants), intended: json(intended), version: expectedVersion + 1 })
    .where('id', '=', id).where('caseId', '=', caseId).where('version', '=', expectedVersion).returning(columns).executeTakeFirst()
  return saved ?? changed('note', await findContact(tx, caseId, id))
}

export async function discard(tx: Tx, { id, caseId, version }: Contact, at: string): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('contact').set({ status: 'discarded', discardedAt: at, version: version + 1 })
    .where('id', '=', id).where('caseId', '=', caseId).where('version', '=', version).executeTakeFirst()
  if (numUpdatedRows === 0n) changed('note', await findContact(tx, caseId, id))
}

export async function findContact(tx: Tx, caseId: string, id: string): Promise<Contact> {
  const contact = await tx.selectFrom('contact').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return contact ?? notFound('note')
}

/** Newest first; `before` is the place after which the next page begins. */
export function contactsOfCase(tx: Tx, caseId: string, before: { occurredAt: string; id: string } | null, limit: number): Promise<Contact[]> {
  let page = tx.selectFrom('contact').select(columns).where('caseId', '=', caseId).where('status', '<>', 'discarded')
    .orderBy('occurredAt', 'desc').orderBy('id', 'desc').limit(limit)
  if (before) page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('occurredAt', 'id'), '<', tuple(before.occurredAt, before.id)))
  return page.execute()
}

export function draftsOf(tx: Tx, caseId: string, authorId: string): Promise<Contact[]> {
  return tx.selectFrom('contact').select(columns).where('caseId', '=', caseId).where('authorId', '=', authorId).where('status', '=', 'draft')
    .orderBy('occurredAt', 'desc').limit(20).execute()
}

export function amendmentsOf(tx: Tx, contactId: string): Promise<Amendment[]> {
  return tx.selectFrom('contactAmendment').select(['id', 'contactId', 'text', 'reason', 'amendedAt', 'amendedBy'])
    .where('contactId', '=', contactId).orderBy('amendedAt').execute()
}

export async function addAmendment(tx: Tx, caseId: string, amendment: Omit<Amendment, 'amendedAt' | 'amendedBy'>): Promise<Amendment> {
  return tx.insertInto('contactAmendment').values({ ...amendment, caseId })
    .returning(['id', 'contactId', 'text', 'reason', 'amendedAt', 'amendedBy']).executeTakeFirstOrThrow()
}

export async function addGoalsMoved(tx: Tx, caseId: string, contactId: string, moved: readonly GoalMoved[]): Promise<void> {
  if (moved.length === 0) return
  await tx.insertInto('contactGoal').values(moved.map(({ goalId, level, achievement, evidence }) => ({ contactId, caseId, goalId, level, achievement, evidence }))).execute()
}

export interface Totals { contacts: number; attempts: number; durationMinutes: number; travelMinutes: number; distanceTenthsMile: number }

/** What was done on a case so far, from signed notes: contacts, attempts, minutes, travel minutes, tenths of a mile. */
export async function totalsOfCase(tx: Tx, caseId: string): Promise<Totals> {
  const { fn } = tx
  const sum = await tx.selectFrom('contact').where('caseId', '=', caseId).where('status', '=', 'signed').select([
    fn.countAll<number>().filterWhere('kind', '<>', 'attempt').as('contacts'),
    fn.countAll<number>().filterWhere('kind', '=', 'attempt').as('attempts'),
    fn.sum<number | null>('durationMinutes').as('durationMinutes'),
    fn.sum<number | null>('travelMinutes').as('travelMinutes'),
    fn.sum<number | null>('distanceTenthsMile').as('distanceTenthsMile'),
  ]).executeTakeFirstOrThrow()
  return { ...sum, durationMinutes: sum.durationMinutes ?? 0, travelMinutes: sum.travelMinutes ?? 0, distanceTenthsMile: sum.distanceTenthsMile ?? 0 }
}

/** What others publish about the case, or nothing when it may not be known. */
export const labelOfCase = (tx: Tx, caseId: string) =>
  tx.selectFrom('caseKey').select(['clientId', 'programId', 'status', 'acuityLevel']).where('id', '=', caseId).executeTakeFirst()

export const interpreterOf = (tx: Tx, clientId: string) =>
  tx.selectFrom('clientLabel').select('interpreter').where('id', '=', clientId).executeTakeFirstOrThrow()
