import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { missingElements } from './completeness.ts'
import { ConsentContent, consentInForce, standingOf, type Consent } from './consent.ts'
import { engagementFrom } from './engagement.ts'
import { renewBy, warningFor } from './expiry.ts'
import { faultOf, LegalBasis } from './legalBasis.ts'

const zone = 'America/New_York'
const complete = ConsentContent.parse({
  kind: 'hipaa_authorization',
  grantorName: 'Marcus Delgado',
  discloser: 'Coastal Orthopedics',
  recipients: ['Harborview Case Management'],
  information: 'Office notes and imaging of the back since 3 Feb 2026',
  purposes: ['Coordinate treatment and return to work'],
  expiresOn: '2027-02-19',
  signedOn: '2026-02-19',
  method: 'written',
  language: 'en',
  statesRightToRevoke: true,
  statesConditioning: true,
  statesRedisclosure: true,
  statementsVersion: '2026-01',
})
const recorded = (more: Partial<Consent> = {}): Consent => ({
  ...complete,
  id: 'c',
  clientId: 'p',
  state: 'active',
  effectiveAt: '2026-02-19T15:00:00Z',
  ending: null,
  supersededAt: null,
  createdAt: '2026-02-19T15:00:00Z',
  createdBy: null,
  version: 1,
  ...more,
})
const at = (instant: string) => ({ instant, zone })
const lacks = (more: Partial<ConsentContent>) => missingElements({ ...complete, ...more }).map(({ code }) => code)

test('INV-10 an authorization with all six elements and the statements lacks nothing', () => {
  assert.deepEqual(missingElements(complete), [])
})

test('INV-10 each missing element and each missing statement is named', () => {
  const faults: [Partial<ConsentContent>, string][] = [
    [{ information: '' }, 'consent.no-description'],
    [{ discloser: '' }, 'consent.no-discloser'],
    [{ recipients: [] }, 'consent.no-recipient'],
    [{ purposes: [] }, 'consent.no-purpose'],
    [{ expiresOn: null }, 'consent.no-expiry'],
    [{ signedOn: null }, 'consent.no-date'],
    [{ method: null }, 'consent.no-method'],
    [{ method: 'verbal', witness: 'Omar' }, 'consent.not-signed'],
    [{ grantorCapacity: 'representative' }, 'consent.no-authority'],
    [{ statesRightToRevoke: false }, 'consent.no-right-to-revoke'],
    [{ statesConditioning: false }, 'consent.no-conditioning'],
    [{ statesRedisclosure: false }, 'consent.no-redisclosure'],
  ]
  for (const [fault, code] of faults) assert.deepEqual(lacks(fault), [code])
})

test('INV-10 an event may stand in for the day it ends, and a representative signs with authority', () => {
  assert.deepEqual(lacks({ expiresOn: null, expiresEvent: 'When the case closes' }), [])
  assert.deepEqual(lacks({ grantorCapacity: 'representative', authority: 'Health-care POA of 4 Jan 2024' }), [])
})

test('a spoken consent needs a witness, a notice its version, a court order its number', () => {
  const engagement = ConsentContent.parse({
    kind: 'cm_engagement',
    grantorName: 'Linda Tran',
    method: 'verbal',
    signedOn: '2026-01-22',
    language: 'vi',
    interpreter: 'V-2213',
  })
  assert.deepEqual(
    missingElements(engagement).map(({ code }) => code),
    ['consent.no-witness'],
  )
  assert.deepEqual(
    missingElements({ ...engagement, kind: 'rights_notice', method: 'given' }).map(({ code }) => code),
    ['consent.no-notice-version'],
  )
  assert.deepEqual(
    missingElements({ ...engagement, kind: 'court_order', grantorCapacity: 'court', method: 'written' }).map(({ code }) => code),
    ['consent.no-authority'],
  )
})

test('INV-14 a revocation counts from its instant on, and not a millisecond before', () => {
  const consent = recorded({
    ending: { kind: 'revoked', at: '2026-06-16T13:12:00.000Z', method: 'electronic', byWhom: 'Jenna', relianceNote: '' },
  })
  assert.equal(consentInForce(consent, at('2026-06-16T13:11:59.999Z')), true)
  assert.equal(consentInForce(consent, at('2026-06-16T13:12:00.000Z')), false)
  assert.equal(standingOf(consent, at('2026-06-20T00:00:00Z')), 'revoked')
  assert.equal(standingOf(consent, at('2026-05-01T00:00:00Z')), 'active')
})

test('INV-14 for any instant, what was in force before a revocation stays so and nothing is after it', () => {
  const second = fc.integer({ min: Date.parse('2026-02-19T15:00:00Z') / 1000, max: Date.parse('2027-02-18T00:00:00Z') / 1000 })
  fc.assert(
    fc.property(second, second, (asked, revoked) => {
      const consent = recorded({
        ending: { kind: 'revoked', at: new Date(revoked * 1000).toISOString(), method: 'written', byWhom: 'x', relianceNote: '' },
      })
      assert.equal(consentInForce(consent, at(new Date(asked * 1000).toISOString())), asked < revoked)
    }),
  )
})

