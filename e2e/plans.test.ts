// SC-07 in a browser: the plan is built with the client on the screen, agreed, worked toward, reviewed, and handed over.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { assess } from '../capabilities/plans/plan.testing.ts'
import { accessible, fits, journey, looksRight, type Journey } from './browser.ts'

const agreedAt = '2026-03-02T15:00:00Z'
const reviewAt = '2026-06-26T15:00:00Z'
let j: Journey
let caseId: string
let clientId: string
const at = (page = '') => `/clients/${clientId}/plan${page}?case=${caseId}`

before(async () => {
  j = await journey()
  await j.w.setClock('2026-02-20T15:00:00Z')
  ;({ caseId, clientId } = await j.w.openCase({ displayName: 'Linda Tran', acuityLevel: 3 }))
  await j.w.asOwner("update client set pronouns = 'she/her' where id = $1", [clientId])
  await j.w.onCase('maya', caseId, (work) => assess(work, { food: 'Food runs out by the 20th.' }))
  await j.w.setClock(agreedAt)
})
after(() => j.close())

const open = async (path: string, now = agreedAt, width = 1440): Promise<Page> => {
  const page = await j.page('maya', { at: now, width })
  page.setDefaultTimeout(30_000)
  await page.goto(j.url + path)
  await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  return page
}
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}
const region = (page: Page, name: string) => page.getByRole('region', { name })
const plan = async () => (await j.w.as('maya').get(`/api/cases/${caseId}/plan`)).body

test('an empty plan says what belongs here and leads to the first goal', async () => {
  const page = await open(at())
  await page.getByText('No goals yet.').waitFor()
  await page.getByRole('button', { name: 'Write the first goal' }).click()
  await page.getByRole('textbox', { name: 'What does Linda Tran want?' }).waitFor()
  const missing = region(page, 'Before it can be agreed')
  await missing.getByText('2 things are still missing').waitFor()
  assert.equal(await missing.getByRole('button', { name: 'Go through it and agree' }).isDisabled(), true)
  await page.context().close()
})

test('INV-25 INV-26 INV-27 INV-28 the plan is built on a phone: need, goal, five levels, baseline, step, participation', async () => {
  const page = await open(at('/edit'), agreedAt, 360)
  const needs = region(page, 'Needs, in Linda Tran’s order')
  await needs.getByRole('button', { name: 'Add a need' }).click()
  await needs.getByLabel('In ours').fill('Blood sugar out of range')
  await choose(page, 'Area of life', 'Physical health')
  await needs.getByRole('button', { name: 'Add the need' }).click()
  await needs.getByText('A concern, to talk over').waitFor()
  await needs.getByRole('button', { name: 'The client agrees' }).click()
  await needs.getByLabel('In the client’s words').fill('I am afraid of the machine')
  await needs.getByRole('button', { name: 'Confirm the need' }).click()
  await needs.getByText('Confirmed with the client').waitFor()
  await needs.getByRole('button', { name: 'Write it down' }).click()
  const food = page.locator('div[id]', { has: page.getByText('Food runs out by the 20th.', { exact: true }) }).last()
  await food.getByRole('button', { name: 'What becomes of it?' }).click()
  await choose(page, 'What becomes of this need?', 'Declined by the client')
  await food.getByLabel('Why?').fill('Her sister brings food')
  await food.getByRole('button', { name: 'Save' }).click()
  await needs.getByText('Her sister brings food').waitFor()
  await page.getByText('Give “Blood sugar out of range” a goal, or record what becomes of it.').waitFor()

  const goals = region(page, 'What Linda Tran wants')
  await goals.getByRole('button', { name: 'Add a goal' }).click()
  await goals.getByLabel('What does Linda Tran want?').fill('No dialysis')
  await goals.getByRole('button', { name: 'Add the goal' }).click()
  await goals.getByText('“No dialysis”').or(goals.locator('q', { hasText: 'No dialysis' })).first().waitFor()
  await page.getByRole('link', { name: 'Choose the day by which “No dialysis” should be reached.' }).click()
  await goals.getByRole('checkbox', { name: 'Blood sugar out of range' }).check()
  await goals.getByLabel('How will you both see that it is reached?').fill('A1c at the clinic')
  await goals.getByLabel('By when?').fill('2026-08-31')
  await goals.getByRole('button', { name: 'Save the goal' }).click()

  await goals.getByRole('button', { name: 'Describe five levels' }).click()
  for (const [level, words] of [['+2', 'A1c below 7'], ['+1', 'A1c below 7.5'], ['0', 'A1c below 8'], ['−1', 'A1c above 10'], ['−2', 'Dialysis begun']] as const)
    await goals.getByRole('textbox', { name: new RegExp(`^${level.replace('+', '\\+')},`) }).fill(words)
  await goals.getByLabel('Weight beside the other goals').fill('3')
  await goals.getByRole('button', { name: 'Save the levels' }).click()
  await goals.getByRole('button', { name: 'Set the baseline' }).click()
  await goals.getByRole('img', { name: 'Level −1 on a scale from −2 to +2; baseline −1' }).waitFor()

  const steps = region(page, 'Who does what')
  await steps.getByRole('button', { name: 'Add a step' }).click()
  await steps.getByLabel('What will be done?').fill('Drive to the clinic')
  await choose(page, 'Who answers for it?', 'Family or friend')
  await steps.getByRole('button', { name: 'Add the step' }).click()
  await steps.getByRole('alert').getByText('Say who it is: a name, or the organization.').waitFor()
  await steps.getByLabel('Name', { exact: true }).fill('Minh Tran')
  await steps.getByRole('button', { name: 'Add the step' }).click()
  await steps.getByText('Minh Tran').waitFor()

  await page.getByRole('radio', { name: 'The client took part' }).check()
  await region(page, 'Who took part').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ready for the client’s agreement').waitFor()
  await page.context().close()
})

