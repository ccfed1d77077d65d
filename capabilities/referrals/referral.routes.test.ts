import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type Reply, type World } from '../../test/world.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-02-16T15:00:00Z')
})
after(() => w.close())

const ines = () => w.as('ines')
let born = 0
/** A person nobody confuses with the others: own name, birthday and number. */
const somebody = () => {
  born += 1
  const letters = `${String.fromCharCode(97 + (born % 26))}${String.fromCharCode(97 + ((born * 7) % 26))}${String.fromCharCode(97 + ((born * 11) % 26))}`
  return {
    givenName: `M${letters.toUpperCase()}`,
    familyName: `Q${letters}x${born}`,
    birthDate: `19${50 + (born % 45)}-0${1 + (born % 9)}-${10 + (born % 18)}`,
    birthDatePrecision: 'day',
    contactWays: [{ kind: 'phone', value: `(919) 555-${String(2000 + born)}`, use: 'mobile' }],
  }
}
const delgado = (changes: object = {}) => ({
  id: newId(),
  channel: 'phone',
  receivedOn: '2026-02-16',
  source: { kind: 'adjuster', organization: 'Granite Mutual', person: 'Priya Natarajan', phone: '704 555 0120' },
  person: somebody(),
  safeContact: 'no-restriction',
  reason: 'Medical case management after a back injury on 3 February',
  urgency: 'routine',
  programId: w.programId,
  scope: {
    asked: 'Medical CM, field',
    funding: 'workers-compensation',
    payer: 'Granite Mutual',
    claimNumber: `WC-${newId().slice(-8)}`,
    authorizedServices: 'Medical CM',
    authorizedMinutes: 1200,
  },
  ...changes,
})
async function received(changes: object = {}): Promise<string> {
  const referral = delgado(changes)
  const { status, body } = await ines().post('/api/referrals', referral)
  assert.equal(status, 201, JSON.stringify(body))
  return referral.id
}
async function triaged(changes: object = {}): Promise<string> {
  const id = await received(changes)
  assert.equal((await ines().post(`/api/referrals/${id}/triage`, { urgency: 'routine', programId: w.programId })).status, 201)
  return id
}
const post = (id: string, what: string, body: object): Promise<Reply> => ines().post(`/api/referrals/${id}/${what}`, body)
const acceptance = (changes: object = {}) => ({
  client: { kind: 'new', clientId: newId() },
  caseId: newId(),
  eligibilityBasis: 'payer-authorization',
  ...changes,
})
const decline = { reason: 'out-of-area', note: 'Lives in Bend', alternatives: 'Central Oregon agency', toldOn: '2026-02-16' }
const handoff = {
  reason: 'better-fit',
  organization: 'Hope Clinic',
  contactPerson: 'Dee Ray',
  contactHow: '919 555 0190',
  handoff: 'live-introduction',
  handedOverOn: '2026-02-16',
  basis: 'client-agreed',
}
const tasksOf = (id: string) =>
  w.asOwner('select rule, status, due_on::text, priority, role from task where about_id = $1 order by created_at, rule', [id])

test('201 a referral is received, triaged, accepted, and its case opens in one transaction', async () => {
  const id = await triaged()
  const wanted = acceptance()
  const { status, body } = await post(id, 'acceptance', wanted)
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual([body.referral.status, body.caseId, body.clientId], ['accepted', wanted.caseId, wanted.client.clientId])
  const [opened] = await w.asOwner('select status, referral_id, identified_on::text, claim from case_record where id = $1', [
    wanted.caseId,
  ])
  assert.deepEqual([opened.status, opened.referral_id, opened.identified_on], ['pending_engagement', id, '2026-02-16'])
  const types = await w.asOwner('select type from case_event where case_id = $1 order by type', [wanted.caseId])
  assert.deepEqual(
    types.map((each) => each.type),
    ['case.opened', 'referral.accepted'],
  )
  const page = (await ines().get(`/api/referrals/${id}`)).body
  assert.deepEqual(
    page.steps.map((step: { toStatus: string }) => step.toStatus),
    ['received', 'triaged', 'accepted'],
  )
})

