// Pia, who works at another organization and has an account as its receiver. Not among the people of every test, because most agencies of the tests have no directory.
import { randomBytes } from 'node:crypto'
import { digestOf } from '../platform/access/digest.ts'
import { newId } from '../platform/db.ts'
import type { World } from './world.ts'

export interface Receiving {
  organizationId: string
  /** A service of that organization. */
  serviceId: string
}

/** An organization of the directory with one service. */
export async function organizationIn(w: World, name: string): Promise<Receiving> {
  const [organizationId, serviceId] = [newId(), newId()]
  await w.asOwner('insert into directory_organization (agency_id, id, name) values ($1, $2, $3)', [
    w.agencyId,
    organizationId,
    name,
  ])
  await w.asOwner('insert into directory_service (agency_id, id, organization_id, name, email) values ($1, $2, $3, $4, $5)', [
    w.agencyId,
    serviceId,
    organizationId,
    `Help of ${name}`,
    'help@example.org',
  ])
  return { organizationId, serviceId }
}

/** From now on `w.as('pia')` is the receiver of Harbor Pantry. */
export async function letPiaIn(w: World): Promise<Receiving> {
  const receiving = await organizationIn(w, 'Harbor Pantry')
  w.staffId.pia = newId()
  w.tokens.pia = randomBytes(32).toString('base64url')
  const account = [w.agencyId, w.staffId.pia]
  await w.asOwner("insert into staff (agency_id, id, name, email) values ($1, $2, 'Pia Rees', 'pia@example.org')", account)
  await w.asOwner('insert into receiver_account (agency_id, staff_id, organization_id) values ($1, $2, $3)', [
    ...account,
    receiving.organizationId,
  ])
  await w.asOwner("insert into staff_role (agency_id, staff_id, role) values ($1, $2, 'provider')", account)
  await w.asOwner("insert into authz.login (email_key, agency_id, staff_id) values ('pia@example.org', $1, $2)", account)
  await w.asOwner("insert into authz.sign_in (token_digest, agency_id, staff_id, method) values ($3, $1, $2, 'test')", [
    ...account,
    digestOf(w.tokens.pia),
  ])
  return receiving
}
