import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageDays, groupOf, inGroups, nextStep, type Waiting } from './inbox.ts'
import { ReferredPerson } from './person.ts'
import { Scope } from './referral.ts'
import { letterTo, replyDueOn } from './reply.ts'
import { factsOf, fromMachine, problemsOf, SelfReferral } from './selfReferral.ts'

const waiting = (changes: Partial<Waiting> = {}): Waiting => ({
  status: 'received',
  urgency: null,
  receivedOn: '2026-02-16',
  informationDueOn: null,
  reviewOn: null,
  ...changes,
})

test('U1 the source hears within one business day, holidays and weekends left out', () => {
  assert.equal(replyDueOn('2026-02-16'), '2026-02-17')
  assert.equal(replyDueOn('2026-02-13'), '2026-02-17') // Friday; Monday the 16th is Washington's Birthday
})

test('U2 urgent is urgent wherever it waits, due the same day, until it is decided', () => {
  assert.equal(groupOf(waiting({ urgency: 'urgent-safety' })), 'urgent')
  assert.equal(groupOf(waiting({ status: 'info_requested', urgency: 'urgent-safety' })), 'urgent')
  assert.equal(groupOf(waiting({ status: 'accepted', urgency: 'urgent-safety' })), 'done')
  assert.deepEqual(nextStep(waiting({ urgency: 'urgent-safety' }), '2026-02-17'), {
    step: 'triage',
    dueOn: '2026-02-16',
    lateDays: 1,
  })
})

test('U5 the brief intake ends within 15 days of the referral', () => {
  assert.deepEqual(nextStep(waiting({ status: 'triaged' }), '2026-03-03'), { step: 'decide', dueOn: '2026-03-03', lateDays: 0 })
  assert.equal(nextStep(waiting({ status: 'triaged' }), '2026-03-05').lateDays, 2)
})

test('an answer that is late is asked for again; a waitlisted referral is looked at on its day', () => {
  assert.equal(nextStep(waiting({ status: 'info_requested', informationDueOn: '2026-02-18' }), '2026-02-18').step, 'await-answer')
  assert.equal(nextStep(waiting({ status: 'info_requested', informationDueOn: '2026-02-18' }), '2026-02-19').step, 'ask-again')
  assert.deepEqual(nextStep(waiting({ status: 'waitlisted', reviewOn: '2026-02-20' }), '2026-02-19'), {
    step: 'review-waitlist',
    dueOn: '2026-02-20',
    lateDays: 0,
  })
})

test('the inbox groups by the harm of delay, the oldest first, without empty groups', () => {
  const items = [
    waiting({ receivedOn: '2026-02-16' }),
    waiting({ receivedOn: '2026-02-10' }),
    waiting({ urgency: 'urgent-safety' }),
    waiting({ status: 'waitlisted', reviewOn: '2026-03-01' }),
  ]
  assert.deepEqual(
    inGroups(items).map(({ group, items: found }) => [group, found.map((each) => each.receivedOn)]),
    [
      ['urgent', ['2026-02-16']],
      ['new', ['2026-02-10', '2026-02-16']],
      ['waitlist', ['2026-02-16']],
    ],
  )
  assert.equal(ageDays('2026-02-10', '2026-02-16'), 6)
})

test('INV-52 a letter to the source carries the claim and the outcome, no reason and no health facts', () => {
  const letter = letterTo({
    facts: {
      source: {
        kind: 'employer',
        organization: 'Piedmont Grocers',
        person: 'Pat Lee',
        phone: null,
        email: null,
        fax: null,
        address: '1 Main St\nRaleigh NC',
      },
      person: ReferredPerson.parse({ givenName: 'Marcus', familyName: 'Delgado' }),
      scope: Scope.parse({ claimNumber: 'WC-26-004187' }),
    },
    status: 'accepted',
    receivedInWords: 'Monday 16 February 2026',
  })
  assert.deepEqual(letter.to, ['Pat Lee', 'Piedmont Grocers', '1 Main St', 'Raleigh NC'])
  assert.equal(letter.subject, 'Referral of Marcus Delgado, claim WC-26-004187')
  assert.deepEqual(letter.paragraphs, [
    'Thank you for your referral of Marcus Delgado, which we received on Monday 16 February 2026.',
    'We have accepted it. A case manager will make first contact within 2 business days.',
  ])
})

const form = (changes: object = {}) =>
  SelfReferral.parse({
    id: '00000000-0000-7000-8000-000000000001',
    forWhom: 'me',
    name: 'Ana Lucía Reyes',
    help: 'I need help with rent',
    phone: '919 555 0112',
    safe: 'any-way',
    ...changes,
  })

test('a self-referral keeps the person’s own words and what they said about being reached', () => {
  const facts = factsOf(form({ safe: 'careful', safeHow: 'Text only, before 3', language: 'es', danger: 'abuse' }), '2026-02-16')
  assert.deepEqual([facts.person.givenName, facts.person.familyName, facts.person.spokenLanguage], ['Ana Lucía', 'Reyes', 'es'])
  assert.deepEqual(
    [facts.safeContact, facts.safeContactNote, facts.urgency, facts.danger, facts.source.kind],
    ['required', 'Text only, before 3', 'urgent-safety', 'abuse', 'self'],
  )
  assert.deepEqual(
    [facts.person.contactWays[0]?.safe, facts.person.contactWays[0]?.mayLeaveMessage, facts.reason],
    ['safe', 'no', 'I need help with rent'],
  )
})

test('who asks for another is the source, and their number is not the person’s', () => {
  const facts = factsOf(form({ forWhom: 'somebody-else', yourName: 'Luis Reyes', relation: 'brother' }), '2026-02-16')
  assert.deepEqual(
    [facts.source.kind, facts.source.person, facts.source.phone, facts.person.contactWays],
    ['family', 'Luis Reyes', '919 555 0112', []],
  )
  assert.match(facts.safeContactNote ?? '', /Luis Reyes \(brother\)/)
})

test('the form says what is still needed, and a filled hidden field is a machine', () => {
  assert.deepEqual(
    problemsOf(form({ phone: null })).map((each) => each.field),
    ['phone'],
  )
  assert.deepEqual(
    problemsOf(form({ forWhom: 'somebody-else', safe: 'careful' })).map((each) => each.field),
    ['yourName', 'safeHow'],
  )
  assert.deepEqual([fromMachine(form({ website: 'http://x' })), fromMachine(form())], [true, false])
})
