import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { filesIn, reportOf, takeInFiles, type FileOutcome } from './files.actions.ts'
import { Source } from './referral.ts'
import { world, type World } from '../../test/world.ts'

let w: World
const folder = mkdtempSync(join(tmpdir(), 'continuum-import-'))
before(async () => {
  w = await world()
  mkdirSync(join(folder, 'deeper'))
  copyFileSync(new URL('./invented-bundle.json', import.meta.url), join(folder, 'deeper', 'rosa.json'))
  writeFileSync(join(folder, 'a-broken.json'), '{ "resourceType": "Bundle"')
  writeFileSync(join(folder, 'b-patient.json'), '{ "resourceType": "Patient" }')
  writeFileSync(join(folder, 'notes.txt'), 'not a record')
})
after(async () => {
  rmSync(folder, { recursive: true })
  await w.close()
})

const takeIn = async () => {
  const heard: [number, number, string][] = []
  const done = (at: number, of: number, outcome: FileOutcome) => void heard.push([at, of, outcome.outcome])
  const outcomes = await takeInFiles({
    files: filesIn([folder]),
    source: Source.parse({ organization: 'Made-up Clinic' }),
    inAgency: (act) => w.work('system', act),
    done,
  })
  return { outcomes, heard }
}

test('files come in one by one, a bad one never stops the others, and each says what became of it', async () => {
  const { outcomes, heard } = await takeIn()
  assert.deepEqual(heard, [
    [1, 3, 'refused'],
    [2, 3, 'refused'],
    [3, 3, 'received'],
  ])
  assert.match(reportOf(outcomes[0] ?? assert.fail())[0] ?? '', /not readable as JSON/)
  assert.match(reportOf(outcomes[1] ?? assert.fail())[0] ?? '', /holds one Patient, not a Bundle/)
  const report = reportOf(outcomes[2] ?? assert.fail()).join('\n')
  assert.match(report, /20 entries: 1\d used, \d+ not used/)
  assert.match(report, /Observation: 3 \(0 used, 3 not: a referral does not use it/)
  const [row] = await w.asOwner('select channel, source_organization, created_by from referral')
  assert.deepEqual(row, { channel: 'fhir', source_organization: 'Made-up Clinic', created_by: null })
})

test('the same files again change nothing and say so', async () => {
  const { outcomes } = await takeIn()
  assert.match(reportOf(outcomes[2] ?? assert.fail())[0] ?? '', /already here as referral .*; nothing changed/)
  assert.equal((await w.asOwner('select count(*)::int as n from referral'))[0].n, 1)
})
