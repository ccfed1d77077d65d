// INV-02: a sealed client cannot be told from one who never was: same status, same body, same headers, and no slower class of answer; every role, every way in.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { registerClient } from '../capabilities/clients/client.actions.ts'
import { newId } from '../platform/db.ts'
import { people, world, type Person, type Reply, type World } from './world.ts'

let w: World
const sealed = newId()
const strangers = (Object.keys(people) as Person[]).filter((person) => person !== 'bea' && person !== 'maya')
const known = { given: 'Ysolde', family: 'Quarrington', birthDate: '1979-03-14', phone: '910-555-0177' }
const never = { given: 'Ottokar', family: 'Blumenthal', birthDate: '1979-03-15', phone: '910-555-0178' }

before(async () => {
  w = await world()
  await w.work('ines', (work) =>
    registerClient(work, {
      id: sealed,
      names: [{ use: 'official', given: known.given, family: known.family }],
      birthDate: known.birthDate,
      contactPoints: [{ system: 'phone', value: known.phone }],
    }),
  )
  // As the seal leaves it, past the rule that a sealed record needs a team: nobody at all may know this one.
  await w.asOwner('alter table client disable trigger user')
  await w.asOwner(`update client set confidentiality = 'sealed' where id = $1`, [sealed])
  await w.asOwner('alter table client enable trigger user')
})
after(() => w.close())

/** What a reader can compare: everything but the moment and the number of the request. */
const comparable = ({ status, body, headers }: Reply, own: string) => ({
  status,
  text: JSON.stringify(body)
    .replaceAll(own, 'id')
    .replace(/"traceId":"[^"]*"/, ''),
  headers: Object.keys(headers)
    .filter((name) => name !== 'date')
    .sort()
    .join(),
})

for (const person of strangers) {
  test(`body, status and headers are the same for ${person}`, async () => {
    for (const path of ['', '/chart', '/story', '/details', '/people', '/looks', '/labels', '/emergency-access', '/exclusions']) {
      const nobody = randomUUID()
      const [here, nowhere] = [
        await w.as(person).get(`/api/clients/${sealed}${path}`),
        await w.as(person).get(`/api/clients/${nobody}${path}`),
      ]
      assert.deepEqual(comparable(here, sealed), comparable(nowhere, nobody), path)
    }
  })

  test(`search and its counts, by name, birth date and number, are the same for ${person}`, async () => {
    for (const [here, nowhere] of [
      [`${known.given} ${known.family}`, `${never.given} ${never.family}`],
      [known.birthDate, never.birthDate],
      [known.phone, never.phone],
      ['Yso', 'Ott'],
    ] as const) {
      const ask = (words: string) => w.as(person).get('/api/clients', { 'x-search': encodeURIComponent(words) })
      assert.deepEqual(comparable(await ask(here), here), comparable(await ask(nowhere), nowhere), here)
    }
  })
}

test('the duplicate check proposes nobody, and registering such a person meets no resistance', async () => {
  const asked = ({ given, family, birthDate }: typeof known) => ({ names: [{ use: 'official', given, family }], birthDate })
  const check = (who: typeof known) => w.as('ines').post('/api/clients/likely-duplicates', asked(who))
  assert.deepEqual((await check(known)).body, (await check(never)).body)
  const register = (who: typeof known) => w.as('ines').post('/api/clients', { id: newId(), ...asked(who) })
  assert.deepEqual([(await register(known)).status, (await register(never)).status], [201, 201])
})

test('opening in an emergency answers the same', async () => {
  const open = (clientId: string) =>
    w.as('zoe').post('/api/emergency-access', {
      id: newId(),
      clientId,
      reasonCode: 'client-in-danger',
      reason: 'Somebody is in danger.',
      password: 'x',
    })
  const [here, nowhere] = [await open(sealed), await open(randomUUID())]
  assert.deepEqual(comparable(here, sealed), comparable(nowhere, sealed))
})

test('the answer is of the same class of speed: medians within a factor of two, asked in turns', async () => {
  const spent: Record<'here' | 'nowhere', number[]> = { here: [], nowhere: [] }
  const once = async (which: 'here' | 'nowhere', id: string) => {
    const since = performance.now()
    await w.as('zoe').get(`/api/clients/${id}`)
    spent[which].push(performance.now() - since)
  }
  for (let turn = 0; turn < 60; turn += 1) {
    await once('here', sealed)
    await once('nowhere', randomUUID())
  }
  const median = (times: number[]) => times.toSorted((a, b) => a - b)[30] ?? 0
  const ratio = median(spent.here) / median(spent.nowhere)
  assert.ok(ratio > 0.5 && ratio < 2, `ratio ${ratio.toFixed(2)}`)
})

test('the proof can fail: unsealed, the same client answers', async () => {
  await w.asOwner('alter table client disable trigger user')
  await w.asOwner(`update client set confidentiality = 'standard' where id = $1`, [sealed])
  assert.equal((await w.as('ines').get(`/api/clients/${sealed}`)).status, 200)
})
