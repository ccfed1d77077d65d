import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as decision from './decision.ts'
import { ReferredPerson, birthDateFrom, nameOf } from './person.ts'
import { Scope, mayBecome, missingFor, openStatuses, receive, statuses, step, type Facts } from './referral.ts'
import { Refusal } from '../../platform/refusal.ts'

const today = '2026-02-16'
const person = (given: object = { givenName: 'Marcus', familyName: 'Delgado' }) => ReferredPerson.parse(given)
const facts = (changes: Partial<Facts> = {}): Facts => ({
  channel: 'phone',
  receivedOn: today,
  source: {
    kind: 'adjuster',
    organization: 'Granite Mutual',
    person: 'Priya Natarajan',
    phone: null,
    email: null,
    fax: null,
    address: null,
  },
  person: person({ givenName: 'Marcus', familyName: 'Delgado', contactWays: [{ kind: 'phone', value: '919 555 0143' }] }),
  safeContact: 'no-restriction',
  safeContactNote: null,
  reason: 'Medical case management after a back injury',
  questions: null,
  urgency: 'routine',
  danger: null,
  programId: '00000000-0000-7000-8000-000000000001',
  scope: Scope.parse({
    asked: 'Medical CM, field',
    funding: 'workers-compensation',
    claimNumber: 'WC-26-004187',
    authorizedServices: 'Medical CM',
    authorizedMinutes: 1200,
  }),
  ...changes,
})
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return assert.fail('nothing was refused')
}
const standing = (changes: Partial<decision.Standing> = {}): decision.Standing => ({
  id: 'r1',
  status: 'triaged',
  facts: facts(),
  programKind: 'workers-compensation',
  prefillOpen: false,
  died: false,
  ...changes,
})
const codes = (refusal: Refusal) => refusal.details.missing?.map((each) => each.code.replace('referral.missing-', ''))

test('3.2 the steps of a referral are those of the diagram and no others', () => {
  const allowed = statuses.flatMap((from) => statuses.filter((to) => mayBecome(from, to)).map((to) => `${from}→${to}`))
  assert.deepEqual(allowed.sort(), [
    'info_requested→duplicate',
    'info_requested→triaged',
    'info_requested→withdrawn',
    'received→duplicate',
    'received→triaged',
    'received→withdrawn',
    'triaged→accepted',
    'triaged→declined',
    'triaged→duplicate',
    'triaged→info_requested',
    'triaged→redirected',
    'triaged→waitlisted',
    'triaged→withdrawn',
    'waitlisted→duplicate',
    'waitlisted→triaged',
    'waitlisted→withdrawn',
  ])
  assert.deepEqual(openStatuses, ['received', 'triaged', 'info_requested', 'waitlisted'])
  assert.match(refusalOf(() => step('received', 'accepted')).message, /Triage it first/)
  assert.match(refusalOf(() => step('declined', 'triaged')).message, /final/)
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses),
      fc.constantFrom(...statuses),
      (from, to) => mayBecome(from, to) || refusalOf(() => step(from, to)).status === 409,
    ),
  )
})

test('3.2 a pseudonym is enough to receive a referral; nobody at all is not', () => {
  assert.equal(nameOf(receive(facts({ person: person({ pseudonym: 'Blue Cap' }) }), today).person), '“Blue Cap”')
  assert.equal(refusalOf(() => receive(facts({ person: person({}) }), today)).code, 'referral.nobody-named')
  assert.equal(refusalOf(() => receive(facts({ receivedOn: '2026-02-17' }), today)).code, 'referral.received-in-future')
  assert.equal(
    refusalOf(() => receive(facts({ person: person({ givenName: 'A', birthDate: '2026-02-17' }) }), today)).code,
    'referral.born-in-future',
  )
  assert.equal(refusalOf(() => receive(facts({ urgency: 'urgent-safety' }), today)).code, 'referral.urgent-without-danger')
  assert.equal(refusalOf(() => receive(facts({ danger: 'abuse' }), today)).code, 'referral.danger-without-urgency')
})

