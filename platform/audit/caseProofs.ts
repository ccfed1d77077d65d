// Proofs for paper: what was decided on a case and each note that was signed, with where it stands in the audit's tree.
import { sql } from 'kysely'
import type { CaseWork } from '../work.ts'
import { proofsOf } from './proofs.ts'

export interface CaseProofs {
  /** The first signed checkpoint that holds all of them, so that the same paper can be printed again; null when nothing is sealed yet. */
  note: string | null
  events: ProvenAct[]
  /** Acts of the last second, which are not sealed yet. */
  waiting: number
}
export interface ProvenAct {
  id: number
  at: string
  action: string
  /** SHA-256 in hex of what was signed, which is part of the event; null where nothing was. */
  digest: string | null
  index: number
  /** Hex. */
  leaf: string
  /** Base64, nearest sibling first. */
  proof: string[]
}

/** More would bury the reader: `npm run audit -- export --case` has every event. */
const mostOnPaper = 150

export async function proofsOfCase({ tx, caseId, clientId }: CaseWork): Promise<CaseProofs> {
  const { rows } = await sql<{ id: number; at: string; action: string; digest: string | null }>`
    select e.id, e.at, e.action, e.payload ->> 'digest' as digest from audit_event e
    where e.agency_id = authz.agency() and e.client_id = ${clientId} and e.action !~ '^(read|write) ' and e.entity_type in ('case', 'contact', 'closure-summary')
      and e.payload ->> 'event' in (select s.id::text from case_event s where s.agency_id = authz.agency() and s.case_id = ${caseId}
        and (s.entity = 'case' or s.type in ('contact.signed', 'contact.attempted', 'contact.amended', 'closure.summary-signed', 'closure.summary-signed-off')))
    order by e.id desc limit ${mostOnPaper}`.execute(tx)
  const { checkpoint, events } = await proofsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const acts = new Map(rows.map((each) => [each.id, each]))
  const proven = events.flatMap(({ eventId, index, leaf, proof }) => {
    const act = acts.get(eventId)
    return act ? [{ ...act, index, leaf: leaf.toString('hex'), proof: proof.map((hash) => hash.toString('base64')) }] : []
  })
  return { note: checkpoint?.note ?? null, events: proven, waiting: rows.length - proven.length }
}
