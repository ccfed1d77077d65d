// What recording a contact needs to know of the client and the case: interpreter, acuity, and whether a number was safe to use.
import type { CaseWork } from '../../platform/work.ts'
import { safeContactNow } from '../clients/safety.actions.ts'
import { mayBeUsed } from '../clients/safeContact.ts'
import { mustBeSafe, usesContactPoint, type ContactContent } from './contact.ts'
import { interpreterOf, labelOfCase } from './contact.store.ts'

export interface ClientCircumstances { interpreterNeeded: boolean; acuityLevel: number | null }

export async function circumstancesOf({ tx, caseId, clientId }: CaseWork): Promise<ClientCircumstances> {
  const [client, caseRecord] = await Promise.all([
    interpreterOf(tx, clientId),
    labelOfCase(tx, caseId),
  ])
  return { interpreterNeeded: client.interpreter === 'needed', acuityLevel: caseRecord?.acuityLevel ?? null }
}

/** INV-04: an outgoing contact used a number or address that might be used at that moment. Refuses `contact.not-safe`. */
export async function checkSafety(work: CaseWork, contact: ContactContent): Promise<void> {
  if (!usesContactPoint(contact)) return
  const { safeContact, points } = await safeContactNow({ ...work, now: contact.occurredAt })
  const point = points.find(({ id }) => id === contact.contactPointId)
  const texted = point && contact.mode === 'text' ? mayBeUsed(point, { safeContact, deceasedOn: null, at: contact.occurredAt, zone: work.zone, by: 'text' }) : null
  mustBeSafe(contact, safeContact, point ? (point.decision.may && texted ? texted : point.decision) : null)
}
