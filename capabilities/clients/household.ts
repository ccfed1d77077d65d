// Who lives with a client, and since when. Living together opens no information (INV-06).
import { z } from 'zod'
import { Period } from './period.ts'

export const NewHouseholdMember = z.object({
  name: z.string().trim().min(1, 'Write the name.').max(200),
  role: z.enum(['head', 'spouse-or-partner', 'child', 'parent', 'other-family', 'roommate', 'staff', 'other']),
  birthYear: z.number().int().min(1900).max(2100).nullable().default(null),
  note: z.string().trim().max(300).default(''),
  ...Period.shape,
})
export type NewHouseholdMember = z.infer<typeof NewHouseholdMember>

export interface HouseholdMember extends NewHouseholdMember {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}
