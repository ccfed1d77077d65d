// What a need is and what may become of it (INV-25). Practice rules only: no database, no HTTP.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'

export const Disposition = z.enum(['open', 'met', 'deferred', 'declined_by_client', 'no_service_available'])
export type Disposition = z.infer<typeof Disposition>

export const NeedSource = z.enum(['client', 'support', 'assessment', 'screening', 'referral', 'observation'])
export type NeedSource = z.infer<typeof NeedSource>

const code = z.object({ system: z.string().trim().min(1).max(200), code: z.string().trim().min(1).max(50), display: z.string().trim().max(200) })
const rank = z.number().int().min(1).max(99).nullable()
const fields = {
  clientWords: z.string().trim().max(500),
  statement: z.string().trim().min(1, 'Say what the need is.').max(500),
  domain: z.string().trim().min(1).max(60),
  codes: z.array(code).max(10),
  source: NeedSource,
  evidence: z.string().trim().max(1000),
  assessmentId: z.uuid().nullable(),
  clientRank: rank,
  safetyRank: rank,
}

/** A need, problem or opportunity as it is first written down: always a concern, however sure the screen is. */
export const NewNeed = z.object({
  ...fields,
  clientWords: fields.clientWords.default(''),
  codes: fields.codes.default([]),
  source: fields.source.default('client'),
  evidence: fields.evidence.default(''),
  assessmentId: fields.assessmentId.default(null),
  clientRank: rank.default(null),
  safetyRank: rank.default(null),
})
export type NewNeed = z.infer<typeof NewNeed>

/** An edit names only what changes; what is left out stays. */
export const NeedChange = z.object(fields).partial()
export type NeedChange = z.infer<typeof NeedChange>

/** Who agreed that this is a need: the client, or the person who may speak for them, and in what words. */
export const Concurrence = z.object({
  by: z.enum(['client', 'representative']),
  clientWords: z.string().trim().max(500).default(''),
})
export type Concurrence = z.infer<typeof Concurrence>

export const Settlement = z.object({
  disposition: Disposition,
  reason: z.string().trim().max(1000).default(''),
})
export type Settlement = z.infer<typeof Settlement>

export interface Need extends NewNeed {
  id: string
  caseId: string
  certainty: 'concern' | 'confirmed'
  concurredBy: Concurrence['by'] | null
  confirmedOn: string | null
  disposition: Disposition
  dispositionReason: string | null
  dispositionOn: string | null
  version: number
}

/** INV-25: a concern becomes a need when the client, or their representative, agrees that it is one. */
export function confirm(need: Need, { by, clientWords }: Concurrence, today: string): Need {
  if (need.certainty === 'confirmed') refuse('need.already-confirmed', 'This need is already confirmed.')
  if (need.disposition === 'declined_by_client') refuse('need.declined', declinedStays)
  return { ...need, certainty: 'confirmed', concurredBy: by, confirmedOn: today, clientWords: clientWords || need.clientWords }
}

const declinedStays = 'The client declined help with this, and that stands. If they ask for it again, write it down as a new need.'

/**
 * What became of a need. Declining is the client's decision and an end, not a fault (INV-25).
 * Refuses `need.declined`, `need.no-reason`, `need.not-confirmed`.
 */
export function settle(need: Need, { disposition, reason }: Settlement, today: string): Need {
  if (need.disposition === 'declined_by_client') refuse('need.declined', declinedStays)
  if (disposition === 'open')
    return { ...need, disposition, dispositionReason: null, dispositionOn: null }
  if (reason === '') refuse('need.no-reason', 'Say in a few words why, so that the next reader understands.')
  if (need.certainty === 'concern' && disposition === 'met')
    refuse('need.not-confirmed', 'Talk it over with the client first: a concern is confirmed before it can be met.')
  return { ...need, disposition, dispositionReason: reason, dispositionOn: today }
}

/** The client's own order first, then safety, then what was written down first. */
export function inOrder(a: Need, b: Need): number {
  return last(a.clientRank) - last(b.clientRank) || last(a.safetyRank) - last(b.safetyRank)
}

const last = (rank: number | null) => rank ?? 100

/** What the assessment found in areas that no need speaks of yet: offered as concerns, never written down by themselves (INV-25). */
export function notYetANeed<Area extends { domain: string; outcome: string | null }>(areas: readonly Area[], needs: readonly Pick<Need, 'domain'>[]): Area[] {
  return areas.filter(({ domain, outcome }) => outcome === 'finding' && !needs.some((need) => need.domain === domain))
}
