// What a task is, how it may end, and in which order tasks are worked. Practice rules only.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'

export const TaskRule = z.enum([
  'reply-to-source', 'first-attempt', 'assessment-due', 'plan-due', 'plan-review', 'plan-signature', 'note-unsigned', 'consent-expiring',
  'closure-summary-due', 'safety-response', 'credential-expiring', 'transfer-request', 'information-requested', 'sign-off', 'emergency-review',
  'service-answer', 'service-appointment', 'service-loop', 'service-declined', 'service-question', 'entry-verification', 'entry-report', 'own',
])
export type TaskRule = z.infer<typeof TaskRule>

export const Priority = z.enum(['routine', 'urgent', 'safety'])
export type Priority = z.infer<typeof Priority>

/** advisory and required may wait with a reason; regulatory rules are never snoozed (practice-model 5.1, R5). */
type Severity = 'advisory' | 'required' | 'regulatory'

/** What each rule demands, and the event that closes it, in a person's words (INV-33). */
export const rules: Record<TaskRule, { severity: Severity; closes: string }> = {
  'reply-to-source': { severity: 'required', closes: 'a reply to the referral source' },
  'first-attempt': { severity: 'required', closes: 'a recorded attempt to reach the client' },
  'assessment-due': { severity: 'required', closes: 'a completed comprehensive assessment' },
  'plan-due': { severity: 'required', closes: 'an agreed plan' },
  'plan-review': { severity: 'required', closes: 'a completed plan review' },
  'plan-signature': { severity: 'required', closes: 'the client’s signature, or their recorded refusal' },
  'note-unsigned': { severity: 'required', closes: 'the signature on the note' },
  'consent-expiring': { severity: 'required', closes: 'a renewed, ended or revoked consent' },
  'closure-summary-due': { severity: 'required', closes: 'a signed closure summary' },
  'safety-response': { severity: 'regulatory', closes: 'a signed response note' },
  'credential-expiring': { severity: 'regulatory', closes: 'a renewed credential' },
  'transfer-request': { severity: 'required', closes: 'an answer to the transfer' },
  'information-requested': { severity: 'required', closes: 'the information that was asked for' },
  'sign-off': { severity: 'required', closes: 'a supervisor’s decision' },
  'emergency-review': { severity: 'regulatory', closes: 'a recorded review' },
  'service-answer': { severity: 'required', closes: 'an answer of the service, or the record of what became of it' },
  'service-appointment': { severity: 'required', closes: 'the record of whether the client got there' },
  'service-loop': { severity: 'required', closes: 'a closed loop: did the client get there, was the need met' },
  'service-declined': { severity: 'required', closes: 'another referral, or the record of what became of the need' },
  'service-question': { severity: 'required', closes: 'a reply to the service' },
  'entry-verification': { severity: 'required', closes: 'a verification of the entry' },
  'entry-report': { severity: 'required', closes: 'a verification of the entry' },
  own: { severity: 'advisory', closes: 'a tick' },
}

/** Why a generated task ends without its event. Reported beside the rate, never hidden (practice-model 5.1, R2). */
export const ExceptionCode = z.enum(['client-declined', 'unable-to-reach', 'not-applicable', 'done-elsewhere', 'case-ended', 'client-deceased', 'entered-in-error'])
export type ExceptionCode = z.infer<typeof ExceptionCode>

export const Role = z.enum(['intake', 'caseManager', 'supervisor', 'quality', 'billing', 'administrator'])

export const Assignee = z.union([
  z.object({ staffId: z.uuid() }),
  z.object({ role: Role, programId: z.uuid().optional() }),
])
export type Assignee = z.infer<typeof Assignee>

export const About = z.object({ type: z.string().min(1).max(60), id: z.uuid() })
export type About = z.infer<typeof About>
export type Params = Record<string, string | number>

