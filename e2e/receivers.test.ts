// A receiver with an account in a browser: invited by a supervisor, signs in, finds what was sent, accepts with an appointment; the case manager sees it; a consent withdrawn takes it away.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { authorizationOf, sent } from '../capabilities/serviceReferrals/referring.testing.ts'
import { letPiaIn, type Receiving } from '../test/receivers.ts'
import { accessible, looksRight, picture } from './browser.ts'
import { scenario, type Scenario } from './scenario.ts'

let s: Scenario
let caseId: string
let clientId: string
let pantry: Receiving
before(async () => {
  s = await scenario()
  await s.on('2026-03-09T15:00:00Z')
  pantry = await letPiaIn(s.j.w)
  ;({ caseId, clientId } = await s.j.w.openCase({ displayName: 'Andre Coleman' }))
})
after(() => s.j.close())

const atThePantry = () => ({ performer: { kind: 'service', serviceId: pantry.serviceId }, serviceType: 'food', request: 'A box every week' })

test('sent, found in the inbox, accepted with an appointment, seen by the case manager; consent withdrawn, gone', async () => {
  const { w } = s.j
  const consentId = await authorizationOf(w, clientId)
  const { id } = await sent(w, caseId, atThePantry(), { basis: { ground: 'authorization', consentId } })
  const page = await s.open('pia', '/', 'Inbox')
  await page.getByRole('list', { name: 'Waiting for your answer' }).getByRole('link', { name: 'Andre Coleman' }).waitFor()
  await picture(page, 'receiver-inbox')
  assert.equal(await page.getByRole('navigation').count(), 0, 'there is nowhere else to go')
  await page.getByRole('link', { name: 'Andre Coleman' }).click()
  await page.getByText('A box every week').waitFor()
  await picture(page, 'receiver-referral')
  await accessible(page)
  await page.getByRole('button', { name: 'Yes, we take it' }).click()
  await page.getByLabel('Day').fill('2026-03-19')
  await page.getByLabel('Time').fill('10:30')
  await page.getByRole('button', { name: 'Send the appointment' }).click()
  await page.getByText('Thursday 19 March 2026').first().waitFor()
  await s.visit('maya', `/clients/${clientId}/services/${id}?case=${caseId}`, async (staff) => {
    await staff.getByText('Pia Rees of', { exact: false }).first().waitFor()
    await staff.getByText('10:30').first().waitFor()
  })
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/consents/${consentId}/revocation`, { method: 'verbal', byWhom: 'Andre Coleman' })).status, 201)
  await page.reload()
  await page.getByRole('alert').getByText('This is not in your inbox any more').waitFor()
  assert.equal(await page.getByText('Andre Coleman').count(), 0)
  await page.getByRole('link', { name: 'Back to the inbox' }).click()
  await page.getByText('Nothing waits for you.').waitFor()
  for (const path of ['/clients', '/team', '/directory', `/clients/${clientId}/services?case=${caseId}`]) {
    await page.goto(s.j.url + path)
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  }
  await page.context().close()
})

test('the inbox and a referral of it, at 1440 and 360 px, light and dark', async () => {
  const { id } = await sent(s.j.w, caseId, atThePantry())
  await looksRight(s.j, 'pia', '/', (page) => page.getByRole('link', { name: 'Andre Coleman' }).waitFor(), '2026-03-09T15:00:00Z')
  await looksRight(s.j, 'pia', `/received/${id}`, (page) => page.getByRole('button', { name: 'Yes, we take it' }).waitFor(), '2026-03-09T15:00:00Z')
})

test('a supervisor lets somebody in; they choose a password and are in their inbox; when the account ends they are signed out', async () => {
  const { w } = s.j
  const staff = await s.open('omar', '/receivers', 'Receivers')
  await staff.getByLabel('Name').fill('Ray Cole')
  await staff.getByLabel('E-mail address, to sign in with').fill('ray@pantry.example')
  await s.choose(staff, 'Organization', 'Harbor Pantry')
  await staff.getByRole('button', { name: 'Make the account' }).click()
  const link = (await staff.locator('[data-invitation]').textContent()) ?? ''
  await accessible(staff)
  const page = await s.j.page(null, { at: '2026-03-09T15:00:00Z' })
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill('seven slow herons by the pier')
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.getByRole('link', { name: 'Andre Coleman' }).waitFor()
  await page.getByRole('button', { name: /Ray Cole/ }).click()
  await page.getByRole('menuitem', { name: 'My account and security' }).click()
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  const line = staff.getByRole('list', { name: 'Receivers with an account' }).getByRole('listitem').filter({ hasText: 'Ray Cole' })
  await line.getByRole('button', { name: 'End the account' }).click()
  await line.getByRole('button', { name: 'Yes, end it now' }).click()
  await line.getByText('Ended').waitFor()
  await page.goto(s.j.url)
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor({ state: 'detached' })
  assert.equal((await w.asOwner(`select from authz.sign_in i join staff s on s.id = i.staff_id where s.name = 'Ray Cole' and i.ended_at is null`)).length, 0)
  await page.context().close()
  await staff.context().close()
})
