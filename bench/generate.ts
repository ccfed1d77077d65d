// Ten thousand invented clients with cases, notes, goals, tasks and stories, written as sets of rows: a believable amount, not believable people.
import { tokensOf } from '../capabilities/clients/searchToken.ts'
import type { World } from '../test/world.ts'

export interface Load {
  clients: number
  /** A case of Maya's, with its client: what the hot requests open. */
  caseId: string
  clientId: string
}

/** Half are found in one program that Omar supervises with 2,500 cases; each case manager carries about fifty. */
const staffCount = 200
const families =
  'Abara Becker Castillo Dang Eriksen Fofana Garza Haddad Ito Jonas Kowalski Larsen Moreno Nguyen Okafor Petrov Quist Rivera Silva Tran Ueda Vang Weiss Xiong Yilmaz Zamora'.split(
    ' ',
  )
const givens =
  'Ada Bruno Carla Dmitri Elena Farid Grace Hugo Ines Jamal Kira Luis Mona Nils Olga Pavel Rosa Samir Tessa Uri Vera Walt Xenia Yusuf Zoya'.split(
    ' ',
  )

/** `$1` agency, `$2` how many; rows are numbered n = 1… and ids follow from the number, so that sets of rows refer to each other. */
const id = (kind: string, n = 'n') => `md5('${kind}' || ${n}::text)::uuid`

const sets: Record<string, string> = {
  programs: `insert into program (agency_id, id, name, kind) select $1, ${id('program')}, 'Program ' || n, 'other' from generate_series(1, 3) n`,
  staff: `insert into staff (agency_id, id, name, email) select $1, ${id('staff')}, 'Staff ' || n, 'staff' || n || '@example.org' from generate_series(1, ${staffCount}) n`,
  roles: `insert into staff_role (agency_id, staff_id, role) select $1, ${id('staff')}, 'caseManager' from generate_series(1, ${staffCount}) n`,
  clients: `insert into client (agency_id, id, display_name, birth_date, spoken_language)
    select $1, ${id('client')}, ($3::text[])[1 + n % 25] || ' ' || ($4::text[])[1 + (n / 25) % 26] || ' ' || n, date '1940-01-01' + (n * 7) % 25000, case n % 5 when 0 then 'es' else 'en' end from generate_series(1, $2::int) n`,
  names: `insert into person_name (agency_id, id, client_id, use, given, family)
    select $1, ${id('name')}, ${id('client')}, 'official', ($3::text[])[1 + n % 25], ($4::text[])[1 + (n / 25) % 26] || ' ' || n from generate_series(1, $2::int) n`,
  enrollments: `insert into enrollment (agency_id, id, client_id, program_id, status, starts_on)
    select $1, ${id('enrollment')}, ${id('client')}, case n % 4 when 0 then $5::uuid else ${id('program', '(n % 4)')} end, 'enrolled', current_date - 100 from generate_series(1, $2::int) n`,
  cases: `insert into case_record (agency_id, id, number, client_id, enrollment_id, program_id, status, identified_on, opened_on, activated_on, acuity_level)
    select $1, ${id('case')}, 'B-' || n, ${id('client')}, ${id('enrollment')}, case n % 4 when 0 then $5::uuid else ${id('program', '(n % 4)')} end, 'active', current_date - 100, current_date - 100, current_date - 90, 1 + n % 4 from generate_series(1, $2::int) n`,
  teams: `insert into case_team (agency_id, id, case_id, staff_id, role, reason, from_at)
    select $1, ${id('team')}, ${id('case')}, case n % ${staffCount} when 0 then $6::uuid else ${id('staff', `(n % ${staffCount})`)} end, 'primary', 'works the case', now() - interval '100 days' from generate_series(1, $2::int) n`,
  story: `insert into case_event (agency_id, id, client_id, case_id, type, entity, entity_id, staff_id, occurred_at, recorded_at, details)
    select $1, ${id('event')}, ${id('client', '(1 + n % $2::int)')}, ${id('case', '(1 + n % $2::int)')}, 'contact.signed', 'contact', ${id('contact')}, ${id('staff', '(1 + n % 200)')}, now() - n * interval '2 minutes', now() - n * interval '2 minutes', '{"said":"Spoke about the week."}' from generate_series(1, $2::int * 20) n`,
  contacts: `insert into contact (agency_id, id, case_id, author_id, status, kind, mode, occurred_at, occurred_zone, duration_minutes, purpose, narrative, no_goal_reason, next_step, signed_at, signed_by, signed_as, timeliness)
    select $1, ${id('contact')}, ${id('case', '(1 + n % $2::int)')}, ${id('staff', '(1 + n % 200)')}, 'signed', 'completed', 'phone', now() - n * interval '4 minutes', 'America/New_York', 20, 'monitoring', repeat('Spoke about the week. ', 20), 'general check-in', 'Call next week', now(), ${id('staff', '(1 + n % 200)')}, 'Staff', 'on-time' from generate_series(1, $2::int * 10) n`,
  goals: `insert into goal (agency_id, id, case_id, client_words, measure, target_date, owner_kind, started_on, lifecycle_status, achievement_status)
    select $1, ${id('goal')}, ${id('case', '(1 + n % $2::int)')}, 'I want to manage the week by myself', 'days a week', current_date + 60, 'client', current_date - 80, 'active', 'in-progress' from generate_series(1, $2::int * 2) n`,
  tasks: `insert into task (agency_id, id, rule, title, about_type, about_id, client_id, case_id, staff_id, due_on, priority, status, ended_at)
    select $1, ${id('task')}, 'own', 'Call about the appointment', 'case', ${id('case', '(1 + n % $2::int)')}, ${id('client', '(1 + n % $2::int)')}, ${id('case', '(1 + n % $2::int)')},
      case (1 + n % $2::int) % ${staffCount} when 0 then $6::uuid else ${id('staff', `((1 + n % $2::int) % ${staffCount})`)} end, current_date - 20 + n % 60, 'routine', case when n % 3 = 0 then 'open' else 'done' end, case when n % 3 = 0 then null else now() end from generate_series(1, $2::int * 3) n`,
  referrals: `insert into referral (agency_id, id, channel, received_on, received_at, given_name, family_name)
    select $1, ${id('referral')}, 'phone', current_date - n % 30, now() - n * interval '20 minutes', ($3::text[])[1 + n % 25], ($4::text[])[1 + n % 26] from generate_series(1, $2::int / 50) n`,
  audit: `insert into audit_event (agency_id, actor, action, entity_type, entity_id, client_id)
    select $1, ${id('staff', '(1 + n % 200)')}, 'read /clients/:clientId', 'client', ${id('client', '(1 + n % $2::int)')}, ${id('client', '(1 + n % $2::int)')} from generate_series(1, $2::int * 20) n`,
}

