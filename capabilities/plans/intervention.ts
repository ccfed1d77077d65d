// The steps of a plan: what is done toward a goal, by whom, by when, how often, and what came of it (INV-28).
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { Day } from '../../platform/time/day.ts'
import { Party } from './party.ts'

const fields = {
  goalId: z.uuid(),
  description: z.string().trim().min(1, 'Say what will be done.').max(500),
  accountable: Party,
  assisting: z.array(Party).max(10),
  due: Day.nullable(),
  frequency: z.string().trim().max(100),
}
export const NewIntervention = z.object({
  ...fields,
  assisting: fields.assisting.default([]),
  due: fields.due.default(null),
  frequency: fields.frequency.default(''),
})
export type NewIntervention = z.infer<typeof NewIntervention>

/** An edit names only what changes; what is left out stays. */
export const InterventionChange = z.object(fields).partial()
export type InterventionChange = z.infer<typeof InterventionChange>

export const InterventionOutcome = z.object({
  status: z.enum(['in-progress', 'completed', 'cancelled']),
  outcome: z.string().trim().max(1000).default(''),
})
export type InterventionOutcome = z.infer<typeof InterventionOutcome>

export interface Intervention extends NewIntervention {
  id: string
  caseId: string
  status: 'planned' | InterventionOutcome['status']
  outcome: string | null
  endedOn: string | null
  version: number
}

/** Refuses `intervention.already-ended` and `intervention.no-outcome`: an end says what came of it. */
export function report(intervention: Intervention, { status, outcome }: InterventionOutcome, today: string): Intervention {
  if (intervention.endedOn) refuse('intervention.already-ended', 'This step has already ended.')
  const ends = status !== 'in-progress'
  if (ends && outcome === '') refuse('intervention.no-outcome', 'Say in a few words what came of it.')
  return { ...intervention, status, outcome: outcome || intervention.outcome, endedOn: ends ? today : null }
}

export const isUnderWay = ({ endedOn }: Pick<Intervention, 'endedOn'>): boolean => endedOn === null
