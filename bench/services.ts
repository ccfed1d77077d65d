// A hundred thousand invented services in thirty invented towns, from a seed, written as sets of rows: a believable amount, not believable people.
import pg from 'pg'
import type { World } from '../test/world.ts'

const kinds =
  'Food pantry,Hot meals,Dental clinic,Eye clinic,Dialysis,Legal aid,Rent assistance,Night shelter,Transitional housing,Job training,Adult school,Child care,Counseling,Detox,Recovery group,Senior center,Home care,Respite,Transportation,Utility help,Furniture bank,Clothing closet,Health screening,Vaccination,Prenatal care,Parenting class,Mentoring,Immigration help,Veterans service,Crisis line'
const qualities =
  'Harbor,Elm Street,North Side,Saint Clare,Unity,Hope,Lakeside,Hillcrest,Riverside,Grace,Liberty,Oak Park,Bridge,Cedar,Pioneer,Sunrise,Valley,Central,Mission,Bethel,Maple,Union,Summit,Garden,Beacon,Horizon,New Start,Open Door,Good Neighbor,Common Ground'

/** `n` numbers a row; ids follow from it, so that sets of rows refer to each other; `noise` is the same in every run. */
const id = (kind: string, n = 'n') =>
  `overlay(overlay(md5('${kind}' || ${n}::text) placing '4' from 13) placing '8' from 17)::uuid`
const noise = (salt: string, n = 'n') => `(('x' || left(md5('${salt}' || ${n}::text), 8))::bit(32)::bigint / 4294967296.0)`
const pick = (list: string, salt: string, n = 'n') =>
  `(string_to_array('${list}', ','))[1 + floor(${noise(salt, n)} * ${list.split(',').length})::int]`
const some = `generate_series(1, $2::int) n`
const town = `floor(30 * ${noise('town')} ^ 2)`
const detail = (kind: string, on: string, body: string, which = 'true') =>
  `insert into directory_detail (agency_id, kind, id, ${on}_id, body) select $1::uuid, '${kind}', ${id(kind)}, ${id(on)}, ${body} from ${some} where ${which}`

const sets = [
  `insert into directory_organization (agency_id, id, name) select $1::uuid, ${id('org')}, ${pick(qualities, 'o')} || ' ' || n from generate_series(1, $2::int / 5) n`,
  `insert into directory_taxonomy_term (agency_id, id, name, parent_id) select $1::uuid, ${id('term')}, (string_to_array('${kinds}', ','))[n], null from generate_series(1, 30) n where $2::int > 0`,
  `insert into directory_service (agency_id, id, organization_id, name, description, minimum_age, maximum_age, fees_description, capacity, capacity_as_of, accepted_payers, verified_at)
    select $1::uuid, ${id('service')}, ${id('org', `(1 + n % ($2::int / 5))`)}, ${pick(qualities, 'q')} || ' ' || (string_to_array('${kinds}', ','))[1 + n % 30],
      (select string_agg('w' || floor(4000 * ${noise('d', `(n * 31 + m)`)} ^ 3)::int, ' ') from generate_series(1, 25) m) || ' ' || ${pick(kinds, 'k')},
      case when n % 7 = 0 then 60 when n % 11 = 0 then 18 end, case when n % 13 = 0 then 17 end, case n % 4 when 0 then 'Free' when 1 then 'Sliding scale' end,
      case when n % 4 = 0 then 'has' when n % 9 = 0 then 'none' end, case when n % 4 = 0 or n % 9 = 0 then current_date - 10 end, case when n % 5 = 0 then '{Medicaid}'::text[] else '{}' end,
      case when n % 3 > 0 then now() - (n % 300) * interval '1 day' end from ${some}`,
  `insert into directory_location (agency_id, id, latitude, longitude)
    select $1::uuid, ${id('location')}, 34.5 + 0.13 * ${town} % 3 + 0.3 * (${noise('a')} + ${noise('b')} - 1), -84 + 0.3 * ${town} + 0.3 * (${noise('c')} + ${noise('e')} - 1) from ${some}`,
  `insert into directory_service_at_location (agency_id, id, service_id, location_id) select $1::uuid, ${id('at')}, ${id('service')}, ${id('location')} from ${some}`,
  `insert into directory_attribute (agency_id, id, link_entity, link_id, taxonomy_term_id) select $1::uuid, ${id('attribute')}, 'service', ${id('service')}, ${id('term', '(1 + n % 30)')} from ${some}`,
  detail(
    'address',
    'location',
    `jsonb_build_object('address_1', n || ' Elm Street', 'city', 'Town', 'state_province', 'NC', 'postal_code', (27000 + 10 * ${town} + n % 10)::int::text)`,
  ),
  detail(
    'schedule',
    'service',
    `'{"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "17:00"}'`,
    'n % 10 > 1',
  ),
  detail('phone', 'service', `jsonb_build_object('number', '919 555 ' || lpad((n % 10000)::text, 4, '0'))`),
  detail('language', 'service', `jsonb_build_object('code', (array['es', 'vi', 'zh', 'ar'])[1 + (n / 5) % 4])`, 'n % 5 = 0'),
  detail('required_document', 'service', `'{"document": "Photo ID"}'`, 'n % 4 = 1'),
]

