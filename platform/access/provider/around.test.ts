// What surrounds signing in through a provider: passwords that end, being asked again, a provider that is down, leaving, and a secret that stays sealed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hashPassword } from '../password.ts'
import { configurationOf } from './discovery.ts'
import { providerOf } from './named.ts'
import { Browser, secret } from './testing/directory.ts'
import { cookieIn, ground, origin, refused, type Ground } from './testing/ground.ts'

let g: Ground
const password = 'a quiet harbour at dawn'
before(async () => {
  g = await ground()
  await g.w.asOwner('update authz.login set password_hash = $1', [await hashPassword(password)])
  assert.equal((await g.name()).status, 200)
})
after(() => g.close())
const byPassword = (who: string) => g.post('/api/sign-in', { email: `${who}@example.org`, password })

/** Asks again and comes back as somebody; the cookie of the sign-in goes along. */
async function askedAgain(session: string, login: string, browser = new Browser(), change = (address: string) => address) {
  const away = await g.post('/api/sign-in/provider/step-up', {}, { cookie: session })
  assert.equal(away.statusCode, 200, away.body)
  const address = String(away.json().address)
  assert.match(address, /prompt=login&max_age=0/)
  return g.comeBack(await browser.signIn(change(address), login), `${cookieIn(away, 'continuum-provider')}; ${session}`)
}
const changePassword = (cookie: string) =>
  g.w.app.inject({
    method: 'POST',
    url: '/api/me/totp',
    payload: { password: '' },
    headers: { cookie, 'idempotency-key': crypto.randomUUID() },
  })

test('step-up: the provider asks again, the token turns, and only then is the act allowed without a password', async () => {
  const browser = new Browser()
  const session = cookieIn(await g.signIn('maya-at-work', browser), 'continuum')
  await g.w.asOwner(`update authz.sign_in set stepped_up_at = now() - interval '6 minutes' where method = 'oidc'`)
  assert.equal((await changePassword(session)).json().code, 'step-up.provider-needed')
  const stepped = await askedAgain(session, 'maya-at-work', browser)
  assert.equal(stepped.statusCode, 200, stepped.body)
  const renewed = cookieIn(stepped, 'continuum')
  assert.deepEqual([(await g.me(session)).statusCode, (await g.me(renewed)).statusCode], [401, 200])
  assert.equal((await changePassword(renewed)).statusCode, 201)
  const [{ n }] = await g.w.asOwner(`select count(*)::int as n from audit_event where action = 'stepped-up'`)
  assert.equal(n, 1)
})

test('step-up: a provider that did not ask, another person, and another sign-in prove nothing', async () => {
  const browser = new Browser()
  const session = cookieIn(await g.signIn('maya-at-work', browser), 'continuum')
  // The address is changed on the way so that the provider lets an old session do: auth_time tells.
  await new Promise((later) => setTimeout(later, 1100))
  await g.w.asOwner(`update authz.sign_in set stepped_up_at = 'epoch' where method = 'oidc'`)
  const silently = (address: string) => address.replace('&prompt=login&max_age=0', '')
  const away = await g.post('/api/sign-in/provider/step-up', {}, { cookie: session })
  const answer = await browser.signIn(silently(String(away.json().address)), 'maya-at-work')
  await g.w.asOwner(`update authz.authentication_request set begun_at = begun_at + interval '90 seconds'`)
  await refused(await g.comeBack(answer, `${cookieIn(away, 'continuum-provider')}; ${session}`), 'step-up.not-asked')
  await refused(await askedAgain(session, 'zoe-at-work'), 'step-up.somebody-else')
  const mine = await g.post('/api/sign-in/provider/step-up', {}, { cookie: session })
  const back = await new Browser().signIn(String(mine.json().address), 'maya-at-work')
  const other = cookieIn(await g.signIn('maya-at-work'), 'continuum')
  await refused(await g.comeBack(back, `${cookieIn(mine, 'continuum-provider')}; ${other}`), 'sign-in.start-again')
  assert.equal((await changePassword(session)).json().code, 'step-up.provider-needed')
})

test('a sign-in that the provider let pass on an old session is no fresh proof', async () => {
  const browser = new Browser()
  await g.signIn('zoe-at-work', browser)
  const again = cookieIn(await g.signIn('zoe-at-work', browser), 'continuum')
  const [{ was }] = await g.w.asOwner(`select max(stepped_up_at) <= now() as was from authz.sign_in where method = 'oidc'`)
  assert.equal(was, true)
  await g.w.asOwner(`update authz.sign_in set stepped_up_at = 'epoch' where staff_id = $1`, [g.w.staffId.zoe])
  assert.equal((await changePassword(again)).json().code, 'step-up.provider-needed')
})

