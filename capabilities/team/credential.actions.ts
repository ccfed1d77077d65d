// What an agency does with credentials: records, verifies, renews and withdraws them. A case asks for a valid one.
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import { changed, refuse } from '../../platform/refusal.ts'
import { systemStaff, type Work } from '../../platform/work.ts'
import { bestOf, soundCredential, type Credential, type NewCredential, type Renewal, type Withdrawal } from './credential.ts'
import { addCredential, credentialsOf, findCredential, saveCredential } from './credential.store.ts'
import { findStaff } from './staff.store.ts'

/** Verified by the person who records it, except one's own: that stays unverified. @throws staff.not-found and those of `soundCredential` */
export async function recordCredential(work: Work, staffId: string, wanted: NewCredential): Promise<Credential> {
  await findStaff(work.tx, staffId)
  soundCredential(wanted)
  const credential = await addCredential(work.tx, {
    id: wanted.id ?? newId(), staffId, kind: wanted.kind, title: wanted.title, jurisdiction: wanted.jurisdiction ?? null,
    alsoValidIn: wanted.alsoValidIn.filter((state) => state !== wanted.jurisdiction), number: wanted.number,
    issuedOn: wanted.issuedOn ?? null, expiresOn: wanted.expiresOn ?? null, ...verified(work, staffId), withdrawnOn: null, withdrawalReason: null,
  })
  await tell(work, 'credential.recorded', credential)
  return credential
}

/** A new day of expiry, later than the old one. @throws credential.not-later, credential.withdrawn, credential.changed */
export async function renewCredential(work: Work, id: string, { expiresOn, number }: Renewal): Promise<Credential> {
  const credential = await mine(work, id)
  if (credential.expiresOn !== null && expiresOn <= credential.expiresOn)
    refuse('credential.not-later', 'A renewal lasts longer than what it renews. Look at the day again.', { issues: [{ path: 'expiresOn', message: 'Choose a later day.' }] })
  const renewed = await saveCredential(work.tx, credential, { expiresOn, number: number ?? credential.number, ...verified(work, credential.staffId) })
  await tell(work, 'credential.renewed', renewed, { from: credential.expiresOn, to: expiresOn })
  return renewed
}

/** It no longer holds (surrendered, suspended, entered in error) from today. @throws credential.withdrawn, credential.changed */
export async function withdrawCredential(work: Work, id: string, { reason }: Withdrawal): Promise<Credential> {
  const credential = await mine(work, id)
  const withdrawn = await saveCredential(work.tx, credential, { withdrawnOn: work.today, withdrawalReason: reason })
  await tell(work, 'credential.withdrawn', withdrawn)
  return withdrawn
}

/** INV-08, INV-09: the credential by which a person may answer for a case on a day, in a place ('NC'); null when there is none. */
export async function validCredential(work: Work, staffId: string, on: string, jurisdiction?: string | null): Promise<Credential | null> {
  return bestOf(await credentialsOf(work.tx, staffId), on, jurisdiction)
}

async function mine(work: Work, id: string): Promise<Credential> {
  const credential = await findCredential(work.tx, id)
  if (work.expectedVersion !== undefined && work.expectedVersion !== credential.version) changed('credential', credential)
  if (credential.withdrawnOn !== null) refuse('credential.withdrawn', 'This credential was withdrawn. Record the new one instead.', { status: 409 })
  return credential
}

/** By whom and when it was seen; nobody verifies their own, and the system verifies nothing. */
function verified({ staff, today }: Work, holderId: string): Pick<Credential, 'verifiedOn' | 'verifiedBy'> {
  return staff.id === systemStaff || staff.id === holderId ? { verifiedOn: null, verifiedBy: null } : { verifiedOn: today, verifiedBy: staff.id }
}

const tell = (work: Work, type: string, { id, version, staffId }: Credential, details: object = {}): Promise<void> =>
  announceAgency(work, type, { entity: 'credential', id, version }, { staffId, ...details })
