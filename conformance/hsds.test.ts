// Conformance: real directories come in as far as they can with a whole report, and everything the read API answers validates against the compiled
// schemas of HSDS 3.0. Needs ../shared/data, which is not part of the repository; says so and passes without it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { importDirectory } from '../capabilities/directory/import.actions.ts'
import type { ImportReport } from '../capabilities/directory/importReport.ts'
import { readPackage } from '../capabilities/directory/reading.actions.ts'
import { world, type World } from '../test/world.ts'

const data = '../shared/data/hsds'
const there = existsSync(data)
let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

if (!there) test(`skipped, and saying so: ${data} is not here`, () => assert.equal(there, false))

async function take(folder: string): Promise<{ report: ImportReport; seconds: number }> {
  const started = performance.now()
  const report = await importDirectory({ read: readPackage(`${data}/${folder}`), inAgency: (act) => w.work('system', act), settle: () => w.asOwner('analyze') })
  return { report, seconds: (performance.now() - started) / 1000 }
}
const rowsIn = ({ tables }: ImportReport, name: string): number => tables.find(({ table }) => table === name)?.rows ?? 0
const count = ({ remarks }: ImportReport, reason: string, file?: string): number => remarks.filter((each) => each.reason === reason && (file === undefined || each.file === file)).length

const schemas = ['service', 'organization', 'service_at_location', 'service_list', 'organization_list', 'service_at_location_list']
function schemaOf(name: string): object {
  const packed = `${data}/spec-3.0/compiled/${name}.json.gz`
  return existsSync(packed) ? JSON.parse(gunzipSync(readFileSync(packed)).toString()) : JSON.parse(readFileSync(`${data}/spec-3.0/compiled/${name}.json`, 'utf8'))
}
/** Formats count: an id is a UUID, an address of the web is one. */
function validators(): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const plain = ['taxonomy', 'taxonomy_term', 'location'].map((name): [string, object] => [name, JSON.parse(readFileSync(`${data}/spec-3.0/schema/${name}.json`, 'utf8'))])
  const own = plain.map(([name, schema]): [string, ValidateFunction] => [name, ajv.compile(withoutReferences(schema))])
  return new Map([...schemas.map((name): [string, ValidateFunction] => [name, ajv.compile(schemaOf(name))]), ...own])
}
/** The plain schemas refer to each other by file; what stands inside is checked by the compiled ones. */
function withoutReferences(schema: unknown): object {
  return JSON.parse(JSON.stringify(schema), (key, value) => (key === 'items' || key === '$ref' ? undefined : value))
}

async function valid(checks: Map<string, ValidateFunction>, schema: string, path: string): Promise<number> {
  const { status, body } = await w.as('maya').get(path)
  assert.equal(status, 200, path)
  const things: unknown[] = Array.isArray(body.contents) ? body.contents : [body]
  const check = checks.get(schema)
  assert.ok(check, schema)
  for (const thing of things) assert.ok(check(thing), `${path}: ${JSON.stringify(check.errors?.slice(0, 3))} in ${JSON.stringify(thing).slice(0, 300)}`)
  return things.length
}

if (there) {
  test('Baltimore: 748 organizations, 1,482 locations and 1,876 services come in; the one service without a valid location is told', async () => {
    const { report, seconds } = await take('directory-baltimore-charmcare')
    assert.deepEqual(['organization', 'location', 'service'].map((table) => rowsIn(report, table)), [748, 1482, 1876])
    assert.deepEqual(report.remarks.filter(({ reason }) => reason === 'service.no-location').map(({ file, line, record }) => [file, line, record?.name]), [['services.csv', 7662, 'good food 4 u']])
    assert.equal(count(report, 'location.no-coordinates'), 133)
    assert.equal(count(report, 'row.hangs-on-nothing', 'mail_addresses.csv'), 393)
    assert.equal(report.files.find(({ file }) => file === 'services.csv')?.refused, 0)
    const busy = (loadavg()[0] ?? 0) > availableParallelism()
    console.log(`Baltimore took ${seconds.toFixed(1)} s${busy ? ' on a machine that does other things: its 20 s are not asked for' : ''}`)
    assert.ok(seconds < (busy ? 120 : 20), `${seconds.toFixed(1)} s, promised 20`)
  })

  test('Baltimore again: nothing changes', async () => {
    const { report } = await take('directory-baltimore-charmcare')
    assert.equal(report.tables.reduce((sum, { added, changed, gone }) => sum + added + changed + gone, 0), 0)
  })

  test('Miami: 1,826 services of 537 organizations come in; what has no coordinates, owner or number is told', async () => {
    const { report } = await take('directory-miami-211-half-A')
    assert.deepEqual(['organization', 'location', 'service', 'schedule'].map((table) => rowsIn(report, table)), [537, 1826, 1826, 5047])
    assert.equal(count(report, 'location.no-coordinates'), 756)
    assert.equal(count(report, 'reference.missing', 'locations.csv'), 1289)
    assert.deepEqual(report.remarks.filter(({ outcome }) => outcome === 'refused').map(({ reason }) => reason), Array.from({ length: 9 }, () => 'field.missing'))
  })

  test('the examples of HSDS 3.0 come in as tables and as JSON', async () => {
    for (const example of ['csv', 'organization_full.json', 'service_full.json', 'service_at_location_full.json', 'tabular.json', 'taxonomy_term_list.json']) {
      const { report } = await take(`spec-3.0/examples/${example}`)
      assert.ok(report.tables.length > 0, example)
    }
  })

  test('every answer of the read API validates against the schemas of HSDS 3.0', async () => {
    const checks = validators()
    const pages: [string, string, number][] = [['services', 'service_list', 200], ['organizations', 'organization_list', 200], ['service_at_locations', 'service_at_location_list', 200], ['locations', 'location', 200], ['taxonomies', 'taxonomy', 50], ['taxonomy_terms', 'taxonomy_term', 500]]
    for (const [path, schema, size] of pages) assert.ok((await valid(checks, schema, `/hsds/${path}?per_page=${size}`)) > 0, path)
    for (const [path, schema] of [['services', 'service'], ['organizations', 'organization'], ['service_at_locations', 'service_at_location']] as const)
      for (const page of [1, 20]) assert.ok((await valid(checks, schema, `/hsds/${path}?full=true&per_page=25&page=${page}`)) > 0, path)
    const one = await w.as('maya').get('/hsds/services?per_page=1&taxonomy_term_id=' + (await w.as('maya').get('/hsds/taxonomy_terms?search=pantry')).body.contents[0].id)
    await valid(checks, 'service', `/hsds/services/${one.body.contents[0].id}`)
    const check = checks.get('service')
    assert.equal(check?.({ id: 'not-a-uuid', name: 'x', status: 'active' }), false, 'the check can fail')
    assert.equal(check?.({ id: one.body.contents[0].id, name: 'x' }), false, 'the check can fail')
  })
}
