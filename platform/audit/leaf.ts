// The canonical form of one audit event and what is computed over it: payload digest, leaf hash, the application's HMAC. docs/audit.md says it in words.
import { createHash, createHmac } from 'node:crypto'
import { leafHash } from './tree.ts'

/** An audit event as it is hashed: every value as the text that stands in the canonical form; null where the column is empty. */
export interface AuditFields {
  agencyId: string
  incarnation: string
  id: string
  xid: string
  /** UTC with microseconds: `2026-11-22T02:08:34.123456Z`. */
  at: string
  actor: string | null
  onBehalfOf: string | null
  signInId: string | null
  requestId: string | null
  action: string
  entityType: string
  entityId: string | null
  entityVersion: string | null
  clientId: string | null
  purpose: string
  outcome: string
  /** Hex; empty for an event that never had a payload. */
  payloadDigest: string | null
}

const unitSeparator = '\u001f'

/** The fields in their fixed order, an empty one as nothing, between unit separators. No field can hold one: the table refuses control characters. */
export function canonicalForm(event: AuditFields): string {
  const { agencyId, incarnation, id, xid, at, actor, onBehalfOf, signInId, requestId, action } = event
  const { entityType, entityId, entityVersion, clientId, purpose, outcome, payloadDigest } = event
  const who = [agencyId, incarnation, id, xid, at, actor, onBehalfOf, signInId, requestId]
  const what = [action, entityType, entityId, entityVersion, clientId, purpose, outcome, payloadDigest]
  return ['continuum-audit-v1', ...who, ...what].map((field) => field ?? '').join(unitSeparator)
}

export const leafOf = (event: AuditFields): Buffer => leafHash(Buffer.from(canonicalForm(event)))

/** SHA-256 over the salt and then the payload's text as PostgreSQL writes jsonb. The salt keeps a removed payload from being guessed. */
export function payloadDigest(salt: Uint8Array, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest()
}

/** What one transaction wrote to the audit, under a key that is not in the database: its leaf hashes in the order of their ids. */
export function macOf(key: Uint8Array, leaves: Uint8Array[]): Buffer {
  return leaves.reduce((hmac, leaf) => hmac.update(leaf), createHmac('sha256', key).update('continuum-audit-mac-v1')).digest()
}