const atOnce = 4000

/** Past triggers, then the search is derived as an import derives it, some thousand services at a time, on both of two cores. */
export async function writeServices(w: World, services: number): Promise<void> {
  await w.asOwner('set session_replication_role = replica')
  for (const statement of sets) await w.asOwner(statement, [w.agencyId, services])
  await w.asOwner('set session_replication_role = origin')
  await w.asOwner('vacuum analyze')
  const pieces = Array.from({ length: Math.ceil(services / atOnce) }, (_, piece) => 1 + piece * atOnce)
  const derive = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: w.database.ownerUrl })
    await client.connect()
    for (let from = pieces.pop(); from !== undefined; from = pieces.pop())
      await client.query(
        `select authz.derive_directory($1, array(select ${id('service')} from generate_series($2::int, $3::int) n))`,
        [w.agencyId, from, Math.min(services, from + atOnce - 1)],
      )
    await client.end()
  }
  await Promise.all([derive(), derive()])
  await w.asOwner('vacuum analyze')
}

/** As md5('term1') makes it: the first of the kinds, in every run. */
const firstNeed = '700ee855-f4f7-4494-87e0-021e1af679da'

/** What case managers look for: each shape of a search, words mistyped and common, with and without a place, need and filters. */
export const questions = [
  { name: 'two words near', words: 'food pantry', place: { zip: '27001' } },
  { name: 'word near, for a client', words: 'dental', place: { zip: '27042' }, client: { ageYears: 42, language: 'vi' } },
  { name: 'name near a point', words: 'harbor', place: { latitude: 34.55, longitude: -83.9 }, withinMiles: 10 },
  { name: 'mistyped, open now', words: 'shleter', place: { zip: '27013' }, open: 'now' },
  { name: 'three words, 50 miles', words: 'legal aid immigration', place: { zip: '27091' }, withinMiles: 50 },
  { name: 'free and fresh', words: 'rent assistance', place: { zip: '27001' }, cost: 'free', fresh: true },
  { name: 'word and language', words: 'counseling', language: 'es', place: { zip: '27025' } },
  { name: 'word and payer', words: 'transportation', payer: 'Medicaid', place: { zip: '27004' } },
  { name: 'two words, no place', words: 'w17 w230' },
  { name: 'nothing but open now', place: { zip: '27150' }, open: 'now', client: { ageYears: 70, payer: 'Medicaid' } },
  { name: 'with room', words: 'senior', place: { zip: '27230' }, withRoom: true },
  { name: 'name and need in words', words: 'hope prenatal' },
  { name: 'a need near', need: firstNeed, place: { zip: '27001' } },
  { name: 'a common word', words: 'w0', place: { zip: '27001' } },
  { name: 'eligible near', place: { zip: '27001' }, eligible: true, client: { ageYears: 30, language: 'es' } },
  { name: 'nothing at all' },
]
