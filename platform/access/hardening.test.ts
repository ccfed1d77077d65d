// Sign-in under attack: fixation, replay, forged requests, guesses, and what must end at once or in time.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { world, type World } from '../../test/world.ts'
import { hashPassword } from './password.ts'

let w: World
const password = 'a quiet harbour at dawn'
before(async () => {
  w = await world()
  await w.asOwner('update authz.login set password_hash = $1', [await hashPassword(password)])
})
after(() => w.close())

interface Sending {
  method?: 'POST' | 'PUT' | 'PATCH' | 'GET'
  cookie?: string
  from?: string
  headers?: Record<string, string>
}
const send = (url: string, payload: unknown, { method = 'POST', cookie, from = '10.0.0.1', headers }: Sending = {}) =>
  w.app.inject({
    method,
    url,
    remoteAddress: from,
    headers: { 'idempotency-key': randomUUID(), ...(cookie && { cookie }), ...headers },
    ...(payload !== undefined && { payload: payload as object }),
  })
const signIn = (who: string, more: Sending & { code?: string; password?: string } = {}) =>
  send(
    '/api/sign-in',
    { email: `${who}@example.org`, password: more.password ?? password, ...(more.code && { code: more.code }) },
    more,
  )
const tokenIn = (reply: { headers: Record<string, unknown> }) =>
  /continuum=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? ''
const cookieOf = async (who: string, more: Sending = {}) => `continuum=${tokenIn(await signIn(who, more))}`
const me = async (cookie: string, headers = {}) =>
  (await w.app.inject({ url: '/api/me', headers: { cookie, ...headers } })).statusCode

