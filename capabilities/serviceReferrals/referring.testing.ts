// Service referrals for tests: drafted, sent on an authorization or on treatment, answered behind the link.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { newId } from '../../platform/db.ts'
import type { Person, Reply, World } from '../../test/world.ts'
import { digestOf } from '../../platform/access/digest.ts'
import { newCode } from './token.ts'

export const treatment = { ground: 'treatment' as const, explanation: '' }

/** An authorization in force for this client, as a signed row. */
export async function authorizationOf(w: World, clientId: string): Promise<string> {
  const id = newId()
  await w.asOwner(
    `insert into consent (agency_id, id, client_id, kind, state, grantor_name, grantor_capacity, discloser, recipients, information, purposes, expires_on, effective_at, signed_on, method, language,
       states_right_to_revoke, states_conditioning, states_redisclosure, statements_version)
     values ($1, $2, $3, 'hipaa_authorization', 'active', 'Robin Vale', 'client', 'Harborview', '{River Clinic}', 'Name, how to reach, what is needed', '{To get care}', '2099-12-31', '2025-01-01T12:00:00Z',
       '2025-01-01', 'written', 'en', true, true, true, '2026-1')`,
    [w.agencyId, id, clientId],
  )
  return id
}

export const organization = (name = 'River Clinic') => ({ kind: 'organization', name, email: 'intake@river.example', phone: '' })

export interface Sent {
  id: string
  code: string
}
/** Drafts and sends a referral by a link that is handed over. Answers its id and the code. */
export async function sent(w: World, caseId: string, wanted: object = {}, sending: object = {}, person: Person = 'maya'): Promise<Sent> {
  const id = newId()
  const code = newCode()
  const drafted = await w.as(person).post(`/api/cases/${caseId}/service-referrals`, { id, performer: organization(), serviceType: 'mental-health', request: 'First appointment', ...wanted })
  assert.equal(drafted.status, 201, JSON.stringify(drafted.body))
  const { status, body } = await w.as(person).post(`/api/cases/${caseId}/service-referrals/${id}/sending`, { way: 'link-printed', sentTo: 'River Clinic', basis: treatment, codeDigest: digestOf(code).toString('hex'), ...sending })
  assert.equal(status, 201, JSON.stringify(body))
  return { id, code }
}

/** What the receiver's page asks the server, with the code in its header. */
export async function behindLink(w: World, code: string | null, path = '', payload?: object): Promise<Reply> {
  const reply = await w.app.inject({
    method: payload ? 'POST' : 'GET', url: `/api/public/service-referral${path}`,
    remoteAddress: `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    headers: { ...(code !== null && { 'x-link': code }), ...(payload && { 'idempotency-key': randomUUID() }) }, ...(payload && { payload }),
  })
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json(), headers: reply.headers }
}
