// Emergency access, who was told of it, and its review. Opening goes through a function of the database, because the client is not yet visible.
import { sql, type ColumnType } from 'kysely'
import { searchTokens, type KeyWork } from '../../platform/crypto/agencyKeys.ts'
import { newId, type Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Emergency, EmergencyReview, FoundInEmergency, OpenInEmergency } from './emergency.ts'

type Made<T> = ColumnType<T, never, never>
declare module '../../platform/db.ts' {
  interface Tables {
    emergencyAccess: {
      id: Made<string>
      staffId: Made<string>
      clientId: Made<string>
      reasonCode: Made<Emergency['reasonCode']>
      reason: Made<string>
      fromAt: Made<string>
      untilAt: Made<string>
      endedAt: ColumnType<string | null, never, string>
      version: ColumnType<number, never, number>
    }
    emergencyAccessNotice: { accessId: Made<string>; staffId: Made<string>; toldAt: Made<string> }
    emergencyAccessReview: { id: string; accessId: string; verdict: EmergencyReview['verdict']; words: string; reviewedAt: Made<string>; reviewedBy: Made<string> }
  }
}

/** Until when it is open; null for a client who is not there for this person even in an emergency. */
export async function openAccess(tx: Tx, { id, clientId, reasonCode, reason, minutes }: OpenInEmergency): Promise<string | null> {
  const { rows } = await sql<{ untilAt: string | null }>`select authz.open_in_emergency(${id}, ${clientId}, ${reasonCode}, ${reason}, ${minutes}) as "untilAt"`.execute(tx)
  return rows[0]?.untilAt ?? null
}

export async function findByTokens(work: KeyWork, words: readonly string[]): Promise<FoundInEmergency[]> {
  const { rows } = await sql<FoundInEmergency>`select id, display_name as "displayName", birth_date as "birthDate" from authz.found_in_emergency(${await searchTokens(work, words)}::text[])`.execute(work.tx)
  return rows
}

function emergencies(tx: Tx) {
  return tx.selectFrom('emergencyAccess as e')
    .leftJoin('staffLabel as s', 's.id', 'e.staffId')
    .leftJoin('clientLabel as c', 'c.id', 'e.clientId')
    .leftJoin('emergencyAccessReview as r', 'r.accessId', 'e.id')
    .leftJoin('staffLabel as b', 'b.id', 'r.reviewedBy')
    .select(['e.id', 'e.staffId', 's.name as staffName', 'e.clientId', 'c.displayName as clientName', 'e.reasonCode', 'e.reason', 'e.fromAt', 'e.untilAt', 'e.endedAt', 'e.version',
      'r.verdict', 'r.words', 'r.reviewedAt', 'b.name as reviewedByName'])
    .select(sql<string[]>`array(select t.name from emergency_access_notice n join staff_label t on t.id = n.staff_id where n.access_id = e.id order by t.name)`.as('told'))
    .orderBy('e.fromAt', 'desc').limit(100)
}

export const emergenciesOf = (tx: Tx, clientId: string): Promise<Emergency[]> => emergencies(tx).where('e.clientId', '=', clientId).execute()

/** Those I opened and those I was told of. */
export const emergenciesFor = (tx: Tx, staffId: string): Promise<Emergency[]> =>
  emergencies(tx).where((is) => is.or([is('e.staffId', '=', staffId), is('e.id', '=', sql<string>`any(array(select authz.told_of()))`)])).execute()

export async function findEmergency(tx: Tx, id: string): Promise<Emergency> {
  return (await emergencies(tx).where('e.id', '=', id).executeTakeFirst()) ?? notFound('emergency-access')
}

export async function toldOf(tx: Tx, accessId: string): Promise<string[]> {
  const told = await tx.selectFrom('emergencyAccessNotice').select('staffId').where('accessId', '=', accessId).execute()
  return told.map(({ staffId }) => staffId)
}

export async function endAccess(tx: Tx, { id, version }: Pick<Emergency, 'id' | 'version'>, at: string): Promise<void> {
  await tx.updateTable('emergencyAccess').set({ endedAt: at, version: version + 1 }).where('id', '=', id).where('version', '=', version).execute()
}

export async function addReview(tx: Tx, accessId: string, { id = newId(), verdict, words }: EmergencyReview): Promise<string> {
  await tx.insertInto('emergencyAccessReview').values({ id, accessId, verdict, words }).execute()
  return id
}
