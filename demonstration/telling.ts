// How the demonstration is told: people doing their work at given moments, through the same actions as on any other day.
import { sql } from 'kysely'
import type { Database } from '../platform/db.ts'
import { caseWorkOf } from '../platform/http/door.ts'
import { asSystem } from '../platform/jobs.ts'
import { addCivilDays } from '../platform/time/civil.ts'
import { instantAt } from '../platform/time/zone.ts'
import type { CaseWork, ClientWork, Work } from '../platform/work.ts'
import type { ProgramKey, StaffKey } from './agency.ts'

export interface Telling {
  agencyId: string
  programs: Record<ProgramKey, string>
  staff: Record<StaffKey, string>
  /** The civil day so many days before the demonstration was loaded; negative for days to come. */
  day(daysAgo: number): string
  as<T>(who: StaffKey, daysAgo: number, clock: string, act: (work: Work) => Promise<T>): Promise<T>
  withClient<T>(
    who: StaffKey,
    daysAgo: number,
    clock: string,
    clientId: string,
    act: (work: ClientWork) => Promise<T>,
  ): Promise<T>
  onCase<T>(who: StaffKey, daysAgo: number, clock: string, caseId: string, act: (work: CaseWork) => Promise<T>): Promise<T>
  asSystem<T>(act: (work: Work) => Promise<T>): Promise<T>
}

export interface TellingOptions {
  db: Database
  secret: Buffer
  agencyId: string
  programs: Record<ProgramKey, string>
  staff: Record<StaffKey, string>
  /** The civil day the story is told on, and the agency's zone. */
  today: string
  zone: string
}

export function tellingOf({ db, secret, agencyId, programs, staff, today, zone }: TellingOptions): Telling {
  const instant = (daysAgo: number, clock: string): string => instantAt(addCivilDays(today, -daysAgo), clock, zone)
  const as: Telling['as'] = (who, daysAgo, clock, act) =>
    asSystem({ db, secret }, agencyId, act, { asStaff: staff[who], at: instant(daysAgo, clock) })
  return {
    agencyId,
    programs,
    staff,
    as,
    day: (daysAgo) => addCivilDays(today, -daysAgo),
    withClient: (who, daysAgo, clock, clientId, act) => as(who, daysAgo, clock, (work) => act(Object.assign(work, { clientId }))),
    onCase: (who, daysAgo, clock, caseId, act) =>
      as(who, daysAgo, clock, async (work) => act(await caseWorkOf(work, caseId))),
    asSystem: (act) => asSystem({ db, secret }, agencyId, act),
  }
}

/** Today as the database sees it in that zone. */
export async function todayIn(db: Database, zone: string): Promise<string> {
  const { rows } = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<{ today: string }>`select (now() at time zone ${zone})::date as today`.execute(tx),
  )
  return rows[0]?.today ?? ''
}