test('fixation: a token that somebody else chose is never taken over, wherever it stands', async () => {
  const chosen = 'A'.repeat(43)
  const token = tokenIn(await signIn('maya', { cookie: `continuum=${chosen}` }))
  assert.notEqual(token, chosen)
  assert.equal(await me(`continuum=${chosen}`), 401)
  for (const url of [`/api/me?continuum=${token}`, `/api/me?token=${token}`])
    assert.equal((await w.app.inject({ url })).statusCode, 401)
  assert.equal(
    (await w.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}`, 'x-continuum': token } })).statusCode,
    401,
  )
  assert.equal(await me(`continuum=${token}`), 200)
})
test('rotation: every sign-in has 256 random bits of its own, and ends the one whose cookie it came with', async () => {
  const tokens = new Set<string>()
  let cookie = ''
  for (let turn = 0; turn < 5; turn++) {
    const token = tokenIn(await signIn('quinn', { cookie, from: `10.0.1.${turn}` }))
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    tokens.add(token)
    if (cookie) assert.equal(await me(cookie), 401)
    cookie = `continuum=${token}`
  }
  assert.equal(tokens.size, 5)
})
test('replay: a cookie after signing out, a token’s digest from the table, a link used twice: all 401', async () => {
  const cookie = await cookieOf('omar')
  await send('/api/sign-out', {}, { cookie })
  assert.equal(await me(cookie), 401)
  const [{ hex, base64 }] = await w.asOwner(
    `select encode(token_digest, 'hex') as hex, encode(token_digest, 'base64') as base64 from authz.sign_in where ended_at is null limit 1`,
  )
  for (const digest of [hex, base64, Buffer.from(hex, 'hex').toString('base64url')])
    assert.equal(await me(`continuum=${digest}`), 401)
  const invited = await w.as('ada').post(`/api/staff/${w.staffId.bill}/invitations`)
  const token = String(invited.body.path).split('#').at(-1)
  const accept = () => send('/api/sign-in/invitation', { token, password: 'seven slow herons by the pier' })
  assert.deepEqual([(await accept()).statusCode, (await accept()).statusCode], [200, 401])
})
test('CSRF: another site’s page changes nothing, whatever it says of itself; our own page does', async () => {
  const cookie = await cookieOf('maya', { from: '10.0.2.1' })
  const put = (headers: Record<string, string>) => send('/api/me/locale', { locale: 'en' }, { method: 'PUT', cookie, headers })
  for (const origin of [
    'https://elsewhere.example',
    'null',
    'http://localhost.elsewhere.example',
    'https://localhost:8421',
    'garbage',
    'file://',
  ])
    assert.equal((await put({ origin, host: 'localhost:8080' })).statusCode, 403, origin)
  assert.equal((await put({ 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  assert.equal((await put({ origin: 'http://localhost:8080', host: 'localhost:8080' })).statusCode, 200)
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])
    assert.ok(
      (await send('/api/me/locale', 'locale=es', { method: 'PUT', cookie, headers: { 'content-type': type } })).statusCode >= 400,
      type,
    )
  const answer = await w.app.inject({ url: '/api/me', headers: { cookie, origin: 'https://elsewhere.example' } })
  assert.equal(answer.headers['access-control-allow-origin'], undefined, 'no other site reads the answer')
})
test('CSRF: no route that changes something can be reached without the header that a form cannot send', async () => {
  const { body } = await w.as('maya').get('/api/openapi.json')
  const reached: string[] = []
  for (const [path, methods] of Object.entries(body.paths as Record<string, object>))
    for (const method of Object.keys(methods).filter((each) => each !== 'get')) {
      const reply = await w.app.inject({
        method: method.toUpperCase() as 'POST',
        url: path.replaceAll(/\{\w+\}/g, randomUUID()),
        headers: { cookie: w.cookieOf('maya'), 'content-type': 'application/json' },
        payload: '{}',
      })
      if (reply.statusCode < 400) reached.push(`${method} ${path}`)
    }
  assert.deepEqual(reached, [])
})
/** The clock of sign-ins is the database's own; moving its rows back is moving the clock forward. */
const later = (interval: string) =>
  w.asOwner(
    `update authz.sign_in set started_at = started_at - $1::interval, last_seen_at = last_seen_at - $1::interval, expires_at = expires_at - $1::interval where method = 'password'`,
    [interval],
  )
test('expiry: alive a second before the idle time ends, over a second after; background reads do not prolong it', async () => {
  const cookie = await cookieOf('ines', { from: '10.0.3.1' })
  await later('14 minutes 58 seconds')
  assert.equal(await me(cookie, { 'x-background': '1' }), 200)
  await later('3 seconds')
  assert.equal(await me(cookie), 401, 'the background read did not prolong it')
  const kept = await cookieOf('ines', { from: '10.0.3.1' })
  await later('14 minutes')
  assert.equal(await me(kept), 200)
  await later('14 minutes')
  assert.equal(await me(kept), 200, 'a person’s own act prolonged it')
})
test('expiry: twelve hours end it, however busy', async () => {
  const cookie = await cookieOf('ines', { from: '10.0.3.2' })
  for (let passed = 0; passed < 71; passed++) {
    await later('10 minutes')
    if (passed % 10 === 0) assert.equal(await me(cookie), 200)
    else await w.asOwner(`update authz.sign_in set last_seen_at = now() where method = 'password' and ended_at is null`)
  }
  assert.equal(await me(cookie), 200, '11 h 50 min')
  await later('11 minutes')
  assert.equal(await me(cookie), 401)
})
test('revocation holds from the next request: a role taken away, a colleague who left, a password changed', async () => {
  const cookie = await cookieOf('omar', { from: '10.0.4.1' })
  const reads = async () => (await w.app.inject({ url: '/api/referrals', headers: { cookie } })).statusCode
  assert.equal(await reads(), 200)
  await w.asOwner(`update staff_role set until_at = now() where staff_id = $1`, [w.staffId.omar])
  assert.equal(await reads(), 403)
  const [here, there] = [await cookieOf('zoe', { from: '10.0.4.2' }), await cookieOf('zoe', { from: '10.0.4.3' })]
  assert.equal(
    (await send('/api/me/password', { password, newPassword: 'seven slow herons by the pier' }, { method: 'PUT', cookie: here }))
      .statusCode,
    200,
  )
  assert.deepEqual([await me(here), await me(there)], [200, 401])
  await w.asOwner(`update staff set status = 'inactive' where id = $1`, [w.staffId.zoe])
  assert.equal(await me(here), 401)
})
const tried = (key: string, times: number) =>
  w.asOwner('insert into authz.attempt (throttle_key) select $1 from generate_series(1, $2)', [key, times])

test('throttling: ten wrong passwords close an account to every address, known or not, until the time is over', async () => {
  for (const who of ['bea', 'nobody-at-all']) {
    await tried(`account ${who}@example.org`, 8)
    const statuses = []
    for (let guess = 0; guess < 4; guess++)
      statuses.push((await signIn(who, { password: `guess ${guess}`, from: `10.1.${who.length}.${guess}` })).statusCode)
    assert.deepEqual(statuses, [401, 401, 429, 429], who)
  }
  assert.equal((await signIn('bea', { from: '10.9.9.9' })).statusCode, 429, 'the right password, from elsewhere')
  await w.asOwner(`update authz.attempt set at = at - interval '15 minutes'`)
  assert.equal((await signIn('bea', { from: '10.9.9.9' })).statusCode, 200)
})
test('throttling: one address that tries many accounts is stopped', async () => {
  await tried('address 10.2.0.1', 49)
  const statuses = []
  for (let guess = 0; guess < 3; guess++) statuses.push((await signIn(`person${guess}`, { from: '10.2.0.1' })).statusCode)
  assert.deepEqual(statuses, [401, 429, 429])
})
test('second factor: no code serves twice, not even the one that confirmed it; guesses are throttled; beginning anew does not turn it off', async () => {
  const cookie = await cookieOf('maya', { from: '10.3.0.1' })
  const { secret } = (await send('/api/me/totp', { password }, { cookie })).json()
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const first = totp.generate()
  assert.equal((await send('/api/me/totp/confirmation', { code: first }, { cookie })).statusCode, 201)
  assert.equal((await signIn('maya', { code: first, from: '10.3.0.2' })).json().code, 'sign-in.code-wrong')
  assert.equal((await send('/api/me/totp/confirmation', { code: first }, { cookie })).json().code, 'totp.wrong')
  const next = totp.generate({ timestamp: Date.now() + 30_000 })
  assert.equal((await signIn('maya', { code: next, from: '10.3.0.2' })).statusCode, 200)
  assert.equal((await send('/api/me/totp', { password }, { cookie })).statusCode, 201)
  assert.equal(
    (await signIn('maya', { from: '10.3.0.3' })).json().code,
    'sign-in.code-needed',
    'still on while a new one is being set up',
  )
  await tried('account maya@example.org', 8)
  const statuses = []
  for (let guess = 0; guess < 3; guess++)
    statuses.push((await signIn('maya', { code: String(100_000 + guess), from: '10.3.0.4' })).statusCode)
  assert.ok(statuses.includes(429))
})
test('two sign-ins with one code at the same moment: one comes in', async () => {
  const cookie = await cookieOf('ada', { from: '10.4.0.1' })
  const { secret } = (await send('/api/me/totp', { password }, { cookie })).json()
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await send('/api/me/totp/confirmation', { code: totp.generate() }, { cookie })
  const code = totp.generate({ timestamp: Date.now() + 30_000 })
  const both = await Promise.all([signIn('ada', { code, from: '10.4.0.2' }), signIn('ada', { code, from: '10.4.0.3' })])
  assert.deepEqual(both.map((each) => each.statusCode).sort(), [200, 401])
})
