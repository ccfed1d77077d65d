// No hot query scans a table: every statement of every hot request, planned for ten thousand clients under the asker's own row-level security.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CompiledQuery } from 'kysely'
import { world, type World } from '../test/world.ts'
import { generate, type Load } from './generate.ts'
import { hotRequests, type Hot } from './hot.ts'
import { statementsOf, type Statement } from './statements.ts'

let w: World
let load: Load
let big: Set<string>
before(async () => {
  w = await world()
  load = await generate(w)
  const rows = await w.asOwner(`select relname from pg_class where relkind = 'r' and reltuples > 1000`)
  big = new Set(rows.map(({ relname }: { relname: string }) => relname))
})
after(() => w.close())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Loops'?: number
  Plans?: Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

async function scansOf(hot: Hot, { text, values }: Statement): Promise<string[]> {
  return w.work(hot.as, async ({ tx }) => {
    // Only what runs counts: a policy carries alternatives that a person without a case never needs.
    const runs = /^\s*(with|select)\b/i.test(text) ? 'analyze, timing off, ' : ''
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      CompiledQuery.raw(`explain (${runs}format json) ${text}`, values),
    )
    const nodes = Object.values(rows[0] ?? {}).flatMap((found) =>
      (found as [{ Plan: Plan }]).flatMap(({ Plan }) => nodesOf(Plan)),
    )
    const scans = nodes.filter(
      (node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] !== 0 && big.has(node['Relation Name'] ?? ''),
    )
    return scans.map((node) => `${hot.name} scans ${node['Relation Name']}: ${text.slice(0, 2000)}`)
  })
}

test('the amounts are there', () => {
  for (const table of [
    'client',
    'case_record',
    'case_team',
    'task',
    'contact',
    'case_event',
    'goal',
    'client_search_token',
    'audit_event',
  ])
    assert.ok(big.has(table), table)
})

test('the check can fail: a search by an unindexed column scans', async () => {
  const hot = hotRequests(load)[0]!
  assert.equal((await scansOf(hot, { text: 'select id from client where pronouns = $1', values: ['they'] })).length, 1)
})

test('every hot request answers, and none of its statements scans a table of a thousand rows or more', async () => {
  const broken: string[] = []
  for (const hot of hotRequests(load)) {
    const { all } = await statementsOf(async () => {
      const { status, body } =
        hot.method === 'GET'
          ? await w.as(hot.as).get(hot.url, hot.search ? { 'x-search': hot.search } : {})
          : await w.as(hot.as).post(hot.url, hot.body)
      if (status >= 300) broken.push(`${hot.name}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
    })
    if (all.length === 0) broken.push(`${hot.name}: nothing was heard`)
    if (hot.sweeps) continue
    for (const statement of all.filter(({ text }) => /^\s*(with|select|insert|update)\b/i.test(text)))
      broken.push(...(await scansOf(hot, statement)))
  }
  assert.deepEqual([...new Set(broken)], [])
})
