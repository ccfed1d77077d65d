// Clients over HTTP on a real database: registering, finding, duplicates, sealing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { likelyDuplicates, registerClient } from './client.actions.ts'
import { setConfidentiality } from './safety.store.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

const someone = (given: string, family: string, more: object = {}) => ({
  id: newId(),
  names: [{ use: 'official' as const, given, family }],
  ...more,
})
async function register(given: string, family: string, more: object = {}): Promise<string> {
  const { status, body } = await w.as('ines').post('/api/clients', someone(given, family, more))
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
}
const search = async (person: Parameters<World['as']>[0], text: string) => {
  const { body } = await w.as(person).get('/api/clients', { 'x-search': encodeURIComponent(text) })
  return body.clients.map(({ displayName }: { displayName: string }) => displayName)
}

test('400 a name never stands in an address: it is searched for in a header', async () => {
  const { status, body } = await w.as('ines').get('/api/clients?search=tran')
  assert.deepEqual([status, body.code], [400, 'search.in-address'])
})

test('201 intake registers a person, who is found by name, birth date, phone and number', async () => {
  const id = await register('Linda', 'Trần', {
    names: [
      { use: 'official', given: 'Linh', family: 'Trần' },
      { use: 'usual', given: 'Linda', family: 'Trần' },
    ],
    birthDate: '1969-11-20',
    spokenLanguage: 'vi',
    interpreter: 'needed',
    interpreterModality: 'phone',
    pronouns: 'she/her',
    contactPoints: [{ system: 'phone', value: '(503) 555-0177' }],
    identifiers: [{ system: 'member', value: 'MH-88 1204' }],
  })
  const { body } = await w.as('ines').get(`/api/clients/${id}`)
  assert.deepEqual(
    [body.displayName, body.birthDate, body.spokenLanguage, body.interpreter, body.safeContact],
    ['Linda Trần', '1969-11-20', 'vi', 'needed', 'not-asked'],
  )
  for (const text of ['tran', 'lin tr', '1969-11-20', '11/20/1969', '0177', '503-555-0177', 'MH-881204'])
    assert.deepEqual(await search('ines', text), ['Linda Trần'], text)
  assert.deepEqual(await search('ines', 'smith'), [])
  assert.equal((await w.as('ines').get('/api/clients', { 'x-search': 'Lindda%20Trann' })).body.how, 'near')
})

test('200 a birth date known only in part stays as it was told', async () => {
  const id = await register('Andre', 'Coleman', {
    names: [{ use: 'alias', given: 'Blue Cap', family: '' }],
    birthDate: '1989',
    birthDateEstimated: true,
  })
  const { body } = await w.as('ines').get(`/api/clients/${id}`)
  assert.deepEqual([body.displayName, body.birthDate, body.birthDateEstimated], ['Blue Cap', '1989', true])
})

test('400 a client needs a name and a birth date that exists', async () => {
  const ines = w.as('ines')
  assert.equal((await ines.post('/api/clients', { id: newId(), names: [] })).status, 400)
  const wrong = await ines.post('/api/clients', someone('Rosa', 'Vega', { birthDate: '1984-02-30' }))
  assert.equal(wrong.status, 400)
  assert.equal(wrong.body.issues[0].path, 'birthDate')
})

test('403 case managers hand in a referral instead; billing and administrators see no clients', async () => {
  assert.equal((await w.as('maya').post('/api/clients', someone('A', 'B'))).status, 403)
  assert.equal((await w.as('bill').get('/api/clients', { 'x-search': 'li' })).status, 403)
  assert.equal((await w.as('ada').get('/api/clients', { 'x-search': 'li' })).status, 403)
})

test('404 a client off your list does not exist, nor one of another agency', async () => {
  const { clientId } = await w.openCase({ displayName: 'Marta Solis' })
  assert.equal((await w.as('maya').get(`/api/clients/${clientId}`)).status, 200)
  assert.equal((await w.as('zoe').get(`/api/clients/${clientId}/details`)).status, 404)
  assert.equal((await w.as('bea').get(`/api/clients/${clientId}`)).status, 404)
})

test('409 INV-01 a likely duplicate is looked at before another record is made, and said in words', async () => {
  const id = await register('Marcus', 'Delgado', {
    birthDate: '1983-07-09',
    contactPoints: [{ system: 'phone', value: '910-555-0142' }],
  })
  const again = someone('Markus', 'Delgado', {
    birthDate: '1983-07-09',
    contactPoints: [{ system: 'phone', value: '(910) 555-0142' }],
  })
  const refused = await w.as('ines').post('/api/clients', again)
  assert.deepEqual([refused.status, refused.body.code], [409, 'client.likely-duplicate'])
  assert.equal(refused.body.missing[0].href, `/clients/${id}/details`)
  const words = refused.body.current[0].evidence.map((each: { words: string }) => each.words)
  assert.deepEqual(words, [
    'Same phone number, ending in 0142',
    'Same birth date 1983-07-09',
    'Names spelled nearly alike (Markus Delgado, Marcus Delgado)',
  ])
  assert.equal((await w.as('ines').post('/api/clients', { ...again, differentFrom: [id] })).status, 201)
})

