// A case manager asks a PHQ-9 that calls for help, leaves and resumes, completes, corrects; then concludes the areas of a life; an administrator brings in a form.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { areas, asking, phq9, points } from '../capabilities/assessments/asking.testing.ts'
import { shippedInstrumentIds } from '../capabilities/assessments/instrument.shipped.ts'
import { accessible, journey, looksRight, picture, type Journey } from './browser.ts'

const now = '2026-06-26T15:00:00Z'
let j: Journey
let caseId: string
let clientId: string
let ask: ReturnType<typeof asking>
before(async () => {
  j = await journey()
  ask = asking(j.w)
  await j.w.setClock('2026-01-26T15:00:00Z')
  ;({ caseId, clientId } = await j.w.openCase({ displayName: 'Linda Tran' }))
  await j.w.asOwner(`update case_record set activated_on = '2026-01-22', opened_on = '2026-01-12' where id = $1`, [caseId])
  await ask.askPhq9(caseId, [2, 2, 2, 2, 2, 2, 1, 1, 0])
  await j.w.setClock('2026-02-20T15:00:00Z')
  await ask.askPhq9(caseId, [2, 2, 2, 2, 1, 1, 1, 1, 0])
  await j.w.setClock(now)
})
after(() => j.close())

const address = (rest = '') => `${j.url}/clients/${clientId}/assessments${rest}${rest.includes('?') ? '&' : '?'}case=${caseId}`
const open = async (rest = '', look = {}): Promise<Page> => {
  const page = await j.page('maya', { at: now, ...look })
  await page.goto(address(rest))
  return page
}
const saved = (page: Page, linkId: string) => page.locator(`[data-question="${linkId}"] [data-save="saved"]`).waitFor()
const choose = async (page: Page, linkId: string, name: string) => {
  await page.locator(`[data-question="${linkId}"]`).getByText(name, { exact: true }).click()
  await saved(page, linkId)
}

test('INV-22 INV-24 a PHQ-9 is asked with last time beside, left, resumed, its safety answer responded to, completed and compared', async () => {
  const page = await open('/new')
  await page.getByRole('link', { name: 'PHQ-9' }).click()
  await page.getByLabel('How').first().waitFor()
  await picture(page, 'assessment-begin')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('group', { name: /Little interest or pleasure/ }).waitFor()
  await page.getByText('Last time').first().waitFor()
  await choose(page, phq9[0]!, 'Several days')
  await page.locator(`[data-question="${phq9[1]}"] input`).first().focus()
  await page.keyboard.press('2') // the second answer, and on to the next question
  await saved(page, phq9[1]!)
  await page.getByText(/2 of \d+ answered/).waitFor()

  await page.reload() // left and resumed
  await page.getByText(/2 of \d+ answered/).waitFor()
  for (const linkId of phq9.slice(2, 6)) await choose(page, linkId, 'Several days')
  for (const linkId of phq9.slice(6, 8)) await choose(page, linkId, 'Not at all')
  await page.getByRole('button', { name: /Complete PHQ-9/ }).click()
  await page.getByRole('alert').getByText(/still open/).waitFor() // refused, with the way to each
  await picture(page, 'assessment-missing')

  await choose(page, phq9[8]!, 'Several days')
  const safety = page.getByRole('region', { name: 'Safety answer' })
  await safety.getByRole('heading', { name: /better off dead/ }).waitFor()
  await picture(page, 'assessment-safety')
  await accessible(page)
  assert.deepEqual((await ask.tasksOf(caseId, 'safety-response')).map((each) => each.status), ['open'])
  await safety.getByRole('button', { name: 'Sign as Maya Ortiz' }).click()
  await safety.getByRole('alert').waitFor()
  await safety.getByLabel('Talked with the client about it').check()
  await safety.getByLabel('Who you spoke with, and how').fill('Linda, at home, interpreter V-2213')
  await safety.getByLabel('What was said, what was decided, what comes next').fill('Passing thoughts, no plan, no means. Safety plan gone over together; her husband knows. Call tomorrow at 10.')
  await safety.getByRole('button', { name: 'Sign as Maya Ortiz' }).click()
  await safety.waitFor({ state: 'detached' })
  assert.deepEqual((await ask.tasksOf(caseId, 'safety-response')).map((each) => each.status), ['done'])

  await choose(page, '69722-7', 'Somewhat difficult')
  await page.getByRole('button', { name: /Complete PHQ-9/ }).click()
  await page.getByText('before: 12').waitFor()
  await page.getByText('it agrees').waitFor()
  assert.equal(await page.getByText('7', { exact: true }).first().isVisible(), true)
  await page.context().close()
})

