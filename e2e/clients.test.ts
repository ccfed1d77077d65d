// Clients in a browser: looked for before registered, found by the keyboard, reached safely, a protected address shown to the team only.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { registerClient } from '../capabilities/clients/client.actions.ts'
import { newId } from '../platform/db.ts'
import type { Person } from '../test/world.ts'
import { journey, looksRight, type Journey } from './browser.ts'

const now = '2026-02-17T15:00:00Z'
let j: Journey
let clientId: string
const marcus = newId()

before(async () => {
  j = await journey()
  await j.w.setClock(now)
  ;({ clientId } = await j.w.openCase({ displayName: 'Linda Tran', acuityLevel: 3 }))
  const maya = j.w.as('maya')
  await maya.post(`/api/clients/${clientId}/names`, { use: 'official', given: 'Linda', family: 'Tran' })
  const { version } = (await maya.get(`/api/clients/${clientId}`)).body
  await maya.patch(
    `/api/clients/${clientId}`,
    { birthDate: '1969-11-20', pronouns: 'she/her', spokenLanguage: 'vi', interpreter: 'needed', interpreterModality: 'phone' },
    { ifMatch: version },
  )
  await j.w.work('ines', (work) =>
    registerClient(work, {
      id: marcus,
      names: [{ use: 'official', given: 'Marcus', family: 'Delgado' }],
      birthDate: '1983-07-09',
      contactPoints: [{ system: 'phone', value: '910-555-0142' }],
    }),
  )
})
after(() => j.close())

const open = async (person: Person, path: string, width = 1440): Promise<Page> => {
  const page = await j.page(person, { at: now, width })
  await page.goto(j.url + path)
  return page
}
const region = (page: Page, name: string) => page.getByRole('region', { name })
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a client is found by the keyboard alone: slash, a few letters, j, Enter; and the search is still there on the way back', async () => {
  const page = await open('maya', '/clients')
  await region(page, 'At hand').getByRole('link', { name: 'Linda Tran' }).waitFor()
  await page.getByRole('heading', { level: 1, name: 'Clients' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('lin tr')
  await region(page, 'Found').getByText('Vietnamese · interpreter needed').waitFor()
  await page.getByRole('searchbox').blur()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  assert.doesNotMatch(page.url(), /lin/)
  await page.goBack()
  assert.equal(await page.getByRole('searchbox').inputValue(), 'lin tr')
  await page.getByRole('searchbox').fill('Lindda Trann')
  await region(page, 'Nobody exactly; spelled alike').getByRole('link', { name: 'Linda Tran' }).waitFor()
  await page.getByRole('searchbox').fill('zzyzx')
  await page.getByText('Nobody on your list is called that.').waitFor()
  await page.context().close()
})

test('INV-01 the intake worker looks first, sees why a record is probably the same, says it is somebody else, and registers', async () => {
  const page = await open('ines', '/clients/new')
  await page.getByLabel('First name').fill('Markus')
  await page.getByLabel('Last name').fill('Delgado')
  await page.getByLabel('Birth date', { exact: false }).first().fill('1983-07-09')
  await page.getByRole('button', { name: 'Look for this person' }).click()
  const already = region(page, 'Already here?')
  await already.getByText('Same birth date · Names spelled nearly alike').waitFor()
  await already.getByText('Probably the same').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Register' }).count(), 0)
  await already.getByRole('button', { name: 'Somebody else' }).click()
  await choose(page, 'Interpreter', 'Needed')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Markus Delgado' }).waitFor()
  await region(page, 'Perhaps recorded twice').getByRole('link', { name: 'Marcus Delgado' }).waitFor()
  await page.context().close()
})

test('INV-04 asking how to reach somebody safely changes at once which number may be used, and why', async () => {
  const page = await open('maya', `/clients/${clientId}/details`, 360)
  const numbers = region(page, 'Phones and e-mail')
  await numbers.getByRole('button', { name: 'Add a number' }).click()
  await numbers.getByLabel('Number').fill('555')
  await numbers.getByRole('button', { name: 'Save' }).click()
  await numbers.getByRole('alert').getByText('Write a phone number with its area code, such as (503) 555-0142.').waitFor()
  await numbers.getByLabel('Number').fill('919-555-0177')
  await numbers.getByRole('button', { name: 'Save' }).click()
  await numbers.getByText('Not asked yet whether this is safe').waitFor()
  const safe = region(page, 'Reaching them safely')
  await safe.getByRole('button', { name: 'Record the answer' }).click()
  await safe.getByRole('radio', { name: 'No, only in safe ways' }).check()
  await safe.getByLabel('What must colleagues know before they call?').fill('Call after 17:00, no voicemail')
  await safe.getByRole('button', { name: 'Save the answer' }).click()
  await safe.getByText('Call after 17:00, no voicemail').waitFor()
  await numbers.getByText('Do not use: nobody has said that this is safe').waitFor()
  await numbers.getByRole('button', { name: 'Change (919) 555-0177' }).click()
  await choose(page, 'Is it safe to use?', 'Safe')
  await numbers.getByRole('button', { name: 'Add hours' }).click()
  await numbers.getByLabel('From').fill('17:00')
  await numbers.getByLabel('Until').fill('20:00')
  await numbers.getByRole('button', { name: 'Save' }).click()
  await numbers.getByText('Not now: only Mon–Fri 17:00–20:00').waitFor()
  await page.context().close()
})