test('U1 201 the source’s reply is due in one business day and is settled by the words that were said', async () => {
  const id = await received()
  assert.deepEqual(await tasksOf(id), [
    { rule: 'reply-to-source', status: 'open', due_on: '2026-02-17', priority: 'routine', role: 'intake' },
  ])
  const said = {
    id: newId(),
    channel: 'phone',
    saidTo: 'Priya Natarajan',
    text: 'We have it; Laura will call her tomorrow.',
    saidOn: '2026-02-16',
  }
  assert.equal((await post(id, 'replies', { ...said, saidOn: '2026-02-17' })).body.code, 'referral.said-in-future')
  assert.equal((await post(id, 'replies', { ...said, saidOn: '2026-02-15' })).body.code, 'referral.said-before-receipt')
  assert.equal((await post(id, 'replies', { ...said, text: ' ' })).status, 400)
  const { status, body } = await post(id, 'replies', said)
  assert.deepEqual([status, body[0].words, body[0].by], [201, said.text, 'Ines Duarte'])
  assert.deepEqual(
    (await tasksOf(id)).map((task) => [task.rule, task.status]),
    [['reply-to-source', 'done']],
  )
  await assert.rejects(w.asOwner(`update referral_reply set words = 'other' where id = $1`, [said.id]), /append-only/)
})

test('201 a decision is told to the source again', async () => {
  const id = await triaged()
  await post(id, 'replies', { id: newId(), channel: 'email', saidTo: 'Priya', text: 'Received', saidOn: '2026-02-16' })
  assert.equal((await post(id, 'decline', decline)).body.status, 'declined')
  assert.deepEqual(
    (await tasksOf(id)).map((task) => [task.rule, task.status]),
    [
      ['reply-to-source', 'done'],
      ['reply-to-source', 'open'],
    ],
  )
})

test('U2 201 an urgent safety need asks for action the same day, and the triage that acts settles it', async () => {
  const id = await received({ urgency: 'urgent-safety', danger: 'no-shelter-tonight' })
  const [safety] = (await tasksOf(id)).filter((task) => task.rule === 'safety-response')
  assert.deepEqual(safety, { rule: 'safety-response', status: 'open', due_on: '2026-02-16', priority: 'safety', role: 'intake' })
  const wanted = { urgency: 'urgent-safety', danger: 'no-shelter-tonight', programId: w.programId }
  assert.equal((await post(id, 'triage', wanted)).body.code, 'referral.urgent-without-action')
  assert.equal(
    (await post(id, 'withdrawal', { by: 'source', reason: 'no-longer-needed' })).body.code,
    'referral.urgent-not-triaged',
  )
  assert.equal((await post(id, 'triage', { ...wanted, safetyDone: 'Motel voucher for tonight' })).body.status, 'triaged')
  assert.equal((await tasksOf(id)).find((task) => task.rule === 'safety-response')?.status, 'done')
  assert.equal(
    (await post(id, 'waitlisting', { reason: 'no-capacity', reviewOn: '2026-02-20' })).body.code,
    'referral.urgent-not-waitlisted',
  )
  const groups = (await ines().get('/api/referrals')).body.groups
  assert.equal(groups[0].group, 'urgent')
  assert.ok(groups[0].items.some((item: { id: string }) => item.id === id))
})

test('201 information is asked for, answered, and the referral is to be decided again', async () => {
  const id = await triaged()
  assert.equal((await post(id, 'answers', { answer: 'x' })).body.code, 'referral.not-waiting')
  assert.equal(
    (await post(id, 'information-requests', { question: 'Which clinic?', askedOf: 'source', dueOn: '2026-02-15' })).body.code,
    'referral.due-in-past',
  )
  assert.equal(
    (await post(id, 'information-requests', { question: 'Which clinic?', askedOf: 'source', dueOn: '2026-02-18' })).body.status,
    'info_requested',
  )
  assert.deepEqual(
    (await tasksOf(id)).filter((task) => task.rule === 'information-requested').map((task) => [task.due_on, task.status]),
    [['2026-02-18', 'open']],
  )
  assert.equal((await post(id, 'acceptance', acceptance())).body.code, 'referral.not-open-to-that')
  assert.equal((await post(id, 'answers', {})).body.code, 'referral.no-answer-written')
  assert.equal((await post(id, 'answers', { answer: 'Raleigh Ortho' })).body.status, 'triaged')
  assert.deepEqual(
    (await tasksOf(id)).filter((task) => task.rule === 'information-requested').map((task) => task.status),
    ['done'],
  )
})

