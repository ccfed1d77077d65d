import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byHarm, delayOf, exceptable, NewTask, rules, snoozable, TaskRule, tickable, type Task } from './task.ts'

const today = '2026-02-17'
const inThirtyDays = '2026-03-19'
const open: Task = {
  id: 't', rule: 'own', title: 'Ask about the ramp', params: {}, aboutType: 'task', aboutId: 't', clientId: null, caseId: null, staffId: 's',
  role: null, programId: null, dueOn: today, priority: 'routine', status: 'open', snoozedUntil: null, snoozeReason: null, settledByType: null,
  settledById: null, exceptionCode: null, exceptionReason: null, endedAt: null, endedBy: null, version: 1, createdAt: '', createdBy: null,
}
const code = (run: () => unknown) => {
  try { run() } catch (refusal) { return (refusal as { code: string }).code }
  return 'allowed'
}

test('INV-33 only an own to-do is ticked off; every generated rule waits for its event', () => {
  for (const rule of TaskRule.options)
    assert.equal(code(() => tickable({ ...open, rule })), rule === 'own' ? 'allowed' : 'task.needs-event')
})

test('INV-33 a generated task may end by a reasoned exception, an own one is ticked instead', () => {
  assert.equal(code(() => exceptable({ ...open, rule: 'assessment-due' })), 'allowed')
  assert.equal(code(() => exceptable(open)), 'task.own-is-ticked')
})

test('INV-22 a safety answer is not excepted away', () => {
  assert.equal(code(() => exceptable({ ...open, rule: 'safety-response', priority: 'safety' })), 'task.safety-needs-response')
})

test('what has ended does not end again', () => {
  for (const end of [tickable, exceptable]) assert.equal(code(() => end({ ...open, status: 'done' })), 'task.not-open')
})

test('safety and regulatory tasks cannot wait; others can, with a day after today and within thirty days', () => {
  const wait = (task: Task, until: string) => code(() => snoozable(task, until, today, inThirtyDays))
  assert.equal(wait(open, '2026-02-18'), 'allowed')
  assert.equal(wait(open, inThirtyDays), 'allowed')
  assert.equal(wait(open, '2026-03-20'), 'task.snooze-day')
  assert.equal(wait(open, today), 'task.snooze-day')
  assert.equal(wait({ ...open, priority: 'safety' }, '2026-02-18'), 'task.cannot-wait')
  for (const rule of TaskRule.options.filter((each) => rules[each].severity === 'regulatory'))
    assert.equal(wait({ ...open, rule }, '2026-02-18'), 'task.cannot-wait')
})

test('harm of delay: safety, late, today, then due', () => {
  assert.equal(delayOf({ priority: 'safety', dueOn: '2026-03-01' }, today), 'safety')
  assert.equal(delayOf({ priority: 'urgent', dueOn: '2026-02-16' }, today), 'late')
  assert.equal(delayOf({ priority: 'routine', dueOn: today }, today), 'today')
  assert.equal(delayOf({ priority: 'routine', dueOn: '2026-02-18' }, today), 'later')
})

test('the worklist order never puts less harm before more', () => {
  const rank = { safety: 0, late: 1, today: 2, later: 3 }
  const some = fc.array(fc.record({
    id: fc.uuid(), priority: fc.constantFrom('routine' as const, 'urgent' as const, 'safety' as const),
    dueOn: fc.constantFrom('2026-02-10', '2026-02-16', today, '2026-02-18', '2026-03-01'),
  }))
  fc.assert(fc.property(some, (tasks) => {
    const order = tasks.toSorted(byHarm).map((task) => rank[delayOf(task, today)])
    assert.deepEqual(order, order.toSorted())
  }))
})

test('a to-do needs words and a day', () => {
  assert.equal(NewTask.safeParse({ title: '  ', due: today }).success, false)
  assert.equal(NewTask.safeParse({ title: 'Call back', due: '17 Feb' }).success, false)
  assert.equal(NewTask.parse({ title: ' Call back ', due: today }).title, 'Call back')
})
