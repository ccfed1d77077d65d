// The database agrees with the oracle: every combination of facts, one table of each kind of policy, by SQL under the application's role. `npm run drill -- access` asks of every table, in every combination.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world } from '../world.ts'
import { compareAll, prepareAdding, type Cover } from './asking.ts'
import { askers, receives, someShapes } from './facts.ts'
import { survivors } from '../../drill/access.ts'
import { mutants } from './mutants.ts'
import { populate } from './population.ts'
import { addable, oneOfEach } from './tables.ts'

let cover: Cover
const asking = askers([0, 3, 7])
const few = asking.filter(({ clearance }) => clearance === 0)

before(async () => {
  const w = await world()
  const all = someShapes()
  cover = { w, shapes: all, tables: new Map() }
  cover.tables = await populate(w, all, asking)
})
after(() => cover.w.close())

test('every asker × relation × program × exclusion × seal × label × consent × kind of table: what is read', async () => {
  const { decisions, disagreements } = await compareAll(cover, asking.slice(0, 14), 'read', oneOfEach)
  assert.deepEqual(disagreements, [])
  assert.ok(decisions > 100_000, String(decisions))
})

test('what is changed', async () => {
  const { disagreements } = await compareAll(cover, [...few.slice(0, 3), ...few.filter(receives)], 'change', oneOfEach)
  assert.deepEqual(disagreements, [])
})

test('what is added', async () => {
  const some = addable.filter(({ name }) => ['case_team', 'contact'].includes(name))
  await prepareAdding(cover, some)
  assert.deepEqual((await compareAll(cover, few.slice(0, 1), 'add', some)).disagreements, [])
})

test('the proof can fail: faults seeded into the rules are noticed', async () => {
  const chosen = mutants.filter((_, index) => index % 4 === 0)
  assert.deepEqual(await survivors(cover, few, chosen), [])
})

test('each fault that shows a receiver what was sent to somebody else, or not any more, is noticed', async () => {
  const chosen = mutants.filter(({ name, tables }) => tables.includes('service_referral') || name.includes('receiver'))
  assert.ok(chosen.length >= 9)
  assert.deepEqual(await survivors(cover, few.filter(receives), chosen), [])
})
