// A restore to an earlier time is an alarm until somebody signs for it; what they sign for excuses that restore, and nothing else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { acknowledgeRestore } from './acknowledge.ts'
import { restoreNote } from './deliberate.ts'
import { newKeyring, originOf, trustedOf } from './keys.ts'
import { groundOf, putBack, type Ground } from './testing/ground.ts'
import { sealEverything } from './testing/sealing.ts'
import { tamperings } from './testing/tampering.ts'
import { keepRestore, readRestores, readWitness } from './witness.ts'
import type { Trust } from './verify.ts'

let w: World
let ground: Ground
before(async () => {
  w = await world()
  ground = await groundOf(w, 20_261_122)
})
after(() => w.close())

const trust = (restores: string[]): Trust => {
  const { keys } = w.database
  const witnessed = readWitness(ground.seal.folder, keys.deployment, w.agencyId)
  return { origin: originOf(keys, w.agencyId), keys: trustedOf(keys), macs: keys.macs, witnessed, restores }
}
const said = { by: 'Ada Voss', reason: 'The import of the 21st\nwas wrong.' }
const acknowledge = (restores: string[] = []) =>
  w.work('system', (work) => acknowledgeRestore(work, w.database.keys, trust(restores), said))
const kinds = async (restores: string[]) =>
  [...new Set((await ground.verify({ restores })).findings.map(({ kind }) => kind))].sort()
const goOn = async () => {
  for (let n = 0; n < 3; n++) await ground.write()
  await sealEverything(ground.seal)
}
const goneBack = async () => {
  await ground.restore()
  await putBack(w, 'older')
}

test('an unacknowledged restore stays an alarm, also when people have gone on working; a signed one is told with its day, its person and its reason', async () => {
  await goneBack()
  assert.ok((await kinds([])).includes('rolled-back'))
  await goOn()
  assert.ok((await kinds([])).length > 0)
  const note = await acknowledge()
  const { findings, restores } = await ground.verify({ restores: [note] })
  assert.deepEqual(findings, [])
  const [told] = restores
  assert.deepEqual([told?.by, told?.reason, restores.length], ['Ada Voss', 'The import of the 21st was wrong.', 1])
  assert.ok(told && told.givenUp.length > 0 && told.point.size > 0 && Math.abs(Date.parse(told.at) - Date.now()) < 600_000)
  await goOn()
  assert.deepEqual(await kinds([note]), [], 'the audit goes on from there')
  const [event] = await w.asOwner(
    `select payload from audit_event where action = 'audit.restore-acknowledged' and payload is not null`,
  )
  assert.deepEqual([event.payload.digest, event.payload.by], [told?.digest, 'Ada Voss'])
})

test('the statement excuses one restore: the next rollback is found, with the old statement in hand', async () => {
  await goneBack()
  const note = await acknowledge()
  await goOn()
  for (const kind of [
    'roll back to an earlier checkpoint',
    'wipe the whole audit',
    'delete checkpoints',
    'restore an old backup and go on',
  ]) {
    await tamperings[kind]!(ground)
    assert.notDeepEqual(await kinds([note]), [], kind)
    await goneBack()
    assert.ok((await kinds([note])).includes('restore-not-in-the-audit'), 'the record went back behind the statement itself')
  }
})

test('a statement that another key signed, that the witness lost, or that the audit does not hold, excuses nothing', async () => {
  await goneBack()
  const note = await acknowledge()
  assert.deepEqual(await kinds([note]), [])
  assert.ok((await kinds([])).includes('rolled-back'))
  const [origin, points] = [originOf(w.database.keys, w.agencyId), (await ground.verify()).contradicted]
  const forged = restoreNote({ ...newKeyring(), deployment: w.database.keys.deployment }, origin, {
    at: '2026-11-22T00:00:00Z',
    by: 'Ada Voss',
    reason: 'x',
    point: points[0]!,
    givenUp: [],
  })
  assert.deepEqual(
    (await kinds([forged])).filter((kind) => /restore-not-signed|rolled-back/.test(kind)),
    ['restore-not-signed', 'rolled-back'],
  )
  await w.asOwner(`delete from audit_event where action = 'audit.restore-acknowledged'`)
  await w.asOwner(
    `delete from audit_mac m where not exists (select from audit_event e where e.agency_id = m.agency_id and e.xid = m.xid)`,
  )
  assert.deepEqual(await kinds([note]), ['restore-not-in-the-audit'])
})

test('what is more than a restore cannot be acknowledged, nor can what agrees with its witness', async () => {
  await ground.restore()
  await assert.rejects(acknowledge(), /no restore to acknowledge/)
  await goneBack()
  await tamperings['edit an event and its leaf']!(ground)
  await assert.rejects(acknowledge(), /more than a restore/)
  await ground.restore()
  await tamperings['edit a payload']!(ground)
  await assert.rejects(acknowledge(), /more than a restore: payload-changed/)
})

test('a record that is restored behind an acknowledged restore is acknowledged anew; the statements are kept by the witness', async () => {
  await goneBack()
  const first = await acknowledge()
  await goOn()
  await putBack(w, 'older')
  const second = await acknowledge([first])
  await goOn()
  assert.deepEqual(await kinds([first, second]), [])
  const { folder } = ground.seal
  for (const note of [first, second]) keepRestore(folder, w.database.keys.deployment, w.agencyId, note)
  assert.deepEqual(readRestores(folder, w.database.keys.deployment, w.agencyId), [first, second])
})