test('3.2 acceptance lists everything missing from the minimum dataset, each with its link', () => {
  const bare = facts({
    source: { ...facts().source, kind: null },
    person: person({ pseudonym: 'Blue Cap' }),
    safeContact: 'not-asked',
    reason: null,
    urgency: null,
    programId: null,
    scope: Scope.parse({}),
  })
  const missing = missingFor('acceptance', 'r1', bare, null)
  assert.deepEqual(
    missing.map((each) => each.code.replace('referral.missing-', '')),
    ['safe-contact', 'source', 'reason', 'urgency', 'scope', 'funding', 'program'],
  )
  assert.ok(missing.every((each) => each.href.startsWith('/referrals/r1?edit=')))
  assert.deepEqual(missingFor('acceptance', 'r1', facts(), 'workers-compensation'), [])
})

test('3.2 workers’ compensation names claim, services and hours before acceptance', () => {
  const scope = Scope.parse({ asked: 'Medical CM', funding: 'health-plan' })
  assert.deepEqual(codes(refusalOf(() => decision.accept(standing({ facts: facts({ scope }) })))), [
    'claim',
    'authorized-services',
    'authorized-hours',
  ])
  assert.equal(decision.accept(standing({ facts: facts({ scope }), programKind: 'community-support' })), 'accepted')
})

test('INV-04 where care is required, one number marked safe or a note on how is needed', () => {
  const needs = (changes: Partial<Facts>) => missingFor('acceptance', 'r1', facts(changes), null).map((each) => each.code)
  assert.deepEqual(needs({ safeContact: 'required' }), ['referral.missing-safe-contact'])
  assert.deepEqual(needs({ safeContact: 'required', safeContactNote: 'Ask at the library desk on Tuesdays' }), [])
  assert.deepEqual(
    needs({
      safeContact: 'required',
      person: person({ givenName: 'R', contactWays: [{ kind: 'phone', value: '1', safe: 'safe' }] }),
    }),
    [],
  )
  assert.deepEqual(needs({ person: person({ givenName: 'R', contactWays: [{ kind: 'phone', value: '1', safe: 'unsafe' }] }) }), [
    'referral.missing-safe-contact',
  ])
})

test('U2 an urgent safety need bypasses the waitlist and is acted on at triage', () => {
  const wanted = decision.Triage.parse({ urgency: 'urgent-safety', danger: 'no-shelter-tonight' })
  const received = standing({ status: 'received' })
  assert.equal(refusalOf(() => decision.triage(received, wanted)).code, 'referral.urgent-without-action')
  assert.equal(refusalOf(() => decision.triage(received, { ...wanted, danger: null })).code, 'referral.urgent-without-danger')
  assert.equal(refusalOf(() => decision.triage(received, { ...wanted, urgency: 'soon' })).code, 'referral.danger-without-urgency')
  assert.equal(decision.triage(received, { ...wanted, safetyDone: 'Motel voucher; Ana drove her' }), 'triaged')
  assert.equal(
    refusalOf(() => decision.waitlist('triaged', 'urgent-safety', '2026-02-20', today, '2026-03-18')).code,
    'referral.urgent-not-waitlisted',
  )
  assert.equal(decision.waitlist('triaged', 'soon', '2026-02-20', today, '2026-03-18'), 'waitlisted')
  assert.equal(
    refusalOf(() => decision.waitlist('triaged', 'soon', '2026-03-19', today, '2026-03-18')).code,
    'referral.review-not-soon',
  )
})

test('U2 a danger that came in is not waved through: triage says why it is none, and nobody closes over it', () => {
  const danger = standing({ status: 'received', facts: facts({ urgency: 'urgent-safety', danger: 'abuse' }) })
  assert.equal(
    refusalOf(() => decision.triage(danger, decision.Triage.parse({ urgency: 'soon' }))).code,
    'referral.danger-unexplained',
  )
  assert.equal(
    decision.triage(danger, decision.Triage.parse({ urgency: 'soon', note: 'Called her: she meant the landlord' })),
    'triaged',
  )
  assert.equal(refusalOf(() => decision.closable(danger)).code, 'referral.urgent-not-triaged')
  decision.closable({ ...danger, status: 'triaged' })
})

