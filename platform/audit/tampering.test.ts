// Everything that can be done to the audit without its keys is found, and nothing is found when nothing was done. Many trials: `npm run drill -- tamper`.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { groundOf, type Ground } from './testing/ground.ts'
import { sealEverything } from './testing/sealing.ts'
import { tamperings } from './testing/tampering.ts'

let w: World
let ground: Ground
before(async () => {
  w = await world()
  ground = await groundOf(w, 20_260_102)
})
after(() => w.close())

const kindsIn = (findings: { kind: string }[]) => [...new Set(findings.map(({ kind }) => kind))].sort()
const trials = 2

test('what nobody touched raises no alarm: sealed, shredded under a purge, or not sealed yet', async () => {
  await ground.restore()
  const verdict = await ground.verify()
  assert.deepEqual(verdict.findings, [])
  assert.ok(
    verdict.sealed > 40 && verdict.shredded > 10 && verdict.waiting === 4 && verdict.witnessed >= 4,
    JSON.stringify(verdict),
  )
  await sealEverything(ground.seal)
  await ground.write()
  assert.deepEqual((await ground.verify()).findings, [])
})

for (const [kind, tamper] of Object.entries(tamperings))
  test(`found: ${kind}`, async () => {
    for (let trial = 0; trial < trials; trial++) {
      await ground.restore()
      await tamper(ground)
      assert.notDeepEqual((await ground.verify()).findings, [], `trial ${trial}`)
    }
  })

test('the proof can fail: without the witness a rollback and a wipe are missed, without the keys a forged event is', async () => {
  for (const kind of ['roll back to an earlier checkpoint', 'wipe the whole audit', 'restore an old backup']) {
    await ground.restore()
    await tamperings[kind]!(ground)
    assert.deepEqual((await ground.verify({ witnessed: null })).findings, [], kind)
  }
  await ground.restore()
  await tamperings['add an event that is not sealed yet']!(ground)
  assert.deepEqual((await ground.verify({ macs: null })).findings, [])
})

test('a finding says what is wrong and where', async () => {
  await ground.restore()
  const [{ id }] = await w.asOwner(`select event_id as id from audit_leaf where agency_id = $1 and position = 20`, [w.agencyId])
  await w.asOwner("update audit_event set action = 'x' where id = $1", [id])
  assert.deepEqual((await ground.verify()).findings, [{ kind: 'event-changed', at: id }])
  await ground.restore()
  await tamperings['roll back to an earlier checkpoint']!(ground)
  assert.ok(kindsIn((await ground.verify()).findings).includes('rolled-back'))
})