test('201 a waitlisted referral comes back to be decided', async () => {
  const id = await triaged()
  assert.equal((await post(id, 'waitlist-return', { note: 'A place is free' })).body.code, 'referral.not-on-waitlist')
  assert.equal(
    (await post(id, 'waitlisting', { reason: 'no-capacity', reviewOn: '2026-04-20' })).body.code,
    'referral.review-not-soon',
  )
  assert.equal((await post(id, 'waitlisting', { reason: 'no-capacity', reviewOn: '2026-03-02' })).body.reviewOn, '2026-03-02')
  assert.equal((await post(id, 'decline', decline)).status, 409)
  assert.equal((await post(id, 'waitlist-return', { note: 'A place is free' })).body.status, 'triaged')
})

test('201 redirected with a warm handoff, withdrawn, and marked as a duplicate', async () => {
  const [redirected, withdrawn, duplicate] = [await triaged(), await received(), await received()]
  assert.equal(
    (await post(redirected, 'redirection', { ...handoff, handedOverOn: '2026-02-17' })).body.code,
    'referral.handoff-in-future',
  )
  assert.equal((await post(redirected, 'redirection', handoff)).body.handoffPerson, 'Dee Ray')
  assert.equal((await post(withdrawn, 'withdrawal', { by: 'source', reason: 'sent-by-mistake' })).body.status, 'withdrawn')
  assert.deepEqual(
    (await tasksOf(withdrawn)).map((task) => task.status),
    ['done'],
  )
  assert.equal((await post(duplicate, 'duplicate', { of: 'referral', id: duplicate })).body.code, 'referral.duplicate-of-itself')
  assert.equal((await post(duplicate, 'duplicate', { of: 'referral', id: newId() })).status, 404)
  assert.equal((await post(duplicate, 'duplicate', { of: 'case', id: newId() })).status, 404)
  assert.equal((await post(duplicate, 'duplicate', { of: 'referral', id: redirected })).body.duplicateOfReferralId, redirected)
})

test('422 declining without alternatives told or a reason why not', async () => {
  const id = await triaged()
  assert.deepEqual(
    [
      (await post(id, 'decline', { ...decline, toldOn: null })).status,
      (await post(id, 'decline', { ...decline, alternatives: '' })).status,
    ],
    [422, 400],
  )
})

test('409 what is decided is final', async () => {
  const id = await triaged()
  await post(id, 'decline', decline)
  for (const [what, body] of [
    ['triage', { urgency: 'soon' }],
    ['withdrawal', { by: 'client', reason: 'no-longer-needed' }],
    ['acceptance', acceptance()],
    ['decline', decline],
  ] as const)
    assert.deepEqual([(await post(id, what, body)).status, what], [409, what])
  const { referral } = (await ines().get(`/api/referrals/${id}`)).body
  assert.equal((await ines().patch(`/api/referrals/${id}`, referral.facts, { ifMatch: referral.version })).status, 409)
})

test('422 acceptance lists everything missing with links, and nothing has happened', async () => {
  const id = await triaged({ safeContact: 'not-asked', scope: { asked: 'CM', funding: 'workers-compensation' } })
  const wanted = acceptance()
  const { status, body } = await post(id, 'acceptance', wanted)
  assert.equal(status, 422)
  assert.deepEqual(
    body.missing.map((each: { code: string }) => each.code),
    [
      'referral.missing-safe-contact',
      'referral.missing-claim',
      'referral.missing-authorized-services',
      'referral.missing-authorized-hours',
    ],
  )
  assert.equal(body.missing[0].href, `/referrals/${id}?edit=safe-contact`)
  assert.deepEqual(await w.asOwner('select id from client where id = $1', [wanted.client.clientId]), [])
})

