// Attempts to reach a person before engagement, and the levels of acuity a case has had.
import type { ColumnType } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import type { Acuity, NewAcuity } from './acuity.ts'
import type { Attempt, NewAttempt } from './outreach.ts'

type Kept<T> = ColumnType<T, T | undefined, never>
declare module '../../platform/db.ts' {
  interface Tables {
    caseOutreach: { id: string; caseId: string; channel: Attempt['channel']; at: string; result: Attempt['result']; contactId: string | null; staffId: Kept<string | null> }
    caseAcuity: { id: string; caseId: string; level: NewAcuity['level']; why: string; staffId: Kept<string | null>; recordedAt: Kept<string> }
  }
}

export async function addAttempt(tx: Tx, caseId: string, { channel, at, result, contactId }: NewAttempt): Promise<string> {
  const id = newId()
  await tx.insertInto('caseOutreach').values({ id, caseId, channel, at, result, contactId: contactId ?? null }).execute()
  return id
}

export async function attemptsOf(tx: Tx, caseId: string, zone: string): Promise<Attempt[]> {
  const rows = await tx.selectFrom('caseOutreach').select(['id', 'channel', 'at', 'result', 'contactId', 'staffId']).where('caseId', '=', caseId).orderBy('at').execute()
  return rows.map((row) => ({ ...row, day: civilDayOf(row.at, zone) }))
}

export async function addAcuity(tx: Tx, caseId: string, { level, why }: NewAcuity): Promise<string> {
  const id = newId()
  await tx.insertInto('caseAcuity').values({ id, caseId, level, why }).execute()
  return id
}

export function acuitiesOf(tx: Tx, caseId: string): Promise<Acuity[]> {
  return tx.selectFrom('caseAcuity').leftJoin('staffLabel', 'staffLabel.id', 'caseAcuity.staffId')
    .select(['caseAcuity.id', 'caseAcuity.level', 'caseAcuity.why', 'caseAcuity.recordedAt', 'caseAcuity.staffId', 'staffLabel.name as staffName'])
    .where('caseId', '=', caseId).orderBy('recordedAt', 'desc').orderBy('caseAcuity.id', 'desc').execute()
}