/** A person's own to-do. Without an assignee it is mine. */
export const NewTask = z.object({
  id: z.uuid().optional(),
  title: z.string().trim().min(1, 'Say what to do.').max(200),
  clientId: z.uuid().nullish(),
  caseId: z.uuid().nullish(),
  assignTo: Assignee.optional(),
  due: Day,
  priority: z.enum(['routine', 'urgent']).default('routine'),
})
export type NewTask = z.input<typeof NewTask>

export const Snooze = z.object({ until: Day, reason: z.string().trim().min(3, 'Say why it can wait.').max(500) })
export type Snooze = z.infer<typeof Snooze>

export const Exception = z.object({ code: ExceptionCode, reason: z.string().trim().min(3, 'Say what happened instead.').max(1000) })
export type Exception = z.infer<typeof Exception>

export interface Task {
  id: string
  rule: TaskRule
  title: string | null // own tasks only; a generated task's sentence is made from its rule and params
  params: Params
  aboutType: string
  aboutId: string
  clientId: string | null
  caseId: string | null
  staffId: string | null
  role: z.infer<typeof Role> | null
  programId: string | null
  dueOn: string
  priority: Priority
  status: 'open' | 'done' | 'excepted'
  snoozedUntil: string | null
  snoozeReason: string | null
  settledByType: string | null
  settledById: string | null
  exceptionCode: ExceptionCode | null
  exceptionReason: string | null
  endedAt: string | null
  endedBy: string | null
  version: number
  createdAt: string
  createdBy: string | null
}

export const snoozeLimitDays = 30

/** @throws task.not-open, task.cannot-wait (safety and regulatory rules, R5), task.snooze-day */
export function snoozable(task: Task, until: string, today: string, latest: string): void {
  mustBeOpen(task)
  if (task.priority === 'safety' || rules[task.rule].severity === 'regulatory')
    refuse('task.cannot-wait', `This cannot wait. It closes with ${rules[task.rule].closes}.`)
  if (until <= today) refuse('task.snooze-day', 'Choose a day after today.')
  if (until > latest) refuse('task.snooze-day', `A task can wait up to ${snoozeLimitDays} days. Choose an earlier day, or change who does it.`)
}

/** Only a person's own to-do is ticked off; a generated task waits for its event (INV-33). @throws task.needs-event, task.not-open */
export function tickable(task: Task): void {
  mustBeOpen(task)
  if (task.rule !== 'own') refuse('task.needs-event', `This closes by itself with ${rules[task.rule].closes}. If that will not happen, say why instead.`)
}

/** A reasoned exception ends a generated task; a safety answer only ends with its signed response (INV-22). */
export function exceptable(task: Task): void {
  mustBeOpen(task)
  if (task.rule === 'own') refuse('task.own-is-ticked', 'This is your own to-do. Tick it off instead.')
  if (task.rule === 'safety-response') refuse('task.safety-needs-response', 'A safety answer closes only with a signed response note. Respond to it now.')
  if (task.rule === 'emergency-review') refuse('task.needs-review', 'An emergency is closed by a recorded review, by nothing else.')
}

function mustBeOpen(task: Task): void {
  if (task.status !== 'open') refuse('task.not-open', 'This task has already ended.', { status: 409 })
}

export type Delay = 'safety' | 'late' | 'today' | 'later'

/** How much harm waiting does: safety first, then what is late, then today, then what is due. */
export function delayOf(task: Pick<Task, 'priority' | 'dueOn'>, today: string): Delay {
  if (task.priority === 'safety') return 'safety'
  if (task.dueOn < today) return 'late'
  return task.dueOn === today ? 'today' : 'later'
}

/** The order of the worklist; the database sorts by the same three keys (task_by_harm). */
export function byHarm(a: Pick<Task, 'priority' | 'dueOn' | 'id'>, b: Pick<Task, 'priority' | 'dueOn' | 'id'>): number {
  const key = (task: typeof a) => `${task.priority === 'safety' ? 0 : 1}${task.dueOn}${task.priority === 'urgent' ? 0 : 1}${task.id}`
  return key(a) < key(b) ? -1 : 1
}
