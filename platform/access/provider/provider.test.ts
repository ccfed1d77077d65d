// Signing in through an agency's own directory, against a real OpenID Connect provider: who comes in, and every way in which nobody does.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { Browser } from './testing/directory.ts'
import { cookieIn, ground, origin, refused, settings, type Ground } from './testing/ground.ts'

let g: Ground
before(async () => {
  g = await ground()
})
after(() => g.close())

test('403 only an administrator names the provider; nobody else even reads it', async () => {
  for (const person of ['maya', 'omar', 'quinn', 'ines', 'bill'] as const) {
    assert.equal(
      (await g.w.as(person).patch('/api/agency/identity-provider', settings(g.there), { ifMatch: 0 })).status,
      403,
      person,
    )
    assert.equal((await g.w.as(person).get('/api/agency/identity-provider')).status, 403, person)
  }
  const bySql = g.w.work('maya', ({ tx }) =>
    sql`select authz.name_identity_provider(0, 'https://a.example', 'a', '\\x00', '{a.org}', 'a', 'everybody', 'on')`.execute(tx),
  )
  await assert.rejects(bySql, { code: '42501' })
})

test('422 an issuer must be https and not this machine; a new one takes its own secret; another agency’s domain is refused', async () => {
  for (const issuer of [
    'http://idp.example.org',
    'https://169.254.169.254/latest',
    'https://[::1]/',
    'https://u:p@idp.example.org',
    'https://idp.example.org/?a=b',
    'ftp://idp.example.org',
  ])
    assert.ok([400, 422].includes((await g.name({ issuer })).status), issuer)
  assert.equal((await g.name({ secret: undefined })).body.code, 'identity-provider.secret-needed')
  assert.equal(
    (await g.name({ domains: ['example.org', 'bayside.org'] })).body.code,
    'identity-provider.domain-of-another-agency',
  )
  assert.equal((await g.name({ passwords: 'administrators' })).body.code, 'identity-provider.not-used-yet')
})

test('an administrator names it and tries the connection; a wrong secret, a silent host and another page are told apart', async () => {
  assert.equal((await g.name({ secret: 'not the secret' })).status, 200)
  const trial = async () =>
    (await g.w.as('ada').post('/api/agency/identity-provider/trials', { returnAddress: `${origin}/sign-in/return` })).body.trial
  assert.equal(await trial(), 'secret-refused')
  assert.equal((await g.name({ issuer: `${g.there.issuer}/no-such-page` })).status, 200)
  assert.equal(await trial(), 'not-a-provider')
  g.there.silence(true)
  assert.equal((await g.name()).status, 200)
  assert.equal(await trial(), 'silent')
  g.there.silence(false)
  assert.equal(await trial(), 'works')
  const { body } = await g.w.as('ada').get('/api/agency/identity-provider')
  assert.deepEqual([body.provider.issuer, body.provider.version, body.provider.lastUsedAt], [g.there.issuer, 3, null])
  assert.doesNotMatch(JSON.stringify(body), /secret|heron/i)
  const changes = await g.w.asOwner(`select action, payload from audit_event where action like 'identity-provider.%' order by id`)
  assert.deepEqual(
    [...new Set(changes.map((each) => each.action))],
    ['identity-provider.named', 'identity-provider.tried', 'identity-provider.changed'],
  )
  assert.equal((await g.w.as('ada').patch('/api/agency/identity-provider', settings(g.there), { ifMatch: 1 })).status, 409)
})

