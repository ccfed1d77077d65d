// What recording a contact needs to know of the client and the case: interpreter, acuity, and whether a number was safe to use.
import type { CaseWork } from '../../platform/work.ts'
import { mustBeSafe, type ContactContent } from './contact.ts'

export interface ClientCircumstances { interpreterNeeded: boolean; safeContact: string; acuityLevel: number | null }

export async function circumstancesOf({ tx, caseId, clientId }: CaseWork): Promise<ClientCircumstances> {
  const [client, caseRecord] = await Promise.all([
    tx.selectFrom('clientLabel').select(['interpreter', 'safeContact']).where('id', '=', clientId).executeTakeFirstOrThrow(),
    tx.selectFrom('caseLabel').select('acuityLevel').where('id', '=', caseId).executeTakeFirstOrThrow(),
  ])
  return { interpreterNeeded: client.interpreter === 'needed', safeContact: client.safeContact, acuityLevel: caseRecord.acuityLevel }
}

/** INV-04: an outgoing contact used a number or address that may be used. Refuses `contact.not-safe`. */
export async function checkSafety(work: CaseWork, contact: ContactContent): Promise<void> {
  const { safeContact } = await circumstancesOf(work)
  mustBeSafe(contact, safeContact, null)
}