test('3.2 a person who speaks another language is asked about an interpreter before acceptance', () => {
  const needs = (given: object) =>
    missingFor(
      'acceptance',
      'r1',
      facts({ person: person({ givenName: 'L', contactWays: [{ kind: 'phone', value: '1' }], ...given }) }),
      null,
    ).map((each) => each.code)
  assert.deepEqual(needs({ spokenLanguage: 'vi' }), ['referral.missing-interpreter'])
  assert.deepEqual([needs({ spokenLanguage: 'vi', interpreter: 'needed' }), needs({ spokenLanguage: 'en-US' })], [[], []])
})

test('3.2 a referral without a reason is not triaged', () => {
  assert.deepEqual(
    codes(
      refusalOf(() =>
        decision.triage(
          standing({ status: 'received', facts: facts({ reason: null }) }),
          decision.Triage.parse({ urgency: 'soon' }),
        ),
      ),
    ),
    ['reason'],
  )
})

test('3.2 information asked comes back as an answer, or as no answer', () => {
  const request = { question: 'Which clinic?', askedOf: 'source' as const, dueOn: '2026-02-15' }
  assert.equal(refusalOf(() => decision.askForInformation('triaged', request, today)).code, 'referral.due-in-past')
  assert.equal(decision.askForInformation('triaged', { ...request, dueOn: today }, today), 'info_requested')
  assert.equal(
    refusalOf(() => decision.takeAnswer('info_requested', { answer: null, noAnswer: false })).code,
    'referral.no-answer-written',
  )
  assert.equal(decision.takeAnswer('info_requested', { answer: null, noAnswer: true }), 'triaged')
  assert.equal(refusalOf(() => decision.takeAnswer('triaged', { answer: 'x', noAnswer: false })).code, 'referral.not-waiting')
})

test('3.2 declining says why, what else there is, and that the person was told or why not', () => {
  const wanted = decision.Declination.parse({
    reason: 'out-of-area',
    note: 'Lives in Bend',
    alternatives: 'Central Oregon agency',
    toldOn: today,
  })
  assert.equal(decision.decline('triaged', wanted, today), 'declined')
  assert.equal(refusalOf(() => decision.decline('triaged', { ...wanted, toldOn: null }, today)).code, 'referral.told-unclear')
  assert.equal(
    refusalOf(() => decision.decline('triaged', { ...wanted, notToldBecause: 'could-not-reach' }, today)).code,
    'referral.told-unclear',
  )
  assert.equal(
    refusalOf(() => decision.decline('triaged', { ...wanted, toldOn: '2026-02-17' }, today)).code,
    'referral.told-in-future',
  )
})

test('INV-01 likely matches are looked at before a new client is made', () => {
  const wanted = { kind: 'new' as const, clientId: 'c9', setAside: ['c1'] }
  decision.identityChecked(wanted, [{ clientId: 'c1' }])
  decision.identityChecked({ kind: 'known', clientId: 'c1' }, [{ clientId: 'c1' }, { clientId: 'c2' }])
  assert.deepEqual(refusalOf(() => decision.identityChecked(wanted, [{ clientId: 'c1' }, { clientId: 'c2' }])).details.current, [
    { clientId: 'c2' },
  ])
})

test('a person who has died is not accepted, and an unconfirmed record is confirmed first', () => {
  assert.equal(refusalOf(() => decision.accept(standing({ died: true }))).code, 'referral.person-died')
  assert.deepEqual(codes(refusalOf(() => decision.accept(standing({ prefillOpen: true })))), ['referral.prefill-unconfirmed'])
})

test('a birth date keeps the exactness it was told with', () => {
  assert.deepEqual(birthDateFrom('1980'), { birthDate: '1980-01-01', birthDatePrecision: 'year' })
  assert.deepEqual(birthDateFrom('1980-05'), { birthDate: '1980-05-01', birthDatePrecision: 'month' })
  assert.deepEqual(birthDateFrom('1980-05-17'), { birthDate: '1980-05-17', birthDatePrecision: 'day' })
  assert.deepEqual([birthDateFrom('1980-02-31'), birthDateFrom('about 40'), birthDateFrom(undefined)], [null, null, null])
})
