// Who answers for a step, a goal or a barrier: exactly one party (INV-28). Others may assist, they do not answer.
import { z } from 'zod'

export const PartyKind = z.enum(['case-manager', 'client', 'support', 'provider', 'payer', 'employer'])
export type PartyKind = z.infer<typeof PartyKind>

/** A case manager is a member of staff; the client needs no name; everyone else is named. Without a staff id the writer answers. */
export const Party = z
  .object({
    kind: PartyKind,
    staffId: z.uuid().nullable().default(null),
    name: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .superRefine((party, context) => {
    const problem = partyProblem(party)
    if (problem) context.addIssue({ code: 'custom', path: ['name'], message: problem })
  })
export type Party = z.infer<typeof Party>

/** What stands in the way of one clear answer to “who does this?” (INV-28), or null when there is one. */
export function partyProblem({ kind, staffId, name }: Party): string | null {
  const isNamed = kind !== 'case-manager' && kind !== 'client'
  if (isNamed && !name) return 'Say who it is: a name, or the organization.'
  if (!isNamed && name) return 'Choose one party who answers for this; name the others as assisting.'
  if (kind !== 'case-manager' && staffId) return 'Choose one party who answers for this; name the others as assisting.'
  return null
}

/** The same party, with the writer filled in where a case manager answers and nobody was named. */
export function answeredBy<P extends Party | null>(party: P, staffId: string): P {
  return party?.kind === 'case-manager' && !party.staffId ? { ...party, staffId } : party
}
