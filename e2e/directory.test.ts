// The directory in a browser: looked through with a client in mind, list and map in step, options laid side by side, a wrong entry reported, an old one verified.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { makeEntry, makeTerm, weekdays, type Made } from '../capabilities/directory/entry.testing.ts'
import { plannedCase } from '../capabilities/plans/plan.testing.ts'
import { accessible, fits, journey, looksRight, picture, type Journey } from './browser.ts'

const at = '2026-03-10T14:00:00Z' // Tuesday, 10:00 in the agency's zone
let j: Journey
let pantry: Made
let kitchen: Made
before(async () => {
  j = await journey()
  await j.w.setClock(at)
  const food = await makeTerm(j.w, 'Food')
  pantry = await makeEntry(j.w, {
    name: 'Elm Street Pantry', description: 'Bags of groceries for families.', terms: [food], service: { fees_description: 'Free', verified_at: '2026-02-26T12:00:00Z', verified_by: j.w.staffId.maya },
    details: [['language', 'service', { name: 'Vietnamese' }], ['schedule', 'service', weekdays], ['phone', 'service', { number: '919 555 0101' }]],
  })
  kitchen = await makeEntry(j.w, {
    name: 'Community Kitchen', organization: 'Harbor House', description: 'Hot meals and a food pantry.', at: [35.85, -78.6], zip: '27609', terms: [food],
    service: { minimum_age: 60, capacity: 'has', capacity_as_of: '2026-03-05' }, details: [['schedule', 'location', weekdays], ['required_document', 'service', { document: 'Photo ID' }]],
  })
})
after(() => j.close())

test('with a client in mind: what ranks where and why, what excludes, list and map in step, two side by side, printed in Spanish', async () => {
  const { clientId } = await j.w.openCase({ displayName: 'Linh Tran' })
  await j.w.as('maya').patch(`/api/clients/${clientId}`, { birthDate: '1984-05-17', spokenLanguage: 'vi' }, { ifMatch: 1 })
  await j.w.as('maya').post(`/api/clients/${clientId}/addresses`, { kind: 'actual', line1: '9 Oak Lane', city: 'Raleigh', region: 'NC', postalCode: '27601' })
  const page = await j.page('maya', { at })
  await page.goto(`${j.url}/clients/${clientId}/services/find?topic=food`)
  const list = page.getByRole('list', { name: 'Services found' })
  await list.getByRole('link', { name: 'Elm Street Pantry' }).waitFor()
  assert.equal(await page.getByLabel('What is needed').inputValue(), 'food')
  assert.equal(await page.getByLabel('Near ZIP code').inputValue(), '27601')
  const [first, second] = await list.locator(':scope > li').allTextContents()
  assert.match(first ?? '', /Elm Street Pantry.*Verified 12 days ago by Maya Ortiz.*Why here:.*speaks Vietnamese.*open until 17:00.*free/)
  assert.match(second ?? '', /Community Kitchen.*Never verified.*Excluded\. Serves people from 60; the client is 41\./)
  await page.getByLabel('What is needed').fill('pantyr')
  await page.getByText('Nothing is called “pantyr”. Shown: pantry.').waitFor()
  assert.equal(page.url().includes('pantyr'), false, 'what is looked for is never in the address')

  const point = page.getByRole('button', { name: '2. Community Kitchen' })
  await point.focus()
  await page.locator(`#found-${kitchen.atId}[class*=marked]`).waitFor()
  await page.keyboard.press('Enter')
  assert.equal(await list.getByRole('link', { name: 'Community Kitchen' }).evaluate((link) => link === document.activeElement), true)
  await picture(page, 'directory-find')
  await accessible(page)

  await page.getByLabel('Compare Elm Street Pantry').check()
  await page.getByLabel('Compare Community Kitchen').check()
  await page.getByRole('button', { name: 'Lay 2 side by side' }).click()
  await page.getByRole('columnheader', { name: /Elm Street Pantry/ }).waitFor()
  await page.getByText('Choose what fits you. You may also choose none.').waitFor()
  await accessible(page)
  const there = page.url()
  await page.context().close()

  const phone = await j.page('maya', { at, width: 360 })
  await phone.goto(there)
  await phone.getByText('Less than half a mile').first().waitFor()
  await phone.getByRole('button', { name: 'En español' }).click()
  await phone.getByRole('rowheader', { name: 'Qué hacen' }).waitFor()
  await fits(phone)
  await phone.emulateMedia({ media: 'print' })
  await picture(phone, 'directory-comparison-es')
  await phone.context().close()
})

test('a wrong entry is reported in one step; whoever keeps the directory finds the task and verifies', async () => {
  const page = await j.page('maya', { at })
  await page.goto(`${j.url}/directory/services/${pantry.serviceId}`)
  await page.getByRole('button', { name: 'Something is wrong here' }).click()
  await page.getByRole('button', { name: 'The hours' }).click()
  await page.getByRole('button', { name: 'Report it' }).click()
  await page.getByText('Thank you. Whoever keeps the directory looks at it.').waitFor()
  await page.getByText('Reported as wrong: The hours').waitFor()
  await page.context().close()

  const keeper = await j.page('ada', { at })
  await keeper.goto(j.url)
  await keeper.getByRole('link', { name: 'Verify: Look at what is wrong: Elm Street Pantry, Elm Street Church' }).click()
  await keeper.getByRole('button', { name: 'Corrected, now right' }).click()
  await keeper.getByRole('button', { name: 'Keep it' }).click()
  await keeper.getByText('Verified today by Ada Voss').first().waitFor()
  const [task] = await j.w.asOwner(`select status from task where rule = 'entry-report'`)
  assert.equal(task.status, 'done')
  await keeper.context().close()
})

