// How PostgreSQL would answer each statement of a hot request, under the asker's own row-level security: which tables it scans, how many pages it touches.
import { CompiledQuery } from 'kysely'
import type { World } from '../test/world.ts'
import { ask } from './ask.ts'
import type { Hot } from './hot.ts'
import { statementsOf, type Statement } from './statements.ts'

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Loops'?: number
  'Shared Hit Blocks'?: number
  'Shared Read Blocks'?: number
  Plans?: Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** Pages of 8 kB that one statement may touch, policies included, whatever the number of clients. */
export const pageBudget = 4_500
const scanMatters = 1_000

export const bigTables = async (w: World): Promise<Set<string>> =>
  new Set(
    (await w.asOwner(`select relname from pg_class where relkind = 'r' and reltuples > ${scanMatters}`)).map(
      ({ relname }) => relname,
    ),
  )

/** Only what runs counts: a policy carries alternatives that a person without a case never needs. Writes are planned, not run. */
async function planOf(w: World, hot: Hot, { text, values }: Statement): Promise<Plan[]> {
  return w.work(hot.as, async ({ tx }) => {
    const reads = /^\s*(with|select)\b/i.test(text) && !/^\s*with \w+ as \(insert\b/i.test(text)
    const runs = reads ? 'analyze, buffers, timing off, ' : ''
    const { rows } = await tx.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      CompiledQuery.raw(`explain (${runs}format json) ${text}`, values),
    )
    return Object.values(rows[0] ?? {}).flatMap((found) => (found as [{ Plan: Plan }]).map(({ Plan }) => Plan))
  })
}

export async function complaintsAbout(
  w: World,
  hot: Hot,
  statement: Statement,
  { big, budget = pageBudget }: { big: Set<string>; budget?: number },
): Promise<string[]> {
  const plans = await planOf(w, hot, statement)
  const said = statement.text.slice(0, 2000)
  const scans = plans
    .flatMap(nodesOf)
    .filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] !== 0 && big.has(node['Relation Name'] ?? ''))
    .map((node) => `${hot.name} scans ${node['Relation Name']}: ${said}`)
  const pages = plans.reduce((sum, plan) => sum + (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0), 0)
  return pages > budget ? [...scans, `${hot.name} touches ${pages} pages: ${said}`] : scans
}

/** Asks each hot request once, listens, and says what is wrong with the plan of anything it sent. */
export async function complaints(w: World, requests: Hot[]): Promise<string[]> {
  const big = await bigTables(w)
  const said: string[] = []
  for (const hot of requests) {
    const [target] = hot.targets
    if (!target) throw new Error(`${hot.name} asks for nothing.`)
    const { all } = await statementsOf(async () => {
      const { status, body } = await ask(w, hot, target)
      if (status >= 300) said.push(`${hot.name}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
    })
    if (all.length === 0) said.push(`${hot.name}: nothing was heard`)
    if (hot.sweeps) continue
    for (const statement of all.filter(({ text }) => /^\s*(with|select|insert|update)\b/i.test(text)))
      said.push(...(await complaintsAbout(w, hot, statement, { big })))
  }
  return [...new Set(said)]
}
