// Writes an audit down for somebody who does not trust us: events with their proofs, signed checkpoints and how each grew from the one before, public keys.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { verifierKeyText } from './checkpoint.ts'
import type { Keyring } from './keys.ts'
import { hashesOf } from './proofs.ts'
import { checkpointsOf, eventsAt, takeTime, type SealedEvent } from './record.ts'
import { consistencyProof, inclusionProof, type HashOf } from './tree.ts'

export interface Exported {
  events: number
  checkpoints: number
  /** Leaves in the tree of the newest checkpoint. */
  size: number
}
const page = 2_000
/** A year of checkpoints each second would bury the reader; first, last and some between prove as much. */
const mostCheckpoints = 500

/** Into an existing or new folder: events.jsonl, checkpoints.txt, consistency.jsonl, verifier-keys. Refuses when nothing is sealed yet. */
export async function exportAudit(tx: Tx, keys: Keyring, folder: string, caseId?: string): Promise<Exported> {
  await takeTime(tx)
  const checkpoints = thinned(await checkpointsOf(tx))
  const newest = checkpoints.at(-1)
  if (!newest) throw new Error('Nothing is sealed yet.')
  const positions = caseId
    ? await positionsOfCase(tx, caseId, newest.size)
    : Array.from({ length: newest.size }, (_, index) => index)
  mkdirSync(folder, { recursive: true })
  const hashOf = hashesOf(tx)
  const file = join(folder, 'events.jsonl')
  writeFileSync(file, '', { mode: 0o600 })
  for (let from = 0; from < positions.length; from += page) {
    const events = await eventsAt(tx, positions.slice(from, from + page))
    const lines = await Promise.all(events.map(async (each) => `${JSON.stringify(await lineOf(each, hashOf, newest.size))}\n`))
    appendFileSync(file, lines.join(''))
  }
  const growth = await Promise.all(
    checkpoints.slice(1).map(async ({ size }, index) => {
      const earlier = checkpoints[index]!.size
      return `${JSON.stringify({ earlier, size, proof: inBase64(await consistencyProof(hashOf, earlier, size)) })}\n`
    }),
  )
  writeFileSync(join(folder, 'consistency.jsonl'), growth.join(''), { mode: 0o600 })
  writeFileSync(join(folder, 'checkpoints.txt'), checkpoints.map(({ note }) => `${note}\n`).join(''), { mode: 0o600 })
  writeFileSync(join(folder, 'verifier-keys'), keys.signers.map((each) => `${verifierKeyText(each)}\n`).join(''), { mode: 0o600 })
  return { events: positions.length, checkpoints: checkpoints.length, size: newest.size }
}

const inBase64 = (hashes: Buffer[]): string[] => hashes.map((hash) => hash.toString('base64'))

function thinned<T>(all: T[]): T[] {
  const step = Math.max(1, Math.ceil(all.length / mostCheckpoints))
  return all.filter((_, index) => index % step === 0 || index === all.length - 1)
}

/** The fields in the order of the canonical form, then what proves them. A payload that was removed has neither text nor salt. */
async function lineOf({ position, eventId, event }: SealedEvent, hashOf: HashOf, size: number): Promise<object> {
  if (!event) throw new Error(`Event ${eventId} is in the tree and not in the audit. Run: npm run audit -- verify`)
  const { agencyId, incarnation, id, xid, at, actor, onBehalfOf, signInId, requestId, action } = event
  const { entityType, entityId, entityVersion, clientId, purpose, outcome, payloadDigest, payload, salt } = event
  const fields = [agencyId, incarnation, id, xid, at, actor, onBehalfOf, signInId, requestId, action]
  fields.push(entityType, entityId, entityVersion, clientId, purpose, outcome, payloadDigest)
  const proof = inBase64(await inclusionProof(hashOf, position, size))
  return { index: position, fields, payload, salt: salt?.toString('hex') ?? null, proof }
}

/** Leaves about a case: acts on it, whatever its story tells of, and every time somebody looked. */
async function positionsOfCase(tx: Tx, caseId: string, size: number): Promise<number[]> {
  const { rows } = await sql<{ position: number }>`
    select l.position from audit_event e join audit_leaf l on l.agency_id = e.agency_id and l.event_id = e.id
    where e.agency_id = authz.agency() and l.position < ${size} and (e.entity_id = ${caseId} or e.payload ->> 'event' in
      (select s.id::text from case_event s where s.agency_id = authz.agency() and s.case_id = ${caseId})) order by l.position`.execute(
    tx,
  )
  return rows.map(({ position }) => position)
}
