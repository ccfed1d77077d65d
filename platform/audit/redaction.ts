// Payloads that were removed, and whether somebody was allowed to: the purge, its two approvals and its deed stand in the audit itself.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../db.ts'

export const purgeActions = {
  approved: 'audit-purge.approved',
  carriedOut: 'audit-purge.carried-out',
} as const

/** SHA-256 over the ids of the events a purge emptied, in order, one a line: the deed's event carries it, so none can be added later. */
export function digestOfEvents(eventIds: (number | string)[]): string {
  const inOrder = eventIds.map(BigInt).toSorted((one, other) => (one < other ? -1 : 1))
  return createHash('sha256')
    .update(inOrder.map((id) => `${id}\n`).join(''))
    .digest('hex')
}

interface Deed {
  purgeId: string
  digests: string[]
  approvers: number
  eventIds: string[]
}

/** Of these events without a payload, the ones that no authorized purge took. */
export async function authorityOf(tx: Tx, eventIds: string[]): Promise<string[]> {
  if (eventIds.length === 0) return []
  const { rows } = await sql<Deed>`
    select p.id as "purgeId",
      array(select e.payload ->> 'digest' from audit_event e where e.agency_id = p.agency_id and e.entity_type = 'audit-purge' and e.entity_id = p.id
        and e.action = ${purgeActions.carriedOut} and e.outcome = 'success') as digests,
      (select count(distinct e.actor)::int from audit_event e where e.agency_id = p.agency_id and e.entity_type = 'audit-purge' and e.entity_id = p.id
        and e.action = ${purgeActions.approved} and e.outcome = 'success') as approvers,
      array(select r.event_id::text from audit_redaction r where r.agency_id = p.agency_id and r.purge_id = p.id) as "eventIds"
    from audit_purge p where p.agency_id = authz.agency()`.execute(tx)
  const authorized = rows.filter((deed) => deed.approvers >= 2 && deed.digests.includes(digestOfEvents(deed.eventIds)))
  const allowed = new Set(authorized.flatMap((deed) => deed.eventIds))
  return eventIds.filter((id) => !allowed.has(id))
}