test('an entry is changed in place; who saves a moment later sees both; a service is added with its place; versions say who, when and what', async () => {
  const page = await j.page('maya', { at })
  await page.goto(`${j.url}/directory/services/${kitchen.serviceId}`)
  await page.getByRole('link', { name: 'Change this entry' }).click()
  const wait = page.getByRole('textbox', { name: 'Wait (optional)' })
  await wait.fill('About two weeks')
  const { body: seen } = await j.w.as('omar').get(`/api/directory/entries/services/${kitchen.serviceId}`)
  await j.w.as('omar').patch(`/api/directory/entries/services/${kitchen.serviceId}`, { organization_id: seen.around.organization.id, name: 'Community Kitchen', wait_time: 'None' }, { ifMatch: seen.version })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const both = page.getByRole('dialog', { name: 'Someone saved this a moment before you' })
  await both.getByRole('region', { name: 'Yours' }).getByText('About two weeks').waitFor()
  await both.getByRole('region', { name: 'Saved' }).getByText('None').waitFor()
  await accessible(page)
  await both.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByRole('list', { name: 'Versions' }).getByText('Wait was “None”, is now “About two weeks”').waitFor()
  await page.getByRole('button', { name: 'Add: Phone' }).click()
  await page.getByRole('textbox', { name: 'Number' }).fill('919 555 0177')
  await page.getByRole('list', { name: 'Phone' }).getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change: 919 555 0177, Voice' }).waitFor()

  await page.getByRole('link', { name: 'Room, hours and phone here: 12 Elm Street, Raleigh' }).click()
  await choose(page, 'Is there room? (optional)', 'Waitlist')
  await page.getByLabel('As of which day (optional)').fill('2026-03-09')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('list', { name: 'Versions' }).getByText('At this place: Is there room? is now').first().waitFor()
  await picture(page, 'directory-place')
  await fits(page)

  await page.goto(`${j.url}/directory`)
  await page.getByRole('link', { name: 'Add a service' }).click()
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('alert').getByText('Choose the organization.').waitFor()
  await page.getByRole('combobox', { name: 'Organization' }).fill('harbor')
  await page.getByRole('option', { name: 'Harbor House' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Laundry hour')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('link', { name: 'New location' }).click()
  await page.getByRole('textbox', { name: 'Name (optional)' }).fill('Annex')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('link', { name: 'Laundry hour' }).click()
  await page.getByRole('link', { name: 'Address: Annex' }).waitFor()
  await page.context().close()
})

test('from a need of the plan to a referral: the search knows the need and the payer, and carries case, need and goal along', async () => {
  const { clientId, caseId, needId, goalId } = await plannedCase(j.w)
  const page = await j.page('maya', { at })
  await page.goto(`${j.url}/clients/${clientId}/plan?case=${caseId}`)
  await page.getByRole('link', { name: 'Find a service: Blood sugar out of range' }).click()
  await page.getByText('For: Blood sugar out of range').waitFor()
  assert.equal(await page.getByLabel('What is needed').inputValue(), 'health clinic')
  await page.goto(`${j.url}/clients/${clientId}/services/find?case=${caseId}&goal=${goalId}`)
  await page.getByText('For: Blood sugar out of range').waitFor()
  await page.getByLabel('What is needed').fill('pantry')
  await page.getByRole('link', { name: 'Elm Street Pantry' }).click()
  await page.getByRole('link', { name: 'Refer', exact: true }).click()
  await page.getByText('The service chosen in the directory').waitFor()
  const asked = new URL(page.url()).searchParams
  assert.deepEqual(['case', 'need', 'goal', 'service', 'at'].map((name) => asked.get(name)), [caseId, needId, goalId, pantry.serviceId, pantry.atId])
  assert.equal(await page.getByRole('combobox', { name: 'For which need (optional)' }).inputValue(), 'Blood sugar out of range')
  await page.context().close()
})

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the directory and a service look right in light and dark, wide and narrow', async () => {
  await looksRight(j, 'maya', '/directory', (page) => page.getByRole('list', { name: 'Services found' }).waitFor(), at)
  await looksRight(j, 'maya', `/directory/services/${kitchen.serviceId}`, (page) => page.getByText('Where and when').waitFor(), at)
  await looksRight(j, 'maya', `/directory/entries/services/${kitchen.serviceId}`, (page) => page.getByRole('list', { name: 'Versions' }).waitFor(), at)
  await looksRight(j, 'maya', `/directory/entries/locations/${kitchen.locationId}`, (page) => page.getByRole('list', { name: 'Address' }).waitFor(), at)
})
