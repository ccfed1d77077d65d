// 2,000 requests of `npm run drill -- fuzz`, and the control: a route that fails inside must be found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runDrill } from './run.testing.ts'

test('2,000 malformed requests: no 5xx, no internals, nothing stored', async () => {
  const { holds, said } = await runDrill('fuzz', '--count', '2000')
  assert.ok(holds, said)
})

test('control: a route that takes anything and fails inside is found', async () => {
  const { holds, said } = await runDrill('fuzz', '--count', '1500', '--careless')
  assert.equal(holds, false, said)
  assert.match(said, /careless.* → 500/)
})
