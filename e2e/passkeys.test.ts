// Passkeys in a real browser with Chromium's virtual authenticator: made, used alone, used besides the password, replayed, removed.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { hashPassword } from '../platform/access/password.ts'
import { accessible, fits, journey, type Journey } from './browser.ts'

let j: Journey
const password = 'a quiet harbour at dawn'
before(async () => {
  j = await journey()
  await j.w.asOwner('update authz.login set password_hash = $1', [await hashPassword(password)])
})
after(() => j.close())

interface Authenticator {
  cdp: CDPSession
  id: string
}
async function authenticatorOn(page: Page, verified = true): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: verified, automaticPresenceSimulation: true } as const
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  return { cdp, id }
}
let uses = 0
/** The passkeys of one device, put into another browser, its count of uses ahead: as if the person had moved there. */
async function copyTo({ cdp, id }: Authenticator, page: Page): Promise<Authenticator> {
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
  const there = await authenticatorOn(page)
  for (const credential of credentials)
    await there.cdp.send('WebAuthn.addCredential', { authenticatorId: there.id, credential: { ...credential, signCount: (uses += 100) } })
  return there
}
const isIn = (page: Page) => page.getByRole('button', { name: /Find a client/ }).waitFor()

let device: Authenticator
let account: Page

test('a passkey is made on the account page, after the password; a wrong password makes none', async () => {
  account = await j.page('maya')
  device = await authenticatorOn(account)
  await account.goto(`${j.url}/account`)
  await account.getByText('You have none yet.').waitFor()
  await account.getByLabel('What to call it').fill('Work laptop')
  await account.getByLabel('Your password, for the passkey').fill('not my password')
  await account.getByRole('button', { name: 'Make a passkey' }).click()
  await account.getByText('That is not your present password.').first().waitFor()
  await account.getByLabel('Your password, for the passkey').fill(password)
  await account.getByRole('button', { name: 'Make a passkey' }).click()
  await account.getByText('Work laptop').waitFor()
  await account.getByText('not used yet').waitFor()
  await accessible(account)
  await fits(account)
  const [kept] = await j.w.asOwner('select staff_id, rp_id, counter from authz.passkey')
  assert.deepEqual([kept.staff_id, kept.rp_id], [j.w.staffId.maya, 'localhost'])
})

test('it signs in by itself, without an address or a password', async () => {
  const page = await j.page(null)
  await copyTo(device, page)
  await page.goto(j.url)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await isIn(page)
  const [last] = await j.w.asOwner('select method, staff_id from authz.sign_in order by started_at desc limit 1')
  assert.deepEqual(last, { method: 'passkey', staff_id: j.w.staffId.maya })
  await page.context().close()
})

test('where there is one, the password alone does not come in; with the passkey it does', async () => {
  const page = await j.page(null)
  await copyTo(device, page)
  await page.goto(j.url)
  await page.getByLabel('E-mail').fill('maya@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Use your passkey to finish signing in.').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await isIn(page)
  await page.context().close()
})

test('an answer caught on the way serves nobody else: not twice, not for another challenge, not from another site', async () => {
  const page = await j.page(null)
  await copyTo(device, page)
  let caught: { answer: { id: string; response: Record<string, string> } } | undefined
  await page.route('**/api/sign-in/passkey', async (route) => {
    caught = route.request().postDataJSON()
    await route.continue()
  })
  await page.goto(j.url)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await isIn(page)
  const replay = (headers: Record<string, string> = {}, answer: object = caught?.answer ?? {}) =>
    fetch(`${j.url}/api/sign-in/passkey`, { method: 'POST', headers: { 'content-type': 'application/json', origin: j.url, ...headers }, body: JSON.stringify({ answer }) })
  assert.equal((await replay()).status, 401)
  await j.w.asOwner(`insert into authz.challenge (challenge, purpose) values (repeat('x', 43), 'sign-in')`)
  assert.equal((await replay()).status, 401)
  assert.equal((await replay({ origin: 'https://elsewhere.example' })).status, 403)
  assert.equal((await replay({ origin: '' })).status, 403)
  await page.context().close()
})

test('a device that did not verify the person, and a copy whose counter is behind, are refused', async () => {
  const page = await j.page(null)
  const there = await copyTo(device, page)
  await page.goto(j.url)
  await there.cdp.send('WebAuthn.setUserVerified', { authenticatorId: there.id, isUserVerified: false })
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('The device gave no passkey.').waitFor()
  await there.cdp.send('WebAuthn.setUserVerified', { authenticatorId: there.id, isUserVerified: true })
  await j.w.asOwner('update authz.passkey set counter = 1000000')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('That passkey could not be used here.').waitFor()
  await j.w.asOwner('update authz.passkey set counter = 0')
  await page.context().close()
})

test('removed, it signs nobody in, and the password is enough again', async () => {
  await account.getByRole('button', { name: 'Remove Work laptop' }).click()
  await account.getByText('You have none yet.').waitFor()
  const page = await j.page(null)
  await copyTo(device, page)
  await page.goto(j.url)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('That passkey could not be used here.').waitFor()
  await page.getByLabel('E-mail').fill('maya@example.org')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(page)
  await page.context().close()
  await account.context().close()
})
