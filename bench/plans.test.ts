// No hot query scans a table: every statement of every hot request, planned for ten thousand clients under the asker's own row-level security.
// `npm run bench -- --clients 100000` asks the same of a hundred thousand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../test/world.ts'
import { generate, type Load } from './generate.ts'
import { hotRequests } from './hot.ts'
import { bigTables, complaints, complaintsAbout } from './plans.ts'

let w: World
let load: Load
let big: Set<string>
before(async () => {
  w = await world()
  load = await generate(w)
  big = await bigTables(w)
})
after(() => w.close())

test('the amounts are there', () => {
  const tables = [
    'client',
    'case_record',
    'case_team',
    'task',
    'contact',
    'case_event',
    'goal',
    'assessment',
    'plan',
    'client_search_token',
    'audit_event',
  ]
  assert.deepEqual(
    tables.filter((table) => !big.has(table)),
    [],
  )
})

test('the check can fail: a search by an unindexed column scans, and a smaller budget of pages is exceeded', async () => {
  const [hot] = hotRequests(load)
  assert.ok(hot)
  const scanning = { text: 'select id from client where pronouns = $1', values: ['they'] }
  assert.match((await complaintsAbout(w, hot, scanning, { big })).join(), /scans client/)
  assert.match((await complaintsAbout(w, hot, scanning, { big: new Set(), budget: 10 })).join(), /touches \d+ pages/)
})

test('every hot request answers, and none of its statements scans a table of a thousand rows or more or touches more pages than its budget', async () => {
  assert.deepEqual(await complaints(w, hotRequests(load)), [])
})
