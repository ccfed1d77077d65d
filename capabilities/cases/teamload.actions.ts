// What each person of the team carries: open cases and weighted points. The supervisor's screen asks for it.
import type { Work } from '../../platform/work.ts'
import { carriedByAll } from './teamload.store.ts'
import { loadOf, type Load } from './weight.ts'

export interface CarriedLoad extends Load {
  openCases: number
}

export async function loadsByStaff({ tx }: Work): Promise<Map<string, CarriedLoad>> {
  const byStaff = Map.groupBy(await carriedByAll(tx), ({ staffId }) => staffId)
  return new Map([...byStaff].map(([staffId, lines]) => [staffId, { ...loadOf(lines.map(({ level }) => level)), openCases: lines.length }]))
}
