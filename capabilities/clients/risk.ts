// Flags that warn colleagues of a risk. A flag is a claim about a person: it needs facts, an author and a day on which it is looked at again (INV-05).
import { z } from 'zod'
import { addCivilDays } from '../../platform/time/civil.ts'
import { Day } from '../../platform/time/day.ts'
import { riskKinds } from './codes.ts'

export { riskKinds }

/** The longest a flag may stand without being looked at again. */
const longestReviewDays = 365

export const NewRiskFlag = z.object({
  kind: z.enum(riskKinds),
  basis: z.string().trim().min(20, 'Say what happened, when, and who saw it: a flag needs facts.').max(2000),
  advice: z.string().trim().max(500).default(''),
  reviewOn: Day,
})
export type NewRiskFlag = z.infer<typeof NewRiskFlag>

export interface RiskFlag extends NewRiskFlag {
  id: string
  clientId: string
  raisedOn: string
  createdBy: string | null
  endedOn: string | null
  endedReason: string | null
  version: number
}

/** A flag with where it stands today. */
export interface JudgedRisk extends RiskFlag {
  standing: 'standing' | 'for-review' | 'ended'
}

/** INV-05: after its review day a flag no longer warns anybody; it asks to be looked at. */
export function standingOf(flag: Pick<RiskFlag, 'reviewOn' | 'endedOn'>, on: string): 'standing' | 'for-review' | 'ended' {
  if (flag.endedOn !== null && flag.endedOn <= on) return 'ended'
  return flag.reviewOn < on ? 'for-review' : 'standing'
}

export function reviewDayIsSoonEnough(reviewOn: string, raisedOn: string): boolean {
  return raisedOn < reviewOn && reviewOn <= addCivilDays(raisedOn, longestReviewDays)
}