test('INV-29 INV-30 the plan is proposed, read together and signed', async () => {
  for (const [clientWords, weight] of [['Eat family meals', 2], ['Walk to temple', 1]] as const) {
    const maya = j.w.as('maya')
    const { body: goal } = await maya.post(`/api/cases/${caseId}/goals`, { clientWords, measure: 'how often', targetDate: '2026-06-30', owner: { kind: 'client' }, isClientWish: true })
    await maya.post(`/api/cases/${caseId}/goals/${goal.id}/scale`, { texts: ['never', 'rarely', 'weekly', 'most days', 'daily'], weight })
    await maya.post(`/api/cases/${caseId}/goals/${goal.id}/baseline`, { level: -1, scoredBy: 'client' })
  }
  const page = await open(at('/agree'))
  await choose(page, 'Talked over in', 'Vietnamese')
  await page.getByRole('button', { name: 'Propose this plan' }).click()
  await page.getByRole('heading', { name: 'My plan' }).waitFor()
  await page.getByText('I can say no to any part of it.').waitFor()
  await accessible(page)
  await fits(page)
  await page.getByLabel('Name, as signed').fill('')
  await page.getByRole('button', { name: 'Record the signature' }).click()
  await page.getByRole('alert').getByText('Write the name of the person who agrees.').waitFor()
  await page.getByLabel('Name, as signed').fill('Linda Tran')
  await page.getByLabel('Interpreter').fill('V-2213')
  await page.getByRole('button', { name: 'Record the signature' }).click()
  const inForce = region(page, 'Plan 1')
  await inForce.getByText('Signed by').waitFor()
  const { active } = await plan()
  assert.deepEqual([active.agreedOn, active.language, active.signature.interpreter, active.copyDueOn], ['2026-03-02', 'vi', 'V-2213', '2026-03-09'])
  await page.context().close()
})