async function tokens(w: World, clients: number): Promise<void> {
  const people = await w.asOwner('select id, display_name, birth_date::text as born from client where agency_id = $1', [
    w.agencyId,
  ])
  const words = people.map(({ id: clientId, display_name: name, born }) => ({
    clientId,
    tokens: tokensOf({ names: [{ given: name, family: '' }], birthDate: born, contactPoints: [], identifiers: [] }),
  }))
  for (let start = 0; start < clients; start += 1_000) {
    await w.work('system', async ({ tx }) => {
      const { sql } = await import('kysely')
      const batch = JSON.stringify(words.slice(start, start + 1_000))
      await sql`insert into client_search_token (client_id, hidden, token)
        select distinct (each->>'clientId')::uuid, false, unnest(authz.search_tokens(array(select jsonb_array_elements_text(each->'tokens'))))
        from jsonb_array_elements(${batch}::jsonb) each`.execute(tx)
    })
  }
}

/** Writes past triggers and references (they are each proven elsewhere), within every CHECK; then lets PostgreSQL learn the amounts. */
export async function generate(w: World, clients = 10_000): Promise<Load> {
  await w.asOwner('set session_replication_role = replica')
  for (const [name, statement] of Object.entries(sets)) {
    const all = [w.agencyId, clients, givens, families, w.programId, w.staffId.maya]
    const used = all.slice(0, Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))))
    await w.asOwner(withTypes(statement, used.length), used).catch((error: Error) => {
      throw new Error(`bench rows of ${name}: ${error.message}`, { cause: error })
    })
  }
  await w.asOwner('set session_replication_role = origin')
  await tokens(w, clients)
  await w.asOwner('vacuum analyze')
  const [first] = await w.asOwner(
    `select k.id, k.client_id from case_record k join case_team t on t.agency_id = k.agency_id and t.case_id = k.id where t.staff_id = $1 order by k.number limit 1`,
    [w.staffId.maya],
  )
  return { clients, caseId: first.id, clientId: first.client_id }
}

/** A parameter that a statement does not use has no type: give each one a use that costs nothing. */
function withTypes(statement: string, count: number): string {
  const types = ['uuid', 'int', 'text[]', 'text[]', 'uuid', 'uuid']
  const typed = statement.replaceAll(/select \$1,/g, 'select $1::uuid,')
  const unused = types
    .slice(0, count)
    .flatMap((type, index) =>
      typed.includes(`$${index + 1}`) ? [] : [`$${index + 1}::${type} is not distinct from $${index + 1}`],
    )
  return unused.length > 0 ? `${typed} where ${unused.join(' and ')}` : typed
}
