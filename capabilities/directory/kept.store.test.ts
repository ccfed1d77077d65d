// The directory in memory follows the one in the database, and nothing of what may never be so is kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { newId } from '../../platform/db.ts'
import { readAhead } from '../../platform/readAhead.ts'
import { world, type World } from '../../test/world.ts'
import { directory } from './capability.ts'
import { makeEntry, runAs } from './entry.testing.ts'
import { Finding } from './finding.ts'
import { lastKept } from './kept.store.ts'
import { findServices } from './search.actions.ts'
import { wordsOf } from './spelling.ts'

let w: World
before(async () => {
  w = await world()
  await makeEntry(w, { name: 'Quiet pantry' })
})
after(() => w.close())

const names = () => w.work('maya', async (work) => (await findServices(work, Finding.parse({ words: 'pantry' }))).found.map(({ name }) => name))

test('who searches while a directory is being read for long is asked to come again, and holds no connection meanwhile', async () => {
  const owner = new pg.Client({ connectionString: w.database.ownerUrl })
  await owner.connect()
  await owner.query('begin; lock table directory_entry in access exclusive mode')
  const reader = names()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await assert.rejects(names(), { code: 'directory.being-read', status: 503 })
  await owner.query('rollback')
  await owner.end()
  assert.deepEqual(await reader, ['Quiet pantry'])
})

test('a server reads directories before anybody asks, and gives up when it ends', async () => {
  await readAhead({ ...w.database, capabilities: [directory] }, assert.ifError).stop()
  assert.equal(lastKept(w.otherAgencyId), undefined)
  await readAhead({ ...w.database, capabilities: [directory] }, assert.ifError).done
  assert.equal(lastKept(w.otherAgencyId)?.index.size, 0)
})

test('what a transaction changed and took back is seen by nobody else, though it looked for it itself', async () => {
  assert.deepEqual(await names(), ['Quiet pantry'])
  const taken = w.work('ada', async (work) => {
    await work.tx.executeQuery(CompiledQuery.raw(`insert into directory_service (id, name) values ($1, 'Loud pantry')`, [newId()]))
    const { found } = await findServices(work, Finding.parse({ words: 'pantry' }))
    throw new Error(found.map(({ name }) => name).toSorted().join())
  })
  await assert.rejects(taken, { message: 'Loud pantry,Quiet pantry' })
  assert.deepEqual(await names(), ['Quiet pantry'])
  const { serviceId } = await makeEntry(w, { name: 'New pantry' })
  assert.deepEqual((await names()).toSorted(), ['New pantry', 'Quiet pantry'])
  await runAs(w, 'ada')('update directory_service set gone_at = now() where id = $1', [serviceId])
  assert.deepEqual(await names(), ['Quiet pantry'])
})

test('only what changed is read again; after the whole directory was derived, all of it', async () => {
  await names()
  const before = lastKept(w.agencyId)?.index
  await makeEntry(w, { name: 'Another pantry' })
  assert.equal((await names()).length, 2)
  assert.equal(lastKept(w.agencyId)?.index, before)
  await runAs(w, 'ada')('select authz.index_directory(null)', [])
  assert.equal((await names()).length, 2)
  assert.notEqual(lastKept(w.agencyId)?.index, before)
})

test('what was shown before is shown as it is now', async () => {
  const { serviceId } = await makeEntry(w, { name: 'Old pantry' })
  for (let times = 0; times < 2; times += 1) assert.ok((await names()).includes('Old pantry'))
  await runAs(w, 'ada')(`update directory_service set name = 'Renamed pantry' where id = $1`, [serviceId])
  const after = await names()
  assert.deepEqual([after.includes('Old pantry'), after.includes('Renamed pantry')], [false, true])
  await runAs(w, 'ada')('update directory_service set gone_at = now() where id = $1', [serviceId])
})

test('twenty that ask at once after a change all find it', async () => {
  await makeEntry(w, { name: 'Third pantry' })
  const all = await Promise.all(Array.from({ length: 20 }, names))
  assert.ok(all.every((found) => found.length === 3))
})

test('what is typed is split as the database splits what an entry says', async () => {
  const said = ['Nguyễn-Pham’s Food & Clothing', 'The Đặng House of Hope', "Women's shelter, 24/7", 'a b cd', 'comida para niños', 'STRASSE straße', 'x'.repeat(31), '¿Dónde? — aquí', 'AA/NA meetings food food']
  for (const text of said) {
    const [row] = await w.asOwner('select house.words_of($1) as words', [text])
    assert.deepEqual(wordsOf(text), row?.words, text)
  }
})