test('SC-07 A1 INV-27 scores move T from 36.78 to 52.20, and a barrier shows its age and owner', async () => {
  await j.w.setClock(reviewAt)
  const page = await open(at(), reviewAt)
  await page.getByText('36.78').first().waitFor()
  for (const [words, level] of [['No dialysis', '0 A1c below 8'], ['Eat family meals', '+1 most days'], ['Walk to temple', '−1 rarely']] as const) {
    const goal = page.getByRole('article', { name: words })
    await goal.getByRole('button', { name: 'How is it going?' }).click()
    await goal.getByRole('radio', { name: level.replace(' ', '  ') }).or(goal.getByRole('radio', { name: level })).first().check()
    await goal.getByLabel('What shows it?').fill('A1c 8.1 on 26 June')
    await goal.getByRole('button', { name: 'Save how it is going' }).click()
    await goal.getByRole('button', { name: 'Save how it is going' }).waitFor({ state: 'detached' })
  }
  await page.getByText('52.20', { exact: true }).waitFor()
  const barriers = region(page, 'In the way')
  await barriers.getByRole('button', { name: 'Add a barrier' }).click()
  await barriers.getByLabel('What is in the way?').fill('Knee pain')
  await choose(page, 'What kind?', 'Provider')
  await choose(page, 'Who can move it?', 'Provider or agency')
  await barriers.getByLabel('Name', { exact: true }).fill('Dr. Pham')
  await barriers.getByRole('button', { name: 'Add the barrier' }).click()
  await barriers.getByText('0 days, Dr. Pham').waitFor()
  await page.context().close()
})

test('the review counts what is left, refuses to end early, and ends in “no change”', async () => {
  const page = await open(at('/review'), reviewAt)
  await page.getByRole('button', { name: 'Begin the review' }).click()
  await page.getByText('6 items are not yet reviewed.').waitFor()
  await page.getByLabel('In a sentence').fill('It works; the knee is next.')
  await page.getByRole('button', { name: 'Conclude the review' }).click()
  await page.getByRole('alert').getByText('“Knee pain” is not yet reviewed.').waitFor()
  for (const group of await page.getByRole('radiogroup', { name: /^What do you find about/ }).all()) await group.getByText('Stays').click()
  await page.getByText('Everything is reviewed.').waitFor()
  await page.getByRole('button', { name: 'Conclude the review' }).click()
  await page.getByText('The next one is on your list.').waitFor()
  const due = await j.w.asOwner("select due_on::text from task where case_id = $1 and rule = 'plan-review' and status = 'open'", [caseId])
  assert.deepEqual(due, [{ due_on: '2026-08-25' }])
  await page.context().close()
})

test('U9 the client’s copy speaks Spanish where asked, prints nothing but the plan, and is written down as given', async () => {
  const { active } = await plan()
  const page = await open(`${at('/copy')}&version=${active.id}`, reviewAt)
  await page.getByText('Español').click()
  await page.getByRole('heading', { name: 'Mi plan' }).waitFor()
  await accessible(page)
  await fits(page)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.evaluate(() => [...document.querySelectorAll('h1')].filter((each) => getComputedStyle(each).visibility === 'visible').map((each) => each.textContent))
  assert.deepEqual(seen, ['Mi plan'])
  await page.emulateMedia({ media: 'screen' })
  await page.getByRole('button', { name: 'Record that it was given' }).click()
  await page.getByText('Linda Tran, Handed over, Spanish').waitFor()
  await page.context().close()
})

test('INV-29 the list of versions shows in words what changed', async () => {
  await j.w.as('maya').post(`/api/cases/${caseId}/plan-services`, { scope: 'Shower chair', provider: 'Harbor DME', amount: 1, unit: 'item' })
  const page = await open(at('/agree'), reviewAt)
  await page.getByText('New Service Shower chair').or(page.getByRole('listitem').filter({ hasText: 'Shower chair' })).first().waitFor()
  await page.getByRole('button', { name: 'Propose this plan' }).click()
  await page.getByText('Not signed').click()
  await page.getByLabel('Why not?').fill('I signed enough')
  await page.getByRole('button', { name: 'Record the refusal' }).click()
  await page.getByRole('link', { name: 'All versions' }).click()
  await page.getByRole('link', { name: 'Plan 2' }).click()
  await region(page, 'What changed from plan 1 to plan 2').getByText('Shower chair').waitFor()
  await page.getByText(/not signed: I signed enough/).waitFor()
  await page.context().close()
})

for (const [page, text] of [['', 'Shower chair'], ['/edit', 'The agreed plan says exactly this'], ['/agree', 'nothing new to agree on'], ['/review', 'Begin the review'], ['/versions', 'In force']] as const)
  test(`axe finds nothing on plan${page}, light and dark, wide and on a phone`, () =>
    looksRight(j, 'maya', at(page), (look) => look.getByText(text).first().waitFor(), reviewAt))
