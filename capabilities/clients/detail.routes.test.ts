// A client's details over HTTP on a real database: addresses, numbers, people around, flags, and the constraints behind them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { supportMembersOf } from './circle.actions.ts'
import { outputAddress } from './detail.actions.ts'
import { requireSafeContact } from './safety.actions.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-02-17T15:00:00Z')
})
after(() => w.close())

const maya = () => w.as('maya')
const home = { kind: 'actual', line1: '12 Elm Street', city: 'Salem', region: 'NC', postalCode: '27101' }
const substitute = {
  kind: 'substitute',
  line1: 'PO Box 5531',
  city: 'Raleigh',
  region: 'NC',
  postalCode: '27601',
  program: 'Address confidentiality program',
}

test('INV-03 a substitute hides every other address in the same moment, and every output carries the substitute', async () => {
  const { clientId, caseId } = await w.openCase()
  await maya().post(`/api/clients/${clientId}/addresses`, home)
  assert.equal((await maya().get(`/api/clients/${clientId}/details`)).body.outputs.letter.lines[0], '12 Elm Street')
  assert.equal((await maya().post(`/api/clients/${clientId}/addresses`, substitute)).status, 201)
  const added = await maya().post(`/api/clients/${clientId}/addresses`, { ...home, kind: 'temporary', line1: '9 Shelter Road' })
  assert.equal(added.body.confidential, true)
  const answers = await Promise.all(
    ['', '/details', '/people', '/safe-contact'].map((path) => maya().get(`/api/clients/${clientId}${path}`)),
  )
  for (const { body } of answers) assert.doesNotMatch(JSON.stringify(body), /Elm Street|Shelter Road/)
  for (const purpose of ['letter', 'visit', 'anything'] as const)
    assert.equal((await w.onCase('maya', caseId, (work) => outputAddress(work, purpose))).lines[0], 'PO Box 5531')
})

test('INV-03 the actual address is revealed to the team only, with a reason, and the reveal is audited', async () => {
  const { clientId } = await w.openCase()
  const address = (await w.as('ines').post(`/api/clients/${clientId}/addresses`, { ...home, confidential: true })).body
  const reveal = (person: 'maya' | 'ines' | 'omar' | 'quinn', body: object = { reason: 'Home visit today' }) =>
    w.as(person).post(`/api/clients/${clientId}/addresses/${address.id}/reveal`, body)
  assert.deepEqual((await reveal('maya')).body.lines, ['12 Elm Street', 'Salem, NC 27101'])
  for (const person of ['ines', 'omar', 'quinn'] as const) assert.equal((await reveal(person)).status, 404, person)
  assert.equal((await reveal('maya', {})).status, 400)
  const rows = await w.asOwner("select actor, entity_id from audit_event where action = 'address.revealed' and client_id = $1", [
    clientId,
  ])
  assert.deepEqual(rows, [{ actor: w.staffId.maya, entity_id: address.id }])
  const stored = await w.asOwner('select details::text from case_event where client_id = $1', [clientId])
  assert.doesNotMatch(JSON.stringify(stored), /Elm/)
})

test('M10 a social security number stands on the page by its last four; the whole is one read, kept with who asked, for whoever may read the client', async () => {
  const { clientId } = await w.openCase()
  const at = `/api/clients/${clientId}`
  const given = await w.as('maya').post(`${at}/identifiers`, { system: 'SSN', value: '987-65-4321' })
  await w.as('maya').post(`${at}/identifiers`, { system: 'Health plan', value: 'MH-881204' })
  assert.deepEqual([given.body.value, given.body.masked], ['••• 4321', true])
  const { body } = await w.as('maya').get(`${at}/details`)
  assert.deepEqual(
    body.identifiers.map(({ value, masked }: { value: string; masked: boolean }) => [value, masked]),
    [
      ['••• 4321', true],
      ['MH-881204', false],
    ],
  )
  assert.doesNotMatch(JSON.stringify(body), /987-?65/)
  const whole = (person: 'maya' | 'omar' | 'zoe' | 'bill' | 'bea') => w.as(person).get(`${at}/identifiers/${given.body.id}`)
  assert.deepEqual((await whole('maya')).body, { value: '987-65-4321' })
  assert.equal((await whole('omar')).status, 200)
  for (const person of ['zoe', 'bill', 'bea'] as const) assert.equal((await whole(person)).status, 404, person)
  const other = await w.openCase()
  assert.equal((await w.as('maya').get(`/api/clients/${other.clientId}/identifiers/${given.body.id}`)).status, 404)
  const rows = await w.asOwner(`select actor, entity_id, payload from audit_event where action = 'read identifier' order by id`)
  assert.deepEqual(
    rows.map(({ actor, entity_id: of }) => [actor, of]),
    [
      [w.staffId.maya, given.body.id],
      [w.staffId.omar, given.body.id],
    ],
  )
  assert.doesNotMatch(JSON.stringify(rows), /4321/)
})

