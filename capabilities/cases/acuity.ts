// How much a case needs, as four levels with weights, and what a person can carry (practice-model 5.2).
import { z } from 'zod'

export const AcuityLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type AcuityLevel = z.infer<typeof AcuityLevel>

export const NewAcuity = z.object({ level: AcuityLevel, why: z.string().trim().min(3, 'Say why this level.').max(1000) })
export type NewAcuity = z.infer<typeof NewAcuity>
export interface Acuity extends NewAcuity {
  id: string
  recordedAt: string
  staffId: string | null
  staffName: string | null
}

/** Tenths of a point: 4.0, 2.5, 1.5, 1.0. */
export const weightTenths: Record<AcuityLevel, number> = { 4: 40, 3: 25, 2: 15, 1: 10 }
/** Until somebody looked, a case counts as moderate. */
export const unlevelledWeightTenths = 15

export const weightOf = (level: number | null): number => (AcuityLevel.safeParse(level).success ? weightTenths[AcuityLevel.parse(level)] : unlevelledWeightTenths)

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
    const parsed = AcuityLevel.safeParse(level)
    byLevel[parsed.success ? parsed.data : 'none'] += 1
  }
  return { pointsTenths, byLevel }
}

/** Business days until the first attempt: 2, and 1 for the intensive level (U3). */
export const firstAttemptDays = (level: number | null | undefined): number => (level === 4 ? 1 : 2)
