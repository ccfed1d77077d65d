// What a server reads ahead is read for every agency, and a reader that fails keeps nobody else's waiting.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../test/world.ts'
import type { Capability } from './capability.ts'
import { agencyIds } from './jobs.ts'
import { readAhead } from './readAhead.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

const failing: Capability = {
  name: 'failing',
  async readAhead() {
    throw new Error('no room')
  },
}

test('each agency is read by the system; what fails is told, and the rest is read', async () => {
  const [seen, told]: [string[], unknown[]] = [[], []]
  const noting: Capability = {
    name: 'noting',
    readAhead: async ({ agencyId, staff }) => void seen.push(`${agencyId} ${staff.id}`),
  }
  await readAhead({ ...w.database, capabilities: [failing, noting] }, (error) => told.push(error)).done
  const agencies = await agencyIds(w.database.db)
  assert.deepEqual(seen.toSorted(), agencies.map((id) => `${id} system`).toSorted())
  assert.equal(told.length, agencies.length)
})

test('a server that ends waits for the one in hand and reads no other', async () => {
  const signals: AbortSignal[] = []
  const slow: Capability = {
    name: 'slow',
    readAhead: (_, ended) => new Promise((resolve) => (signals.push(ended), ended.addEventListener('abort', () => resolve()))),
  }
  const reading = readAhead({ ...w.database, capabilities: [slow, failing] }, assert.ifError)
  while (signals.length === 0) await new Promise(setImmediate)
  await reading.stop()
  assert.equal(signals.length, 1)
})
