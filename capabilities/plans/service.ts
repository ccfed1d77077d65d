// Service lines of a plan, paid and unpaid: scope, amount, frequency, duration, provider and who pays (42 CFR 441.301).
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'

const sentence = (longest: number) => z.string().trim().max(longest).default('')

export const NewServiceLine = z
  .object({
    goalId: z.uuid().nullable().default(null),
    scope: z.string().trim().min(1, 'Say what the service is.').max(300),
    isPaid: z.boolean().default(true),
    provider: z.string().trim().min(1, 'Say who gives it: an organization or a person.').max(200),
    amount: z.number().int().min(1).max(1_000_000).nullable().default(null),
    unit: z.enum(['15min', 'hour', 'day', 'visit', 'trip', 'meal', 'item', 'month']).nullable().default(null),
    frequency: sentence(100),
    duration: sentence(100),
    funding: sentence(200),
    startsOn: Day.nullable().default(null),
    endsOn: Day.nullable().default(null),
  })
  .refine(({ amount, unit }) => (amount === null) === (unit === null), { path: ['unit'], message: 'An amount needs its unit: hours, visits, meals…' })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, { path: ['endsOn'], message: 'It ends before it starts.' })
export type NewServiceLine = z.infer<typeof NewServiceLine>

export interface ServiceLine extends NewServiceLine {
  id: string
  caseId: string
  withdrawnOn: string | null
  withdrawnBecause: string | null
  version: number
}

export const ServiceWithdrawal = z.object({ reason: z.string().trim().min(1, 'Say why it leaves the plan.').max(500) })