test('INV-04 where safe contact is required an unmarked number is refused, with the reason', async () => {
  const { clientId, caseId } = await w.openCase()
  const number = (more: object) =>
    maya().post(`/api/clients/${clientId}/contact-points`, { system: 'phone', value: '910-555-0150', ...more })
  const unmarked = (await number({})).body
  const asked = await maya().post(`/api/clients/${clientId}/safe-contact`, {
    answer: 'required',
    instruction: 'Never at home',
    codeWord: 'library',
  })
  assert.equal(asked.status, 201)
  assert.deepEqual([asked.body.askedByName, asked.body.askedAt], ['Maya Ortiz', '2026-02-17T15:00:00.000Z'])
  const dial = (id: string) => w.onCase('maya', caseId, (work) => requireSafeContact(work, id, 'call'))
  await assert.rejects(dial(unmarked.id), { code: 'contact.not-safe' })
  const evenings = { days: [1, 2, 3, 4, 5, 6, 7], from: '17:00', until: '20:00' }
  const safe = (await number({ value: '910-555-0151', safety: 'safe', hours: [evenings] })).body
  await assert.rejects(dial(safe.id), { code: 'contact.not-safe', message: 'Not at this hour: every day 17:00 to 20:00.' })
  await w.setClock('2026-02-17T22:30:00Z')
  assert.equal((await dial(safe.id)).id, safe.id)
  await w.setClock('2026-02-17T15:00:00Z')
  const { body } = await maya().get(`/api/clients/${clientId}`)
  assert.deepEqual(
    [
      body.safeContact,
      body.reach.said.codeWord,
      body.reach.points.map((each: { decision: { because: string } }) => each.decision.because),
    ],
    ['required', 'library', ['not-known-safe', 'outside-hours']],
  )
})

test('200 a contact point is changed with its version, and ended once', async () => {
  const { clientId } = await w.openCase()
  const path = `/api/clients/${clientId}/contact-points`
  const point = (await maya().post(path, { system: 'email', value: 'robin@example.org' })).body
  const changed = await maya().patch(
    `${path}/${point.id}`,
    { system: 'email', value: 'robin@example.org', safety: 'safe' },
    { ifMatch: point.version },
  )
  assert.deepEqual([changed.status, changed.body.safety, changed.body.version], [200, 'safe', 2])
  assert.equal(
    (await maya().patch(`${path}/${point.id}`, { system: 'email', value: 'x@example.org' }, { ifMatch: 1 })).status,
    409,
  )
  assert.equal(
    (await maya().post(`${path}/${point.id}/ending`, { on: '2026-02-18', reason: 'changed' })).body.code,
    'entry.ends-in-the-future',
  )
  assert.equal((await maya().post(`${path}/${point.id}/ending`, { on: '2026-02-17', reason: 'changed' })).status, 204)
  assert.equal((await maya().post(`${path}/${point.id}/ending`, { on: '2026-02-17', reason: 'changed' })).status, 409)
  assert.equal((await maya().post(`${path}/${newId()}/ending`, { on: '2026-02-17', reason: 'changed' })).status, 404)
})

test('a new official name ends the one before; both find the client; the last name cannot be ended', async () => {
  const { clientId } = await w.openCase({ displayName: 'Jane Roe' })
  const path = `/api/clients/${clientId}/names`
  await maya().post(path, { use: 'official', given: 'Jane', family: 'Roe' })
  const married = (await maya().post(path, { use: 'official', given: 'Jane', family: 'Doering' })).body
  const { names, client } = (await maya().get(`/api/clients/${clientId}/details`)).body
  assert.deepEqual(
    names.map(({ family, untilOn }: { family: string; untilOn: string | null }) => [family, untilOn]),
    [
      ['Roe', '2026-02-17'],
      ['Doering', null],
    ],
  )
  assert.equal(client.displayName, 'Jane Doering')
  for (const text of ['roe', 'doer'])
    assert.equal((await maya().get('/api/clients', { 'x-search': text })).body.clients.length, 1, text)
  const refused = await maya().post(`${path}/${married.id}/ending`, { on: '2026-02-17', reason: 'changed' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'client.needs-a-name'])
})

