// A few seconds of `npm run drill -- restore`. Its controls (a folder in use, a damaged file) are part of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runDrill } from './run.testing.ts'

test('a backup made under load restores to its end, table by table, and to a moment in between', async () => {
  const { holds, said } = await runDrill('restore', '--seconds', '4')
  assert.ok(holds, said)
})
