// Builds the population in a scratch database, set by set: one client, case and row of every table for each shape, and how every asker stands to each.
import { columnsOf, liftConstraints, valueOf, type Column } from '../strangers.ts'
import type { World } from '../world.ts'
import { levels, programs, receives, rowKinds, consentStates, sendings, uuidOf, type Asker, type Shape } from './facts.ts'
import { judged } from './tables.ts'

const labelsOfCase = '(s.client_labels | s.case_labels)'
const loose = `s.row = 'of the client'`
const caseId = `case when ${loose} then null else s.id end`
const ofEither = `case when ${loose} then s.client_labels else ${labelsOfCase} end`
const rowLabels = `case when s.row = 'labelled' then 4 else 0 end`

/** What differs from one row of every table about one client and one case, all of one id. */
const special: Record<string, Record<string, string>> = {
  client: { confidentiality: 's.level', labels: 's.client_labels' },
  case_record: { program_id: 's.program_id', labels: `${labelsOfCase} | case when s.level = 'sealed' then 1 << 30 else 0 end` },
  contact: { labels: `${labelsOfCase} | ${rowLabels}` },
  assessment: { labels: `${labelsOfCase} | ${rowLabels}` },
  file: { case_id: caseId, labels: `${ofEither} | ${rowLabels}` },
  case_event: { case_id: caseId, labels: `${ofEither} | ${rowLabels}` },
  label_change: { case_id: caseId, before_labels: '0', after_labels: `${ofEither} | ${rowLabels}` },
  task: { case_id: caseId },
  referral: { case_id: caseId },
  consent: {
    labels: `s.client_labels | ${rowLabels}`,
    state: 's.consent',
    effective_at: `now() - interval '1 day'`,
    supersedes_id: 'null::uuid',
  },
  consent_ending: { at: `now() + interval '1 day'` },
  service_referral: {
    status: `case when s.sending = 'to us, answered to its end' then 'completed' else 'requested' end`,
    loop_closed_at: `case when s.sending = 'to us, loop closed' then now() end`,
    service_id: `case when s.sending = 'to another organization' then '${uuidOf('their service')}' else '${uuidOf('our service')}' end::uuid`,
  },
  service_referral_link: {
    service_referral_id: `case when s.sending <> 'to us, no link' then s.id else gen_random_uuid() end`,
    revoked_at: `case when s.sending = 'to us, link revoked' then now() end`,
    expires_at: `now() + case when s.sending = 'to us, link expired' then interval '-1 hour' else interval '1 day' end`,
  },
  client_search_token: { hidden: `s.level = 'sealed' or s.client_labels <> 0` },
}
const perAsker = new Set(['case_team', 'exclusion'])

/** The columns of a table and the expressions that fill them from a shape `s`. */
export function cellsOf(table: string, columns: Column[], agencyId: string): [string, string][] {
  const fixed = special[table] ?? {}
  return columns.flatMap((column): [string, string][] => {
    const value = fixed[column.name] ?? valueOf(column, { agencyId, id: '@' })?.replaceAll(`'@'`, 's.id')
    return value === undefined ? [] : [[`"${column.name}"`, value]]
  })
}

