// The sealer on a real database: every committed event once, in a tree that only grows, signed, witnessed, provable.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { writeAudit } from '../events.ts'
import { openCheckpoint, readNote, signersOf } from './checkpoint.ts'
import { newKeyring, trustedOf, type Keyring } from './keys.ts'
import { consistencyOf, proofsOf } from './proofs.ts'
import { sealAgency } from './seal.ts'
import { sealAll } from './sealing.ts'
import { sealEverything, sealerOf, type TestSeal } from './testing/sealing.ts'
import { grewFrom, includes } from './tree.ts'
import { fileWitness, readWitness, readWitnessedKeys } from './witness.ts'

let w: World
let seal: TestSeal
before(async () => {
  w = await world()
  seal = sealerOf(w)
})
after(() => w.close())

const write = (times: number, action = 'read something') =>
  w.work('maya', async (work) => {
    for (let n = 0; n < times; n++) await writeAudit(work, action, { entity: 'client', id: null }, null, { n })
  })
const notesOf = (keys: Keyring = w.database.keys) => readWitness(seal.folder, keys.deployment, w.agencyId)

test('a committed event is sealed, its checkpoint is signed and lies with the witness', async () => {
  await write(3)
  await sealEverything(seal)
  const checkpoint = openCheckpoint(notesOf().at(-1)!, trustedOf(w.database.keys))
  assert.ok(checkpoint)
  assert.equal(checkpoint.origin, `continuum/${w.database.keys.deployment}/audit/${w.agencyId}`)
  const [{ size, events }] = await w.asOwner(
    'select size, (select count(*)::int from audit_event where agency_id = $1) as events from audit_seal where agency_id = $1',
    [w.agencyId],
  )
  assert.deepEqual([Number(size), checkpoint.size], [events, events])
  assert.equal(readWitnessedKeys(seal.folder, w.database.keys.deployment).length, 1)
  assert.deepEqual(seal.alarms, [])
})

test('any event is proven in the newest checkpoint, also beyond a block of 256, and each checkpoint grew from the one before', async () => {
  for (const times of [1, 300, 7]) {
    await write(times)
    await sealEverything(seal)
  }
  const trusted = trustedOf(w.database.keys)
  const ids: { id: string }[] = await w.asOwner('select id from audit_event where agency_id = $1 order by id', [w.agencyId])
  const wanted = [0, 1, 5, 255, 256, ids.length - 1].map((index) => Number(ids[index]!.id))
  const { checkpoint, events } = await w.work('quinn', ({ tx }) => proofsOf(tx, wanted))
  const tree = openCheckpoint(checkpoint!.note, trusted)!
  assert.equal(events.length, wanted.length)
  for (const { leaf, index, proof } of events) assert.ok(includes({ leaf, index, size: tree.size, proof, root: tree.root }))
  const trees = notesOf().map((note) => openCheckpoint(note, trusted)!)
  assert.ok(trees.length >= 4)
  for (const [n, earlier] of trees.slice(0, -1).entries()) {
    const later = trees[n + 1]!
    const proof = await w.work('quinn', ({ tx }) => consistencyOf(tx, earlier.size, later.size))
    assert.ok(grewFrom({ earlier: earlier.size, earlierRoot: earlier.root, size: later.size, root: later.root, proof }))
  }
})

test('what a rolled-back transaction wrote is not sealed, and what is not committed waits', async () => {
  await assert.rejects(
    w.work('maya', async (work) => {
      await writeAudit(work, 'rolled back', { entity: 'client', id: null }, null, {})
      throw new Error('never mind')
    }),
    /never mind/,
  )
  await w.work('maya', async (work) => {
    await writeAudit(work, 'slow', { entity: 'client', id: null }, null, {})
    await sealAll(seal)
    await write(1, 'quick')
    await sealAll(seal)
    const early = await w.asOwner('select from audit_leaf l join audit_event e on e.id = l.event_id where e.action in ($1, $2)', [
      'slow',
      'quick',
    ])
    assert.equal(early.length, 0, 'the horizon is the oldest running transaction')
  })
  await sealEverything(seal)
  const found = await w.asOwner(
    "select action, count(*)::int from audit_leaf l join audit_event e on e.id = l.event_id where e.action in ('slow', 'quick', 'rolled back') group by 1 order by 1",
  )
  assert.deepEqual(
    found.map(({ action, count }) => [action, count]),
    [
      ['quick', 1],
      ['slow', 1],
    ],
  )
})

test('an event that the application did not write sounds the alarm', async () => {
  await w.asOwner("insert into audit_event (agency_id, action, entity_type) values ($1, 'slipped in', 'client')", [w.agencyId])
  await sealEverything(seal)
  assert.match(seal.alarms.join('\n'), /did not write/)
  seal.alarms.length = 0
})

test('sealing that lags more than five seconds sounds the alarm', async () => {
  await write(1, 'waits')
  await w.asOwner('alter table audit_event disable trigger append_only')
  await w.asOwner("update audit_event set at = at - interval '6 seconds' where action = 'waits'")
  await w.asOwner('alter table audit_event enable trigger append_only')
  await sealAll(seal)
  assert.match(seal.alarms.join('\n'), /falls behind.*waitsSeconds":[6-9]/)
  await sealEverything(seal)
  seal.alarms.length = 0
})

test('two sealers at once: one works, the other leaves it alone', async () => {
  await write(2)
  await w.work('system', async (work) => {
    assert.ok(await sealAgency(work, w.database.keys))
    assert.equal(await w.work('system', (other) => sealAgency(other, w.database.keys)), null)
  })
  await sealEverything(seal)
})

test('only the system seals', async () => {
  for (const person of ['maya', 'ada', 'quinn'] as const)
    await assert.rejects(
      w.work(person, (work) => sealAgency(work, w.database.keys)),
      { code: '42501' },
      person,
    )
})

test('after a rotation one checkpoint carries both signatures, the following the new one', async () => {
  const old = w.database.keys
  const fresh = newKeyring()
  const keys: Keyring = { ...old, signers: [...old.signers, { ...fresh.signers[0]!, name: old.signers[0]!.name }] }
  const rotated = { ...seal, keys: () => keys, witnesses: [fileWitness(seal.folder, () => keys)] }
  await write(1)
  await sealEverything(rotated)
  await write(1)
  await sealEverything(rotated)
  const signed = notesOf()
    .slice(-2)
    .map((note) => signersOf(readNote(note)!, trustedOf(keys)).map(({ id }) => trustedOf(keys).findIndex((key) => key.id === id)))
  assert.deepEqual(signed, [[0, 1], [1]])
  assert.equal(readWitnessedKeys(seal.folder, old.deployment).length, 2)
})

test('a transaction id that begins anew in another cluster is sealed under the next incarnation', async () => {
  await sealEverything(seal)
  await w.asOwner("update audit_seal set horizon = '9000000000000' where agency_id = $1", [w.agencyId])
  await write(1, 'before anybody noticed')
  await w.asOwner('update house.incarnation set number = number + 1')
  await write(1, 'afterwards')
  await sealEverything(seal)
  const left = await w.asOwner(
    'select action from audit_event e where agency_id = $1 and not exists (select from audit_leaf l where l.agency_id = e.agency_id and l.event_id = e.id)',
    [w.agencyId],
  )
  assert.deepEqual(
    left.map(({ action }) => action),
    ['before anybody noticed'],
    'why the incarnation is raised before anything is written',
  )
})
