// What a supervisor sees of each colleague, and when somebody carries too much. Practice rules only.
import type { Role } from '../../platform/access/permissions.ts'
import type { Standing } from '../team/credential.ts'

export interface TeamLine {
  id: string
  name: string
  credentialLine: string
  roles: Role[]
  status: 'active' | 'inactive'
  openCases: number
  /** Tenths of a point: 475 is 47.5 (practice-model 5.2). */
  pointsTenths: number
  capacityPoints: number
  late: number
  safety: number
  openTasks: number
  credential: { title: string; jurisdiction: string | null; expiresOn: string | null; standing: Standing } | null
}
export interface TeamOverview {
  programs: { id: string; name: string }[]
  people: TeamLine[]
  totals: { openCases: number; late: number; safety: number; overCapacity: number }
}

/** Above the points somebody may carry; exactly at them is not above. */
export const isOver = ({ pointsTenths, capacityPoints }: Pick<TeamLine, 'pointsTenths' | 'capacityPoints'>): boolean => pointsTenths > capacityPoints * 10

/** Cases are answered for by somebody whose credential has ended: they are moved, or it is renewed (INV-09). */
export const answersWithoutCredential = ({ openCases, credential }: Pick<TeamLine, 'openCases' | 'credential'>): boolean =>
  openCases > 0 && (credential === null || credential.standing === 'expired' || credential.standing === 'withdrawn')

/** Those whom waiting harms come first: safety, a missing credential, late work, too much work, then by name. */
export function byConcern(a: TeamLine, b: TeamLine): number {
  const key = (line: TeamLine) => [line.safety > 0 ? 0 : 1, answersWithoutCredential(line) ? 0 : 1, -line.late, isOver(line) ? 0 : 1]
  const [left, right] = [key(a), key(b)]
  const place = left.findIndex((each, index) => each !== right[index])
  return place === -1 ? a.name.localeCompare(b.name) : (left[place] ?? 0) - (right[place] ?? 0)
}

export function totalsOf(people: readonly TeamLine[]): TeamOverview['totals'] {
  const sum = (of: (line: TeamLine) => number) => people.reduce((all, line) => all + of(line), 0)
  return { openCases: sum(({ openCases }) => openCases), late: sum(({ late }) => late), safety: sum(({ safety }) => safety), overCapacity: people.filter(isOver).length }
}
