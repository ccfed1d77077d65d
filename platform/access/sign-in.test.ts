// Sign-in, tried from outside: passwords, codes, throttling, rotation, time-out, everywhere.
import assert from 'node:assert/strict'
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

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  w.app.inject({ method: 'POST', url, payload, headers })
const cookieOf = (reply: { headers: Record<string, unknown> }): string =>
  /continuum=[^;]+/.exec(String(reply.headers['set-cookie']))?.[0] ?? ''
const me = (cookie: string) => w.app.inject({ url: '/api/me', headers: { cookie } })

test('200 e-mail and password sign in, with an HttpOnly, SameSite=Strict cookie', async () => {
  const reply = await post('/api/sign-in', { email: ' Maya@Example.org ', password })
  assert.equal(reply.statusCode, 200)
  assert.match(String(reply.headers['set-cookie']), /HttpOnly; SameSite=Strict/)
  assert.equal((await me(cookieOf(reply))).json().staff.name, 'Maya Ortiz')
})
test('401 a wrong password and an unknown address are answered alike', async () => {
  const [wrong, unknown] = await Promise.all([
    post('/api/sign-in', { email: 'zoe@example.org', password: 'no' }),
    post('/api/sign-in', { email: 'nobody@example.org', password: 'no' }),
  ])
  assert.deepEqual([wrong.statusCode, unknown.statusCode], [401, 401])
  assert.equal(wrong.json().detail, unknown.json().detail)
})
test('429 the eleventh try on one account waits, even with the right password', async () => {
  for (let i = 0; i < 10; i++) await post('/api/sign-in', { email: 'bill@example.org', password: 'no' })
  const reply = await post('/api/sign-in', { email: 'bill@example.org', password })
  assert.equal(reply.statusCode, 429)
  assert.ok(Number(reply.headers['retry-after']) > 0)
})
test('a new sign-in ends the one whose cookie it arrives with', async () => {
  const first = cookieOf(await post('/api/sign-in', { email: 'quinn@example.org', password }))
  const second = cookieOf(await post('/api/sign-in', { email: 'quinn@example.org', password }, { cookie: first }))
  assert.notEqual(first, second)
  assert.deepEqual([(await me(first)).statusCode, (await me(second)).statusCode], [401, 200])
})
test('signing out everywhere ends every sign-in at once', async () => {
  const [here, there] = [
    cookieOf(await post('/api/sign-in', { email: 'omar@example.org', password })),
    cookieOf(await post('/api/sign-in', { email: 'omar@example.org', password })),
  ]
  await post('/api/sign-out', { everywhere: true }, { cookie: here })
  assert.deepEqual([(await me(here)).statusCode, (await me(there)).statusCode], [401, 401])
})
test('a sign-in unused for the agency’s idle time, or older than 12 hours, is over', async () => {
  const [idle, old] = [
    cookieOf(await post('/api/sign-in', { email: 'ines@example.org', password })),
    cookieOf(await post('/api/sign-in', { email: 'ada@example.org', password })),
  ]
  await w.asOwner(`update authz.sign_in set last_seen_at = now() - interval '16 minutes' where staff_id = $1`, [w.staffId.ines])
  await w.asOwner(`update authz.sign_in set expires_at = now() where staff_id = $1`, [w.staffId.ada])
  assert.deepEqual([(await me(idle)).statusCode, (await me(old)).statusCode], [401, 401])
})
test('the second factor is asked for, and each code is taken once', async () => {
  const cookie = cookieOf(await post('/api/sign-in', { email: 'zoe@example.org', password }))
  const key = { cookie, 'idempotency-key': crypto.randomUUID() }
  const { secret } = (await post('/api/me/totp', { password }, key)).json()
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  assert.equal(
    (await post('/api/me/totp/confirmation', { code: totp.generate() }, { cookie, 'idempotency-key': crypto.randomUUID() }))
      .statusCode,
    201,
  )
  assert.equal((await post('/api/sign-in', { email: 'zoe@example.org', password })).json().code, 'sign-in.code-needed')
  const code = totp.generate({ timestamp: Date.now() + 30_000 }) // the first one was used by the confirmation
  assert.equal((await post('/api/sign-in', { email: 'zoe@example.org', password, code })).statusCode, 200)
  assert.equal((await post('/api/sign-in', { email: 'zoe@example.org', password, code })).json().code, 'sign-in.code-wrong')
})
test('422 a short or a common password is refused, a long plain one taken', async () => {
  const put = (newPassword: string) => w.as('maya').put('/api/me/password', { password, newPassword })
  assert.equal((await put('Sh0rt!')).body.code, 'password.weak')
  assert.equal((await put('password1234')).body.code, 'password.weak')
  assert.equal((await put('seven slow herons by the pier')).status, 200)
})
test('a person who left cannot use the sign-in they had', async () => {
  const cookie = cookieOf(await post('/api/sign-in', { email: 'quinn@example.org', password }))
  await w.asOwner(`update staff set status = 'inactive' where id = $1`, [w.staffId.quinn])
  assert.equal((await me(cookie)).statusCode, 401)
})
test('403 another site’s page may not write here', async () => {
  assert.equal(
    (await post('/api/sign-in', { email: 'maya@example.org', password }, { origin: 'https://elsewhere.example' })).statusCode,
    403,
  )
})
test('the first administrator’s page is closed once there is an agency', async () => {
  const reply = await post('/api/first-administrator', {
    agencyName: 'Second',
    timeZone: 'America/Chicago',
    name: 'Eve',
    email: 'eve@example.org',
    password: 'seven slow herons by the pier',
  })
  assert.equal(reply.statusCode, 403)
})
test('only digests of tokens are kept', async () => {
  const reply = await post('/api/sign-in', { email: 'omar@example.org', password })
  const token = cookieOf(reply).slice('continuum='.length)
  const kept = await w.asOwner(`select 1 from authz.sign_in where encode(token_digest, 'escape') = $1 or token_digest = $2`, [
    token,
    Buffer.from(token),
  ])
  assert.equal(kept.length, 0)
})
test('422 an Idempotency-Key used for something else is refused; the same request is answered the same', async () => {
  const key = crypto.randomUUID()
  const first = await w.as('maya').put('/api/me/locale', { locale: 'es' }, { key })
  const again = await w.as('maya').put('/api/me/locale', { locale: 'es' }, { key })
  const other = await w.as('maya').put('/api/me/locale', { locale: 'en' }, { key })
  assert.deepEqual([first.status, again.status, other.status], [200, 200, 422])
  assert.deepEqual(first.body, again.body)
})
