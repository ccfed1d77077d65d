// Every combination of facts × every table against the oracle, by SQL as the application; then faults seeded into the rules, each of which must be noticed.
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { compareAll, prepareAdding, type Cover } from '../test/oracle/asking.ts'
import { askers, shapes, someShapes, type Asker, type Shape } from '../test/oracle/facts.ts'
import { mutants, seed } from '../test/oracle/mutants.ts'
import { populate } from '../test/oracle/population.ts'
import { addable, judged, oneOfEach } from '../test/oracle/tables.ts'
import { world } from '../test/world.ts'
import { ground } from './ground.ts'

async function covering<T>(shapes: Shape[], among: Asker[], act: (cover: Cover) => Promise<T>): Promise<T> {
  const w = await world()
  try {
    const cover: Cover = { w, shapes, tables: new Map() }
    cover.tables = await populate(w, shapes, among)
    return await act(cover)
  } finally {
    await w.close()
  }
}

/** The names of those that nobody noticed. */
export async function survivors(cover: Cover, among: Asker[], wanted = mutants): Promise<string[]> {
  const unnoticed: string[] = []
  for (const mutant of wanted) {
    const takeOut = await seed(cover.w, mutant)
    const { disagreements } = await compareAll(
      cover,
      among,
      mutant.noticedBy,
      judged.filter(({ name }) => mutant.tables.includes(name)),
      1,
    )
    await takeOut()
    if (disagreements.length === 0) unnoticed.push(mutant.name)
  }
  return unnoticed
}

async function decisions(quick: boolean): Promise<string[]> {
  const among = askers([0, 3, 7])
  return covering(quick ? someShapes() : shapes(), among, async (cover) => {
    const broken: string[] = []
    await prepareAdding(cover, addable)
    const uncleared = among.filter(({ clearance }) => clearance === 0)
    // Adding tries row by row, so it is asked of the sixth of the combinations in which everything still meets everything.
    const asked = [
      ['read', quick ? oneOfEach : judged, among, cover.shapes],
      ['change', oneOfEach, uncleared, cover.shapes],
      ['add', addable, uncleared, someShapes()],
    ] as const
    for (const [action, tables, whom, which] of asked) {
      const since = performance.now()
      const { decisions, disagreements } = await compareAll({ ...cover, shapes: which }, whom, action, tables)
      console.log(
        `${action}: ${decisions.toLocaleString('en')} decisions, ${disagreements.length} disagreements, ${((performance.now() - since) / 1000).toFixed(0)} s`,
      )
      broken.push(...disagreements)
    }
    return broken
  })
}

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, mutants: { type: 'boolean', default: false } },
  })
  if (!process.env.TEST_DATABASE_URL) await ground({})
  const broken = values.mutants ? [] : await decisions(values.quick)
  const among = askers([0, 3, 7])
  const unnoticed = await covering(someShapes(), among, (cover) => survivors(cover, among))
  console.log(`faults seeded: ${mutants.length}, unnoticed: ${unnoticed.length}`)
  if (broken.length + unnoticed.length > 0)
    throw new Error([...broken, ...unnoticed.map((name) => `nobody noticed that ${name}`)].join('\n'))
}
