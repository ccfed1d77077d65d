// What a case weighs by its level, and what a person carries (practice-model 5.2). Small on purpose: the home screen loads it.
export type Level = 1 | 2 | 3 | 4
const isLevel = (level: number | null): level is Level => level === 1 || level === 2 || level === 3 || level === 4

/** Tenths of a point: 4.0, 2.5, 1.5, 1.0. */
export const weightTenths: Record<Level, number> = { 4: 40, 3: 25, 2: 15, 1: 10 }
/** Until somebody looked, a case counts as moderate. */
export const unlevelledWeightTenths = 15

export const weightOf = (level: number | null): number => (isLevel(level) ? weightTenths[level] : unlevelledWeightTenths)

export interface Load {
  pointsTenths: number
  byLevel: Record<'1' | '2' | '3' | '4' | 'none', number>
}

/** The weighted caseload: each open case counts by its level. */
export function loadOf(levels: ReadonlyArray<number | null>): Load {
  const byLevel: Load['byLevel'] = { 1: 0, 2: 0, 3: 0, 4: 0, none: 0 }
  let pointsTenths = 0
  for (const level of levels) {
    pointsTenths += weightOf(level)
    byLevel[isLevel(level) ? level : 'none'] += 1
  }
  return { pointsTenths, byLevel }
}

/** Business days until the first attempt: 2, and 1 for the intensive level (U3). */
export const firstAttemptDays = (level: number | null | undefined): number => (level === 4 ? 1 : 2)