test('INV-01 409 a likely duplicate is looked at first: linked, or said to be somebody else', async () => {
  const person = {
    givenName: 'Evelyn',
    familyName: 'Osei',
    birthDate: '1947-08-02',
    birthDatePrecision: 'day',
    contactWays: [{ kind: 'phone', value: '(919) 555-0166' }],
  }
  const first = acceptance()
  assert.equal((await post(await triaged({ person }), 'acceptance', first)).status, 201)
  const again = await triaged({ person })
  const similar = (await ines().get(`/api/referrals/${again}/similar`)).body
  assert.deepEqual(
    [similar.clients[0].client.id, similar.clients[0].verdict, similar.referrals[0].verdict],
    [first.client.clientId, 'likely', 'likely'],
  )
  assert.match(similar.clients[0].evidence.map((each: { words: string }) => each.words).join(), /Same birth date/)
  const refused = await post(again, 'acceptance', acceptance())
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.current[0].clientId],
    [409, 'referral.duplicates-unreviewed', first.client.clientId],
  )
  const linked = acceptance({ client: { kind: 'known', clientId: first.client.clientId } })
  assert.equal((await post(again, 'acceptance', linked)).body.code, 'referral.case-already-open')
  const programId = newId()
  await w.asOwner(`insert into program (agency_id, id, name, kind) values ($1, $2, 'Transitions', 'transitional-care')`, [
    w.agencyId,
    programId,
  ])
  const { referral } = (await ines().get(`/api/referrals/${again}`)).body
  assert.equal(
    (await ines().patch(`/api/referrals/${again}`, { ...referral.facts, programId }, { ifMatch: referral.version })).status,
    200,
  )
  const joined = await post(again, 'acceptance', linked)
  assert.equal(joined.body.clientId, first.client.clientId, JSON.stringify(joined.body))
  const other = acceptance({ client: { kind: 'new', clientId: newId(), setAside: [first.client.clientId] } })
  assert.equal((await post(await triaged({ person }), 'acceptance', other)).status, 201)
  assert.equal((await w.asOwner(`select count(*)::int as n from client where display_name = 'Evelyn Osei'`))[0].n, 2)
})

test('INV-02 a referral that led to a sealed client is not seen by the front door, nor does the client come up as a duplicate', async () => {
  const person = {
    givenName: 'Rosalind',
    familyName: 'Sealed',
    birthDate: '1991-03-03',
    birthDatePrecision: 'day',
    contactWays: [{ kind: 'phone', value: '(919) 555-0177' }],
  }
  const id = await triaged({ person })
  const wanted = acceptance()
  await post(id, 'acceptance', wanted)
  await w.asOwner(`update client set confidentiality = 'sealed' where id = $1`, [wanted.client.clientId])
  await w.setClock('2026-02-19T15:00:00Z')
  assert.equal((await ines().get(`/api/referrals/${id}`)).status, 404)
  assert.doesNotMatch(JSON.stringify((await ines().get('/api/referrals/decided')).body), /Sealed/)
  const similar = await ines().post('/api/referrals/similar', { person, scope: {} })
  assert.deepEqual([similar.body.clients, similar.body.referrals], [[], []])
  assert.equal((await post(await triaged({ person }), 'acceptance', acceptance())).status, 201)
  await w.setClock('2026-02-16T15:00:00Z')
})

test('INV-04 what the front door learnt about safe contact goes with the person', async () => {
  const person = {
    givenName: 'Rae',
    familyName: `Careful${newId().slice(-5)}`,
    contactWays: [{ kind: 'phone', value: '(919) 555-0111', safe: 'safe', mayLeaveMessage: 'no' }],
  }
  const wanted = acceptance()
  assert.equal(
    (
      await post(
        await triaged({ person, safeContact: 'required', safeContactNote: 'Only 10 to 14, no voicemail' }),
        'acceptance',
        wanted,
      )
    ).status,
    201,
  )
  const [client] = await w.asOwner('select safe_contact from client where id = $1', [wanted.client.clientId])
  const [point] = await w.asOwner('select safety, leave_message from contact_point where client_id = $1', [
    wanted.client.clientId,
  ])
  assert.deepEqual([client.safe_contact, point.safety, point.leave_message], ['required', 'safe', 'no'])
})