test('where passwords end, they end for everybody but administrators, with passkeys and invitations; not before somebody came in', async () => {
  assert.equal((await byPassword('omar')).statusCode, 200)
  assert.equal((await g.name({ passwords: 'administrators', secret: undefined })).status, 200)
  await refused(await byPassword('omar'), 'sign-in.only-by-provider')
  assert.equal((await byPassword('ada')).statusCode, 200, 'an administrator, for the day the provider is down')
  assert.equal((await g.post('/api/sign-in', { email: 'omar@example.org', password: 'wrong' })).json().code, 'sign-in.wrong')
  const invited = await g.w.as('ada').post(`/api/staff/${g.w.staffId.bill}/invitations`)
  const token = String(invited.body.path).split('#').at(-1)
  await refused(
    await g.post('/api/sign-in/invitation', { token, password: 'seven slow herons by the pier' }),
    'sign-in.only-by-provider',
  )
  await assert.rejects(
    g.w.asOwner(`select authz.start_sign_in($1, $2, '\\x00', 'passkey', '')`, [g.w.agencyId, g.w.staffId.omar]),
    /sign-in.only-by-provider/,
  )
  assert.equal((await g.name({ standing: 'off', secret: undefined })).status, 200)
  assert.equal((await byPassword('omar')).statusCode, 200, 'switched off')
  assert.equal((await g.name({ secret: undefined })).status, 200)
})

test('503 a provider that is down says so plainly; passwords go on; what it said before serves while it is silent', async () => {
  const provider = await providerOf(g.w.db, { slug: 'harborview' })
  assert.ok(provider)
  await configurationOf(provider)
  g.there.silence(true)
  await configurationOf(provider, Date.now() + 11 * 60_000) // asked again after ten minutes, silent: the last answer serves
  await assert.rejects(configurationOf({ ...provider, version: 999 }), { code: 'sign-in.provider-away', status: 503 })
  g.there.silence(false)
  const away = await g.depart()
  const back = await new Browser().signIn(away.address, 'zoe-at-work')
  g.there.silence(true)
  const reply = await g.comeBack(back, away.cookie)
  assert.deepEqual([reply.statusCode, reply.json().code], [503, 'sign-in.provider-away'])
  assert.match(reply.json().detail, /^Harborview Directory does not answer just now\./)
  assert.equal((await byPassword('omar')).statusCode, 200)
  g.there.silence(false)
})

test('signing out here says where one may still be signed in, and offers the provider’s own way out', async () => {
  const session = cookieIn(await g.signIn('zoe-at-work'), 'continuum')
  const out = await g.post('/api/sign-out', {}, { cookie: session })
  assert.deepEqual([out.json(), (await g.me(session)).statusCode], [{ signedIn: false, there: 'harborview' }, 401])
  const { provider } = (await g.post('/api/sign-in/provider/leaving', { slug: 'harborview' })).json()
  const address = new URL(provider.address)
  assert.deepEqual(
    [address.origin, address.pathname, address.searchParams.get('post_logout_redirect_uri')],
    [g.there.issuer, '/session/end', `${origin}/`],
  )
  const cookie = cookieIn(await byPassword('omar'), 'continuum')
  assert.equal((await g.post('/api/sign-out', {}, { cookie })).json().there, null)
})

test('an account made anew in the directory is freed by an administrator, and linked by its verified address', async () => {
  await refused(await g.signIn('second-maya'), 'sign-in.another-account')
  assert.equal((await g.w.as('maya').post(`/api/staff/${g.w.staffId.maya}/provider-account/ending`)).status, 403)
  assert.equal((await g.w.as('ada').post(`/api/staff/${g.w.staffId.maya}/provider-account/ending`)).status, 204)
  assert.equal((await g.signIn('second-maya')).statusCode, 200)
  assert.equal((await g.w.as('ada').post(`/api/staff/${g.w.staffId.bea}/provider-account/ending`)).status, 404)
})

test('the secret stands nowhere but in its ciphertext, which opens beside its own issuer only', async () => {
  const tables = await g.w
    .asOwner(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'authz', 'house', 'graphile_worker')`)
  const forms = [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64').slice(0, 20)]
  for (const { name } of tables) {
    const [{ text }] = await g.w.asOwner(`select coalesce(string_agg(t::text, E'\\n'), '') as text from ${name} t`)
    for (const form of forms) assert.ok(!text.includes(form), `${form} in ${name}`)
  }
  assert.equal((await providerOf(g.w.db, { slug: 'harborview' }))?.secret, secret, 'control: it is kept')
  await g.w.asOwner(`update authz.identity_provider set issuer = $1`, [g.elsewhere.issuer])
  await assert.rejects(
    providerOf(g.w.db, { slug: 'harborview' }),
    'whoever points the row elsewhere does not get the secret sent there',
  )
  await g.w.asOwner(`update authz.identity_provider set issuer = $1`, [g.there.issuer])
})
