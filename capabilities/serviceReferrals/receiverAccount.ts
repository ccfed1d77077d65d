// An account of a receiver: a person of an organization of the directory, who finds there what was sent to its services. Not staff.
import { z } from 'zod'

export const NewReceiverAccount = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, 'Write the name.').max(120),
  email: z.email('Write the whole e-mail address.').max(254),
  organizationId: z.uuid('Choose the organization.'),
})
export type NewReceiverAccount = z.infer<typeof NewReceiverAccount>

export interface ReceiverAccount {
  id: string
  name: string
  status: 'active' | 'inactive'
  organizationId: string
  createdAt: string
}
