// Invented clients with case, plan, goals, tasks, contacts, assessment and story, written inside the database as sets of rows: a believable amount, not believable people.
import type pg from 'pg'
import { tokensOf } from '../capabilities/clients/searchToken.ts'
import { searchTokens } from '../platform/crypto/agencyKeys.ts'
import type { World } from '../test/world.ts'
import { inBulk } from './bulk.ts'

export interface Carried {
  caseId: string
  clientId: string
  goalIds: string[]
}
export interface Load {
  clients: number
  /** Maya's caseload: what the hot requests open, in turn. */
  carried: Carried[]
  /** Cases of the program that Omar supervises. */
  supervised: string[]
}

/** Each case manager carries 64 cases unless said otherwise, and each program has 2,500, Omar's too: a larger agency has more of both. */
export const usualCaseload = 64
const programSize = 2_500
const families =
  'Abara Becker Castillo Dang Eriksen Fofana Garza Haddad Ito Jonas Kowalski Larsen Moreno Nguyen Okafor Petrov Quist Rivera Silva Tran Ueda Vang Weiss Xiong Yilmaz Zamora'.split(
    ' ',
  )
const givens =
  'Ada Bruno Carla Dmitri Elena Farid Grace Hugo Ines Jamal Kira Luis Mona Nils Olga Pavel Rosa Samir Tessa Uri Vera Walt Xenia Yusuf Zoya'.split(
    ' ',
  )

/** `$1` agency, `$2` how many clients, `$7` staff, `$8` programs of as many staff each; rows are numbered n = 1… and ids follow from the number, in their order as the product's do, so that sets of rows refer to each other. */
const id = (kind: string, n = 'n') =>
  `overlay(overlay(lpad(to_hex(${n}), 12, '0') || left(md5('${kind}'), 20) placing '4' from 13) placing '8' from 17)::uuid`

const theClient = '(1 + n % $2::int)'
/** A program's cases are dealt to its own staff: those whose number leaves the program's when divided by the programs. */
const dealtTo = (n: string) => `(${n} % $8::int + $8::int * (${n} / $8::int % ($7::int / $8::int)))`
const staffOf = (n: string) => `case ${dealtTo(n)} when 0 then $6::uuid else ${id('staff', dealtTo(n))} end`
const programOf = `case n % $8::int when 0 then $5::uuid else ${id('program', '(n % $8::int)')} end`
const someStaff = id('staff', '(1 + n % $7::int)')

