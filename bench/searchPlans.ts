// How PostgreSQL answers each shape of a search under the asker's own row-level security: see plans.ts.
import type { World } from '../test/world.ts'
import { ask } from './ask.ts'
import type { Hot } from './hot.ts'
import { complaintsAbout } from './plans.ts'
import { questions } from './services.ts'
import { statementsOf } from './statements.ts'

/** Pages of 8 kB that one statement of a search may touch, however many services there are. */
export const searchBudget = 1_500

/** A table of fewer pages than this may rightly be read whole; the budget counts its pages all the same. */
const smallPages = 1_000
async function bigTables(w: World): Promise<Set<string>> {
  const rows = await w.asOwner(`select relname from pg_class where relkind = 'r' and relpages > ${smallPages}`)
  return new Set(rows.map(({ relname }) => relname))
}

export async function complaintsOfSearch(w: World, budget: number): Promise<string[]> {
  const big = await bigTables(w)
  const said: string[] = []
  // The first search reads the directory into memory.
  await ask(w, { name: 'anything', as: 'maya', method: 'GET', targets: [] }, { url: '/api/directory/search' })
  for (const { name, ...asked } of questions) {
    const search = encodeURIComponent(JSON.stringify(asked))
    const target = { url: '/api/directory/search' }
    const hot: Hot = { name, as: 'maya', method: 'GET', targets: [target], search }
    const { all } = await statementsOf(async () => {
      const { status } = await ask(w, hot, target)
      if (status !== 200) said.push(`${name}: ${status}`)
    })
    for (const statement of all) said.push(...(await complaintsAbout(w, hot, statement, { big, budget })))
  }
  return said
}