test('an address of the domain, and the agency’s own address, lead to the provider; others to the password', async () => {
  const asked = async (whose: object) => (await g.post('/api/sign-in/provider', whose)).json().provider
  assert.deepEqual(await asked({ domain: 'Example.org' }), {
    agencyName: 'Harborview Case Management',
    label: 'Harborview Directory',
    slug: 'harborview',
    passwords: 'everybody',
  })
  assert.equal((await asked({ slug: 'harborview' })).label, 'Harborview Directory')
  assert.equal(await asked({ domain: 'bayside.org' }), null)
  assert.equal(await asked({ slug: 'bayside' }), null)
  const { address, cookie } = await g.depart({ slug: 'harborview' })
  const url = new URL(address)
  assert.equal(url.origin, g.there.issuer)
  for (const [param, shape] of [
    ['response_type', /^code$/],
    ['code_challenge_method', /^S256$/],
    ['code_challenge', /^[\w-]{43}$/],
    ['state', /^[\w-]{43}$/],
    ['nonce', /^[\w-]{43}$/],
  ] as const)
    assert.match(url.searchParams.get(param) ?? '', shape, param)
  const kept = JSON.stringify(await g.w.asOwner(`select r::text from authz.authentication_request r`))
  for (const secretWord of [url.searchParams.get('state'), cookie.split('=')[1]])
    assert.ok(!kept.includes(secretWord ?? '?'), 'digests only')
})

test('the first time links a verified address, then the account is known; a sign-in as any other, and in the audit', async () => {
  const first = await g.signIn('maya-at-work')
  assert.equal(first.statusCode, 200, first.body)
  const cookie = cookieIn(first, 'continuum')
  assert.match(String(first.headers['set-cookie']), /HttpOnly; SameSite=Strict/)
  const answer = (await g.me(cookie)).json()
  assert.deepEqual([answer.staff.name, answer.signedInWith.label], ['Maya Ortiz', 'Harborview Directory'])
  g.there.people['maya-at-work'] = { email: 'maya.new-name@example.org', email_verified: false }
  assert.equal((await g.signIn('maya-at-work')).statusCode, 200, 'known by issuer and subject, whatever the address')
  const kept = await g.w.asOwner(
    `select method, extract(epoch from expires_at - started_at)::int as seconds from authz.sign_in where method = 'oidc'`,
  )
  assert.deepEqual(kept, [
    { method: 'oidc', seconds: 43_200 },
    { method: 'oidc', seconds: 43_200 },
  ])
  const written = await g.w.asOwner(`select actor, payload from audit_event where action = 'signed-in' order by id`)
  assert.deepEqual(
    written.map((each) => [each.actor, each.payload.method, each.payload.account]),
    [
      [g.w.staffId.maya, 'oidc', 'linked'],
      [g.w.staffId.maya, 'oidc', 'known'],
    ],
  )
})

test('rotation and idle time hold: a new sign-in ends the one it comes with; unused, it is over', async () => {
  const first = cookieIn(await g.signIn('zoe-at-work'), 'continuum')
  const { address, cookie } = await g.depart()
  const second = cookieIn(
    await g.comeBack(await new Browser().signIn(address, 'zoe-at-work'), `${cookie}; ${first}`),
    'continuum',
  )
  assert.deepEqual([(await g.me(first)).statusCode, (await g.me(second)).statusCode], [401, 200])
  await g.w.asOwner(`update authz.sign_in set last_seen_at = now() - interval '16 minutes' where staff_id = $1`, [
    g.w.staffId.zoe,
  ])
  assert.equal((await g.me(second)).statusCode, 401)
})

test('401 a wrong state, one used already, one of another browser, one past ten minutes: start again', async () => {
  const { address, cookie } = await g.depart()
  const answer = await new Browser().signIn(address, 'zoe-at-work')
  const changed = new URLSearchParams(answer)
  changed.set('state', 'A'.repeat(43))
  await refused(await g.comeBack(`?${changed}`, cookie), 'sign-in.start-again')
  await refused(await g.comeBack(answer, (await g.depart()).cookie), 'sign-in.start-again')
  await refused(await g.comeBack(answer, cookie), 'sign-in.start-again') // used up by the wrong browser's try
  await refused(await g.comeBack(answer, ''), 'sign-in.start-again')
  const late = await g.depart()
  const lateAnswer = await new Browser().signIn(late.address, 'zoe-at-work')
  await g.w.asOwner(`update authz.authentication_request set expires_at = begun_at + interval '10 minutes', begun_at = now()`)
  await g.w.asOwner(`update authz.authentication_request set expires_at = expires_at - interval '10 minutes 1 second'`)
  await refused(await g.comeBack(lateAnswer, late.cookie), 'sign-in.start-again')
  const good = await g.depart()
  const goodAnswer = await new Browser().signIn(good.address, 'zoe-at-work')
  assert.equal((await g.comeBack(goodAnswer, good.cookie)).statusCode, 200, 'control')
  await refused(await g.comeBack(goodAnswer, good.cookie), 'sign-in.start-again')
})

