// Keys in the database: each client's own, wrapped; turned over; destroyed. Everything is tried against the rows themselves.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId } from '../db.ts'
import type { Work } from '../work.ts'
import { world, type World } from '../../test/world.ts'
import { searchTokens } from './agencyKeys.ts'
import { destroyClientKeys, openAll, openFor, sealFor, type Sealed } from './clientKeys.ts'
import { addRootKey, fileKeeper, forgetOldRootKeys, keepKeysWith } from './rootKey.ts'
import { renewAgencyKey, wrapAgencyKeysAnew, wrapClientKeysAnew } from './rotation.ts'

let w: World
const folder = mkdtempSync(join(tmpdir(), 'continuum-keys-'))
const file = join(folder, 'root.key')
before(async () => {
  w = await world()
})
after(async () => {
  await w.close()
  rmSync(folder, { recursive: true })
})

/** By a root key of its own, which it may turn: other files share this process and its keeper. */
function keyTest(title: string, act: () => Promise<void>): void {
  test(title, async () => {
    keepKeysWith(fileKeeper(file))
    await act().finally(() => keepKeysWith(undefined))
  })
}

const text = '41 Planted Lane'
async function sealedFor(clientId: string): Promise<Sealed> {
  const place = { table: 'identifier', row: newId(), column: 'value' }
  return { clientId, place, sealed: await w.work('maya', (work) => sealFor(work, clientId, place, text)) }
}
const opened = (sealed: Sealed) => w.work('maya', (work) => openFor(work, sealed))

keyTest('M10 each client has a key of their own: what was sealed for one does not open for another', async () => {
  const [one, other] = [await w.openCase(), await w.openCase()]
  const [mine, theirs] = [await sealedFor(one.clientId), await sealedFor(other.clientId)]
  assert.deepEqual([await opened(mine), await opened(theirs)], [text, text])
  await assert.rejects(opened({ ...mine, clientId: other.clientId }))
  assert.deepEqual(
    await w.asOwner('select count(*)::int as n from client_key where client_id = any($1)', [[one.clientId, other.clientId]]),
    [{ n: 2 }],
  )
})
keyTest('M10 two first uses at once make one key, and both open', async () => {
  const { clientId } = await w.openCase()
  const both = await Promise.all([sealedFor(clientId), sealedFor(clientId), sealedFor(clientId)])
  assert.deepEqual(await Promise.all(both.map(opened)), [text, text, text])
  assert.equal((await w.asOwner('select from client_key where client_id = $1', [clientId])).length, 1)
})
keyTest('M10 whoever may not know the client has no key: a stranger opens nothing, even holding the bytes', async () => {
  const { clientId } = await w.openCase()
  const sealed = await sealedFor(clientId)
  assert.deepEqual(await w.work('zoe', (work) => openAll(work, [sealed])), [null])
  assert.deepEqual(await w.work('bea', (work) => openAll(work, [sealed])), [null])
})
keyTest('M10 after the root key turned, everything opens by the new one alone', async () => {
  const { clientId } = await w.openCase()
  const sealed = await sealedFor(clientId)
  const tokens = await w.work('maya', (work) => searchTokens(work, ['planted']))
  addRootKey(file)
  keepKeysWith(fileKeeper(file))
  for (const agencyId of [w.agencyId, w.otherAgencyId]) await inAgency(agencyId, wrapAgencyKeysAnew)
  forgetOldRootKeys(file)
  keepKeysWith(fileKeeper(file))
  assert.equal(await opened(sealed), text)
  assert.deepEqual(await w.work('maya', (work) => searchTokens(work, ['planted'])), tokens)
})
keyTest('M10 a new key of the agency takes over every client’s key, in steps, and what is sealed is not touched', async () => {
  const sealed = []
  for (let client = 0; client < 3; client++) sealed.push(await sealedFor((await w.openCase()).clientId))
  const version = await inAgency(w.agencyId, renewAgencyKey)
  while ((await inAgency(w.agencyId, (work) => wrapClientKeysAnew(work, 2))) > 0);
  assert.deepEqual(
    await w.asOwner('select distinct agency_key_version as v from client_key where agency_id = $1', [w.agencyId]),
    [{ v: version }],
  )
  assert.deepEqual(await Promise.all(sealed.map(opened)), [text, text, text])
})
keyTest('M10 a destroyed key is gone for good: 410 for its words, others’ still open, and no one brings it back', async () => {
  const [gone, kept] = [await sealedFor((await w.openCase()).clientId), await sealedFor((await w.openCase()).clientId)]
  await w.work('system', (work) => destroyClientKeys(work, gone.clientId, 'retention ended 2026-11-01'))
  await assert.rejects(opened(gone), { code: 'record.destroyed', status: 410 })
  await assert.rejects(sealedFor(gone.clientId), { code: 'record.destroyed' })
  assert.deepEqual(await w.work('maya', (work) => openAll(work, [gone, kept])), [null, text])
  await assert.rejects(
    w.asOwner(
      `update client_key set wrapped = decode(repeat('00', 60), 'hex'), destroyed_at = null, destroyed_reason = null where client_id = $1`,
      [gone.clientId],
    ),
    /destroyed-stays-destroyed/,
  )
  assert.equal(
    (await w.asOwner(`select from audit_event where action = 'client-key.destroyed' and client_id = $1`, [gone.clientId])).length,
    1,
  )
})
keyTest('M10 only the system destroys keys: a case manager’s statement touches none', async () => {
  const sealed = await sealedFor((await w.openCase()).clientId)
  assert.equal(await w.work('maya', (work) => destroyClientKeys(work, sealed.clientId, 'because I can')), 0)
  assert.equal(await opened(sealed), text)
})
keyTest('M10 no key stands in the database in the clear', async () => {
  const keys: string[] = []
  const watched = fileKeeper(file)
  keepKeysWith({
    wrap: watched.wrap,
    unwrap: async (wrapped, about) => await watched.unwrap(wrapped, about).then((key) => (keys.push(key.toString('hex')), key)),
  })
  await opened(await sealedFor((await w.openCase()).clientId))
  const kept =
    (await w.asOwner(`select string_agg(t::text, ' ') as all from (select * from agency_key) t`))[0].all +
    (await w.asOwner(`select string_agg(t::text, ' ') as all from (select * from client_key) t`))[0].all
  assert.ok(keys.length > 0 && keys.every((key) => !kept.includes(key)))
})

keyTest(
  'M10 each member of staff has a key of their own for unfinished work, the same at each asking; a stranger has none',
  async () => {
    const keyOf = async (person: 'maya' | 'zoe' | 'bea') => String((await w.as(person).get('/api/me/draft-key')).body.key)
    const [mine, again, theirs, elsewhere] = [await keyOf('maya'), await keyOf('maya'), await keyOf('zoe'), await keyOf('bea')]
    assert.equal(Buffer.from(mine, 'base64').length, 32)
    assert.deepEqual([mine === again, new Set([mine, theirs, elsewhere]).size], [true, 3])
    assert.equal((await w.app.inject({ url: '/api/me/draft-key' })).statusCode, 401)
  },
)

const inAgency = <T>(agencyId: string, act: (work: Work) => Promise<T>): Promise<T> =>
  import('../jobs.ts').then(({ asSystem }) => asSystem(w.database, agencyId, act))
