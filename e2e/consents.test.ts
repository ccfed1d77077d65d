// Consents in a browser: the footing of a case, an authorization with its six elements, printed, signed, revoked.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { accessible, fits, journey, looksRight, picture, type Journey } from './browser.ts'

const now = '2026-02-19T15:00:00Z'
let j: Journey
let clientId: string
const consents = async () => (await j.w.as('maya').get(`/api/clients/${clientId}/consents`)).body.consents

before(async () => {
  j = await journey()
  await j.w.setClock(now)
  ;({ clientId } = await j.w.openCase({ displayName: 'Marcus Delgado' }))
})
after(() => j.close())

const open = async (path = '', width = 1440): Promise<Page> => {
  const page = await j.page('maya', { at: now, width })
  await page.goto(`${j.url}/clients/${clientId}/consents${path}`)
  return page
}
const region = (page: Page, name: string) => page.getByRole('region', { name })
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the footing says what is missing; consent by voice needs a witness; then role disclosure and rights', async () => {
  const page = await open('', 360)
  const footing = region(page, 'On what footing we work')
  await page.getByText('Nothing is in force.').waitFor()
  assert.equal(await footing.getByText('Missing').count(), 3)
  await footing.getByRole('button', { name: 'Record' }).first().click()
  const form = region(page, 'Consent to case management')
  await choose(page, 'How?', 'by voice')
  await form.getByText('A spoken consent needs a witness: name who heard it.').waitFor()
  await form.getByRole('button', { name: 'Record' }).click()
  await form.getByRole('alert').getByText('Something is still missing before this counts.').waitFor()
  await form.getByLabel('Who heard it?').fill('Omar Haddad')
  await form.getByLabel('Ends on').fill('2027-02-18')
  await form.getByRole('button', { name: 'Record' }).click()
  await footing.getByText('The client agreed').waitFor()
  for (const kind of ['Role disclosure given', 'Rights and privacy notice given']) {
    await footing.getByRole('button', { name: 'Record' }).first().click()
    await region(page, kind).getByLabel('Which version of the notice?').fill('NC 2026')
    await region(page, kind).getByRole('button', { name: 'Record' }).click()
    await region(page, kind).waitFor({ state: 'detached' })
  }
  await footing.getByText('Missing').first().waitFor({ state: 'detached' })
  await page.context().close()
})

test('INV-10 an authorization says what it lacks, is printed to be signed, and is in force once complete', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Record…' }).click()
  await page.getByRole('menuitem', { name: 'Authorization to share' }).click()
  const form = region(page, 'Authorization to share')
  await form.getByRole('status').getByText('Describe which information may be shared.').waitFor()
  await form.getByRole('button', { name: 'Record as it is (defective)' }).waitFor()
  await form.getByLabel('1. Which information may be shared?').fill('Office notes and imaging of the back since 3 February 2026')
  await form.getByLabel('2. Who may share it?').fill('Coastal Orthopedics')
  await form.getByLabel('3. To whom?').fill('Harborview Case Management')
  await page.keyboard.press('Enter')
  await form.getByLabel('4. For which purposes?').fill('Coordinate treatment')
  await page.keyboard.press('Enter')
  await form.getByLabel('5. Ends on').fill('2026-12-31')
  await form.getByRole('button', { name: 'Print to sign' }).click()
  const paper = page.getByRole('article')
  await paper.getByText('Coastal Orthopedics').waitFor()
  await paper.getByText('I can take back this permission at any time.').waitFor()
  await page.emulateMedia({ media: 'print' })
  assert.equal(
    await page.getByRole('heading', { level: 1, name: 'Marcus Delgado' }).isVisible(),
    false,
    'the chart’s header stays off the paper',
  )
  assert.equal(await paper.getByText('31 December 2026').isVisible(), true)
  await page.emulateMedia({ media: null })
  await page.goto(`${j.url}/clients/${clientId}/consents`)
  await region(page, 'Not complete').getByRole('button', { name: 'Go on' }).click()
  await region(page, 'Authorization to share').getByRole('button', { name: 'Record', exact: true }).click()
  await region(page, 'In force').getByText('Coastal Orthopedics may share with Harborview Case Management').waitFor()
  assert.deepEqual(
    (await consents())
      .filter((each: { kind: string }) => each.kind === 'hipaa_authorization')
      .map((each: { standing: string }) => each.standing),
    ['active'],
  )
  await page.context().close()
})

test('INV-10 an authorization with something missing is kept, marked defective, and says what it lacks', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Record…' }).click()
  await page.getByRole('menuitem', { name: 'Authorization to share' }).click()
  const form = region(page, 'Authorization to share')
  await form.getByLabel('1. Which information may be shared?').fill('Work status')
  await form.getByLabel('2. Who may share it?').fill('Piedmont Grocers')
  await form.getByRole('button', { name: 'Record as it is (defective)' }).click()
  const kept = region(page, 'Not complete')
  await kept.getByText('Defective', { exact: true }).waitFor()
  await kept.getByText('Name to whom it may be given.').waitFor()
  await page.context().close()
})

test('INV-14 revoking takes effect at once and moves it among what ended; the story tells it', async () => {
  const page = await open()
  const line = region(page, 'In force').getByRole('listitem').filter({ hasText: 'Coastal Orthopedics' })
  await line.getByRole('button', { name: 'Revoke…' }).click()
  await line.getByRole('radio', { name: 'Electronically' }).check()
  await line.getByLabel('What was already done in reliance on it?').fill('Records of 20 February were received.')
  await line.getByRole('button', { name: 'Revoke', exact: true }).click()
  const ended = region(page, 'No longer in force')
  await ended.getByText('Revoked by Marcus Delgado').waitFor()
  await ended.getByText('Records of 20 February were received.').waitFor()
  await page.goto(`${j.url}/clients/${clientId}/story`)
  await page.getByText('Revoked: Authorization to share').waitFor()
  await page.context().close()
})

test('screens of consents look right at both widths, light and dark, with axe at zero', async () => {
  const [authorization] = (await consents()).filter(
    (each: { kind: string; standing: string }) => each.kind === 'hipaa_authorization' && each.standing === 'revoked',
  )
  await looksRight(
    j,
    'maya',
    `/clients/${clientId}/consents`,
    (page) => page.getByText('Revoked by Marcus Delgado').waitFor(),
    now,
  )
  await looksRight(
    j,
    'maya',
    `/clients/${clientId}/consents/print?consent=${authorization.id}`,
    (page) => page.getByRole('article').waitFor(),
    now,
  )
  for (const width of [1440, 360]) {
    const page = await open('', width)
    await page.getByRole('button', { name: 'Record…' }).click()
    await page.getByRole('menuitem', { name: 'Authorization to share' }).click()
    await page.getByLabel('1. Which information may be shared?').waitFor()
    await picture(page, `authorization-${width}`)
    await accessible(page)
    await fits(page)
    await page.context().close()
  }
})