test('409 a colleague changed it meanwhile; 428 a correction names the version it saw', async () => {
  const id = await received()
  const { referral } = (await ines().get(`/api/referrals/${id}`)).body
  const corrected = { ...referral.facts, questions: 'Can he drive?' }
  assert.equal((await ines().patch(`/api/referrals/${id}`, corrected)).status, 428)
  assert.equal((await ines().patch(`/api/referrals/${id}`, corrected, { ifMatch: 1 })).body.version, 2)
  const late = await ines().patch(`/api/referrals/${id}`, corrected, { ifMatch: 1 })
  assert.deepEqual([late.status, late.body.code, late.body.current.version], [409, 'referral.changed', 2])
})

test('200 the same key saves once', async () => {
  const referral = delgado()
  const key = newId()
  const [first, again] = [
    await ines().post('/api/referrals', referral, { key }),
    await ines().post('/api/referrals', referral, { key }),
  ]
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, referral.id])
  assert.equal((await ines().post('/api/referrals', referral)).status, 409)
})

test('403 404 who may: intake and supervisors; case managers and administrators not; another agency sees nothing', async () => {
  const id = await received()
  const codes = async (person: 'maya' | 'omar' | 'quinn' | 'bill' | 'ada' | 'bea') => [
    (await w.as(person).get(`/api/referrals/${id}`)).status,
    (await w.as(person).post(`/api/referrals/${id}/triage`, { urgency: 'soon' })).status,
  ]
  assert.deepEqual(await codes('maya'), [403, 403])
  assert.deepEqual(await codes('bill'), [403, 403])
  assert.deepEqual(await codes('ada'), [403, 403])
  assert.deepEqual(await codes('quinn'), [200, 403])
  assert.deepEqual(await codes('bea'), [404, 404])
  assert.deepEqual(await codes('omar'), [200, 201])
  assert.equal((await ines().get('/api/referrals/not-an-id')).status, 404)
})

test('200 the case’s team reads the referral it came from; the count is what navigation shows', async () => {
  const id = await triaged()
  const wanted = acceptance()
  await post(id, 'acceptance', wanted)
  await w.asOwner(
    `insert into case_team (agency_id, id, case_id, staff_id, role, reason, from_at) values ($1, $2, $3, $4, 'member', 'helps', '2026-02-16T14:00:00Z')`,
    [w.agencyId, newId(), wanted.caseId, w.staffId.maya],
  )
  assert.equal((await w.as('maya').get(`/api/cases/${wanted.caseId}/referral`)).body.referral.id, id)
  assert.equal((await w.as('zoe').get(`/api/cases/${wanted.caseId}/referral`)).status, 404)
  const before = (await ines().get('/api/referrals/count')).body
  await received({ urgency: 'urgent-safety', danger: 'abuse' })
  const { count, urgent } = (await ines().get('/api/referrals/count')).body
  assert.deepEqual([count, urgent], [before.count + 1, before.urgent + 1])
})

test('400 bad input is told in words and nothing is stored', async () => {
  const broken = [
    {},
    delgado({ id: 'x' }),
    delgado({ channel: 'pigeon' }),
    delgado({ receivedOn: '2026-02-31' }),
    delgado({ person: { givenName: 'x'.repeat(500) } }),
    delgado({ scope: { authorizedMinutes: -1 } }),
  ]
  const { n } = (await w.asOwner('select count(*)::int as n from referral'))[0]
  for (const body of broken) assert.equal((await ines().post('/api/referrals', body)).status, 400)
  assert.equal((await ines().post('/api/referrals', delgado({ person: {} }))).body.code, 'referral.nobody-named')
  assert.equal((await w.asOwner('select count(*)::int as n from referral'))[0].n, n)
})
