// A legal hold on what is kept about a client: why it was placed, why it was lifted.
import { z } from 'zod'

export const NewHold = z.object({ id: z.uuid().optional(), reason: z.string().trim().min(3, 'Say why.').max(1000) })
export type NewHold = z.infer<typeof NewHold>
export const Lifting = z.object({ reason: z.string().trim().min(3, 'Say why.').max(1000) })
export type Lifting = z.infer<typeof Lifting>

export interface Hold {
  id: string
  clientId: string
  clientName: string
  reason: string
  placedAt: string
  placedByName: string | null
  liftedAt: string | null
  liftedByName: string | null
  liftReason: string | null
  version: number
}
