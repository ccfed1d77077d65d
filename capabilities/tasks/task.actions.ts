// What people and rules do with tasks: ask, settle by the event, tick off, wait with a reason, except with a reason, pass on.
import { newId } from '../../platform/db.ts'
import { announce, announceAgency, announceClient } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import { systemStaff, type CaseWork, type Work } from '../../platform/work.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { askOnce, endedTasksOfCase, exceptAll, findTask, passOn, saveTask, settle, tasksOfCase } from './task.store.ts'
import { exceptable, snoozable, snoozeLimitDays, tickable, type About, type Assignee, type Exception, type ExceptionCode, type NewTask, type Params, type Priority, type Snooze, type Task, type TaskRule } from './task.ts'

export interface Request {
  rule: TaskRule
  about: About
  clientId?: string | null
  caseId?: string | null
  assignTo: Assignee
  due: string
  priority?: Priority
  params?: Params
}

const assignee = (to: Assignee) => 'staffId' in to ? { staffId: to.staffId, role: null, programId: null } : { staffId: null, role: to.role, programId: to.programId ?? null }

/** A rule asks: once per rule and subject while it is open. Answers the id of the task that asks. `due` is a civil day. */
export function requestTask(work: Work, { rule, about, clientId, caseId, assignTo, due, priority, params }: Request): Promise<string> {
  return askOnce(work.tx, {
    id: newId(), rule, title: null, aboutType: about.type, aboutId: about.id, clientId: clientId ?? null, caseId: caseId ?? null,
    ...assignee(assignTo), dueOn: due, priority: priority ?? 'routine', params: params ?? {},
  })
}

/** The qualifying event happened: every open task of the rule about this thing (or on this case) is done by it. Answers how many (INV-33). */
export function settleTasks(work: Work, met: { rule: TaskRule; aboutId?: string; caseId?: string; by: About }): Promise<number> {
  return settle(work.tx, met)
}

/** A person's own to-do, for themselves, a colleague or a role. */
export async function addTask(work: Work, wanted: NewTask): Promise<Task> {
  const id = wanted.id ?? newId()
  const mine: Assignee = { staffId: work.staff.id }
  if (!wanted.assignTo && work.staff.id === systemStaff) refuse('task.nobody-asked', 'Say who should do this.')
  await askOnce(work.tx, {
    id, rule: 'own', title: wanted.title.trim(), aboutType: 'task', aboutId: id, clientId: wanted.clientId ?? null, caseId: wanted.caseId ?? null,
    ...assignee(wanted.assignTo ?? mine), dueOn: wanted.due, priority: wanted.priority ?? 'routine', params: {},
  })
  const task = await findTask(work.tx, id)
  await tell(work, 'task.added', task, { title: task.title, dueOn: task.dueOn })
  return task
}

export async function finishTask(work: Work, id: string): Promise<Task> {
  const task = await findTask(work.tx, id)
  tickable(task)
  const done = await saveTask(work.tx, task, { status: 'done', endedAt: work.now, endedBy: byWhom(work), snoozedUntil: null, snoozeReason: null })
  await tell(work, 'task.finished', done, { title: done.title })
  return done
}

/** Undo of a tick. A generated task that ended stays ended. @throws task.ended-by-event */
export async function reopenTask(work: Work, id: string): Promise<Task> {
  const task = await findTask(work.tx, id)
  if (task.rule !== 'own') refuse('task.ended-by-event', 'This ended by its event and stays ended. Add a to-do of your own if more is needed.', { status: 409 })
  if (task.status === 'open') return task
  const open = await saveTask(work.tx, task, { status: 'open', endedAt: null, endedBy: null })
  await tell(work, 'task.reopened', open, { title: open.title })
  return open
}

export async function snoozeTask(work: Work, { until, reason }: Snooze, id: string): Promise<Task> {
  const task = await findTask(work.tx, id)
  snoozable(task, until, work.today, addCivilDays(work.today, snoozeLimitDays))
  const waiting = await saveTask(work.tx, task, { snoozedUntil: until, snoozeReason: reason })
  await tell(work, 'task.snoozed', waiting, { rule: task.rule, title: task.title, until, reason })
  return waiting
}

export async function exceptTask(work: Work, { code, reason }: Exception, id: string): Promise<Task> {
  const task = await findTask(work.tx, id)
  exceptable(task)
  const ended = await saveTask(work.tx, task, {
    status: 'excepted', exceptionCode: code, exceptionReason: reason, endedAt: work.now, endedBy: byWhom(work), snoozedUntil: null, snoozeReason: null,
  })
  await tell(work, 'task.excepted', ended, { rule: task.rule, code, reason })
  return ended
}

export async function passTask(work: Work, to: Assignee, id: string): Promise<Task> {
  const task = await findTask(work.tx, id)
  if (task.status !== 'open') refuse('task.not-open', 'This task has already ended.', { status: 409 })
  if (task.rule === 'transfer-request') refuse('task.transfer-is-answered', 'Only the person who was asked can answer a transfer. Withdraw it and ask someone else.')
  const passed = await saveTask(work.tx, task, assignee(to))
  await tell(work, 'task.passed-on', passed, { rule: task.rule, title: task.title, staffId: passed.staffId, role: passed.role })
  return passed
}

/** Everything still open on a case, in the order of harm. */
export const openTasksOf = (work: CaseWork): Promise<Task[]> => tasksOfCase(work.tx, work.caseId)
export const endedTasksOf = (work: CaseWork): Promise<Task[]> => endedTasksOfCase(work.tx, work.caseId)

/** The case ended or began in error: its generated tasks end with that reason, reported as exceptions. Own to-dos stay with their people. */
export function exceptTasksOf(work: CaseWork, code: ExceptionCode, reason: string, rules?: TaskRule[]): Promise<number> {
  return exceptAll(work.tx, work.caseId, { code, reason, at: work.now, by: byWhom(work), rules })
}

/** Accountability moved: open tasks of the case follow it. */
export function passTasksOf(work: CaseWork, fromStaffId: string, toStaffId: string): Promise<number> {
  return passOn(work.tx, work.caseId, fromStaffId, toStaffId)
}

const byWhom = (work: Work): string | null => work.staff.id === systemStaff ? null : work.staff.id

async function tell(work: Work, type: string, task: Task, details: object): Promise<void> {
  const subject = { entity: 'task', id: task.id, version: task.version }
  if (task.caseId && task.clientId) return announce({ ...work, clientId: task.clientId, caseId: task.caseId, programId: task.programId ?? '', caseStatus: '' }, type, subject, details)
  if (task.clientId) return announceClient({ ...work, clientId: task.clientId }, type, subject, details)
  return announceAgency(work, type, subject)
}
