// Signing in with an agency's own directory, in a real browser: named by the administrator, used by a colleague, asked again, and left.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { directory, secret, type Directory } from '../platform/access/provider/testing/directory.ts'
import { accessible, fits, journey, looksRight, type Journey } from './browser.ts'

let j: Journey
let there: Directory
before(async () => {
  j = await journey()
  await j.w.asOwner(`update staff set email = 'bea@bayside.org' where id = $1`, [j.w.staffId.bea])
  there = await directory([`${j.url}/sign-in/return`], { maya: { email: 'maya@example.org', email_verified: true } })
})
after(async () => {
  await there.close()
  await j.close()
})
const isIn = (page: Page) => page.getByRole('button', { name: /Find a client/ }).waitFor()
async function signInThere(page: Page, login: string) {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

test('the administrator names the directory, tries the connection and sees what it said', async () => {
  const page = await j.page('ada')
  await page.goto(`${j.url}/administration?part=sign-in`)
  await page.getByLabel('What people here call it').fill('Harborview Directory')
  await page.getByLabel('Issuer').fill(there.issuer)
  await page.getByLabel('Client ID').fill('continuum')
  await page.getByLabel('Client secret').fill(`${secret}-wrong`)
  await page.getByLabel('E-mail domains of your staff').fill('example.org')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Try the connection' }).click()
  await page.getByText('does not know this client ID with this secret').waitFor()
  await page.getByLabel('Client secret').fill(secret)
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PATCH')
  await page.getByRole('button', { name: 'Save' }).click()
  assert.equal((await saved).status(), 200)
  await page.getByRole('button', { name: 'Try the connection' }).click()
  await page.getByText('The provider answers and takes the secret.').waitFor()
  await page.context().close()
  await looksRight(j, 'ada', '/administration?part=sign-in', (each) => each.getByText('nobody yet').waitFor())
})

test('a colleague comes in by the directory, is asked again beside the page, and leaves with both doors named', async () => {
  const page = await j.page(null)
  await page.goto(`${j.url}/account`)
  await page.getByLabel('E-mail').fill('maya@example.org')
  await page.getByRole('button', { name: 'Continue with Harborview Directory' }).click()
  await signInThere(page, 'maya')
  await isIn(page)
  assert.equal(new URL(page.url()).pathname, '/account', 'back where it was asked')
  const cookies = await page.context().cookies(j.url)
  assert.deepEqual(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]).filter(([name]) => name === 'continuum'), [['continuum', true, 'Strict']])
  const [beside] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /Confirm with Harborview Directory/ }).first().click()])
  await signInThere(beside, 'maya')
  await page.getByText('has confirmed that it is you').first().waitFor()
  await page.getByRole('button', { name: /Maya Ortiz/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'You are signed out of Continuum' }).waitFor()
  await accessible(page)
  const out = await page.getByRole('link', { name: 'Sign out of Harborview Directory too' }).getAttribute('href')
  assert.ok(out?.startsWith(`${there.issuer}/session/end`))
  await page.context().close()
})

test('the agency’s own page and a sign-in that went wrong read well', async () => {
  await looksRight(j, null, '/sign-in/harborview', (page) => page.getByRole('button', { name: 'Continue with Harborview Directory' }).waitFor())
  const page = await j.page(null, { width: 360 })
  await page.goto(`${j.url}/sign-in/return?code=x&state=y`)
  await page.getByText('This sign-in was begun in another window').waitFor()
  assert.equal(new URL(page.url()).search, '', 'the code has left the address')
  await accessible(page)
  await fits(page)
  await page.context().close()
})