test('a corrected answer stands beside the first, and the score is made again', async () => {
  const page = await open()
  await page.getByRole('list', { name: 'Completed assessments' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Correct Little interest or pleasure in doing things' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Nearly every day').click()
  await dialog.getByLabel('Why is it corrected?').fill('She meant the last two weeks.')
  await dialog.getByRole('button', { name: 'Add the correction' }).click()
  await page.getByText('corrected; first: Several days').waitFor()
  await page.getByText('1. She meant the last two weeks.').waitFor()
  await page.context().close()
})

test('INV-21 the comprehensive assessment is done area by area; what is missing is listed and leads there', async () => {
  const page = await open('/new')
  await page.getByRole('link', { name: 'Comprehensive assessment' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByText('0 of 21 areas concluded').waitFor()
  await page.getByText('Something to note', { exact: true }).click()
  await page.getByLabel('Strengths and what helps').fill('Cooks for the family\nKnows her numbers')
  await page.getByLabel('Conclusion: what this means for the plan').fill('A1c 10.8; wants no dialysis. Needs a dietitian and a monitor.')
  await page.getByText('1 of 21 areas concluded').waitFor()
  await page.getByRole('button', { name: 'Next area' }).click()
  await page.getByText('2 of 21').waitFor()
  const id = /assessments\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
  const url = `/api/cases/${caseId}/assessments/${id}`
  await page.waitForTimeout(1000)
  assert.equal((await j.w.as('maya').get(url)).body.findings[0].strengths.length, 2)
  for (const area of areas.slice(1, 20)) await ask.conclude(url, area)
  for (const linkId of ['safety/danger', 'safety/self-harm']) await ask.answer(url, linkId, { answer: [{ valueBoolean: false }] })
  await page.goto(address(`/${id}?domain=finish`))
  await page.getByText('1 thing is still open.').waitFor()
  await page.getByRole('link', { name: /Strengths, preferences and goals/ }).last().click()
  await page.getByText('No problem found', { exact: true }).click()
  await page.getByLabel('Conclusion: what this means for the plan').fill('Eat family meals; walk to temple.')
  await page.getByText('21 of 21 areas concluded').waitFor()
  await page.getByRole('button', { name: 'To the end' }).click()
  await page.getByRole('button', { name: /Complete Comprehensive/ }).click()
  await page.getByRole('heading', { name: 'Areas and conclusions' }).waitFor()
  await page.getByText('A1c 10.8; wants no dialysis.').waitFor()
  assert.equal((await ask.tasksOf(caseId, 'plan-due')).length, 1)
  await page.context().close()
})

test('an answer given without a network is kept and sent when it is back', async () => {
  const { id } = await ask.begin(caseId, shippedInstrumentIds.phq2)
  const page = await open(`/${id}`)
  await page.getByRole('group', { name: /Little interest or pleasure/ }).waitFor()
  await page.context().setOffline(true)
  await page.locator(`[data-question="${phq9[0]}"]`).getByText('Several days', { exact: true }).click()
  await page.locator(`[data-question="${phq9[0]}"] [data-save="waiting"]`).waitFor()
  await page.context().setOffline(false)
  await saved(page, phq9[0]!)
  await page.context().close()
})

test('an administrator brings in a questionnaire with its licence', async () => {
  const page = await j.page('ada')
  await page.goto(`${j.url}/administration/instruments?add=questionnaire`)
  const form = { resourceType: 'Questionnaire', status: 'active', url: 'urn:test:sleep', version: '3', title: 'Sleep check', item: [{ linkId: '1', type: 'boolean', text: 'Slept well?' }, { linkId: '2', type: 'attachment', text: 'A photo' }] }
  await page.locator('input[type=file]').setInputFiles({ name: 'sleep.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(form)) })
  await page.getByText('A photo:').waitFor()
  await page.getByLabel('I have looked at the list').check()
  await page.getByLabel('Attribution, shown wherever it is asked').fill('The Sleep People')
  await picture(page, 'instrument-import')
  await accessible(page)
  await page.getByRole('button', { name: 'Bring it in' }).click()
  await page.getByText('Sleep check 3').first().waitFor()
  await page.context().close()
})

const title = (words: string | RegExp) => (page: Page) => page.getByText(words).first().waitFor()
const path = () => `/clients/${clientId}/assessments`
const looks = 'at both widths, light and dark: axe finds nothing, nothing is cut off'

test(`the list of assessments ${looks}`, () => looksRight(j, 'maya', path(), title('Scores over time'), now))
test(`the choice of an instrument ${looks}`, () => looksRight(j, 'maya', `${path()}/new`, title('Which one?'), now))
test(`a running questionnaire ${looks}`, async () => {
  const { id } = await ask.begin(caseId, shippedInstrumentIds.gad7)
  await looksRight(j, 'maya', `${path()}/${id}`, title('Feeling nervous, anxious or on edge'), now)
})
test(`a running area ${looks}`, async () => {
  const { id } = await ask.begin((await j.w.openCase()).caseId, shippedInstrumentIds.comprehensive)
  const [{ case_id: itsCase, client_id: itsClient }] = await j.w.asOwner('select a.case_id, c.client_id from assessment a join case_record c on c.id = a.case_id where a.id = $1', [id])
  await looksRight(j, 'maya', `/clients/${itsClient}/assessments/${id}?case=${itsCase}&domain=safety`, title('Are you in danger from anyone, today?'), now)
})
test(`a corrected questionnaire ${looks}`, async () => {
  const other = await j.w.openCase({ displayName: 'Harold Whitfield' })
  const screen = await ask.askPhq9(other.caseId, [1, 1, 1, 1, 1, 1, 1, null, null])
  await j.w.as('maya').post(`${screen.url}/amendments`, { about: 'answer', linkId: phq9[0], answer: points(2), reason: 'Heard wrongly.' })
  await looksRight(j, 'maya', `/clients/${other.clientId}/assessments/${screen.id}`, title('it agrees'), now)
})
test(`a finished comprehensive assessment ${looks}`, async () => {
  const other = await j.w.openCase({ displayName: 'Harold Whitfield' })
  const whole = await ask.begin(other.caseId, shippedInstrumentIds.comprehensive)
  await ask.concludeAll(whole.url)
  assert.equal((await j.w.as('maya').post(`${whole.url}/completion`)).status, 201)
  await looksRight(j, 'maya', `/clients/${other.clientId}/assessments/${whole.id}`, title('Areas and conclusions'), now)
})
test(`the instruments ${looks}`, () => looksRight(j, 'ada', '/administration/instruments', title('Daily living')))
