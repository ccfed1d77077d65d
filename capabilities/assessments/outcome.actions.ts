// What instruments say about change: for each, the first and the last score of the person. Closures ask for it.
import type { CaseWork } from '../../platform/work.ts'
import { assessmentsOf } from './overview.store.ts'
import { scoresOf } from './score.store.ts'

export interface Outcome {
  instrument: string
  key: string
  first: { value: number; on: string }
  /** Null where the instrument was used once: there is nothing to compare. */
  last: { value: number; on: string } | null
}

/** INV-24: only scores of the same instrument in the same version stand beside each other. */
export async function outcomesOf({ tx, clientId }: CaseWork): Promise<Outcome[]> {
  const [lines, scores] = await Promise.all([assessmentsOf(tx, clientId), scoresOf(tx, clientId)])
  const titleOf = new Map(lines.map((each) => [each.instrumentId, each.title]))
  const series = Map.groupBy(scores.filter((each) => each.value !== null), (each) => `${each.instrumentId} ${each.key}`)
  return [...series.values()].flatMap((made) => {
    const [first, last] = [made[0], made.at(-1)]
    if (!first || !last) return []
    const at = (score: typeof first) => ({ value: score.value ?? 0, on: score.assessedOn })
    return [{ instrument: titleOf.get(first.instrumentId) ?? first.key, key: first.key, first: at(first), last: made.length > 1 ? at(last) : null }]
  })
}