test('a name entered in error no longer finds the client, and stays in the record', async () => {
  const { clientId } = await w.openCase({ displayName: 'Ivo Lind' })
  await maya().post(`/api/clients/${clientId}/names`, { use: 'official', given: 'Ivo', family: 'Lind' })
  const wrong = (await maya().post(`/api/clients/${clientId}/names`, { use: 'alias', given: 'Zebulon', family: '' })).body
  await maya().post(`/api/clients/${clientId}/names/${wrong.id}/ending`, { on: '2026-02-17', reason: 'entered-in-error' })
  assert.deepEqual((await maya().get('/api/clients', { 'x-search': 'zebulon' })).body.clients, [])
  assert.equal(
    (await w.asOwner('select ended_reason from person_name where id = $1', [wrong.id]))[0].ended_reason,
    'entered-in-error',
  )
})

test('INV-06 INV-07 what each person may know follows from permission and authority, told on the day', async () => {
  const { clientId, caseId } = await w.openCase()
  const path = `/api/clients/${clientId}/support-members`
  const add = (more: object) => maya().post(path, { name: 'Abena Osei', relationship: 'child', emergencyContact: true, ...more })
  await add({})
  const poa = (await add({ name: 'Ruth', authority: 'health-care-poa', authorityDocument: 'POA of 4 Jan 2024' })).body
  const known = () =>
    w
      .onCase('maya', caseId, supportMembersOf)
      .then((all) => all.map(({ name, mayKnow, authorityState }) => [name, mayKnow, authorityState]))
  assert.deepEqual(await known(), [
    ['Abena Osei', [], 'none'],
    ['Ruth', ['everything'], 'in-force'],
  ])
  const { version, id, clientId: _, endedReason: __, ...member } = poa
  const accused = await maya().patch(`${path}/${id}`, { ...member, allegedAbuser: true }, { ifMatch: version })
  assert.equal(accused.status, 200, JSON.stringify(accused.body))
  assert.deepEqual((await known())[1], ['Ruth', [], 'suspended-alleged-abuse'])
  const [told] = await w.asOwner("select details from case_event where type = 'support.changed' and entity_id = $1", [id])
  assert.equal(told.details.before.allegedAbuser, false)
  assert.equal((await add({ mayDiscuss: ['health'] })).status, 400)
})

test('INV-06 a household member opens nothing and is shown with its time', async () => {
  const { clientId } = await w.openCase()
  const member = (await maya().post(`/api/clients/${clientId}/household`, { name: 'Kim Tran', role: 'child', birthYear: 2011 }))
    .body
  await maya().post(`/api/clients/${clientId}/household/${member.id}/ending`, { on: '2026-02-10', reason: 'changed' })
  const { household, support } = (await maya().get(`/api/clients/${clientId}/people`)).body
  assert.deepEqual([household.length, household[0].untilOn, support], [1, '2026-02-10', []])
})

test('INV-05 a risk flag needs facts and a review day; past that day it asks to be looked at', async () => {
  const { clientId } = await w.openCase()
  const path = `/api/clients/${clientId}/risk-flags`
  const flag = { kind: 'animals', basis: 'On 3 Feb the dog bit the visiting nurse; seen by the nurse.', reviewOn: '2026-03-17' }
  assert.equal((await maya().post(path, { ...flag, basis: 'bad dog' })).status, 400)
  assert.equal((await maya().post(path, { ...flag, reviewOn: '2027-06-01' })).body.code, 'risk.review-too-far')
  const kept = (await maya().post(path, flag)).body
  assert.equal(kept.createdBy, w.staffId.maya)
  await w.setClock('2026-03-18T15:00:00Z')
  assert.equal((await maya().get(`/api/clients/${clientId}`)).body.risks[0].standing, 'for-review')
  const reviewed = await maya().patch(`${path}/${kept.id}/review`, { reviewOn: '2026-06-17', basis: flag.basis }, { ifMatch: 1 })
  assert.equal(reviewed.status, 200, JSON.stringify(reviewed.body))
  assert.equal((await maya().patch(`${path}/${kept.id}/ending`, { reason: 'The dog moved out' }, { ifMatch: 2 })).status, 200)
  assert.deepEqual((await maya().get(`/api/clients/${clientId}`)).body.risks, [])
  await w.setClock('2026-02-17T15:00:00Z')
})

