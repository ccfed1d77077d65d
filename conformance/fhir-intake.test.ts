// The 30 synthetic histories of 2019 come in as referrals: every entry counted, every person named, twice the same is once.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { filesIn, takeInFiles, type FileOutcome } from '../capabilities/referrals/files.actions.ts'
import { Source } from '../capabilities/referrals/referral.ts'
import { world, type World } from '../test/world.ts'

const folder = new URL('../../shared/data/fhir/synthea-2019-bundles/', import.meta.url).pathname
const skip = existsSync(folder) ? false : 'there is no ../shared with the reference bundles here'

let w: World
let files: string[] = []
before(async () => {
  if (skip) return
  w = await world()
  files = filesIn([folder])
})
after(() => w?.close())

interface Entry {
  resource: { resourceType: string; clinicalStatus?: { coding: { code: string }[] } }
}
const entriesOf = (file: string): Entry[] => JSON.parse(readFileSync(file, 'utf8')).entry
const takeIn = (wanted: string[]): Promise<FileOutcome[]> =>
  takeInFiles({
    files: wanted,
    source: Source.parse({ kind: 'hospital' }),
    inAgency: (act) => w.work('system', act),
    done: () => {},
  })

test('all 30 bundles come in, and used + unused = entries for each', { skip }, async () => {
  assert.equal(files.length, 30)
  for (const outcome of await takeIn(files)) {
    assert.ok(outcome.outcome === 'received', `${outcome.file}: ${JSON.stringify(outcome)}`)
    const { report, file } = outcome
    const counted = Object.groupBy(entriesOf(file), (entry) => entry.resource.resourceType)
    assert.deepEqual([report.entries, report.used + report.unused], [entriesOf(file).length, entriesOf(file).length])
    for (const [type, entries] of Object.entries(counted)) {
      const row = report.rows.find((each) => each.type === type)
      assert.deepEqual([type, row?.count, (row?.used ?? 0) + (row?.unused ?? 0)], [type, entries?.length, entries?.length])
      assert.equal(
        row?.because.reduce((sum, each) => sum + each.count, 0),
        row?.unused,
      )
    }
    assert.deepEqual(report.unreadable, [])
  }
})

test(
  'every person is in the inbox by name; active conditions, payer, providers and care team are pre-filled',
  { skip },
  async () => {
    const { groups } = (await w.as('ines').get('/api/referrals')).body
    assert.equal(groups.flatMap((each: { items: unknown[] }) => each.items).length, 30)
    for (const file of files) {
      const [given, family] = (file.split('/').at(-1) ?? '').split('_')
      const item = groups
        .flatMap((each: { items: { id: string; name: string }[] }) => each.items)
        .find((each: { name: string }) => each.name === `${given} ${family}`)
      assert.ok(item, `${given} ${family}`)
      const { bundle } = (await w.as('ines').get(`/api/referrals/${item.id}`)).body
      const about = (what: string) => bundle.prefill.filter((fact: { about: string }) => fact.about === what)
      const active = entriesOf(file).filter(
        ({ resource }) => resource.resourceType === 'Condition' && resource.clinicalStatus?.coding[0]?.code === 'active',
      )
      assert.equal(about('condition').length, active.length)
      for (const what of [
        'birthDate',
        'language',
        'address',
        'contactWay',
        'race',
        'ethnicity',
        'coverage',
        'provider',
        'careTeam',
      ])
        assert.ok(about(what).length > 0, `${file}: ${what}`)
    }
  },
)

test('a second import of the same files says so and changes nothing', { skip }, async () => {
  const outcomes = await takeIn(files)
  assert.deepEqual([...new Set(outcomes.map((each) => each.outcome))], ['already-received'])
  assert.equal((await w.asOwner('select count(*)::int as n from referral'))[0].n, 30)
})
