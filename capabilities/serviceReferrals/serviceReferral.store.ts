// Service referrals and their steps. Nothing else in the product reads or writes these tables.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Actor, Reason, Status } from './codes.ts'
import type { ServiceReferral } from './serviceReferral.ts'

type Given<T> = ColumnType<T, T | undefined, T>
export type Told = 'here' | 'by-link' | 'to-us'
export interface ReferralStep {
  id: string
  serviceReferralId: string
  version: number
  fromStatus: Status
  toStatus: Status
  actor: Actor
  told: Told
  reasonCode: Reason | null
  reason: string | null
  at: string
  createdBy: string | null
}
type Begun = 'id' | 'caseId' | 'clientId' | 'intent' | 'performerKind' | 'serviceAtLocationId' | 'serviceId' | 'supportMemberId' | 'performerName' | 'performerEmail' | 'performerPhone'
  | 'serviceType' | 'needId' | 'goalId' | 'priority' | 'request' | 'items'
export type NewRow = Pick<ServiceReferral, Begun>
declare module '../../platform/db.ts' {
  interface Tables {
    serviceReferral: NewRow & { [Column in Exclude<keyof ServiceReferral, Begun | 'createdAt'>]: Given<ServiceReferral[Column]> } & { createdAt: ColumnType<string, never, never> }
    serviceReferralStep: Omit<ReferralStep, 'at' | 'createdBy'> & { caseId: string; at: Given<string>; createdBy: ColumnType<string | null, never, never> }
  }
}

const columns = [
  'id', 'caseId', 'clientId', 'intent', 'status', 'reasonCode', 'reason', 'performerKind', 'serviceAtLocationId', 'serviceId', 'supportMemberId', 'performerName', 'performerEmail',
  'performerPhone', 'serviceType', 'needId', 'goalId', 'priority', 'request', 'items', 'basis', 'consentId', 'capacity', 'requestedAt', 'requestedOn', 'answeredAt', 'answeredOn', 'acceptedAt',
  'startedAt', 'heldAt', 'endedAt', 'appointmentAt', 'appointmentNote', 'warmHandoffOn', 'warmHandoffNote', 'enrollmentState', 'enrollmentFrom', 'enrollmentUntil', 'clientReached',
  'reachedOn', 'serviceReceived', 'needMet', 'notMetReason', 'clientExperience', 'loopClosedAt', 'loopClosedOn', 'loopClosedBy', 'county', 'zip3', 'language', 'version', 'createdAt',
] as const

export const addServiceReferral = (tx: Tx, row: NewRow & Partial<Pick<ServiceReferral, 'capacity'>>): Promise<ServiceReferral> => tx.insertInto('serviceReferral').values(row).returning(columns).executeTakeFirstOrThrow()

/** What is alive first, the latest first. */
export const serviceReferralsOfCase = (tx: Tx, caseId: string): Promise<ServiceReferral[]> =>
  tx.selectFrom('serviceReferral').select(columns).where('caseId', '=', caseId).where('status', '<>', 'entered-in-error').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(200).execute()

export async function findServiceReferral(tx: Tx, caseId: string, id: string): Promise<ServiceReferral> {
  const found = await tx.selectFrom('serviceReferral').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return found ?? notFound('service-referral')
}

/** One that the receivers' door shows: behind a link there is no other, behind an account it is named. */
export async function heldServiceReferral(tx: Tx, id: string | null): Promise<ServiceReferral> {
  const held = tx.selectFrom('serviceReferral').select(columns)
  return (await (id === null ? held : held.where('id', '=', id)).executeTakeFirst()) ?? notFound('service-referral')
}

/** Everything the receivers' door shows to an account, what waits longest first; its row-level security is the inbox. */
export const heldServiceReferrals = (tx: Tx): Promise<ServiceReferral[]> =>
  tx.selectFrom('serviceReferral').select(columns).orderBy('requestedAt').orderBy('id').limit(500).execute()

export type Changes = Partial<Omit<ServiceReferral, 'id' | 'caseId' | 'clientId' | 'version' | 'createdAt'>>
/** Saves only if nobody saved first. @throws service-referral.changed (409) with what is there now */
export async function saveServiceReferral(tx: Tx, seen: ServiceReferral, { basis, ...changes }: Changes): Promise<ServiceReferral> {
  const saved = await tx.updateTable('serviceReferral')
    .set({ ...changes, ...(basis !== undefined && { basis: basis && json(basis) }), version: seen.version + 1 })
    .where('id', '=', seen.id).where('version', '=', seen.version).returning(columns).executeTakeFirst()
  return saved ?? changed('service-referral', await findServiceReferral(tx, seen.caseId, seen.id))
}

export const addStep = (tx: Tx, step: Omit<ReferralStep, 'createdBy'> & { caseId: string }) => tx.insertInto('serviceReferralStep').values(step).execute()

export const stepsOf = (tx: Tx, serviceReferralId: string): Promise<ReferralStep[]> =>
  tx.selectFrom('serviceReferralStep').select(['id', 'serviceReferralId', 'version', 'fromStatus', 'toStatus', 'actor', 'told', 'reasonCode', 'reason', 'at', 'createdBy'])
    .where('serviceReferralId', '=', serviceReferralId).orderBy('version').execute()

export async function staffNames(tx: Tx, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('staffLabel').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Sent, without a closed loop, on cases the caller works: what may have gone quiet or been refused. */
export const unansweredOrRefused = (tx: Tx, before: string) =>
  tx.selectFrom('serviceReferral as r').innerJoin('caseLabel as c', 'c.id', 'r.caseId')
    .select(['r.id', 'r.caseId', 'r.clientId', 'r.status', 'r.reasonCode', 'r.performerName', 'r.serviceType', 'r.needId', 'r.requestedOn', 'r.answeredOn', 'r.acceptedAt', 'c.displayName as clientName'])
    .where('r.loopClosedAt', 'is', null).where('r.intent', '=', 'referral').where('r.requestedOn', 'is not', null)
    .where((row) => row.or([row('r.status', 'in', ['rejected', 'failed', 'cancelled']), row.and([row('r.status', '=', 'requested'), row('r.requestedOn', '<', before)])]))
    .orderBy('r.requestedOn').limit(100).execute()
