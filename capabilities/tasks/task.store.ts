// The task table. Nothing else in the product reads or writes it.
import { sql, type ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { About, Params, Task, TaskRule } from './task.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Empty<T> = ColumnType<T | null, T | null | undefined, T | null>
interface TaskTable {
  id: string
  rule: TaskRule
  title: string | null
  params: Params
  aboutType: string
  aboutId: string
  clientId: string | null
  caseId: string | null
  staffId: string | null
  role: Task['role']
  programId: string | null
  dueOn: string
  priority: Task['priority']
  harm: ColumnType<number, never, never>
  urgency: ColumnType<number, never, never>
  status: Given<Task['status']>
  snoozedUntil: Empty<string>
  snoozeReason: Empty<string>
  settledByType: Empty<string>
  settledById: Empty<string>
  exceptionCode: Empty<NonNullable<Task['exceptionCode']>>
  exceptionReason: Empty<string>
  endedAt: Empty<string>
  endedBy: Empty<string>
  version: Given<number>
  createdAt: ColumnType<string, never, never>
  createdBy: ColumnType<string | null, never, never>
}
declare module '../../platform/db.ts' {
  interface Tables {
    task: TaskTable
    caseDue: { caseId: string; nextDueOn: string; openTasks: number }
  }
}

const columns = [
  'id', 'rule', 'title', 'params', 'aboutType', 'aboutId', 'clientId', 'caseId', 'staffId', 'role', 'programId', 'dueOn', 'priority', 'status', 'snoozedUntil',
  'snoozeReason', 'settledByType', 'settledById', 'exceptionCode', 'exceptionReason', 'endedAt', 'endedBy', 'version', 'createdAt', 'createdBy',
] as const

type Asked = Pick<Task, 'id' | 'rule' | 'title' | 'aboutType' | 'aboutId' | 'clientId' | 'caseId' | 'staffId' | 'role' | 'programId' | 'dueOn' | 'priority' | 'params'>

/** Adds it unless the same rule already asks about the same thing; says which id asks. No row comes back: the asker may not see it. */
export async function askOnce(tx: Tx, task: Asked): Promise<string> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('task').values({ ...task, params: json(task.params) })
    .onConflict((again) => again.doNothing()).executeTakeFirst()
  if (numInsertedOrUpdatedRows) return task.id
  const { rows: [open] } = await sql<{ id: string | null }>`select authz.asked_task(${task.rule}, ${task.aboutType}, ${task.aboutId}) as id`.execute(tx)
  return open?.id ?? task.id
}

/** The qualifying event closes the task, whoever may see it. */
export async function settle(tx: Tx, { rule, aboutId, caseId, by }: { rule: TaskRule; aboutId?: string; caseId?: string; by: About }): Promise<number> {
  const { rows: [row] } = await sql<{ settled: number }>`
    select authz.settle_tasks(${rule}, ${aboutId ?? null}::uuid, ${caseId ?? null}::uuid, ${by.type}, ${by.id}::uuid) as settled`.execute(tx)
  return row?.settled ?? 0
}

export async function findTask(tx: Tx, id: string): Promise<Task> {
  const task = await tx.selectFrom('task').select(columns).where('id', '=', id).executeTakeFirst()
  return task ?? notFound('task')
}

/** Saves only if nobody else saved first. */
export async function saveTask(tx: Tx, { id, version }: Task, changes: Partial<Omit<Task, 'id' | 'version' | 'createdAt' | 'createdBy' | 'params'>>): Promise<Task> {
  const saved = await tx.updateTable('task').set({ ...changes, version: version + 1 })
    .where('id', '=', id).where('version', '=', version).returning(columns).executeTakeFirst()
  return saved ?? changed('task', await findTask(tx, id))
}

export function tasksOfCase(tx: Tx, caseId: string): Promise<Task[]> {
  return tx.selectFrom('task').select(columns).where('caseId', '=', caseId).where('status', '=', 'open')
    .orderBy('harm').orderBy('dueOn').orderBy('urgency').orderBy('id').limit(200).execute()
}

export function endedTasksOfCase(tx: Tx, caseId: string): Promise<Task[]> {
  return tx.selectFrom('task').select(columns).where('caseId', '=', caseId).where('status', '<>', 'open')
    .orderBy('endedAt', 'desc').limit(100).execute()
}

/** The open generated tasks of a case end together (a death, a void, a case that never started). Safety answers only where the record was wrong or the person died. */
export async function exceptAll(tx: Tx, caseId: string, end: { code: NonNullable<Task['exceptionCode']>; reason: string; at: string; by: string | null; rules?: TaskRule[] }): Promise<number> {
  let ending = tx.updateTable('task').set((task) => ({
    status: 'excepted' as const, exceptionCode: end.code, exceptionReason: end.reason, endedAt: end.at, endedBy: end.by,
    snoozedUntil: null, snoozeReason: null, version: sql<number>`${task.ref('version')} + 1`,
  })).where('caseId', '=', caseId).where('status', '=', 'open').where('rule', '<>', 'own')
  if (end.code !== 'client-deceased' && end.code !== 'entered-in-error') ending = ending.where('rule', '<>', 'safety-response')
  if (end.rules) ending = ending.where('rule', 'in', end.rules)
  return Number((await ending.executeTakeFirst()).numUpdatedRows)
}

/** Open tasks of the case go to whoever now answers for it. */
export async function passOn(tx: Tx, caseId: string, fromStaffId: string, toStaffId: string): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('task').set((task) => ({ staffId: toStaffId, role: null, version: sql<number>`${task.ref('version')} + 1` }))
    .where('caseId', '=', caseId).where('status', '=', 'open').where('staffId', '=', fromStaffId).where('rule', '<>', 'transfer-request').executeTakeFirst()
  return Number(numUpdatedRows)
}
