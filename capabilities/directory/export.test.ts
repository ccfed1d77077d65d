import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import type { Work } from '../../platform/work.ts'
import { exportDirectory } from './export.actions.ts'
import { dirtyOhana, ids, invented, packageOf } from './invented.testing.ts'
import { importDirectory } from './import.actions.ts'
import { storedIn, tableNames } from './hsds.ts'
import { readPackage } from './reading.actions.ts'
import { uriOf } from './thing.ts'

let w: World
const folder = mkdtempSync(join(tmpdir(), 'continuum-export-'))
before(async () => {
  w = await world()
  await importDirectory({ read: packageOf(invented), inAgency })
  await importDirectory({ read: packageOf(dirtyOhana, 'dirty'), inAgency })
  await w.asOwner(`update directory_service set capacity = 'waitlist', capacity_as_of = '2026-02-01', accepted_payers = '{Medicaid,"Blue, Cross"}', experience = -1, experience_note = 'They called back late.', verified_at = '2026-02-01T12:00:00Z', edited_at = now() where id = $1`, [ids.pantry])
})
after(async () => {
  rmSync(folder, { recursive: true })
  await w.close()
})
const inAgency = <T>(act: (work: Work) => Promise<T>): Promise<T> => w.work('system', act)
const elsewhere = <T>(act: (work: Work) => Promise<T>): Promise<T> => w.work('bea', act)

/** What every row says, without who wrote it when, and from where. */
async function directoryOf(agencyId: string): Promise<object[]> {
  const held = `array['agency_id', 'source', 'source_id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'edited_at', 'made_at', 'made_by', 'import_id', 'verified_by']`
  const all = tableNames.map((table) => storedIn(table)).filter((table, at, every) => every.indexOf(table) === at)
  const rows: object[] = []
  for (const table of all) rows.push(...(await w.asOwner(`select to_jsonb(t) - ${held} as row from ${table} t where agency_id = $1 ${table === 'directory_change' ? '' : 'and gone_at is null'} order by t.id, to_jsonb(t)::text`, [agencyId])))
  return rows
}

test('an exported directory imports back to the same directory, with our own columns, unknown ones and the history', async () => {
  const files = await exportDirectory({ folder, name: 'harbor', inAgency })
  assert.equal(files.length, 21)
  const report = await importDirectory({ read: readPackage(folder), inAgency: elsewhere })
  assert.deepEqual(report.remarks.filter(({ outcome }) => outcome === 'refused'), [])
  const [ours, theirs] = [await directoryOf(w.agencyId), await directoryOf(w.otherAgencyId)]
  assert.ok(ours.length > 40)
  assert.deepEqual(theirs, ours)
})

test('imported where it came from, it changes nothing', async () => {
  const before_ = await directoryOf(w.agencyId)
  const report = await importDirectory({ read: readPackage(folder), inAgency })
  assert.equal(report.tables.reduce((sum, { added, changed, gone }) => sum + added + changed + gone, 0), 0, JSON.stringify(report.tables))
  assert.deepEqual(await directoryOf(w.agencyId), before_)
})

test('what is shared tells neither our experience nor who of us changed what', async () => {
  await exportDirectory({ folder: join(folder, 'shared'), name: 'harbor', inAgency, toShare: true })
  const services = readFileSync(join(folder, 'shared', 'services.csv'), 'utf8')
  assert.match(services, /capacity/)
  assert.doesNotMatch(services, /experience|called back late/)
  assert.equal(existsSync(join(folder, 'shared', 'metadata.csv')), false)
})

test('web addresses are published well-formed or not at all', () =>
  assert.deepEqual(['www.example.org/a b', 'https://x.example/?q=[1]', 'none', 'javascript:alert(1)', 'http://x.example/100%'].map(uriOf), ['https://www.example.org/a%20b', 'https://x.example/?q=%5B1%5D', null, null, 'http://x.example/100%25']))
