// The receiver of the demonstration: one person of one organization of the invented county, with an account and a few referrals to answer.
import { letReceiverIn } from '../capabilities/serviceReferrals/receiverAccount.actions.ts'
import { organizationId } from './directory.ts'
import type { Telling } from './telling.ts'

export const receiver = { name: 'Dana Whitlock', email: 'dana@wheels.example', organization: 'Wheels of Kindness' }

export async function tellOfReceiver(telling: Telling): Promise<void> {
  const { name, email, organization } = receiver
  await telling.as('grace', 120, '10:00', (work) => letReceiverIn(work, { name, email, organizationId: organizationId(organization) }))
}
