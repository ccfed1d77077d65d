import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import type { Work } from '../../platform/work.ts'
import { Finding } from './finding.ts'
import { importDirectory } from './import.actions.ts'
import { linesOf, type ImportReport } from './importReport.ts'
import { dirtyOhana, ids, invented, packageOf } from './invented.testing.ts'
import { clockTime } from './older.ts'
import { findServices } from './search.actions.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

const inAgency = <T>(act: (work: Work) => Promise<T>): Promise<T> => w.work('system', act)
const take = (files: Record<string, string>, source?: string, options = {}): Promise<ImportReport> => importDirectory({ read: packageOf(files, source), inAgency, ...options })
const found = ({ remarks }: ImportReport) => remarks.map(({ outcome, file, line, reason }) => `${outcome} ${file}:${line} ${reason}`).toSorted()

test('an HSDS 3.0 package comes in whole: every table, parents after their children too, unknown columns kept and told', async () => {
  const report = await take(invented)
  assert.deepEqual(found(report), ['remarked services.csv:1 column.not-known'])
  assert.equal(report.tables.length, 21)
  assert.ok(report.tables.every(({ rows, added }) => rows === added))
  const [pantry] = await w.asOwner(`select name, description, minimum_age::int as youngest, assured_date::text as assured, extra, source, verified_at from directory_service where id = $1`, [ids.pantry])
  assert.deepEqual(pantry, { name: 'Pantry', description: 'Groceries\non Fridays', youngest: 18, assured: '2026-01-05', extra: { shelf_color: 'green' }, source: 'harbor-county-invented', verified_at: null })
  const [phone] = await w.asOwner(`select body, contact_id from directory_detail where kind = 'phone' and id = $1`, [ids.phone])
  assert.deepEqual(phone, { body: { number: '+1 410 555 0142', extension: 7, type: 'voice' }, contact_id: ids.contact })
})

test('the second run changes nothing; a new edition changes what it says and marks what it lost', async () => {
  const again = await take(invented)
  assert.ok(again.tables.every(({ rows, same, added, changed, gone }) => same === rows && added + changed + gone === 0), JSON.stringify(again.tables))
  assert.ok(again.files.every(({ changed }) => changed === 0))
  const edition = { ...invented, 'services.csv': (invented['services.csv'] ?? '').replace(',Free,', ',Pay what you can,'), 'taxonomy_terms.csv': (invented['taxonomy_terms.csv'] ?? '').replace(/\n.*Pantry.*\n/, '\n') }
  const next = await take(edition, 'Harbor County (invented)', { complete: true })
  assert.deepEqual(next.tables.filter(({ changed, gone }) => changed + gone > 0).map(({ table, changed, gone }) => [table, changed, gone]), [['taxonomy_term', 0, 1], ['service', 1, 0]])
  const history = await w.asOwner(`select field_name, previous_value, replacement_value, updated_by, import_id from directory_change where entry_id = $1 and import_id is not null`, [ids.pantry])
  assert.deepEqual(history, [{ field_name: 'fees_description', previous_value: 'Free', replacement_value: 'Pay what you can', updated_by: 'import', import_id: next.importId }])
  await take(invented) // and back
})

test('what a person here corrected stays: the import says so and keeps ours', async () => {
  await w.asOwner(`update directory_service set wait_time = '2 weeks', edited_at = now() where id = $1`, [ids.legal])
  const report = await take(invented)
  assert.deepEqual(found(report).filter((line) => line.includes('edited-here')), ['remarked services.csv:4 edited-here'])
  assert.deepEqual((await w.asOwner(`select wait_time from directory_service where id = $1`, [ids.legal]))[0], { wait_time: '2 weeks' })
})

test('a package that lost most of a table is taken for a broken file, and nothing is marked as gone', async () => {
  const cut = { ...invented, 'organizations.csv': `${(invented['organizations.csv'] ?? '').split('\n').filter((line) => !line.includes('branch')).join('\n')}` }
  const report = await take(cut)
  assert.deepEqual(found(report).filter((line) => line.includes('not-in-the-package')), ['remarked the package:0 not-in-the-package'])
  assert.equal(report.tables.reduce((sum, { gone }) => sum + gone, 0), 0)
})