test('401 a wrong nonce, a code used again, another verifier, an error of the provider: not signed in', async () => {
  const tampered = await g.depart()
  const address = new URL(tampered.address)
  address.searchParams.set('nonce', 'B'.repeat(43))
  await refused(
    await g.comeBack(await new Browser().signIn(address.href, 'zoe-at-work'), tampered.cookie),
    'sign-in.provider-refused',
  )
  const [first, second] = [await g.depart(), await g.depart()]
  const answer = await new Browser().signIn(first.address, 'zoe-at-work')
  const stolen = new URLSearchParams(answer)
  stolen.set('state', new URL(second.address).searchParams.get('state') ?? '')
  await refused(await g.comeBack(`?${stolen}`, second.cookie), 'sign-in.provider-refused') // PKCE: a code of another sign-in
  await g.w.asOwner('create table kept_request as select * from authz.authentication_request')
  assert.equal((await g.comeBack(answer, first.cookie)).statusCode, 200, 'control')
  await g.w.asOwner('insert into authz.authentication_request select * from kept_request on conflict do nothing')
  await refused(await g.comeBack(answer, first.cookie), 'sign-in.provider-refused') // the code is spent, with the right verifier too
  await g.w.asOwner('drop table kept_request')
  const denied = await g.depart()
  const state = new URL(denied.address).searchParams.get('state')
  await refused(
    await g.comeBack(`?error=access_denied&state=${state}&iss=${g.there.issuer}`, denied.cookie),
    'sign-in.provider-refused',
  )
  assert.match((await g.w.as('ada').get('/api/agency/identity-provider')).body.provider.lastRefusal, /^provider-refused/)
})

test('401 mix-up: an answer of another provider, or one that says it is of another, is not taken', async () => {
  const one = await g.depart()
  const answer = new URLSearchParams(await new Browser().signIn(one.address, 'zoe-at-work'))
  assert.equal(answer.get('iss'), g.there.issuer)
  answer.set('iss', g.elsewhere.issuer)
  await refused(await g.comeBack(`?${answer}`, one.cookie), 'sign-in.provider-refused')
  const two = await g.depart()
  const lured = two.address.replace(g.there.issuer, g.elsewhere.issuer)
  await refused(await g.comeBack(await new Browser().signIn(lured, 'zoe-at-work'), two.cookie), 'sign-in.provider-refused')
  const three = await g.depart()
  const honest = await new Browser().signIn(three.address, 'zoe-at-work')
  assert.equal((await g.name({ issuer: g.elsewhere.issuer })).status, 200)
  await refused(await g.comeBack(honest, three.cookie), 'sign-in.start-again') // the provider was changed meanwhile
  assert.equal((await g.name()).status, 200)
})

test('401 nobody comes in by an unverified or unknown address, one of another organization, or as somebody who left', async () => {
  const staffBefore = await g.w.asOwner('select count(*)::int as n from staff')
  for (const login of ['unverified-omar', 'unsaid-omar', 'entra-lies', 'no-address'])
    await refused(await g.signIn(login), 'sign-in.unverified')
  await refused(await g.signIn('stranger'), 'sign-in.nobody')
  await refused(await g.signIn('bea-at-bayside'), 'sign-in.other-domain')
  await refused(await g.signIn('second-maya'), 'sign-in.another-account')
  await g.w.asOwner(`update staff set status = 'inactive' where id = any ($1)`, [[g.w.staffId.bill, g.w.staffId.zoe]])
  await refused(await g.signIn('bill'), 'sign-in.nobody')
  await refused(await g.signIn('zoe-at-work'), 'sign-in.nobody') // linked long ago
  assert.deepEqual(await g.w.asOwner('select count(*)::int as n from staff'), staffBefore)
  assert.equal((await g.signIn('entra-ines')).statusCode, 200, 'Entra’s word for a verified address')
})