test('INV-01 a shared birthday on 1 January or a shared surname finds nobody', async () => {
  await register('Amina', 'Hassan', { birthDate: '1980-01-01' })
  const asked = (given: string, family: string, birthDate: string) =>
    w.work('ines', (work) =>
      likelyDuplicates(work, { names: [{ given, family }], birthDate, contactPoints: [], identifiers: [] }),
    )
  assert.deepEqual(await asked('Omar', 'Ali', '1980-01-01'), [])
  assert.deepEqual(await asked('Yusuf', 'Hassan', '1991-04-03'), [])
  assert.deepEqual(
    (await asked('Amina', 'Hassan', '1980-01-01')).map(({ verdict }) => verdict),
    ['possible'],
  )
})

test('INV-01 two records are linked by a person, with a reason, nothing moves, and it can be taken back', async () => {
  const [one, other] = [
    await register('Rosa', 'Vega', { birthDate: '1990-03-12' }),
    await register('Rosita', 'Vegas', { birthDate: '1990-03-12' }),
  ]
  const ines = w.as('ines')
  const link = await ines.post(`/api/clients/${one}/links`, {
    otherClientId: other,
    verdict: 'same',
    basis: 'Same ID card seen on 3 March',
  })
  assert.equal(link.status, 201)
  assert.equal((await ines.get(`/api/clients/${other}`)).body.displayName, 'Rosita Vegas')
  assert.equal((await ines.get(`/api/clients/${other}/details`)).body.links.length, 1)
  assert.equal(
    (await ines.post(`/api/clients/${other}/links`, { otherClientId: one, verdict: 'different', basis: 'again' })).status,
    409,
  )
  assert.equal(
    (await ines.post(`/api/clients/${other}/links/${link.body.id}/undoing`, { reason: 'The card was her sister’s' })).status,
    201,
  )
  assert.equal((await ines.get(`/api/clients/${one}/details`)).body.links.length, 0)
  const story = await w.asOwner('select client_id, type from case_event where entity_id = $1 order by id', [link.body.id])
  assert.deepEqual(
    story.map(({ type }) => type),
    ['client.compared', 'client.compared', 'client.comparison-undone', 'client.comparison-undone'],
  )
})

test('INV-01 a pair found to be different people is not suggested again', async () => {
  const [one, other] = [
    await register('Maria', 'Garcia', { birthDate: '1971-05-06' }),
    await w
      .work('ines', (work) => registerClient(work, someone('Maria', 'Garcia', { birthDate: '1971-05-06' })))
      .then(({ id }) => id),
  ]
  const ines = w.as('ines')
  assert.deepEqual(
    (await ines.get(`/api/clients/${one}/likely-duplicates`)).body.map((each: { client: { id: string } }) => each.client.id),
    [other],
  )
  await ines.post(`/api/clients/${one}/links`, { otherClientId: other, verdict: 'different', basis: 'Both sat here today' })
  assert.deepEqual((await ines.get(`/api/clients/${one}/likely-duplicates`)).body, [])
})

test('INV-02 a sealed client is absent from search, duplicates, counts, pages and registration for everybody outside the team', async () => {
  const { clientId } = await w.openCase({ displayName: 'Renata Quell' })
  const known = {
    names: [{ use: 'official', given: 'Renata', family: 'Quell' }],
    birthDate: '1991-02-03',
    identifiers: [{ system: 'member', value: 'SEAL-1' }],
  }
  const maya = w.as('maya')
  await maya.post(`/api/clients/${clientId}/names`, known.names[0])
  await maya.post(`/api/clients/${clientId}/identifiers`, known.identifiers[0])
  await maya.patch(
    `/api/clients/${clientId}`,
    { birthDate: '1991-02-03' },
    { ifMatch: (await maya.get(`/api/clients/${clientId}`)).body.version },
  )
  assert.deepEqual(await search('ines', 'quell'), ['Renata Quell'])
  const sealed = await w
    .as('omar')
    .post(`/api/clients/${clientId}/confidentiality`, { level: 'sealed', reason: 'Safety: advocate’s request' })
  assert.equal(sealed.status, 204, JSON.stringify(sealed.body))

  assert.deepEqual(await search('maya', 'quell'), ['Renata Quell'])
  assert.deepEqual(await search('omar', 'quell'), ['Renata Quell'], 'whoever seals joins the team')
  const absent = newId()
  for (const person of ['ines', 'quinn', 'zoe'] as const) {
    assert.deepEqual(await search(person, 'quell'), [])
    assert.deepEqual(await search(person, 'SEAL-1'), [])
    const [hidden, missing] = [
      await w.as(person).get(`/api/clients/${clientId}`),
      await w.as(person).get(`/api/clients/${absent}`),
    ]
    assert.deepEqual(
      [hidden.status, hidden.body.code, hidden.body.detail],
      [missing.status, missing.body.code, missing.body.detail],
    )
    const counted = await w.work(
      person,
      async ({ tx }) => (await tx.selectFrom('client').select('id').where('displayName', '=', 'Renata Quell').execute()).length,
    )
    assert.equal(counted, 0)
    assert.equal(
      (await w.work(person, ({ tx }) => tx.selectFrom('caseLabel').select('id').where('clientId', '=', clientId).execute()))
        .length,
      0,
    )
  }
  assert.deepEqual((await w.as('ines').post('/api/clients/likely-duplicates', known)).body, [])
  const again = await w.as('ines').post('/api/clients', { id: absent, ...known })
  assert.equal(again.status, 201, 'the same person, number and all, can be registered as if nobody were there')
})

