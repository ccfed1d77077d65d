// The clients of the demonstration who are not in one of the stories. Invented, and plainly so: nobody is called this.
import { z } from 'zod'
import { programKeys } from './agency.ts'
import people from './people.json' with { type: 'json' }

const Neighbour = z.object({
  given: z.string(),
  family: z.string(),
  born: z.iso.date(),
  pronouns: z.string(),
  language: z.string(),
  program: z.enum(programKeys),
  /** How far the person has come. */
  standing: z.enum(['pending', 'unreached', 'declined', 'active', 'planned', 'suspended', 'closing', 'closed']),
  /** Days since the referral. */
  since: z.number(),
  reason: z.string(),
  /** What they want, in their words. */
  wish: z.string(),
})
export type Neighbour = z.infer<typeof Neighbour>

export const neighbours: Neighbour[] = z.array(Neighbour).parse(people)
