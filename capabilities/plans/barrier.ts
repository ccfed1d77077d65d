// What stands between the client and a goal: whose it is to move, how old it is, and how it was resolved.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { daysBetween } from '../../platform/time/civil.ts'
import { Day } from '../../platform/time/day.ts'
import { Party } from './party.ts'

export const BarrierType = z.enum([
  'client', 'caregiver', 'provider', 'payer', 'employer', 'system', 'access', 'language', 'transport', 'cost', 'other',
])
export type BarrierType = z.infer<typeof BarrierType>

const fields = {
  statement: z.string().trim().min(1, 'Say what is in the way.').max(500),
  type: BarrierType,
  owner: Party,
  goalIds: z.array(z.uuid()).max(20),
}
export const NewBarrier = z.object({ ...fields, goalIds: fields.goalIds.default([]), raisedOn: Day.optional() })
export type NewBarrier = z.infer<typeof NewBarrier>

/** An edit names only what changes; what is left out stays. */
export const BarrierChange = z.object(fields).partial()
export type BarrierChange = z.infer<typeof BarrierChange>

export const Resolution = z.object({ resolution: z.string().trim().min(1, 'Say how it was resolved.').max(1000) })
export type Resolution = z.infer<typeof Resolution>

export interface Barrier extends Omit<NewBarrier, 'raisedOn'> {
  id: string
  caseId: string
  raisedOn: string
  resolvedOn: string | null
  resolution: string | null
  version: number
}

/** Civil days the barrier has stood, or stood until it was resolved. */
export const ageDays = ({ raisedOn, resolvedOn }: Pick<Barrier, 'raisedOn' | 'resolvedOn'>, today: string): number =>
  daysBetween(raisedOn, resolvedOn ?? today)

/** Refuses `barrier.already-resolved`. */
export function resolve(barrier: Barrier, { resolution }: Resolution, today: string): Barrier {
  if (barrier.resolvedOn) refuse('barrier.already-resolved', 'This barrier is already resolved. If it is back, write it down as a new one.')
  return { ...barrier, resolvedOn: today, resolution }
}

/** Refuses `barrier.in-the-future`: a barrier has an age, so it cannot start tomorrow. */
export function raisedOn({ raisedOn: wanted = '' }: Pick<NewBarrier, 'raisedOn'>, today: string): string {
  if (wanted > today) refuse('barrier.in-the-future', 'A barrier is written down once it is there: choose today or a day before.')
  return wanted || today
}