test('INV-02 SQL cannot open a sealed record from outside the team, nor mark its search tokens as open', async () => {
  const { clientId } = await w.openCase({ displayName: 'Selma Ruiz' })
  await w.as('maya').post(`/api/clients/${clientId}/names`, { use: 'official', given: 'Selma', family: 'Ruiz' })
  await w.as('omar').post(`/api/clients/${clientId}/confidentiality`, { level: 'sealed', reason: 'Safety' })
  await assert.rejects(
    w.work('ines', ({ tx }) => setConfidentiality(tx, clientId, 'standard', 'curious')),
    /not known/,
  )
  await assert.rejects(w.asOwner('update client_search_token set hidden = false where client_id = $1', [clientId]), /foreign key/)
  const open = await w.asOwner('select from client_search_token where client_id = $1 and not hidden', [clientId])
  assert.equal(open.length, 0)
  assert.equal(
    (await w.as('omar').post(`/api/clients/${clientId}/confidentiality`, { level: 'standard', reason: 'Safe again' })).status,
    204,
  )
  assert.deepEqual(await search('ines', 'selma'), ['Selma Ruiz'])
})

test('INV-02 a record without a team is not sealed, for nobody could open it again', async () => {
  const id = await register('Nobody', 'Yet')
  const refused = await w.as('omar').post(`/api/clients/${id}/confidentiality`, { level: 'sealed', reason: 'asked' })
  assert.deepEqual([refused.status, refused.body.code], [409, 'client.seal-needs-a-team'])
})

test('403 only those who may seal set the confidentiality, and no other write changes it', async () => {
  const { clientId } = await w.openCase()
  assert.equal(
    (await w.as('maya').post(`/api/clients/${clientId}/confidentiality`, { level: 'restricted', reason: 'asked' })).status,
    403,
  )
  await assert.rejects(
    w.work('maya', ({ tx }) =>
      tx.updateTable('client').set({ confidentiality: 'restricted' }).where('id', '=', clientId).execute(),
    ),
    /confidentiality-is-set-with-a-reason/,
  )
})

test('409 two people, one client: the second is told and sees both', async () => {
  const { clientId } = await w.openCase()
  const maya = w.as('maya')
  const { version } = (await maya.get(`/api/clients/${clientId}`)).body
  assert.equal((await maya.patch(`/api/clients/${clientId}`, { pronouns: 'they/them' }, { ifMatch: version })).status, 200)
  const second = await maya.patch(`/api/clients/${clientId}`, { pronouns: 'he/him' }, { ifMatch: version })
  assert.deepEqual([second.status, second.body.code, second.body.current.pronouns], [409, 'client.changed', 'they/them'])
})

test('after a death nothing is sent to the client', async () => {
  const { clientId } = await w.openCase()
  const maya = w.as('maya')
  await maya.post(`/api/clients/${clientId}/contact-points`, { system: 'phone', value: '910-555-0143', safety: 'safe' })
  const { version } = (await maya.get(`/api/clients/${clientId}`)).body
  assert.equal(
    (await maya.patch(`/api/clients/${clientId}/death`, { on: '2999-01-01', source: 'daughter' }, { ifMatch: version })).body
      .code,
    'client.death-in-the-future',
  )
  assert.equal(
    (await maya.patch(`/api/clients/${clientId}/death`, { on: '2026-01-02', source: 'daughter, by phone' }, { ifMatch: version }))
      .status,
    200,
  )
  assert.equal((await maya.get(`/api/clients/${clientId}/safe-contact`)).body.points[0].decision.because, 'deceased')
})

test('a read of a client and a search leave an audit event with who was returned', async () => {
  const id = await register('Ondine', 'Marsh')
  await w.as('quinn').get(`/api/clients/${id}/details`)
  await search('quinn', 'ondine')
  const rows = await w.asOwner('select action, client_id, payload from audit_event where actor = $1 order by id desc limit 2', [
    w.staffId.quinn,
  ])
  assert.equal(rows[1].client_id, id)
  assert.deepEqual(rows[0].payload, { returned: [id] })
})
