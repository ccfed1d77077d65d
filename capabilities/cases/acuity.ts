// How much a case needs, as one of four levels with the reason (practice-model 5.2). What levels weigh is in weight.ts.
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
