// SC-01 at the front door, in a browser: a referral is written down, triaged, answered, accepted; a record is confirmed; a person asks for help.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '../platform/db.ts'
import { accessible, fits, journey, looksRight, picture, type Journey } from './browser.ts'

const at = '2026-02-16T15:00:00Z'
let j: Journey
before(async () => {
  j = await journey()
  await j.w.setClock(at)
})
after(() => j.close())

const open = async (path: string, heading: string | RegExp, width = 1440): Promise<Page> => {
  const page = await j.page('ines', { at, width })
  await page.goto(j.url + path)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return page
}
const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
const receive = async (changes: object = {}): Promise<string> => {
  const id = newId()
  const { status, body } = await j.w.as('ines').post('/api/referrals', {
    id,
    channel: 'phone',
    receivedOn: '2026-02-10',
    source: { kind: 'hospital', organization: 'Mercy Hospital', person: 'Jo Bell' },
    person: {
      givenName: 'Evelyn',
      familyName: 'Osei',
      birthDate: '1947-08-02',
      birthDatePrecision: 'day',
      contactWays: [{ kind: 'phone', value: '(919) 555-0166' }],
    },
    reason: 'Going home alone with heart failure on Friday',
    scope: { asked: 'Transition home' },
    ...changes,
  })
  assert.equal(status, 201, JSON.stringify(body))
  return id
}

test('an empty front door says what belongs there', async () => {
  const page = await open('/referrals', 'Referrals')
  await page.getByText('Nobody waits at the front door.').waitFor()
  await accessible(page)
  await page.context().close()
})

test('SC-01 an adjuster calls: looked for, written down, triaged, the source told, accepted, and the case is open', async () => {
  const page = await open('/referrals/new', 'New referral')
  await page.getByLabel('First name').fill('Marcus')
  await page.getByLabel('Last name').fill('Delgado')
  await page.getByLabel('Birth date').fill('1983-05-09')
  await page.getByRole('button', { name: 'Look for this person' }).click()
  await page.getByText('Nobody you may know looks like this person.').waitFor()
  await choose(page, 'The source is', 'Claims adjuster')
  await page.getByRole('textbox', { name: 'Name (optional)', exact: true }).fill('Priya Natarajan')
  await page.getByLabel('Organization').fill('Granite Mutual')
  await page.getByLabel('Why the person is referred').fill('Back injury on 3 February; medical case management in the field')
  await choose(page, 'How urgent', 'Routine')
  await choose(page, 'Safe contact', 'Asked: no limits')
  await page.getByRole('button', { name: 'Add a phone' }).click()
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('(919) 555-0143')
  await page.getByLabel('What is asked for').fill('Medical CM, field')
  await choose(page, 'Who pays', 'Workers’ compensation')
  await page.getByLabel('Claim number').fill('WC-26-004187')
  await page.getByRole('button', { name: 'Receive this referral' }).click()
  await page.getByRole('heading', { level: 1, name: 'Marcus Delgado' }).waitFor()
  await choose(page, 'Program', 'Workers’ compensation')
  await page.getByRole('button', { name: 'Triage', exact: true }).last().click()
  await page.getByText('Triaged. Now it can be decided.').waitFor()
  await picture(page, 'referral-triaged')

  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByRole('button', { name: 'Accept and open the case' }).click()
  const refused = page.getByRole('alert').filter({ hasText: 'Before accepting, write down what is missing.' })
  await refused.getByRole('link', { name: 'The hours the payer authorized' }).click()
  await page.getByLabel('Services authorized').fill('Medical CM')
  await page.getByLabel('Hours authorized').fill('20')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Ready to accept').waitFor()

  await page.getByRole('button', { name: 'Record a reply' }).click()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('The reply is recorded.').waitFor()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await page.getByRole('button', { name: 'Accept and open the case' }).click()
  await page.waitForURL(/\/clients\/.*\/story\?case=/)
  const [opened] = await j.w.asOwner(
    'select c.status, c.claim, r.authorized_minutes from case_record c join referral r on r.case_id = c.id',
  )
  assert.deepEqual([opened.status, opened.authorized_minutes], ['pending_engagement', 1200])
  await page.context().close()
})

test('INV-01 somebody we know: each likely match is looked at, and the case opens for the client chosen', async () => {
  const person = {
    givenName: 'Marcus',
    familyName: 'Delgado',
    birthDate: '1983-05-09',
    birthDatePrecision: 'day',
    contactWays: [{ kind: 'phone', value: '(919) 555-0143' }],
  }
  const id = await receive({ person })
  const page = await open(`/referrals/${id}?do=duplicate`, 'Marcus Delgado')
  await page.getByText('Probably the same').first().waitFor()
  await accessible(page)
  await page
    .getByRole('list', { name: 'Clients who may be this person' })
    .getByRole('button', { name: 'This is the one' })
    .click()
  await page.getByText('Marked as a duplicate; the other one goes on.').waitFor()
  await page.getByRole('button', { name: 'Open that client' }).waitFor()
  await page.context().close()
})

