import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentOf } from './content.ts'
import { differenceOf } from './difference.ts'
import { NewGoal, type Goal } from './goal.ts'
import { NewIntervention, report, type Intervention } from './intervention.ts'
import { NewNeed, type Need } from './need.ts'
import { answeredBy, Party } from './party.ts'
import { missingForAgreement, Narrative, type WorkingPlan } from './plan.ts'

const id = (n: number) => `0198f000-0000-7000-8000-00000000000${n}`
const places = { plan: '/clients/c1/plan/edit', assessments: '/clients/c1/assessments' }
const need: Need = {
  ...NewNeed.parse({ statement: 'Blood sugar out of range', domain: 'physical-health', clientRank: 1 }),
  id: id(1), caseId: 'c', certainty: 'confirmed', concurredBy: 'client', confirmedOn: '2026-02-20',
  disposition: 'open', dispositionReason: null, dispositionOn: null, version: 1,
}
const goal: Goal = {
  ...NewGoal.parse({ clientWords: 'No dialysis', measure: 'A1c', targetDate: '2026-08-31', owner: { kind: 'client' }, needIds: [id(1)] }),
  id: id(2), caseId: 'c', lifecycleStatus: 'proposed', achievementStatus: null, startedOn: null, endedOn: null, endedBecause: null,
  scale: null, level: null, scoredOn: null, version: 1,
}
const step: Intervention = {
  ...NewIntervention.parse({ goalId: id(2), description: 'Check sugar each morning', accountable: { kind: 'support', name: 'Minh Tran' } }),
  id: id(3), caseId: 'c', status: 'planned', outcome: null, endedOn: null, version: 1,
}
const narrative = Narrative.parse({ participation: 'took-part', importantTo: 'Family meals' })
const plan: WorkingPlan = { narrative, needs: [need], goals: [goal], interventions: [step], services: [] }
const codes = (working: WorkingPlan, assessmentId: string | null = 'a') => missingForAgreement(working, assessmentId, places).map(({ code }) => code)

test('3.3 a complete plan can be agreed', () => assert.deepEqual(codes(plan), []))

test('3.3 the refusal lists everything that is missing, each with the place where it is done', () => {
  const bare: Goal = { ...goal, measure: '', targetDate: null, owner: null, needIds: [] }
  const missing = missingForAgreement({ ...plan, narrative: Narrative.parse({}), goals: [bare] }, null, places)
  assert.deepEqual(missing.map(({ code }) => code), [
    'plan.no-assessment', 'need.unanswered', 'goal.no-need', 'goal.no-measure', 'goal.no-target-date', 'goal.no-owner', 'plan.no-participation',
  ])
  assert.ok(missing.every(({ href, message }) => href?.startsWith('/clients/c1/') && message.endsWith('.')))
  assert.equal(missing[1]!.href, `/clients/c1/plan/edit#${need.id}`)
})

test('INV-25 a confirmed need has a goal or a disposition; a concern does not hold up the plan', () => {
  const alone = (change: Partial<Need>) => codes({ ...plan, needs: [{ ...need, ...change }], goals: [{ ...goal, needIds: [], isClientWish: true }] })
  assert.deepEqual(alone({}), ['need.unanswered'])
  assert.deepEqual(alone({ certainty: 'concern' }), [])
  for (const disposition of ['met', 'deferred', 'declined_by_client', 'no_service_available'] as const) assert.deepEqual(alone({ disposition }), [])
  assert.deepEqual(codes({ ...plan, goals: [{ ...goal, lifecycleStatus: 'cancelled' }] }), ['plan.no-goals', 'need.unanswered'])
})

test('INV-26 a goal answers a need or is the client’s wish, and measurement may be declined with the reason', () => {
  assert.deepEqual(codes({ ...plan, needs: [], goals: [{ ...goal, needIds: [] }] }), ['goal.no-need'])
  assert.deepEqual(codes({ ...plan, needs: [], goals: [{ ...goal, needIds: [], isClientWish: true }] }), [])
  assert.deepEqual(codes({ ...plan, goals: [{ ...goal, measure: '', measureDeclinedReason: 'He does not want numbers' }] }), [])
  const unset = { id: 's', revision: 1, texts: ['a', 'b', 'c', 'd', 'e'] as [string, string, string, string, string], weight: 1, baseline: null, baselineOn: null, baselineBy: null }
  assert.deepEqual(codes({ ...plan, goals: [{ ...goal, scale: unset }] }), ['goal.no-baseline'])
})