const sets: Record<string, string> = {
  programs: `insert into program (agency_id, id, name, kind) select $1, ${id('program')}, 'Program ' || n, 'other' from generate_series(1, $8::int) n`,
  staff: `insert into staff (agency_id, id, name, email) select $1, ${id('staff')}, 'Staff ' || n, 'staff' || n || '@example.org' from generate_series(1, $7::int) n`,
  roles: `insert into staff_role (agency_id, staff_id, role) select $1, ${id('staff')}, 'caseManager' from generate_series(1, $7::int) n`,
  instruments: `insert into instrument (agency_id, id, url, instrument_version, title, kind, language, questionnaire, licence, licence_note, attribution, required_domains, score_keys)
    select $1, ${id('instrument', '1')}, 'urn:bench', '1', 'A screen', 'screen', 'en', '{"resourceType":"Questionnaire","status":"active","item":[]}', 'free', 'ours', 'Ours.', '{}', '[]'`,
  clients: `insert into client (agency_id, id, display_name, birth_date, spoken_language)
    select $1, ${id('client')}, ($3::text[])[1 + n % 25] || ' ' || ($4::text[])[1 + (n / 25) % 26] || ' ' || n, date '1940-01-01' + (n * 7) % 25000, case n % 5 when 0 then 'es' else 'en' end from generate_series(1, $2::int) n`,
  names: `insert into person_name (agency_id, id, client_id, use, given, family)
    select $1, ${id('name')}, ${id('client')}, 'official', ($3::text[])[1 + n % 25], ($4::text[])[1 + (n / 25) % 26] || ' ' || n from generate_series(1, $2::int) n`,
  enrollments: `insert into enrollment (agency_id, id, client_id, program_id, status, starts_on)
    select $1, ${id('enrollment')}, ${id('client')}, ${programOf}, 'enrolled', current_date - 100 from generate_series(1, $2::int) n`,
  cases: `insert into case_record (agency_id, id, number, client_id, enrollment_id, program_id, status, identified_on, opened_on, activated_on, acuity_level)
    select $1, ${id('case')}, 'B-' || n, ${id('client')}, ${id('enrollment')}, ${programOf}, 'active', current_date - 100, current_date - 100, current_date - 90, 1 + n % 4 from generate_series(1, $2::int) n`,
  teams: `insert into case_team (agency_id, id, case_id, client_id, staff_id, role, reason, from_at)
    select $1, ${id('team')}, ${id('case')}, ${id('client')}, ${staffOf('n')}, 'primary', 'works the case', now() - interval '100 days' from generate_series(1, $2::int) n`,
  assessments: `insert into assessment (agency_id, id, case_id, instrument_id, renders, reason, mode, place, language, interpreter, status, assessed_on, assessed_zone, completed_at, completed_on, completed_by)
    select $1, ${id('assessment')}, ${id('case')}, ${id('instrument', '1')}, true, 'initial', 'face-to-face', 'home', 'en', 'not-needed', 'completed', current_date - 80, 'America/New_York', now() - interval '80 days', current_date - 80, ${someStaff} from generate_series(1, $2::int) n`,
  plans: `insert into plan (agency_id, id, case_id, narrative) select $1, ${id('plan')}, ${id('case')}, '{}' from generate_series(1, $2::int) n`,
  goals: `insert into goal (agency_id, id, case_id, client_words, measure, target_date, owner_kind, started_on, lifecycle_status, achievement_status, is_client_wish)
    select $1, ${id('goal')}, ${id('case', theClient)}, 'I want to manage the week by myself', 'days a week', current_date + 60, 'client', current_date - 80, 'active', 'in-progress', true from generate_series(1, $2::int * 3) n`,
  tasks: `insert into task (agency_id, id, rule, title, about_type, about_id, client_id, case_id, staff_id, due_on, priority, status, ended_at)
    select $1, ${id('task')}, 'own', 'Call about the appointment', 'case', ${id('case', theClient)}, ${id('client', theClient)}, ${id('case', theClient)},
      ${staffOf(theClient)}, current_date - 20 + n % 60, 'routine', case when n / $2::int % 4 = 0 then 'open' else 'done' end, case when n / $2::int % 4 = 0 then null else now() end from generate_series(1, $2::int * 4) n`,
  contacts: `insert into contact (agency_id, id, case_id, author_id, status, kind, mode, occurred_at, occurred_zone, duration_minutes, purpose, narrative, no_goal_reason, next_step, signed_at, signed_by, signed_as, timeliness)
    select $1, ${id('contact')}, ${id('case', theClient)}, ${someStaff}, 'signed', 'completed', 'phone', now() - n * (interval '200 days' / ($2::int * 6)), 'America/New_York', 20, 'monitoring', repeat('Spoke about the week. ', 20), 'general check-in', 'Call next week', now(), ${someStaff}, 'Staff', 'on-time' from generate_series(1, $2::int * 6) n`,
  story: `insert into case_event (agency_id, id, client_id, case_id, type, entity, entity_id, staff_id, occurred_at, recorded_at, details)
    select $1, ${id('event')}, ${id('client', theClient)}, ${id('case', theClient)}, 'contact.signed', 'contact', ${id('contact')}, ${someStaff}, now() - n * (interval '200 days' / ($2::int * 14)), now() - n * (interval '200 days' / ($2::int * 14)), '{"said":"Spoke about the week."}' from generate_series(1, $2::int * 14) n`,
  referrals: `insert into referral (agency_id, id, channel, received_on, received_at, given_name, family_name)
    select $1, ${id('referral')}, 'phone', current_date - n % 30, now() - n * interval '20 minutes', ($3::text[])[1 + n % 25], ($4::text[])[1 + n % 26] from generate_series(1, least($2::int / 50, 2000)) n`,
  audit: `insert into audit_event (agency_id, actor, action, entity_type, entity_id, client_id, leaf)
    select $1, ${someStaff}, 'read /clients/:clientId', 'client', ${id('client', theClient)}, ${id('client', theClient)}, sha256(convert_to(n::text, 'UTF8')) from generate_series(1, $2::int * 6) n`,
}

interface Person {
  id: string
  name: string
  born: string
}
const peopleAtOnce = 5_000