test('U2 danger comes first in the inbox and is acted on; nobody can put it on a waitlist', async () => {
  await receive()
  const id = await receive({
    person: { givenName: 'Dre', familyName: 'Coleman' },
    urgency: 'urgent-safety',
    danger: 'no-shelter-tonight',
    receivedOn: '2026-02-16',
    reason: 'Slept in his car; it was towed today',
  })
  const page = await open('/referrals', 'Referrals')
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  assert.deepEqual(headings.slice(0, 2), ['Urgent safety needs', 'New'])
  await picture(page, 'inbox')
  await page.getByRole('link', { name: 'Dre Coleman' }).click()
  await page.getByLabel('What was done for their safety today').fill('Motel voucher for tonight; Ana drives him at 6')
  await page.getByRole('button', { name: 'Triage', exact: true }).last().click()
  await page.getByText('Triaged. Now it can be decided.').waitFor()
  assert.equal(await page.getByRole('button', { name: 'Waitlist' }).count(), 0)
  await page.getByRole('button', { name: 'Redirect', exact: true }).click()
  await page.getByLabel('Agency').fill('Harbor Street Shelter')
  await page.getByLabel('Who takes over there').fill('Dee Ray')
  await page.getByLabel('How to reach them').fill('919 555 0190')
  await page.getByRole('button', { name: 'It is handed over' }).click()
  await page.getByText('Dee Ray at Harbor Street Shelter took over.').waitFor()
  assert.equal((await j.w.asOwner('select status from referral where id = $1', [id]))[0].status, 'redirected')
  await page.context().close()
})

test('an electronic record comes in by upload, accounts for every entry, and is confirmed fact by fact', async () => {
  const page = await open('/referrals/new?way=record', 'New referral')
  await page
    .locator('input[type=file]')
    .setInputFiles(new URL('../capabilities/referrals/invented-bundle.json', import.meta.url).pathname)
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.getByText('of 20 entries say something a referral needs').waitFor()
  await page.getByRole('row', { name: /All 20/ }).waitFor()
  await accessible(page)
  await picture(page, 'upload-report')
  await page.getByRole('button', { name: 'Confirm what it says' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rosa Elena Example-Garcia' }).waitFor()
  const card = page.getByRole('region', { name: 'Confirm what the record says' })
  assert.equal(await card.getByRole('checkbox', { name: /…1234/ }).isChecked(), false)
  await picture(page, 'prefill')
  await card.getByRole('button', { name: /^Keep \d+ of \d+ facts$/ }).click()
  await page.getByText('Confirmed.').waitFor()
  await page.getByText('Chronic kidney disease stage 3b (since 2021)').waitFor()
  await page.context().close()
})

test('a person asks for help on a phone, in Spanish, without an account, and lands in the inbox', async () => {
  const page = await j.page(null, { at, width: 360, locale: 'es-US' })
  await page.goto(`${j.url}/self-referral?agency=harborview`)
  await page.getByRole('heading', { level: 1, name: 'Pida ayuda a Harborview Case Management' }).waitFor()
  await accessible(page)
  await fits(page)
  await picture(page, 'self-referral-es-360')
  await page.getByLabel('Su nombre').fill('Ana Lucía Reyes')
  await page.getByLabel('Con sus propias palabras').fill('No puedo pagar la renta este mes')
  await page.getByLabel(/Tenga cuidado/).check()
  await page.getByRole('button', { name: 'Enviar' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Teléfono').fill('919 555 0112')
  await page.getByLabel(/Cómo y cuándo/).fill('Solo mensajes de texto')
  await page.getByRole('button', { name: 'Enviar' }).click()
  await page.getByRole('heading', { level: 1, name: /Gracias/ }).waitFor()
  await accessible(page)
  const { groups } = (await j.w.as('ines').get('/api/referrals')).body
  const item = groups
    .flatMap((each: { items: { name: string }[] }) => each.items)
    .find((each: { name: string }) => each.name === 'Ana Lucía Reyes')
  assert.deepEqual([item.channel, item.spokenLanguage], ['self-referral', 'es'])
  await page.context().close()
})

let harold: string
/** Somebody who waits, and somebody whose referral was withdrawn. */
async function someoneWaits(): Promise<string> {
  const withdrawn = await receive({ person: { givenName: 'Ruth', familyName: 'Whitfield' } })
  assert.equal(
    (await j.w.as('ines').post(`/api/referrals/${withdrawn}/withdrawal`, { by: 'source', reason: 'sent-by-mistake' })).status,
    201,
  )
  return receive({ person: { givenName: 'Harold', familyName: 'Whitfield', spokenLanguage: 'vi', interpreter: 'needed' } })
}
const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name }).waitFor()
const pages: [string, string | null, () => string, (page: Page) => Promise<unknown>][] = [
  ['inbox', 'ines', () => '/referrals', heading('Referrals')],
  [
    'list of decided referrals',
    'ines',
    () => '/referrals?show=decided',
    (page) => page.getByRole('list', { name: 'Decided referrals' }).waitFor(),
  ],
  ['page of a referral', 'ines', () => `/referrals/${harold}`, heading('Harold Whitfield')],
  [
    'form of a referral',
    'ines',
    () => `/referrals/${harold}?edit=claim`,
    (page) => page.getByText('Correct what was written down').waitFor(),
  ],
  ['letter', 'ines', () => `/referrals/${harold}/letter`, heading('Referral of Harold Whitfield')],
  ['search before a new referral', 'ines', () => '/referrals/new', heading('New referral')],
  ['public page', null, () => '/self-referral?agency=harborview', heading('Ask Harborview Case Management for help')],
]
for (const [name, person, path, ready] of pages)
  test(`the ${name} is accessible and fits, light and dark, wide and on a phone`, async () => {
    harold ??= await someoneWaits()
    await looksRight(j, person === null ? null : 'ines', path(), ready, at)
  })