test('INV-28 a step has exactly one accountable party; others assist', () => {
  const party = (value: object) => Party.safeParse(value).success
  assert.equal(party({ kind: 'client' }), true)
  assert.equal(party({ kind: 'provider', name: 'Dr. Pham' }), true)
  assert.equal(party({ kind: 'provider' }), false)
  assert.equal(party({ kind: 'client', name: 'Minh Tran' }), false)
  assert.equal(party({ kind: 'support', name: 'Minh Tran', staffId: crypto.randomUUID() }), false)
  assert.equal(party({ kind: 'everybody' }), false)
  assert.equal(answeredBy(Party.parse({ kind: 'case-manager' }), 'maya').staffId, 'maya')
  assert.deepEqual(codes({ ...plan, interventions: [{ ...step, accountable: { kind: 'support', staffId: null, name: null } }] }), ['intervention.no-accountable'])
})

test('a step that ends says what came of it, once', () => {
  assert.throws(() => report(step, { status: 'completed', outcome: '' }, '2026-03-09'), { code: 'intervention.no-outcome' })
  const done = report(step, { status: 'completed', outcome: 'He checks daily' }, '2026-03-09')
  assert.equal(done.endedOn, '2026-03-09')
  assert.throws(() => report(done, { status: 'cancelled', outcome: 'x' }, '2026-03-10'), { code: 'intervention.already-ended' })
})

const names = new Map([['s1', 'Laura Finch']])
const content = (working: WorkingPlan) => contentOf(working, 'Linda Tran', names)

test('a version writes names out, keeps confirmed needs and leaves progress aside', () => {
  const mine: Intervention = { ...step, id: id(4), accountable: { kind: 'case-manager', staffId: 's1', name: null } }
  const text = content({ ...plan, needs: [need, { ...need, id: id(9), certainty: 'concern' }], interventions: [step, mine] })
  assert.deepEqual(text.interventions.map(({ accountable }) => accountable.name), ['Minh Tran', 'Laura Finch'])
  assert.deepEqual(text.goals[0]!.owner, { kind: 'client', name: 'Linda Tran' })
  assert.deepEqual(text.needs.map((each) => each.id), [need.id])
  const moved = { ...plan, goals: [{ ...goal, lifecycleStatus: 'active' as const, level: 1 as const, achievementStatus: 'achieved' as const }], interventions: [{ ...step, status: 'in-progress' as const }] }
  assert.deepEqual(differenceOf(content(plan), content(moved)), [])
})

test('INV-29 SC-03 A3: the difference lists only what was changed, in words', () => {
  const service = { ...base, id: id(5), scope: 'Shower chair' }
  const after = { ...plan, services: [service], interventions: [{ ...step, frequency: 'each week' }] }
  assert.deepEqual(differenceOf(content(plan), content(after)), [
    { change: 'changed', kind: 'intervention', id: step.id, title: step.description, fields: [{ field: 'frequency', before: '', after: 'each week' }] },
    { change: 'added', kind: 'service', id: service.id, title: 'Shower chair', fields: [] },
  ])
  assert.deepEqual(differenceOf(content(after), content(plan)).map(({ change }) => change), ['changed', 'removed'])
  assert.deepEqual(differenceOf(content(plan), content(plan)), [])
  assert.deepEqual(differenceOf(null, content(plan)).map(({ change, kind }) => `${change} ${kind}`), ['added narrative', 'added need', 'added goal', 'added intervention'])
})

test('INV-29 a difference names needs, goals and people rather than their ids', () => {
  const owned = { ...plan, goals: [{ ...goal, needIds: [], isClientWish: true, owner: { kind: 'support' as const, staffId: null, name: 'Minh Tran' } }] }
  const [changed] = differenceOf(content(plan), content(owned))
  assert.deepEqual(changed!.fields.toSorted((a, b) => a.field.localeCompare(b.field)), [
    { field: 'isClientWish', before: 'false', after: 'true' },
    { field: 'needs', before: 'Blood sugar out of range', after: '' },
    { field: 'owner', before: 'Linda Tran', after: 'Minh Tran' },
  ])
})

const base = {
  caseId: 'c', goalId: null, isPaid: true, provider: 'Harbor DME', amount: null, unit: null, frequency: '', duration: '', funding: '',
  startsOn: null, endsOn: null, withdrawnOn: null, withdrawnBecause: null, version: 1,
}
