// The proof of need-to-know, by direct SQL under the application's role: every table × every person, for another agency's rows and for a client nobody here may know.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { letPiaIn } from './receivers.ts'
import { columnsOf, fillEveryTable, idColumn, liftConstraints, personalTables, type Column, type Scenario } from './strangers.ts'
import type { Tx } from '../platform/db.ts'
import { people, world, type Person, type World } from './world.ts'

let w: World
let tables: Map<string, Column[]>
let personal: string[]
let elsewhere: Scenario
let sealed: Scenario
let unassigned: Scenario
let known: Scenario
const everybodyHere = [...(Object.keys(people) as Person[]).filter((person) => person !== 'bea'), 'pia' as const]

before(async () => {
  w = await world()
  await letPiaIn(w)
  tables = await columnsOf(w)
  personal = await personalTables(w)
  await liftConstraints(w)
  elsewhere = await fillEveryTable(w, w.otherAgencyId)
  sealed = await fillEveryTable(w, w.agencyId, {
    client: { confidentiality: `'sealed'` },
    case_record: { labels: 'authz.seal_label()' },
    client_search_token: { hidden: 'true' }, // kept so by a foreign key, lifted here like every constraint
  })
  unassigned = await fillEveryTable(w, w.agencyId)
  known = await fillEveryTable(w, w.agencyId, {
    case_team: { staff_id: `'${w.staffId.maya}'`, from_at: `now() - interval '1 day'` },
    exclusion: { staff_id: `'${w.staffId.zoe}'` },
  })
})
after(() => w.close())

/** How many rows of the scenario this person reads, by table. */
async function readBy(person: Person | 'system', scenario: Scenario): Promise<Record<string, number>> {
  const counts = [...tables].flatMap(([table, columns]) => {
    const id = idColumn(columns)
    const where =
      id === undefined
        ? `agency_id = '${scenario.agencyId}'`
        : `"${id}" = '${scenario.id}' and agency_id = '${scenario.agencyId}'`
    return id === undefined && scenario.agencyId === w.agencyId
      ? []
      : [`select '${table}' as "table", count(*)::int as n from "${table}" where ${where}`]
  })
  const { rows } = await w.work(person, ({ tx }) => sql.raw<{ table: string; n: number }>(counts.join(' union all ')).execute(tx))
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ table, n }) => [table, n]))
}

const onlyPersonal = (found: Record<string, number>) => Object.keys(found).filter((table) => personal.includes(table))

test('the rows to be hidden are there, in every table, and their owner sees them', async () => {
  for (const scenario of [elsewhere, sealed, unassigned, known]) {
    for (const [table, columns] of tables) {
      const id = idColumn(columns)
      if (id === undefined) continue
      const found = await w.asOwner(`select from "${table}" where "${id}" = $1`, [scenario.id])
      assert.equal(found.length > 0, true, table)
    }
  }
})

test('the proof can fail: the case manager on the team reads the case, its client and what is kept about them', async () => {
  const found = Object.keys(await readBy('maya', known))
  const unseen = personal.filter((table) => !found.includes(table))
  // Exclusions and search tokens are not for her; an inbox letter waits for intake until it has her case.
  assert.deepEqual(
    unseen.filter((table) => !['exclusion', 'client_search_token', 'idempotency_key'].includes(table)),
    [],
  )
  assert.ok(found.includes('client') && found.includes('case_record'))
})

for (const person of [...everybodyHere, 'system'] as const) {
  test(`another agency does not exist for ${person}: 0 rows of every table`, async () =>
    assert.deepEqual(await readBy(person, elsewhere), {}))
}
test('and the other way round: 0 rows of ours for the other agency', async () => {
  for (const scenario of [sealed, unassigned, known]) assert.deepEqual(await readBy('bea', scenario), {})
})

for (const person of everybodyHere) {
  test(`INV-02 a sealed client does not exist for ${person}, who is not on the team: 0 rows about client or case`, async () => {
    const found = onlyPersonal(await readBy(person, sealed))
    assert.deepEqual(found, [])
  })
}
test('M13 who looked at a sealed record is for its team and the one privacy officer the agency names: ids and acts, nothing else', async () => {
  await w.asOwner('update agency set privacy_officer_id = $2 where agency_id = $1', [w.agencyId, w.staffId.ada])
  const found = onlyPersonal(await readBy('ada', sealed))
  await w.asOwner('update agency set privacy_officer_id = null where agency_id = $1', [w.agencyId])
  assert.deepEqual(found, ['audit_event'])
})

