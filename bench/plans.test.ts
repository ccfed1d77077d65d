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

test('the check can fail: a search by an unindexed column scans, and one that reads a table by its index touches too many pages', async () => {
  const [hot] = hotRequests(load)
  assert.ok(hot)
  assert.match(
    (await complaintsAbout(w, hot, { text: 'select id from client where pronouns = $1', values: ['they'] }, big)).join(),
    /scans client/,
  )
  const { name } = hot
  const reading = { text: 'select count(*) from audit_event where agency_id = $1', values: [w.agencyId] }
  assert.match((await complaintsAbout(w, { ...hot, name, as: 'quinn' }, reading, new Set())).join(), /touches \d+ pages/)
})

test('every hot request answers, and none of its statements scans a table of a thousand rows or more or touches more pages than its budget', async () => {
  assert.deepEqual(await complaints(w, hotRequests(load)), [])
})