test('201 several answers, own words, or declining; the latest counts and earlier ones stay', async () => {
  const { clientId } = await w.openCase()
  const answer = (body: object) => maya().post(`/api/clients/${clientId}/demographics`, body)
  assert.equal((await answer({ question: 'race-ethnicity', codes: ['asian', 'white'], ownWords: 'Hmong' })).status, 201)
  assert.equal((await answer({ question: 'race-ethnicity', declined: true, codes: ['asian'] })).status, 400)
  assert.equal((await answer({ question: 'race-ethnicity', declined: true })).status, 201)
  const { answers } = (await maya().get(`/api/clients/${clientId}/details`)).body
  assert.deepEqual(
    answers.map(({ question, declined }: { question: string; declined: boolean }) => [question, declined]),
    [['race-ethnicity', true]],
  )
  assert.equal((await w.asOwner('select count(*)::int from demographic_answer where client_id = $1', [clientId]))[0].count, 2)
})

test('every guard holds against SQL that goes around the product', async () => {
  const { clientId } = await w.openCase()
  const values = { agency: w.agencyId, id: () => newId(), client: clientId }
  const breaks = async (rule: string, table: string, row: Record<string, unknown>) => {
    const full: Record<string, unknown> = { agency_id: values.agency, id: values.id(), client_id: values.client, ...row }
    const names = Object.keys(full)
    const sql = `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`
    await assert.rejects(w.asOwner(sql, Object.values(full)), new RegExp(rule), rule)
  }
  await breaks('a_name_has_at_least_one_part', 'person_name', { use: 'official', given: ' ' })
  await breaks('a_name_ends_after_it_begins', 'person_name', {
    use: 'official',
    given: 'A',
    from_on: '2026-02-02',
    until_on: '2026-02-01',
  })
  await breaks('an_ended_name_says_when', 'person_name', { use: 'official', given: 'A', ended_reason: 'changed' })
  await breaks('confidential_addresses_keep_their_words_apart', 'address', {
    kind: 'actual',
    confidential: true,
    line1: '12 Elm Street',
  })
  await breaks('an_open_address_says_where', 'address', { kind: 'actual' })
  await breaks('a_substitute_address_is_there_to_be_given', 'address', { kind: 'substitute', confidential: true })
  await breaks('permission_says_how_it_was_given', 'support_member', { name: 'K', relationship: 'friend', may_discuss: ['plan'] })
  await breaks('permission_names_known_topics', 'support_member', {
    name: 'K',
    relationship: 'friend',
    may_discuss: ['gossip'],
    permission_basis: 'x',
  })
  await breaks('authority_names_its_document', 'support_member', { name: 'K', relationship: 'friend', authority: 'guardian' })
  await breaks('a_risk_flag_has_a_factual_basis', 'risk_flag', {
    kind: 'other',
    basis: 'violent',
    raised_on: '2026-01-01',
    review_on: '2026-02-01',
  })
  await breaks('a_risk_flag_is_reviewed_within_a_year', 'risk_flag', {
    kind: 'other',
    basis: 'x'.repeat(20),
    raised_on: '2026-01-01',
    review_on: '2027-02-01',
  })
  await breaks('declining_stands_alone', 'demographic_answer', {
    question: 'gender',
    declined: true,
    codes: ['woman'],
    source: 'self-reported',
  })
  await breaks('an_answer_says_something', 'demographic_answer', { question: 'gender', source: 'self-reported' })
  await breaks('a_link_joins_two_records_in_one_order', 'client_link', {
    other_client_id: '00000000-0000-0000-0000-000000000000',
    verdict: 'same',
    basis: 'x',
  })
  await assert.rejects(
    w.asOwner("update client set deceased_on = '2026-01-01' where id = $1", [clientId]),
    /a_death_names_its_source/,
  )
  await assert.rejects(
    w.asOwner("update client set spoken_language = 'English!' where id = $1", [clientId]),
    /languages_are_bcp47_tags/,
  )
})

test('INV-03 SQL cannot put an open address beside a substitute, nor rewrite a protected one, nor hold two substitutes', async () => {
  const { clientId } = await w.openCase()
  await maya().post(`/api/clients/${clientId}/addresses`, substitute)
  const insert = 'insert into address (agency_id, id, client_id, kind, line1) values ($1, $2, $3, $4, $5)'
  await assert.rejects(
    w.asOwner(insert, [w.agencyId, newId(), clientId, 'actual', '12 Elm']),
    /beside-a-substitute-is-confidential/,
  )
  await assert.rejects(
    w.asOwner(insert, [w.agencyId, newId(), clientId, 'substitute', 'PO Box 2']),
    /one_substitute_address_at_a_time/,
  )
  await maya().post(`/api/clients/${clientId}/addresses`, home)
  await assert.rejects(w.asOwner('update protected_address set sealed = sealed where client_id = $1', [clientId]), /append-only/)
  await assert.rejects(w.asOwner('delete from protected_address where client_id = $1', [clientId]), /append-only/)
})
