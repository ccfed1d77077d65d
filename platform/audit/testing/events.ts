// Audit events as their rows stand, with the leaf that Node computes over them by itself.
import type { World } from '../../../test/world.ts'
import { leafOf } from '../leaf.ts'

/** Events whose action is like this, in the order of their ids. */
export async function leavesOf(w: World, action: string) {
  const rows = await w.asOwner(
    `select agency_id as "agencyId", incarnation::text, id::text, xid::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor,
       on_behalf_of as "onBehalfOf", sign_in_id as "signInId", request_id as "requestId", action, entity_type as "entityType", entity_id as "entityId",
       entity_version::text as "entityVersion", client_id as "clientId", purpose, outcome, encode(payload_digest, 'hex') as "payloadDigest",
       leaf, salt, payload::text as payload, payload_digest as digest from audit_event e where action like $1 order by e.id`,
    [action],
  )
  return rows.map(
    (row) =>
      ({ ...row, computed: leafOf(row) }) as {
        leaf: Buffer
        computed: Buffer
        salt: Buffer
        payload: string
        digest: Buffer
        xid: string
      },
  )
}