test('a dirty Ohana directory comes in as far as it can, and every row that could not is told with file, line and reason', async () => {
  const report = await take(dirtyOhana, 'dirty')
  assert.equal(report.format, 'ohana-1.x')
  assert.deepEqual(found(report), [
    'refused eligibility.csv:3 reference.missing',
    'refused mail_addresses.csv:3 row.hangs-on-nothing',
    'refused organizations.csv:3 field.missing',
    'refused phones.csv:3 field.missing',
    'refused phones.csv:4 field.missing',
    'refused service_categories.json:3 reference.missing',
    'refused services.csv:5 id.twice',
    'refused unheard_of.csv:2 file.not-known',
    'remarked locations.csv:3 location.no-coordinates',
    'remarked locations.csv:3 reference.missing',
    'remarked locations.csv:4 value.aside',
    'remarked organizations.csv:1 column.not-known',
    'remarked organizations.csv:1 column.not-known',
    'remarked phones.csv:1 column.not-known',
    'remarked phones.csv:2 value.not-a-number',
    'remarked phones.csv:4 line.unreadable',
    'remarked service_categories.json:2 id.twice',
    'remarked services.csv:4 service.no-location',
    'remarked services.csv:4 service.no-organization',
    'remarked services.csv:4 value.not-known',
  ])
  const services = await w.asOwner(`select name, eligibility_description as who, fees_description as fees, url, status, organization_id is not null as owned from directory_service where source = 'dirty' order by source_id`)
  assert.deepEqual(services, [
    { name: 'Pantry\nand kitchen', who: 'Anyone; County residents', fees: 'None', url: 'https://harbor.example', status: 'active', owned: true },
    { name: 'good food 4 u', who: null, fees: null, url: null, status: 'active', owned: false },
  ])
  const details = await w.asOwner(`select kind, body from directory_detail where source = 'dirty' and kind in ('address', 'language', 'schedule') order by kind, body::text`)
  assert.deepEqual(details.map(({ kind, body }) => [kind, body.address_type ?? body.code ?? body.note ?? `${body.byday} ${body.opens_at}–${body.closes_at}`]), [
    ['address', 'physical'], ['address', 'postal'], ['language', 'es'], ['language', 'es'], ['language', 'vi'], ['language', 'Ask us.'], ['schedule', 'MO 09:00–17:00'],
  ])
  const kept = await w.asOwner(`select count(*)::int as n from directory_import_remark where import_id = $1 and record is not null`, [report.importId])
  assert.deepEqual(kept, [{ n: report.remarks.filter(({ record }) => record !== null).length }])
  assert.match(linesOf(report).join('\n'), /services\.csv +3 +2 +2 +1 +3/)
})

test('an import that is stopped half-way goes on where it was, and the report is whole', async () => {
  let commits = 0
  const failing = <T>(act: (work: Work) => Promise<T>): Promise<T> => inAgency(act).then((result) => {
    commits += 1
    if (commits === 6) throw new Error('The power went.')
    return result
  })
  const read = packageOf(invented, 'stopped')
  const renumbered = { ...read, rows: read.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([name, value]) => [name, value.replace(/^00000000-/, '00000001-')])) })) }
  await assert.rejects(importDirectory({ read: renumbered, inAgency: failing }), /The power went/)
  const [half] = await w.asOwner(`select count(*)::int as n from directory_service where source = 'stopped'`)
  const seen: number[] = []
  const report = await importDirectory({ read: renumbered, inAgency, progress: (done) => void seen.push(done) })
  assert.equal(half?.n, 0)
  assert.equal(report.resumed, true)
  assert.ok((seen[0] ?? 0) > 4, 'it does not begin anew')
  assert.ok(report.tables.every(({ rows, added, same }) => added + same === rows))
})

test('a row the database will not have is refused alone, with the constraint, and the others come in', async () => {
  const line = (n: number, note: string) => `00000002-0000-4000-8000-00000000000${n},Fine,active,${note}`
  const report = await take({ 'services.csv': ['id,name,status,referral_note', line(1, 'Call'), line(2, 'x'.repeat(1001)), line(3, 'Write'), ''].join('\n') }, 'long')
  assert.deepEqual(report.remarks.filter(({ outcome }) => outcome === 'refused').map(({ line: at, reason, detail }) => [at, reason, detail]), [[3, 'row.unwritable', 'directory_service_referral_note_check']])
  assert.equal((await w.asOwner(`select from directory_service where source = 'long'`)).length, 2)
})

test('HSDS JSON, nested as the API gives it, is the same directory as its tables', async () => {
  const service = { id: '00000003-0000-4000-8000-000000000001', name: 'Showers', status: 'active', organization: { id: '00000003-0000-4000-8000-000000000002', name: 'Quay', description: 'By the water' }, phones: [{ id: '00000003-0000-4000-8000-000000000003', number: '410 555 0100', languages: [{ id: '00000003-0000-4000-8000-000000000004', code: 'es' }] }] }
  const report = await take({ 'services.json': JSON.stringify({ contents: [service] }) }, 'json')
  assert.deepEqual(found(report), [])
  assert.deepEqual(report.tables.map(({ table, added }) => [table, added]), [['organization', 1], ['service', 1], ['phone', 1], ['language', 1]])
  const [row] = await w.asOwner(`select o.name, d.service_id from directory_service s join directory_organization o on o.id = s.organization_id join directory_detail d on d.service_id = s.id where s.id = $1`, [service.id])
  assert.deepEqual(row, { name: 'Quay', service_id: service.id })
})

test('clock times as people write them', () => assert.deepEqual(['9:00am', '5pm', '12:00 AM', '12 p.m.', '17:30', '08:00:00', 'noon', ''].map(clockTime), ['09:00', '17:00', '00:00', '12:00', '17:30', '08:00', null, null]))

test('what came in is found by a search', async () => {
  const names = async () => (await w.work('maya', (work) => findServices(work, Finding.parse({ words: 'pantry' })))).found.map(({ name }) => name)
  assert.ok((await names()).includes('Pantry'))
})
