// The frame: signing in, finding one's way by keyboard, being away too long, and speaking Spanish.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { hashPassword } from '../platform/access/password.ts'
import { accessible, journey, looksRight, picture, type Journey } from './browser.ts'

const password = 'a long walk to the temple'
let j: Journey
let client: { caseId: string; clientId: string }
before(async () => {
  j = await journey()
  client = await j.w.openCase({ displayName: 'Linda Tran' })
  await j.w.asOwner("update authz.login set password_hash = $1 where email_key in ('maya@example.org', 'omar@example.org')", [await hashPassword(password)])
  // Clients are found by what registering and renaming writes down for the search.
  const named = await j.w.as('maya').post(`/api/clients/${client.clientId}/names`, { use: 'usual', given: 'Linda', family: 'Tran' })
  assert.equal(named.status, 201, JSON.stringify(named.body))
})
after(() => j.close())

const signIn = async (page: Page, email: string) => {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a deep link asks for signing in, then shows what was asked for', async () => {
  const page = await j.page(null)
  await page.goto(`${j.url}/clients/${client.clientId}/story`)
  await page.getByLabel('E-mail').fill('maya@example.org')
  await page.getByLabel('Password', { exact: true }).fill('not the right words')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').getByText('do not belong together').waitFor()
  await signIn(page, 'maya@example.org')
  await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  await page.context().close()
})

test('the sign-in page is plain and accessible, light and dark, wide and on a phone', () => looksRight(j, null, '/', (page) => page.getByRole('heading', { name: 'Sign in' }).waitFor()))

test('a second factor is set up with a picture, and asked for at the next sign-in', async () => {
  const page = await j.page('omar')
  await page.goto(`${j.url}/account`)
  await page.getByLabel('Your password, to be sure it is you').fill(password)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await page.getByRole('img', { name: /QR code/ }).waitFor()
  await accessible(page)
  const [login] = await j.w.asOwner("select totp_pending as totp_secret from authz.login where email_key = 'omar@example.org'")
  const totp = new TOTP({ secret: login.totp_secret })
  await page.getByLabel('Code').fill(totp.generate())
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByText('The second factor is on.').waitFor()
  const later = await j.page(null)
  await later.goto(j.url)
  await signIn(later, 'omar@example.org')
  await later.getByLabel('Code from your authenticator app').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await later.getByRole('button', { name: 'Sign in' }).click()
  await later.getByRole('button', { name: /Find a client/ }).waitFor()
  await page.context().close()
  await later.context().close()
})

test('Ctrl-K finds a client by a piece of the name, and Enter opens the page; Back returns', async () => {
  const page = await j.page('maya')
  await page.goto(`${j.url}/account`)
  await page.getByRole('heading', { name: 'My account' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: /Find a client/ }).fill('tran')
  await page.getByRole('button', { name: /Linda Tran/ }).waitFor()
  await accessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'My account' }).waitFor()
  await page.context().close()
})

test('? lists the keys; an address that leads nowhere says so', async () => {
  const page = await j.page('maya')
  await page.goto(`${j.url}/no-such-place`)
  await page.getByText('There is nothing at this address').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await accessible(page)
  await page.context().close()
})

test('after the time-out a save waits, the person signs in over the page, and nothing written is lost', async () => {
  const page = await j.page(null)
  await page.goto(`${j.url}/clients/${client.clientId}/story`)
  await signIn(page, 'maya@example.org')
  await page.getByLabel('What happened').fill('Written before the time-out.')
  await j.w.asOwner("update authz.sign_in set ended_at = now() where staff_id = $1 and method = 'password'", [j.w.staffId.maya])
  await page.getByRole('button', { name: 'Keep draft' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again to go on' })
  await dialog.waitFor()
  await picture(page, 'sign-in-again')
  await accessible(page)
  await dialog.getByLabel('E-mail').fill('maya@example.org')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('The draft is kept.').waitFor()
  assert.equal((await j.w.asOwner("select id from contact where narrative = 'Written before the time-out.'")).length, 1)
  await page.context().close()
})

test('a minute before the time-out the page asks whether one is still there; one click stays', async () => {
  const page = await j.page('maya')
  await page.clock.install()
  await page.goto(`${j.url}/account`)
  await page.getByRole('heading', { name: 'My account' }).waitFor()
  await page.clock.fastForward(14 * 60_000 + 10_000)
  const dialog = page.getByRole('dialog', { name: 'Are you still here?' })
  await dialog.waitFor()
  await accessible(page)
  await dialog.getByRole('button', { name: 'Stay signed in' }).last().click()
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

test('the language is switched in the account menu, and kept', async () => {
  const page = await j.page('quinn')
  await page.goto(`${j.url}/account`)
  await page.getByRole('button', { name: /Quinn Abel/ }).click()
  await page.getByRole('menuitem', { name: 'Español' }).click()
  await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'es')
  const [staff] = await j.w.asOwner('select locale from staff where id = $1', [j.w.staffId.quinn])
  assert.equal(staff.locale, 'es')
  await accessible(page)
  await page.context().close()
})

test('the account page is accessible, light and dark, wide and on a phone', () => looksRight(j, 'maya', '/account', (page) => page.getByRole('heading', { name: 'My account' }).waitFor()))