/** Where and in which agency the askers are; call before constraints are lifted. */
async function addAskers(w: World, askers: Asker[], programId: string): Promise<void> {
  for (const [organization, service] of [
    ['our organization', 'our service'],
    ['their organization', 'their service'],
  ] as const) {
    await w.asOwner('insert into directory_organization (agency_id, id, name) values ($1, $2, $3)', [
      w.agencyId,
      uuidOf(organization),
      organization,
    ])
    await w.asOwner('insert into directory_service (agency_id, id, organization_id, name) values ($1, $2, $3, $4)', [
      w.agencyId,
      uuidOf(service),
      uuidOf(organization),
      service,
    ])
  }
  for (const asker of askers) {
    const agencyId = asker.elsewhere ? w.otherAgencyId : w.agencyId
    await w.asOwner('insert into staff (agency_id, id, name, email, clearance) values ($1, $2, $3, $4, $5)', [
      agencyId,
      asker.id,
      asker.name,
      `asker-${asker.index}@example.org`,
      asker.clearance,
    ])
    if (receives(asker))
      await w.asOwner('insert into receiver_account (agency_id, staff_id, organization_id) values ($1, $2, $3)', [
        agencyId,
        asker.id,
        uuidOf('our organization'),
      ])
    for (const role of asker.roles)
      await w.asOwner(
        `insert into staff_role (agency_id, staff_id, role, from_at, until_at) values ($1, $2, $3, now() - interval '9 days', case when $4 then now() - interval '1 day' end)`,
        [agencyId, asker.id, role, asker.former],
      )
    if (asker.supervises)
      await w.asOwner('insert into program_supervisor (agency_id, program_id, staff_id) values ($1, $2, $3)', [
        agencyId,
        programId,
        asker.id,
      ])
    if (asker.officer) await w.asOwner('update agency set privacy_officer_id = $2 where agency_id = $1', [agencyId, asker.id])
  }
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

export async function populate(w: World, all: Shape[], askers: Asker[]): Promise<Map<string, Column[]>> {
  const [another] = await w.asOwner(
    `insert into program (agency_id, id, name, kind) values ($1, gen_random_uuid(), 'Another', 'other') returning id`,
    [w.agencyId],
  )
  await addAskers(w, askers, w.programId)
  await liftConstraints(w)
  await w.asOwner(`create schema oracle; grant usage on schema oracle to continuum_app;
    create table oracle.shape (index int primary key, id uuid unique, relation int, exclusion int, program_id uuid, level text, client_labels int, case_labels int, row text, consent text, sending text);
    grant select on oracle.shape to continuum_app`)
  const numbers = all.map((s) => [
    s.index,
    s.relation,
    s.exclusion,
    programs.indexOf(s.program),
    levels.indexOf(s.level),
    s.clientLabels,
    s.caseLabels,
    rowKinds.indexOf(s.row),
    consentStates.indexOf(s.consent),
    sendings.indexOf(s.sending),
  ])
  await w.asOwner(
    `insert into oracle.shape select (n ->> 0)::int, i::uuid, (n ->> 1)::int, (n ->> 2)::int, (array[$3::uuid, $4::uuid])[(n ->> 3)::int + 1], (array[${quoted(levels)}])[(n ->> 4)::int + 1],
      (n ->> 5)::int, (n ->> 6)::int, (array[${quoted(rowKinds)}])[(n ->> 7)::int + 1], (array[${quoted(consentStates)}])[(n ->> 8)::int + 1], (array[${quoted(sendings)}])[(n ->> 9)::int + 1]
     from unnest($1::text[], array(select jsonb_array_elements($2::jsonb))) t (i, n)`,
    [all.map(({ id }) => id), JSON.stringify(numbers), w.programId, another.id],
  )
  const tables = await columnsOf(w)
  for (const { name } of judged) {
    if (perAsker.has(name)) continue
    const columns = tables.get(name)
    if (!columns) throw new Error(`There is no table ${name} for the oracle to judge.`)
    const cells = cellsOf(name, columns, w.agencyId)
    await w.asOwner(
      `insert into "${name}" (${cells.map(([column]) => column).join(', ')}) overriding system value select ${cells.map(([, value]) => value).join(', ')} from oracle.shape s`,
    )
  }
  await relate(w, askers)
  await index(w)
  return tables
}

/** How each asker stands to each shape: the same shifting as in facts.ts. */
async function relate(w: World, askers: Asker[]): Promise<void> {
  const pairs = `oracle.shape s cross join unnest($2::uuid[]) with ordinality p (staff_id, position)
    cross join lateral (select (s.relation + p.position::int - 1) % 9 as relation, (s.exclusion + p.position::int - 1) % 4 as exclusion) f`
  const values = [w.agencyId, askers.map(({ id }) => id)]
  await w.asOwner(
    `insert into case_team (agency_id, id, case_id, client_id, staff_id, role, reason, from_at, until_at)
    select $1, gen_random_uuid(), s.id, s.id, p.staff_id, 'member', 'x', now() + case f.relation when 4 then interval '1 hour' else interval '-2 days' end,
      case f.relation when 2 then now() + interval '1 day' when 3 then now() - interval '1 hour' end from ${pairs} where f.relation between 1 and 4`,
    values,
  )
  await w.asOwner(
    `insert into emergency_access (agency_id, id, staff_id, client_id, reason_code, reason, from_at, until_at, ended_at)
    select $1, gen_random_uuid(), p.staff_id, s.id, 'client-in-danger', 'x', now() + case f.relation when 8 then interval '1 hour' else interval '-1 hour' end,
      now() + case f.relation when 6 then interval '-1 minute' else interval '2 hours' end, case f.relation when 7 then now() - interval '1 minute' end from ${pairs} where f.relation between 5 and 8`,
    values,
  )
  await w.asOwner(
    `insert into exclusion (agency_id, id, staff_id, client_id, reason, from_at, until_at)
    select $1, gen_random_uuid(), p.staff_id, s.id, 'x', now() + case f.exclusion when 3 then interval '1 hour' else interval '-2 days' end,
      case f.exclusion when 2 then now() - interval '1 hour' end from ${pairs} where f.exclusion between 1 and 3`,
    values,
  )
}

/** Lifting the constraints took the indexes that the policies look up by. */
async function index(w: World): Promise<void> {
  for (const table of [
    'client',
    'case_record',
    'contact',
    'assessment',
    'consent',
    'safety_concern',
    'referral',
    'staff',
    'service_referral',
    'directory_service',
  ])
    await w.asOwner(`create index on "${table}" (agency_id, id)`)
  await w.asOwner('analyze')
}
