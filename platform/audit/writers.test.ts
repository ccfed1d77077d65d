// Thirty-two people writing at once: every committed event is sealed exactly once, and the count notices when one is not. Longer: `npm run drill -- writers`.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { manyWriters } from './testing/writers.ts'

let w: World
before(async () => void (w = await world()))
after(() => w.close())

test('32 writers with rollbacks and slow transactions: each committed event is sealed once, nothing else is', async () => {
  const { committed, rolledBack, sealed, missing, twice, surplus, checkpoints, alarms } = await manyWriters(w, {
    writers: 32,
    seconds: 3,
  })
  assert.deepEqual({ sealed, missing, twice, surplus }, { sealed: committed, missing: 0, twice: 0, surplus: 0 })
  assert.ok(committed > 100 && rolledBack > 0 && checkpoints > 1, `${committed} committed, ${rolledBack} rolled back`)
  assert.deepEqual(
    alarms.filter((each) => !each.includes('falls behind')),
    [],
  )
})

test('the count can fail: one leaf less is noticed', async () => {
  const { missing } = await manyWriters(w, { writers: 2, seconds: 0.3, forget: true })
  assert.equal(missing, 1)
})
