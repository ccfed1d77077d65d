// What may not stand in the general record: counselling notes, where a shelter is. Kept sealed, read by the case's own team for a stated reason.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'

/** counselling: psychotherapy and SUD counselling process notes (45 CFR 164.501; 42 CFR 2.11), which need a permission of their own. */
export const restrictedKinds = ['counselling', 'shelter-location', 'safety', 'other'] as const
export type RestrictedKind = (typeof restrictedKinds)[number]

export const NewRestrictedNote = z.object({
  kind: z.enum(restrictedKinds),
  text: z.string().trim().min(1, 'Write what is to be kept.').max(20_000),
})
export type NewRestrictedNote = z.infer<typeof NewRestrictedNote>

export const Opening = z.object({ reason: z.string().trim().min(3, 'Say why you need it.').max(300) })
export type Opening = z.infer<typeof Opening>

/** A line without its words. */
export interface RestrictedNote {
  id: string
  kind: RestrictedKind
  writtenAt: string
  writtenByName: string | null
}

/** Refuses `restricted-note.team-only`: not supervisors, not quality, and nobody whom an emergency let in. */
export function mustBeOnTeam(onTeam: boolean): void {
  if (!onTeam) refuse('restricted-note.team-only', 'Only somebody on the case’s own team can write or read restricted notes.', { status: 403 })
}
