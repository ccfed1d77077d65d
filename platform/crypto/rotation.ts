// New keys for old: the root key wraps the agencies' keys anew, an agency's new key wraps its clients' keys anew. What is sealed is not touched.
import { sql } from 'kysely'
import { writeAudit } from '../events.ts'
import type { Work } from '../work.ts'
import { agencyKey, makeKey, rewrapAgencyKey, unwrapAgencyKey, type KeyPurpose } from './agencyKeys.ts'
import { aboutClientKey } from './clientKeys.ts'
import { openSealed, sealWith } from './seal.ts'

/** After a new root key came first in the file: wraps this agency's keys with it. Done by the system. Answers how many. */
export async function wrapAgencyKeysAnew(work: Work): Promise<number> {
  const { rows } = await sql<{
    purpose: KeyPurpose
    version: number
    wrapped: Buffer
  }>`select purpose, version, wrapped from agency_key order by 1, 2`.execute(work.tx)
  for (const row of rows) await rewrapAgencyKey(work, row.purpose, row)
  await writeAudit(work, 'agency-keys.wrapped-anew', { entity: 'agency', id: work.agencyId }, null, { keys: rows.length })
  return rows.length
}

/** A new key of the agency's for wrapping; `wrapClientKeysAnew` then brings the clients' keys over. */
export async function renewAgencyKey(work: Work): Promise<number> {
  const { version } = await agencyKey(work, 'wrap')
  const made = await makeKey(work, 'wrap', version + 1)
  await writeAudit(work, 'agency-key.renewed', { entity: 'agency', id: work.agencyId, version: made.version }, null, {})
  return made.version
}

interface OldWrapping {
  clientId: string
  version: number
  wrapped: Buffer
  agencyKeyVersion: number
  agencyKeyWrapped: Buffer
}

/** Wraps at most `most` keys of clients with the agency's newest key, so that a large agency is done in many short transactions. Answers how many. */
export async function wrapClientKeysAnew(work: Work, most = 1_000): Promise<number> {
  const newest = await agencyKey(work, 'wrap')
  const { rows } =
    await sql<OldWrapping>`select k.client_id as "clientId", k.version, k.wrapped, k.agency_key_version as "agencyKeyVersion", a.wrapped as "agencyKeyWrapped"
    from client_key k join agency_key a on a.agency_id = k.agency_id and a.purpose = 'wrap' and a.version = k.agency_key_version
    where k.agency_key_version < ${newest.version} and k.wrapped is not null order by k.client_id limit ${most} for update of k`.execute(
      work.tx,
    )
  for (const { clientId, version, wrapped, agencyKeyVersion, agencyKeyWrapped } of rows) {
    const about = aboutClientKey(work.agencyId, clientId, version)
    const old = await unwrapAgencyKey(work, 'wrap', { version: agencyKeyVersion, wrapped: agencyKeyWrapped })
    await sql`update client_key set wrapped = ${sealWith(newest.key, about, openSealed(old, about, wrapped))}, agency_key_version = ${newest.version}
      where client_id = ${clientId} and version = ${version}`.execute(work.tx)
  }
  return rows.length
}