/** Keyed as the product keys them, so that its searches find these people; what many are found by is keyed once. */
async function tokens(w: World, client: pg.Client): Promise<void> {
  const keyed = new Map<string, string>()
  const keyAll = async (words: string[]): Promise<void> => {
    if (keyed.size > 500_000) keyed.clear()
    const fresh = [...new Set(words)].filter((word) => !keyed.has(word))
    const made = await w.work('system', (work) => searchTokens(work, fresh))
    for (const [at, word] of fresh.entries()) keyed.set(word, made[at] ?? '')
  }
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows: people } = await client.query<Person>(
      `select id, display_name as name, birth_date::text as born from client where agency_id = $1 and id > $2 order by id limit ${peopleAtOnce}`,
      [w.agencyId, last],
    )
    if (people.length === 0) return
    const words = people.map(({ id: clientId, name, born }) => ({
      clientId,
      words: tokensOf({ names: [{ given: name, family: '' }], birthDate: born, contactPoints: [], identifiers: [] }),
    }))
    await keyAll(words.flatMap((each) => each.words))
    const rows = words.flatMap((each) =>
      [...new Set(each.words.map((word) => keyed.get(word)))].map((token) => [each.clientId, token]),
    )
    await client.query(
      `insert into client_search_token (agency_id, client_id, hidden, token)
       select $1::uuid, c, false, decode(t, 'hex') from unnest($2::uuid[], $3::text[]) x(c, t)`,
      [w.agencyId, rows.map(([person]) => person), rows.map(([, token]) => token)],
    )
    last = people.at(-1)?.id ?? last
  }
}

/** Whose indexes are made when they are full. */
const large = ['case_event', 'audit_event', 'contact', 'task', 'goal', 'client_search_token']

/** Writes past triggers and references (they are each proven elsewhere), within every CHECK; then lets PostgreSQL learn the amounts. */
export async function generate(
  w: World,
  clients = 10_000,
  progress: (set: string) => void = () => {},
  caseloadSize = usualCaseload,
): Promise<Load> {
  const programs = Math.max(2, Math.floor(clients / programSize))
  const staff = programs * Math.max(1, Math.floor(clients / caseloadSize / programs))
  const all = [w.agencyId, clients, givens, families, w.programId, w.staffId.maya, staff, programs]
  const setOf =
    ([name, statement]: [string, string]) =>
    async (client: pg.Client): Promise<void> => {
      progress(name)
      const used = all.slice(0, Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))))
      await client.query(withTypes(statement, used.length), used).catch((error: Error) => {
        throw new Error(`bench rows of ${name}: ${error.message}`, { cause: error })
      })
    }
  const { clients: people = '', ...others } = sets
  await inBulk(w.database.ownerUrl, [], [setOf(['clients', people])])
  const wordsOfAll = async (client: pg.Client): Promise<void> => {
    progress('search tokens')
    await tokens(w, client)
  }
  await inBulk(w.database.ownerUrl, large, [wordsOfAll, ...Object.entries(others).toReversed().map(setOf)])
  progress('statistics')
  await inBulk(
    w.database.ownerUrl,
    [],
    large.map((table) => (client) => client.query(`vacuum analyze ${table}`)),
  )
  await w.asOwner('vacuum analyze')
  const carried = await w.asOwner(
    `select k.id as "caseId", k.client_id as "clientId", array(select g.id from goal g where g.agency_id = k.agency_id and g.case_id = k.id order by g.id) as "goalIds"
     from case_record k join case_team t on t.agency_id = k.agency_id and t.case_id = k.id where t.staff_id = $1 order by k.number limit ${usualCaseload}`,
    [w.staffId.maya],
  )
  const supervised = await w.asOwner(`select id from case_record where program_id = $1 order by number limit ${usualCaseload}`, [
    w.programId,
  ])
  return { clients, carried, supervised: supervised.map(({ id: caseId }) => caseId) }
}

/** A parameter that a statement does not use has no type: give each one a use that costs nothing. */
function withTypes(statement: string, count: number): string {
  const types = ['uuid', 'int', 'text[]', 'text[]', 'uuid', 'uuid', 'int', 'int']
  const typed = statement.replaceAll(/select \$1,/g, 'select $1::uuid,')
  const unused = types
    .slice(0, count)
    .flatMap((type, index) =>
      typed.includes(`$${index + 1}`) ? [] : [`$${index + 1}::${type} is not distinct from $${index + 1}`],
    )
  return unused.length > 0 ? `${typed} where ${unused.join(' and ')}` : typed
}