test('INV-03 a substitute address hides the home; the team may see it for a reason, and the story says so', async () => {
  const page = await open('maya', `/clients/${clientId}/details`)
  const addresses = region(page, 'Addresses')
  const add = async (kind: string, line: string, town: string) => {
    await addresses.getByRole('button', { name: 'Add an address' }).click()
    await choose(page, 'What kind of address?', kind)
    await addresses.getByLabel('Street or box').fill(line)
    await addresses.getByLabel('Town').fill(town)
    await addresses.getByRole('button', { name: 'Add the address' }).click()
    await addresses.getByRole('button', { name: 'Add the address' }).waitFor({ state: 'detached' })
  }
  await add('Lives at', '12 Elm Street', 'Salem')
  await addresses.getByText('12 Elm Street, Salem').first().waitFor()
  await add('Substitute address', 'PO Box 5531', 'Raleigh')
  await addresses.getByText('Protected', { exact: true }).waitFor()
  assert.equal(await page.getByText('Elm Street').count(), 0)
  await addresses.getByRole('button', { name: 'Show…' }).click()
  await addresses.getByRole('button', { name: 'Show the address' }).click()
  await addresses.getByRole('alert').getByText('Say why you need it.').waitFor()
  await addresses.getByLabel('Why do you need it?').fill('Home visit this afternoon')
  await addresses.getByRole('button', { name: 'Show the address' }).click()
  await addresses.getByText('12 Elm Street, Salem').waitFor()
  await page.goto(`${j.url}/clients/${clientId}/story`)
  await page.getByText('The protected address was shown').waitFor()
  assert.equal(await page.getByText('Elm Street').count(), 0)
  await page.context().close()
})

test('INV-06 INV-07 being family tells nothing; permission and authority are said in words', async () => {
  const page = await open('maya', `/clients/${clientId}/people`)
  await page.getByText('Nobody is named yet.').waitFor()
  const around = region(page, 'People around them')
  const name = async (who: string, more: () => Promise<void>) => {
    await around.getByRole('button', { name: 'Add a person' }).click()
    await around.getByLabel('Name', { exact: true }).fill(who)
    await more()
    await around.getByRole('button', { name: 'Save' }).click()
    await around.getByRole('listitem').filter({ hasText: who }).waitFor()
  }
  await name('Kim Tran', () => around.getByRole('checkbox', { name: 'Emergency contact' }).check())
  await around.getByText('told nothing').waitFor()
  await name('Minh Tran', async () => {
    await around.getByRole('checkbox', { name: 'the plan' }).check()
    await around.getByLabel('How and when did the client say so?').fill('At home on 2 February')
  })
  await around.getByText('may know: the plan').waitFor()
  await name('Ruth Tran', async () => {
    await choose(page, 'Legal authority', 'Power of attorney for health care')
    await around.getByLabel('Which document shows it?').fill('POA of 4 January 2024')
  })
  await around.getByText('decides for them').waitFor()
  await page.context().close()
})

test('screens of clients look right at both widths, light and dark, with axe at zero', async () => {
  await j.w
    .as('maya')
    .post(`/api/clients/${clientId}/demographics`, {
      question: 'race-ethnicity',
      codes: ['asian'],
      ownWords: 'Vietnamese American',
    })
  await j.w.as('maya').post(`/api/clients/${clientId}/identifiers`, { system: 'Meridian Health member', value: 'MH-881204' })
  await looksRight(j, 'ines', '/clients', (page) => page.getByRole('link', { name: 'Marcus Delgado' }).waitFor(), now)
  await looksRight(j, 'ines', '/clients/new', (page) => page.getByRole('button', { name: 'Look for this person' }).waitFor(), now)
  await looksRight(j, 'maya', `/clients/${clientId}/details`, (page) => page.getByText('MH-881204').waitFor(), now)
  await looksRight(j, 'maya', `/clients/${clientId}/people`, (page) => page.getByText('Minh Tran').waitFor(), now)
})
