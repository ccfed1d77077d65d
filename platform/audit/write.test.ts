// What an audit event carries the moment it is written: the database's values, a leaf over them, and the application's word.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { world, type World } from '../../test/world.ts'
import { writeAudit } from '../events.ts'
import { macOf, payloadDigest } from './leaf.ts'
import { leavesOf } from './testing/events.ts'

let w: World
before(async () => void (w = await world()))
after(() => w.close())

const write = (act: string, payload: object = { event: 'x' }) =>
  w.work('maya', async (work) => {
    await writeAudit(work, act, { entity: 'client', id: null }, null, payload)
    await writeAudit(work, `${act} again`, { entity: 'client', id: w.staffId.maya, version: 3 }, null, payload)
  })

test('each event carries the leaf of its canonical form and a salted digest of its payload', async () => {
  await write('read x', { words: 'ñ “quoted”', n: 1.5 })
  const [first, second] = await leavesOf(w, 'read x%')
  assert.ok(first && second)
  for (const { leaf, computed, salt, payload, digest } of [first, second]) {
    assert.deepEqual(leaf, computed)
    assert.deepEqual(payloadDigest(salt, payload), digest)
  }
  assert.notDeepEqual(first.salt, second.salt)
})

test('a transaction is vouched for by one HMAC under a key that the database does not hold', async () => {
  await write('vouched')
  const events = await leavesOf(w, 'vouched%')
  const [row] = await w.asOwner('select key, mac from audit_mac where xid = $1', [events[0]?.xid])
  const key = w.database.keys.macs.at(-1)!
  assert.equal(row.key, key.id)
  assert.deepEqual(
    row.mac,
    macOf(
      key.key,
      events.map(({ leaf }) => leaf),
    ),
  )
  assert.notDeepEqual(
    row.mac,
    macOf(
      Buffer.alloc(32),
      events.map(({ leaf }) => leaf),
    ),
  )
})

test('a writer cannot choose the transaction, the time or the leaf, nor write past the one way there is', async () => {
  const forged =
    "insert into audit_event (agency_id, action, entity_type, xid, at, incarnation, leaf, salt) values ($1, 'forged', 'client', '7', '2020-01-01', 9, '\\x00', '\\x00')"
  await assert.rejects(
    w.work('maya', ({ tx, agencyId }) => sql.raw(forged.replace('$1', `'${agencyId}'`)).execute(tx)),
    /permission denied/,
  )
  await w.asOwner(forged, [w.agencyId])
  const [leaf] = await leavesOf(w, 'forged')
  const [row] = await w.asOwner(
    "select xid::text, at > now() - interval '1 minute' as recent, incarnation, salt from audit_event where action = 'forged'",
  )
  assert.ok(row.xid !== '7' && row.recent && row.incarnation === 1 && row.salt === null)
  assert.deepEqual(leaf?.leaf, leaf?.computed)
})

test('who and where are those of the proven context, and without one nothing is written', async () => {
  await write('whose')
  const [row] = await w.asOwner("select agency_id, actor from audit_event where action = 'whose'")
  assert.deepEqual(row, { agency_id: w.agencyId, actor: w.staffId.maya })
  await assert.rejects(
    w.database.db.inTransaction({ kind: 'none' }, (tx) =>
      sql`select authz.write_audit('r', 'nobody', 'client', null, null, null, '{}')`.execute(tx),
    ),
    /no access context/,
  )
})

test('words with control characters are refused, so that no two events have one form', async () => {
  await assert.rejects(write('a\u001fb'), /words_of_the_audit_hold_no_control_characters/)
})

test('nobody changes or removes an event', async () => {
  for (const statement of [
    "update audit_event set action = 'x'",
    'delete from audit_event',
    'truncate audit_event',
    'delete from audit_mac',
    'truncate audit_checkpoint',
  ])
    for (const as of [w.asOwner, (text: string) => w.work('system', ({ tx }) => sql.raw(text).execute(tx))])
      await assert.rejects(as(statement), /append-only|permission denied|is-append-only/, statement)
})