test('the last day counts whole, in the zone of the agency', () => {
  assert.equal(standingOf(recorded(), at('2027-02-20T04:59:00Z')), 'active')
  assert.equal(standingOf(recorded(), at('2027-02-20T05:00:00Z')), 'expired')
  assert.equal(standingOf(recorded(), at('2026-02-19T14:00:00Z')), 'not-yet')
})

test('INV-10 what is defective, drafted, found false, superseded or over is not in force', () => {
  const now = at('2026-03-02T12:00:00Z')
  const ending = { at: '2026-03-01T00:00:00Z', method: 'observed' as const, byWhom: 'Maya', relianceNote: '' }
  assert.equal(standingOf(recorded({ state: 'draft' }), now), 'draft')
  assert.equal(standingOf(recorded({ state: 'defective' }), now), 'defective')
  assert.equal(standingOf(recorded({ ending: { ...ending, kind: 'found-false' } }), at('2026-02-20T00:00:00Z')), 'defective')
  assert.equal(standingOf(recorded({ ending: { ...ending, kind: 'event-happened' } }), now), 'expired')
  assert.equal(standingOf(recorded({ supersededAt: '2026-03-02T12:00:00Z' }), now), 'superseded')
})

test('engagement: the client’s own consent comes first, for this program or for all, and only while in force', () => {
  const now = at('2026-03-02T12:00:00Z')
  const statutory = recorded({ id: 's', kind: 'statutory_assignment', expiresOn: null })
  const own = recorded({ id: 'o', kind: 'cm_engagement', programId: 'wc' })
  const told = [recorded({ kind: 'role_disclosure', expiresOn: null }), recorded({ kind: 'rights_notice', expiresOn: null })]
  assert.deepEqual(engagementFrom([statutory, own, ...told], now, 'wc'), {
    basis: 'client_consent',
    consentId: 'o',
    roleDisclosure: true,
    rightsNotice: true,
    consentUntil: '2027-02-19',
  })
  assert.equal(engagementFrom([statutory, own], now, 'other').basis, 'statutory_assignment')
  assert.deepEqual(engagementFrom([own], at('2027-03-01T12:00:00Z'), 'wc'), {
    basis: null,
    consentId: null,
    roleDisclosure: false,
    rightsNotice: false,
    consentUntil: null,
  })
})

test('warnings come at 60, 30 and 7 days, each with a day to act by', () => {
  assert.equal(warningFor('2027-02-19', '2026-12-20'), null)
  assert.equal(warningFor('2027-02-19', '2026-12-21'), 60)
  assert.equal(warningFor('2027-02-19', '2027-01-20'), 30)
  assert.equal(warningFor('2027-02-19', '2027-02-12'), 7)
  assert.equal(warningFor('2027-02-19', '2027-02-19'), 7)
  assert.equal(warningFor('2027-02-19', '2027-02-20'), null)
  assert.deepEqual(
    [renewBy('2027-02-19', 60), renewBy('2027-02-19', 30), renewBy('2027-02-19', 7)],
    ['2027-01-20', '2027-02-12', '2027-02-19'],
  )
})

test('INV-15 a disclosure names its ground; an authorization counts only while it is in force, and an engagement is none', () => {
  const id = '0198a000-0000-7000-8000-000000000001'
  const basis = LegalBasis.parse({ ground: 'authorization', consentId: id })
  const at = (instant: string) => ({ instant, zone })
  const revoked = recorded({
    id,
    ending: { kind: 'revoked', at: '2026-06-16T13:12:00Z', method: 'electronic', byWhom: 'Jenna', relianceNote: '' },
  })
  assert.equal(faultOf(basis, [revoked], at('2026-06-16T13:11:00Z')), null)
  assert.equal(faultOf(basis, [revoked], at('2026-06-20T00:00:00Z')), 'not-in-force')
  assert.equal(faultOf(basis, [recorded({ id, kind: 'cm_engagement' })], at('2026-03-01T00:00:00Z')), 'not-an-authorization')
  assert.equal(faultOf(basis, [], at('2026-03-01T00:00:00Z')), 'no-such-authorization')
  assert.equal(LegalBasis.safeParse({}).success, false)
  assert.equal(LegalBasis.safeParse({ ground: 'curiosity' }).success, false)
})

test('INV-15 the law is not claimed without saying which', () => {
  const moment = { instant: '2026-03-01T00:00:00Z', zone }
  assert.equal(faultOf(LegalBasis.parse({ ground: 'judicial_order' }), [], moment), 'not-explained')
  assert.equal(
    faultOf(LegalBasis.parse({ ground: 'judicial_order', explanation: 'Order of 21 July, 42 CFR 2.64' }), [], moment),
    null,
  )
  assert.equal(faultOf(LegalBasis.parse({ ground: 'treatment' }), [], moment), null)
})
