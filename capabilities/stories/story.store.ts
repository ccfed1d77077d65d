// Reads the story (case_event) and who looked (audit_event). Writes nothing: the platform writes both with each act.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { labelsIn } from '../labels/label.ts'
import { kinds, pageSize, readPlace, type Look, type StoryEntry, type StoryQuery } from './story.ts'

/** Newest first, one more than a page holds, so that the caller knows whether there is another. */
export async function storyPage(tx: Tx, clientId: string, zone: string, query: StoryQuery): Promise<StoryEntry[]> {
  let page = tx.selectFrom('caseEvent as e').where('e.clientId', '=', clientId)
    .orderBy('e.occurredAt', 'desc').orderBy('e.id', 'desc').limit(pageSize + 1)
    .select(['e.id', 'e.type', 'e.entity as subjectType', 'e.entityId as subjectId', 'e.staffId', 'e.occurredAt', 'e.recordedAt', 'e.caseId', 'e.goalId', 'e.details'])
    .select([sql<string | null>`(select s.name from staff_label s where s.id = e.staff_id)`.as('staffName'), sql<number>`e.labels`.as('mask')])
  const { case: caseId, kind, staff, goal, from, until } = query
  if (caseId) page = page.where(({ or, eb }) => or([eb('e.caseId', '=', caseId), eb('e.caseId', 'is', null)]))
  if (kind) page = page.where(sql<string>`split_part(e.type, '.', 1)`, 'in', [...kinds[kind]])
  if (staff) page = page.where('e.staffId', '=', staff)
  if (goal) page = page.where('e.goalId', '=', goal)
  if (from) page = page.where('e.occurredAt', '>=', instantAt(from, '00:00', zone))
  if (until) page = page.where('e.occurredAt', '<', instantAt(addCivilDays(until, 1), '00:00', zone))
  const after = readPlace(query.after)
  if (after) page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('e.occurredAt', 'e.id'), '<', tuple(after.occurredAt, after.id)))
  return (await page.execute()).map(({ mask, ...entry }) => ({ ...entry, labels: labelsIn(mask) }))
}

/** Who wrote in this story: the choices of the filter by person. */
export async function authorsOf(tx: Tx, clientId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from staff_label s where s.id in (select distinct e.staff_id from case_event e where e.client_id = ${clientId}) order by s.name`.execute(tx)
  return rows
}

/** The types of everything that happened on a case, from which its phases follow (3.1). */
export async function typesOfCase(tx: Tx, caseId: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('caseEvent').select('type').distinct().where('caseId', '=', caseId).execute()
  return new Set(rows.map(({ type }) => type))
}

/** The last 200 person-days on which somebody opened or changed this client's record, newest first. */
export async function looksAt(tx: Tx, clientId: string, zone: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select a.actor as "staffId", (select s.name from staff_label s where s.id = a.actor) as "staffName",
      (a.at at time zone ${zone})::date as "on", max(a.at) as "lastAt", count(*)::int as times,
      bool_or(a.action not like 'read %') as changed, (array_agg(distinct a.action order by a.action))[1:12] as acts
    from audit_event a where a.client_id = ${clientId}
    group by 1, 2, 3 order by max(a.at) desc limit 200`.execute(tx)
  return rows
}

export interface ProgramLine { id: string; name: string; kind: string; payer: string | null; caseId: string; mask: number }

/** The program and payer each of the client's cases belongs to. */
export async function programsOf(tx: Tx, clientId: string): Promise<ProgramLine[]> {
  const { rows } = await sql<ProgramLine>`
    select k.id as "caseId", k.labels & 63 as mask, p.id, p.name, p.kind, e.payer from case_record k
    join program p on p.agency_id = k.agency_id and p.id = k.program_id
    join enrollment e on e.agency_id = k.agency_id and e.id = k.enrollment_id where k.client_id = ${clientId}`.execute(tx)
  return rows
}

export interface TeamLine { staffId: string; name: string; credentialLine: string; role: string }

/** Who works the case now; the primary case manager first. */
export async function teamNow(tx: Tx, caseId: string): Promise<TeamLine[]> {
  const { rows } = await sql<TeamLine>`
    select t.staff_id as "staffId", s.name, s.credential_line as "credentialLine", t.role from case_team t
    join staff_label s on s.agency_id = t.agency_id and s.id = t.staff_id
    where t.case_id = ${caseId} and t.role <> 'opener' and t.from_at <= authz.clock() and (t.until_at is null or t.until_at > authz.clock())
    order by t.role <> 'primary', t.from_at`.execute(tx)
  return rows
}
