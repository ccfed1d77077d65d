// How an agency's seal stands just now: for the people who answer for the record.
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { sealStateOf } from './record.ts'
import { lagAlarmSeconds } from './sealing.ts'

export interface SealStanding {
  size: number
  checkpoint: { size: number; at: string; note: string } | null
  waitsSeconds: number
  alarmSeconds: number
  witnessed: boolean
}

export async function sealStanding(tx: Tx): Promise<SealStanding> {
  const [state, newest, waiting] = await Promise.all([
    sealStateOf(tx),
    sql<{ size: number; at: string; note: string }>`
      select size, at, note from audit_checkpoint where agency_id = authz.agency() order by size desc limit 1`.execute(tx),
    sql<{ seconds: number }>`select waits_seconds as seconds from authz.unsealed() where agency_id = authz.agency()`.execute(tx),
  ])
  return {
    size: state.size,
    checkpoint: newest.rows[0] ?? null,
    waitsSeconds: Math.max(0, Math.floor(waiting.rows[0]?.seconds ?? 0)),
    alarmSeconds: lagAlarmSeconds,
    witnessed: state.size > 0 && state.published === state.size,
  }
}
