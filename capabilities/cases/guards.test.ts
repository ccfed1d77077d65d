import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayActivate, missingForActivation, type ActivationFacts } from './activation.ts'
import { firstAttemptDays, loadOf, weightOf } from './weight.ts'
import { closureReasons, ClosureReason, mayBeginClosing, mayReopen, needsManagementReview } from './closing.ts'
import { mayPauseUntil } from './suspension.ts'

const today = '2026-02-17'
const ready: ActivationFacts = {
  basis: 'client_consent', roleDisclosure: true, rightsNotice: true, primaryName: 'Maya Lopez', primaryHasCredential: true, safeContactAsked: true,
  loadTenths: 475, capacityTenths: 600, capacityReason: null,
}
const missing = (facts: Partial<ActivationFacts>) => missingForActivation({ ...ready, ...facts }, '/clients/c').map(({ code }) => code)

test('H1–H5 each missing thing is named, all at once, with where it is done', () => {
  assert.deepEqual(missing({}), [])
  const none = missingForActivation({ ...ready, basis: null, roleDisclosure: false, rightsNotice: false, primaryHasCredential: false, safeContactAsked: false }, '/clients/c')
  assert.deepEqual(none.map(({ code, href }) => [code, href]), [
    ['case.no-engagement-basis', '/clients/c/consents'], ['case.no-role-disclosure', '/clients/c/consents'], ['case.no-rights-notice', '/clients/c/consents'],
    ['case.primary-credential', '/clients/c/case'], ['case.safe-contact-not-asked', '/clients/c/details'],
  ])
})

test('INV-08 without a primary, or with one whose credential is not valid, the work does not begin', () => {
  assert.deepEqual(missing({ primaryName: null, primaryHasCredential: false }), ['case.no-primary'])
  assert.deepEqual(missing({ primaryHasCredential: false }), ['case.primary-credential'])
  assert.throws(() => mayActivate({ ...ready, primaryHasCredential: false }, '/clients/c'), { code: 'case.not-ready' })
})

test('S1 a full caseload needs a reason, not a refusal', () => {
  assert.throws(() => mayActivate({ ...ready, loadTenths: 625 }, ''), { code: 'case.over-capacity', message: /62.5 of 60 points/ })
  mayActivate({ ...ready, loadTenths: 625, capacityReason: 'Speaks Vietnamese; two cases close on Friday.' }, '')
  mayActivate({ ...ready, loadTenths: 600 }, '')
})

test('a pause is reviewed within thirty days', () => {
  mayPauseUntil('2026-02-18', today)
  mayPauseUntil('2026-03-19', today)
  for (const day of [today, '2026-02-16', '2026-03-20']) assert.throws(() => mayPauseUntil(day, today), { code: 'case.review-day' })
})

test('every closure reason of the model is there, and the four of the agency need a supervisor', () => {
  assert.equal(ClosureReason.options.length, 24)
  assert.deepEqual(ClosureReason.options.filter(needsManagementReview), [...closureReasons.agencyDirected])
  const told = { clientToldOn: today }
  for (const reason of ClosureReason.options) {
    const begin = (isSupervisor: boolean) => () => mayBeginClosing({ reason, ...told }, { isSupervisor, today })
    if (needsManagementReview(reason)) assert.throws(begin(false), { code: 'case.needs-management-review' })
    else begin(false)()
    begin(true)()
  }
})

test('the client is told, or there is a reason why not', () => {
  const facts = { isSupervisor: false, today }
  assert.throws(() => mayBeginClosing({ reason: 'goals_achieved' }, facts), { code: 'case.client-not-told' })
  assert.throws(() => mayBeginClosing({ reason: 'goals_achieved', clientToldOn: '2026-02-18' }, facts), { code: 'case.told-in-future' })
  mayBeginClosing({ reason: 'lost_to_contact', notToldBecause: 'No address is safe.' }, facts)
  mayBeginClosing({ reason: 'deceased' }, facts)
})

test('reopening: within thirty days, with consent and somebody answering for it', () => {
  const facts = { daysClosed: 30, consentBasis: 'client_consent', hasPrimary: true, href: '/clients/c' }
  mayReopen(facts)
  assert.throws(() => mayReopen({ ...facts, daysClosed: 31 }), { code: 'case.reopen-window' })
  assert.throws(() => mayReopen({ ...facts, consentBasis: null, hasPrimary: false }), (refusal: { details: { missing: unknown[] } }) => refusal.details.missing.length === 2)
})

test('weights 4.0, 2.5, 1.5, 1.0; a case nobody levelled counts as moderate', () => {
  assert.deepEqual([4, 3, 2, 1, null].map(weightOf), [40, 25, 15, 10, 15])
  assert.deepEqual(loadOf([4, 4, 3, 2, 1, null]), { pointsTenths: 40 + 40 + 25 + 15 + 10 + 15, byLevel: { 1: 1, 2: 1, 3: 1, 4: 2, none: 1 } })
  for (const [level, howMany] of [[4, 15], [3, 24], [2, 40], [1, 60]] as const) assert.equal(loadOf(Array(howMany).fill(level)).pointsTenths, 600)
})

test('U3 first attempt within two business days, one for the intensive level', () => {
  assert.deepEqual([1, 2, 3, 4, null].map(firstAttemptDays), [2, 2, 2, 1, 2])
})
