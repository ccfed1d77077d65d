// Verifications, reports of wrong entries, and which services have been asked about: three append-only tables, and the one mark on the service.
import { sql, type ColumnType } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import type { EntryReport, Verification } from './freshness.ts'

type ByDatabase = ColumnType<string, never, never>
declare module '../../platform/db.ts' {
  interface Tables {
    directoryVerification: Verification & { id: string; serviceId: string; verifiedAt: ByDatabase; verifiedBy: ByDatabase }
    directoryReport: EntryReport & { serviceId: string; reportedAt: ByDatabase; reportedBy: ByDatabase }
    directoryVerificationAsk: { serviceId: string; askedOn: string; taskId: string }
  }
}

export interface NamedService {
  id: string
  name: string
  organization: string
  gone: boolean
}
export async function serviceNamed(tx: Tx, id: string): Promise<NamedService | undefined> {
  const { rows } = await sql<NamedService>`
    select s.id, s.name, coalesce(o.name, '') as organization, s.gone_at is not null as gone
    from directory_service s left join directory_organization o on o.agency_id = s.agency_id and o.id = s.organization_id where s.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export async function addVerification(tx: Tx, serviceId: string, verification: Verification): Promise<string> {
  const id = newId()
  await tx.insertInto('directoryVerification').values({ ...verification, id, serviceId }).execute()
  return id
}

/** The service is known to be as it is written, from now on; or it is known to be gone. */
export async function markVerified(tx: Tx, serviceId: string, result: Verification['result']): Promise<void> {
  await sql`update directory_service set verified_at = authz.clock(), verified_by = authz.staff(), version = version + 1,
    gone_at = case when ${result} = 'gone' then coalesce(gone_at, authz.clock()) else gone_at end where id = ${serviceId}::uuid`.execute(tx)
}

export async function addReport(tx: Tx, serviceId: string, report: EntryReport): Promise<void> {
  await tx.insertInto('directoryReport').values({ ...report, serviceId }).onConflict((again) => again.doNothing()).execute()
}

export interface EntryEvent {
  id: string
  kind: 'verification' | 'report' | 'change'
  at: string
  by: string | null
  what: string
  note: string
  was: string
  becomes: string
}

/** A service, its organization, and where it is given: what is changed there is changed of it. */
const standingWith = (serviceId: string) => sql`
  select ${serviceId}::uuid union all select organization_id from directory_service where id = ${serviceId}::uuid
  union all select e from directory_service_at_location p, unnest(array[p.id, p.location_id]) e where p.service_id = ${serviceId}::uuid and p.gone_at is null`

/** What became of an entry, the latest first: who verified it, who said it was wrong, and which field changed from what to what. */
export async function historyOf(tx: Tx, serviceId: string, limit = 60): Promise<EntryEvent[]> {
  const { rows } = await sql<EntryEvent>`
    select h.id, h.kind, h.at, coalesce(s.name, h.by_words) as by, h.what, h.note, h.was, h.becomes from (
      select id, 'verification' as kind, verified_at as at, verified_by as staff_id, null as by_words, result || ' ' || way as what, note, '' as was, '' as becomes
        from directory_verification where service_id = ${serviceId}::uuid
      union all select id, 'report', reported_at, reported_by, null, wrong, note, '', '' from directory_report where service_id = ${serviceId}::uuid union all
      (select id, 'change', made_at, made_by, nullif(updated_by, 'staff'), resource_type || '.' || field_name, '', left(previous_value, 300), left(replacement_value, 300)
        from directory_change where entry_id = any (array(${standingWith(serviceId)})) and field_name not in ('verified_at', 'organization_id', 'service_id', 'location_id', 'service_at_location_id', 'extra') order by made_at desc limit ${limit}))
      h left join staff_label s on s.id = h.staff_id order by h.at desc, h.id limit ${limit}`.execute(tx)
  return rows
}

/** Reports nobody has answered by a verification since. */
export async function openReports(tx: Tx, serviceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from directory_report r where r.service_id = ${serviceId}::uuid and not exists (
      select from directory_verification v where v.service_id = r.service_id and v.result <> 'no-answer' and v.verified_at >= r.reported_at)`.execute(tx)
  return rows[0]?.count ?? 0
}

export interface StaleService {
  serviceId: string
  name: string
  organization: string
  verifiedOn: string | null
}
/** Stale services in the order to ask about them, those last asked before `since` or never; what was asked is settled elsewhere. */
export async function staleServices(tx: Tx, { freshFrom, askedBefore, limit }: { freshFrom: string; askedBefore: string; limit: number }): Promise<StaleService[]> {
  const { rows } = await sql<StaleService>`
    select distinct on (e.verified_on, e.service_id) e.service_id as "serviceId", e.shown ->> 'name' as name, e.shown ->> 'organization' as organization, e.verified_on as "verifiedOn"
    from directory_entry e
    where (e.verified_on is null or e.verified_on < ${freshFrom}::date) and not exists (
      select from directory_verification_ask a where a.service_id = e.service_id and a.asked_on >= ${askedBefore}::date)
    order by e.verified_on nulls first, e.service_id limit ${limit}`.execute(tx)
  return rows
}

/** How many of those asked about since are still asked: neither verified nor excepted. */
export async function stillAsked(tx: Tx, since: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from directory_verification_ask a
    where a.asked_on >= ${since}::date and authz.asked_task('entry-verification', 'directory-service', a.service_id) is not null`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function rememberAsked(tx: Tx, asked: { serviceId: string; askedOn: string; taskId: string }[]): Promise<void> {
  if (asked.length > 0) await tx.insertInto('directoryVerificationAsk').values(asked).onConflict((again) => again.doNothing()).execute()
}