for (const person of ['maya', 'zoe', 'bill', 'ada', 'pia'] as const) {
  test(`a case of somebody else does not exist for ${person}: 0 rows about client or case`, async () =>
    assert.deepEqual(onlyPersonal(await readBy(person, unassigned)), []))
}
test('a supervisor of another program and intake know that the client exists and who referred; never a case or what is in it', async () => {
  for (const person of ['omar', 'ines'] as const) {
    const ofTheCase = onlyPersonal(await readBy(person, unassigned)).filter((table) =>
      tables.get(table)?.some(({ name }) => name === 'case_id'),
    )
    assert.deepEqual(
      ofTheCase.filter((table) => !table.startsWith('referral')),
      [],
      person,
    )
  }
})
test('an excluded case manager does not know the client whom the exclusion names', async () => {
  assert.deepEqual(onlyPersonal(await readBy('zoe', known)), [])
})
test('quality knows every unsealed case', async () => assert.ok((await readBy('quinn', unassigned)).case_record))

/** What happened to a statement that must not succeed: 'refused' by an error, or how many rows it touched. */
async function attempt(person: Person, statement: string): Promise<string> {
  return w
    .work(person, async ({ tx }) => {
      const { numAffectedRows } = await sql.raw(statement).execute(tx)
      throw new Error(`rolled back after ${numAffectedRows ?? 0} rows`)
    })
    .catch((error: { code?: string; message: string }) => (error.code ? `refused ${error.code}` : error.message))
}

for (const person of everybodyHere) {
  test(`${person} writes nothing into another agency: every insert is refused, every update and delete finds nothing`, async () => {
    const broken: string[] = []
    for (const [table, columns] of tables) {
      const id = idColumn(columns)
      const inserted = await attempt(
        person,
        `insert into "${table}" select * from jsonb_populate_record(null::"${table}", '${JSON.stringify({ agency_id: w.otherAgencyId })}')`,
      )
      if (!/refused (42501|428C9|23502)/.test(inserted)) broken.push(`insert ${table}: ${inserted}`)
      const where = id === undefined ? `agency_id = '${w.otherAgencyId}'` : `"${id}" = '${elsewhere.id}'`
      for (const statement of [
        `update "${table}" set agency_id = agency_id where ${where}`,
        `delete from "${table}" where ${where}`,
      ]) {
        const touched = await attempt(person, statement)
        if (!/refused 42501|after 0 rows/.test(touched)) broken.push(`${statement}: ${touched}`)
      }
    }
    assert.deepEqual(broken, [])
  })
}

test('nobody moves a row of ours into another agency', async () => {
  const broken: string[] = []
  for (const [table] of tables) {
    const moved = await attempt(
      'maya',
      `update "${table}" set agency_id = '${w.otherAgencyId}' where agency_id = '${w.agencyId}'`,
    )
    if (!/refused 42501|after 0 rows/.test(moved)) broken.push(`${table}: ${moved}`)
  }
  assert.deepEqual(broken, [])
})

/** How many rows there are at all behind this door, by table. */
const everyRow = (tx: Tx) =>
  sql
    .raw<{ t: string; n: number }>(
      [...tables.keys()].map((table) => `select '${table}' as t, count(*)::int as n from "${table}"`).join(' union all '),
    )
    .execute(tx)
const readable = ({ rows }: Awaited<ReturnType<typeof everyRow>>) => rows.filter(({ n }) => n > 0)

test('the public page reads no row of any table', async () => {
  const door = { kind: 'public', agencySlug: 'harborview' } as const
  assert.deepEqual(readable(await w.db.inTransaction(door, everyRow)), [])
})

test('a receiver with an account reads no row of any table but what was sent to their organization, on no team and on one', async () => {
  assert.deepEqual(readable(await w.work('pia', ({ tx }) => everyRow(tx))), [])
  await w.asOwner('update case_team set staff_id = $1 where case_id = $2', [w.staffId.pia, known.id])
  assert.deepEqual(readable(await w.work('pia', ({ tx }) => everyRow(tx))), [])
  await w.asOwner('update case_team set staff_id = $1 where case_id = $2', [w.staffId.maya, known.id])
})

test('M3 without a context, or with one that was tampered with, every table answers with an error', async () => {
  for (const table of tables.keys()) {
    await assert.rejects(
      w.db.inTransaction({ kind: 'none' }, (tx) => sql.raw(`select * from "${table}" limit 1`).execute(tx)),
      { code: '28000' },
      table,
    )
  }
})
