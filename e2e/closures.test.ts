// A case is closed in the browser: the decision, what is missing, the summary, two signatures, the last step, the paper.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { plannedCase, type Planned } from '../capabilities/plans/plan.testing.ts'
import { accessible, fits, journey, looksRight, picture, type Journey } from './browser.ts'

const now = '2027-08-31T14:00:00Z'
let j: Journey
let linda: Planned
let path: string

before(async () => {
  j = await journey()
  await j.w.setClock(now)
  linda = await plannedCase(j.w, { acuityLevel: 2 })
  await linda.send('post', '/plan-services', { scope: 'Home-delivered meals', provider: 'Table Home', frequency: 'daily' })
  path = `/clients/${linda.clientId}/closure?case=${linda.caseId}`
})
after(() => j.close())

test('SC-07 from the decision to close to the closed case, by two people', async () => {
  const page = await j.page('maya', { at: now })
  await page.goto(j.url + path)
  await page.getByRole('combobox', { name: 'Why does it close?' }).click()
  await page.getByRole('option', { name: 'Goals achieved' }).click()
  await page.getByLabel('Why is now the right time?').fill('Her sugar is steady and the family cooks by itself.')
  await page.getByRole('button', { name: 'Begin closing' }).click()
  await page.getByRole('alert').getByText('Tell the client first').waitFor()
  await page.getByLabel('The client was told on').fill('2027-08-20')
  await picture(page, 'closure-begin')
  await page.getByRole('button', { name: 'Begin closing' }).click()

  // The record fills what it knows; the rest is a list with links.
  await page.getByText('What we did together').waitFor()
  assert.equal(await page.getByLabel('What was done and what changed').inputValue(), 'Her sugar is steady and the family cooks by itself.')
  assert.equal(await page.getByLabel('Service', { exact: true }).inputValue(), 'Home-delivered meals')
  const missing = page.getByRole('region', { name: /points? (is|are) still open/ })
  await missing.getByRole('link', { name: 'Say how “No dialysis” ended.' }).waitFor()
  await page.getByRole('button', { name: 'Sign the summary' }).click()
  await page.getByRole('alert').getByText('The summary is not complete yet').waitFor()
  await linda.send('post', `/goals/${linda.goalId}/ending`, { attainment: 'cancelled', evidence: 'She chose another goal' })
  await linda.send('post', `/needs/${linda.needId}/disposition`, { disposition: 'met', reason: 'A1c 7.4' })
  await missing.getByRole('link', { name: 'Say where the person is now.' }).click()
  await page.waitForFunction(() => document.activeElement?.id === 'field-disposition')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'At home, with services' }).click()
  await page.getByLabel('What the client says about closing, in their words').fill('I can do this with my family')
  await page.getByLabel('Where there is no final measure: why').fill('She did not want the questions again')
  await page.getByLabel('What the person can do now').fill('The clinic’s nurse looks at her sugar every month')
  await page.getByLabel('Warning signs, and whom to call').fill('Swelling of the feet: call Dr. Pham')
  await page.getByLabel('How it goes on: the aftercare or transition plan').fill('Dr. Pham every three months')
  await page.getByRole('combobox', { name: 'What became of the time' }).click()
  await page.getByRole('option', { name: 'Billed', exact: true }).click()
  await page.getByText('Everything is saved').waitFor()
  await page.getByRole('region', { name: '1 point is still open' }).waitFor()
  await page.getByRole('button', { name: 'Sign the summary' }).click()
  await page.getByText('Waiting for a supervisor').waitFor()

  const omar = await j.page('omar', { at: now })
  await omar.goto(j.url + path)
  await omar.getByRole('heading', { name: 'Closing summary' }).waitFor()
  await omar.getByText('I can do this with my family').waitFor()
  await omar.getByRole('button', { name: 'Sign off' }).click()
  await omar.getByText('Signed off by Omar Haddad').first().waitFor()

  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.getByText('The case is closed.').waitFor()
  assert.deepEqual(await j.w.asOwner('select status from case_record where id = $1', [linda.caseId]), [{ status: 'closed' }])

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF in English' }).click()])
  const { readFile } = await import('node:fs/promises')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await readFile(await download.path()))), { mergePages: true })
  for (const words of ['Linda Tran', 'I can do this with my family', 'Maya Ortiz', 'Omar Haddad']) assert.ok(text.includes(words), words)
  await accessible(page)
  await picture(page, 'closure-closed')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.getByRole('link', { name: 'PDF in English' }).isVisible(), false)
  await fits(page)
  await page.context().close()
  await omar.context().close()
})

test('what was written outlives a reload before it reached the server', async () => {
  const { caseId, clientId } = await j.w.openCase({ status: 'closing', displayName: 'Rosa Field' })
  const page = await j.page('maya', { at: now })
  await page.goto(`${j.url}/clients/${clientId}/closure?case=${caseId}`)
  await page.route('**/closure', (route) => (route.request().method() === 'PATCH' ? route.abort('connectionfailed') : route.continue()))
  await page.getByLabel('What was done and what changed').fill('She moved to her sister.')
  await page.getByText('Kept in this browser').or(page.getByText('Saving…')).waitFor()
  await page.waitForTimeout(2000)
  await page.unroute('**/closure')
  await page.reload()
  await page.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'She moved to her sister.'))
  await page.getByText('Everything is saved').waitFor()
  const [row] = await j.w.asOwner(`select content->>'course' as course from closure_summary where case_id = $1`, [caseId])
  assert.equal(row?.course, 'She moved to her sister.')
  await page.context().close()
})

test('axe finds nothing while a case closes and before, light and dark, wide and on a phone', async () => {
  const open = await j.w.openCase({ displayName: 'Rosa Field' })
  await looksRight(j, 'maya', `/clients/${open.clientId}/closure`, (page) => page.getByRole('button', { name: 'Begin closing' }).waitFor(), now)
  const closing = await plannedCase(j.w, { displayName: 'Ana Reyes' })
  await closing.send('post', '/plan-services', { scope: 'Home-delivered meals', provider: 'Table Home', frequency: 'daily' })
  await closing.send('post', '/closing', { reason: 'relocated', explanation: 'She moves to Raleigh.', clientToldOn: '2027-08-20', clientView: 'agrees' })
  await looksRight(j, 'maya', `/clients/${closing.clientId}/closure`, (page) => page.getByText('still open').first().waitFor(), now)
})
