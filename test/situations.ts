// Situations of a case for tests: somebody holds a valid credential, a person consented and was asked how to be reached.
import { newId } from '../platform/db.ts'
import type { Person, World } from './world.ts'

/** The person's licence ran out on a day. */
export async function licenceEnds(w: World, person: Person, on = '2024-06-30'): Promise<void> {
  await w.asOwner('update credential set expires_on = $2 where staff_id = $1', [w.staffId[person], on])
}

const papers = ['cm_engagement', 'role_disclosure', 'rights_notice'] as const
/** Consent, role disclosure, rights notice; each may be left out. */
export async function papersOf(w: World, clientId: string, without: ReadonlyArray<(typeof papers)[number]> = []): Promise<void> {
  for (const kind of papers.filter((each) => !without.includes(each)))
    await w.asOwner(
      `insert into consent (agency_id, id, client_id, kind, state, grantor_name, grantor_capacity, effective_at, signed_on, method, language)
       values ($1, $2, $3, $4, 'active', 'Robin Vale', 'client', '2025-01-01T12:00:00Z', '2025-01-01', 'written', 'en')`,
      [w.agencyId, newId(), clientId, kind],
    )
}

export async function askedSafely(w: World, clientId: string): Promise<void> {
  await w.asOwner(`update client set safe_contact = 'no-restriction' where id = $1`, [clientId])
}

/** A pending case with everything that activation needs. */
export async function readyCase(w: World): Promise<{ caseId: string; clientId: string }> {
  const opened = await w.openCase({ status: 'pending_engagement' })
  await papersOf(w, opened.clientId)
  await askedSafely(w, opened.clientId)
  return opened
}
