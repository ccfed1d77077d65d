// A case manager opens the day: what needs her and why, in order, with one action each; by mouse, by keyboard, on a phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { setAcuity, transferCase } from '../capabilities/cases/case.actions.ts'
import { addTask, requestTask } from '../capabilities/tasks/task.actions.ts'
import { newId } from '../platform/db.ts'
import { journey, looksRight, type Journey } from './browser.ts'

const now = '2026-02-17T14:00:00Z'
let j: Journey
before(async () => {
  j = await journey()
  await j.w.setClock(now)
  await fillTheDay()
})
after(() => j.close())

async function fillTheDay() {
  const { w } = j
  const person = (displayName: string, acuityLevel?: number, status = 'active') => w.openCase({ displayName, acuityLevel, status })
  const [harold, marcus, linda, evelyn] = [await person('Harold Whitfield', 3), await person('Marcus Delgado', undefined, 'pending_engagement'), await person('Linda Tran', 3), await person('Evelyn Osei', 4)]
  const ask = ({ caseId, clientId }: { caseId: string; clientId: string }, rule: 'note-unsigned' | 'first-attempt' | 'safety-response' | 'plan-review', due: string, params: Record<string, string | number>, priority: 'routine' | 'safety' = 'routine') =>
    w.onCase('maya', caseId, (work) => requestTask(work, { rule, about: { type: 'case', id: newId() }, caseId, clientId, assignTo: { staffId: w.staffId.maya }, due, params, priority }))
  await ask(evelyn, 'plan-review', '2026-02-19', { number: 2 })
  await ask(marcus, 'first-attempt', '2026-02-17', { acceptedOn: '2026-02-16', businessDays: 2 })
  await ask(harold, 'note-unsigned', '2026-02-16', { occurredOn: '2026-02-13' })
  await ask(linda, 'safety-response', '2026-02-17', { concern: 'PHQ-9 item 9 was above zero' }, 'safety')
  await w.onCase('maya', harold.caseId, (work) => addTask(work, { title: 'Ask about the ramp', caseId: harold.caseId, clientId: harold.clientId, due: '2026-02-17' }))
  await w.onCase('omar', evelyn.caseId, (work) => setAcuity(work, { level: 4, why: 'Two falls in a week.' }))
  await w.onCase('maya', evelyn.caseId, (work) => transferCase(work, { toStaffId: w.staffId.zoe, reason: 'She moves to the chronic program.', summary: 'She wants to sleep in her own bed.' }))
}

const open = async (person: 'maya' | 'zoe' | 'bill' = 'maya', path = '/', width = 1440): Promise<Page> => {
  const page = await j.page(person, { at: now, width })
  await page.goto(j.url + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}
const titles = (page: Page) => page.getByRole('list', { name: 'What needs me' }).locator('li').allInnerTexts()

test('the day is said in one sentence; what needs me comes by harm of delay, each with its reason and one action', async () => {
  const page = await open()
  await page.getByRole('heading', { level: 1, name: 'Tuesday 17 February. Four things need you today.' }).waitFor()
  await page.getByText('One is about safety. One is late. Nothing else is due before Thu 19 Feb.').waitFor()
  const rows = await titles(page)
  assert.deepEqual(rows.map((row) => row.split('\n')[0]), [
    'Follow the safety answer of Linda Tran', 'Sign your note about Harold Whitfield', 'Call Marcus Delgado for the first time', 'Ask about the ramp', 'Review the plan with Evelyn Osei',
  ])
  assert.match(rows[2] ?? '', /Accepted yesterday; first attempt within 2 business days\./)
  assert.match(rows[1] ?? '', /1 day late/)
  await page.context().close()
})

test('j and k walk the list, Enter opens where it is done', async () => {
  const page = await open()
  await page.getByRole('list', { name: 'What needs me' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Follow the safety answer of Linda Tran')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Harold Whitfield' }).waitFor()
  await page.context().close()
})

test('an own to-do is ticked and the tick taken back', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Done: Ask about the ramp' }).click()
  await page.getByRole('heading', { level: 1, name: /Three things need you today/ }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('heading', { level: 1, name: /Four things need you today/ }).waitFor()
  await page.context().close()
})

test('R5 INV-22 a safety answer offers no waiting; another task waits with a reason and leaves the list', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'More about: Follow the safety answer of Linda Tran' }).click()
  await page.getByRole('menuitem').first().waitFor()
  assert.deepEqual(await page.getByRole('menuitem').allInnerTexts(), ['Somebody else does it…'])
  await page.keyboard.press('Escape')
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'More about: Follow the safety answer of Linda Tran')
  await page.getByRole('button', { name: 'More about: Review the plan with Evelyn Osei' }).click()
  await page.getByRole('menuitem', { name: 'It can wait…' }).click()
  await page.getByLabel('Show it again on').fill('2026-02-23')
  await page.getByRole('button', { name: 'Let it wait' }).click()
  await page.getByText('Say why it can wait.').first().waitFor()
  await page.getByLabel('Why can it wait?').fill('She is with her daughter until Monday.')
  await page.getByRole('button', { name: 'Let it wait' }).click()
  await page.getByText('Nothing else is due.').waitFor()
  assert.ok(!(await titles(page)).some((row) => row.includes('Review the plan')))
  await page.context().close()
})

test('the caseload weighs its cases; a level opens the list behind it, and the filter lives in the address', async () => {
  const page = await open()
  const card = page.getByRole('region', { name: 'My caseload' })
  await card.getByText('10.5 of 60 points').waitFor()
  await card.getByRole('link', { name: 'Level 4 Intensive' }).click()
  await page.waitForURL(/acuity=4/)
  await page.getByRole('list', { name: 'Cases', exact: true }).locator('li').nth(0).getByText('Evelyn Osei').waitFor()
  assert.equal(await page.getByRole('list', { name: 'Cases', exact: true }).locator('li').count(), 1)
  await page.getByLabel('Level', { exact: true }).selectOption('1')
  await page.getByText('No case fits these filters.').waitFor()
  await page.context().close()
})

test('what waits on others and what others did meanwhile', async () => {
  const page = await open()
  await page.getByRole('region', { name: 'Waiting on others' }).getByText('Zoe Park').waitFor()
  const since = page.getByRole('region', { name: 'Since you left' })
  await since.getByText('Omar Haddad').waitFor()
  await since.getByText('Evelyn Osei').waitFor()
  await page.context().close()
})

test('a new to-do is added from the empty and the full list alike', async () => {
  const page = await open('zoe')
  await page.getByRole('button', { name: 'New to-do' }).first().click()
  await page.getByLabel('What is to be done?').fill('Order interpreter cards')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('list', { name: 'What needs me' }).getByText('Order interpreter cards').waitFor()
  await page.context().close()
})

test('who works no cases is told where the work is', async () => {
  const page = await open('bill')
  await page.getByText('Your work is on other screens.').waitFor()
  await page.context().close()
})

test('Home looks right, light and dark, wide and on a phone, full and empty', async () => {
  await looksRight(j, 'maya', '/', (page) => page.getByRole('list', { name: 'Cases', exact: true }).waitFor(), now)
  await looksRight(j, 'quinn', '/', (page) => page.getByText('Nothing needs you.').waitFor(), now)
})
