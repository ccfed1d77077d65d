// Ten rounds of `npm run drill -- kill`, and the control: a database that answers before it has saved must be found out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runDrill } from './run.testing.ts'

test('nothing acknowledged is lost or doubled by ten hard kills of server, job runner and database', async () => {
  const { holds, said } = await runDrill('kill', '--rounds', '10')
  assert.ok(holds, said)
  assert.match(said, /events, each reacted to once: 0 missing, 0 doubled/)
})

test('control: commits answered before they are on disk are found lost', async () => {
  const { holds, said } = await runDrill('kill', '--rounds', '3', '--careless')
  assert.equal(holds, false, said)
  assert.match(said, /acknowledged saves are lost/)
})
