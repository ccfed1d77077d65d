// Privacy on screen: a label hides a note until a clearance shows it; a purge takes two people and a hold stops it; a restricted note is for the team.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { sealEverything, sealerOf } from '../platform/audit/testing/sealing.ts'
import { writeAudit } from '../platform/events.ts'
import { journey, looksRight, type Journey } from './browser.ts'

const at = '2026-02-17T18:00:00Z'
const privacy = '/administration?part=privacy'
let j: Journey
let ids: { caseId: string; clientId: string }
let note: string
before(async () => {
  j = await journey()
  await j.w.setClock(at)
  ids = await j.w.openCase({ displayName: 'Linda Tran' })
  const written = await j.w.as('maya').post(`/api/cases/${ids.caseId}/contacts`, { kind: 'completed', mode: 'phone', occurredAt: '2026-02-17T17:20:00Z', durationMinutes: 25, narrative: 'She spoke of drinking again.', nextStep: 'Call on Friday', sign: true })
  assert.equal(written.status, 201, JSON.stringify(written.body))
  note = written.body.id
})
after(() => j.close())

const storyOf = () => `${j.url}/clients/${ids.clientId}/story?case=${ids.caseId}`
const noteOf = () => `${j.url}/clients/${ids.clientId}/notes/${note}?case=${ids.caseId}`
async function choose(page: Page, label: string, option: RegExp | string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}
async function clear(page: Page, person: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Clear somebody' }).click()
  await choose(page, 'Who?', person)
  await page.getByLabel('Why do they need it?').fill('Works in the treatment program')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

test('a label hides a note from an uncleared supervisor, in the story and at its own address; a clearance shows it, marked', async () => {
  const ada = await j.page('ada', { at })
  await ada.goto(j.url + privacy)
  await ada.getByText('Nobody is cleared.').waitFor()
  await clear(ada, /Maya Ortiz/)
  await ada.getByText('Maya Ortiz: Substance use').waitFor()
  const omar = await j.page('omar', { at })
  await omar.goto(storyOf())
  await omar.getByText('She spoke of drinking again.').first().waitFor()
  const maya = await j.page('maya', { at })
  await maya.goto(noteOf())
  const card = maya.getByRole('region', { name: 'Special protection' })
  await card.getByRole('button', { name: 'Change labels' }).click()
  await card.getByRole('checkbox', { name: 'Substance use' }).check()
  await card.getByLabel('Why?').fill('Names treatment for alcohol use')
  await card.getByRole('button', { name: 'Set the labels' }).click()
  await card.getByText('How it was changed').click()
  await card.getByText(/Names treatment for alcohol use/).waitFor()
  await omar.goto(storyOf())
  await omar.getByRole('heading', { name: /Linda Tran/ }).waitFor()
  assert.doesNotMatch(await omar.locator('body').innerText(), /drinking|Substance/)
  await omar.goto(noteOf())
  await omar.getByRole('alert').waitFor()
  assert.doesNotMatch(await omar.locator('body').innerText(), /drinking|Substance/)
  await clear(ada, /Omar Haddad/)
  await omar.goto(storyOf())
  await omar.getByText('She spoke of drinking again.').first().waitFor()
  await omar.getByText('Substance use').first().waitFor()
  for (const page of [ada, omar, maya]) await page.context().close()
})

test('a restricted note is written and read by the team for a reason; the supervisor’s page has no such card', async () => {
  const maya = await j.page('maya', { at })
  await maya.goto(`${j.url}/clients/${ids.clientId}/case?case=${ids.caseId}`)
  const card = maya.getByRole('region', { name: 'Restricted notes' })
  await card.getByRole('button', { name: 'Write one' }).click()
  await card.getByLabel('The note').fill('She remembers the house by the river.')
  await card.getByRole('button', { name: 'Keep it apart' }).click()
  await card.getByRole('button', { name: 'Open…' }).click()
  await card.getByLabel('Why do you need it?').fill('Session tomorrow')
  await card.getByRole('button', { name: 'Open the note' }).click()
  await card.getByText('She remembers the house by the river.').waitFor()
  await maya.context().close()
  const omar = await j.page('omar', { at })
  await omar.goto(`${j.url}/clients/${ids.clientId}/case?case=${ids.caseId}`)
  await omar.getByRole('heading', { name: 'Special protection' }).waitFor()
  assert.doesNotMatch(await omar.locator('body').innerText(), /river|Restricted notes|Counselling/)
  await omar.context().close()
})

test('a purge takes two people; a legal hold placed meanwhile keeps what is about its client', async () => {
  const free = await j.w.openCase({ displayName: 'Free Person' })
  for (const { clientId } of [ids, free]) await j.w.work('maya', (work) => writeAudit(work, 'about one', { entity: 'client', id: clientId }, clientId, { n: 1 }))
  const later = '2040-03-01T15:00:00Z'
  await j.w.setClock(later)
  const omar = await j.page('omar', { at: later })
  await omar.goto(`${j.url}/clients/${ids.clientId}/details`)
  await omar.getByRole('button', { name: 'Place a hold' }).click()
  await omar.getByLabel('Why must everything be kept?').fill('Claim 22-118 is at court')
  await omar.getByRole('button', { name: 'Save' }).click()
  await omar.getByText('In force').waitFor()
  const ada = await j.page('ada', { at: later })
  await ada.goto(j.url + privacy)
  await ada.getByRole('button', { name: 'Propose a purge' }).click()
  await ada.getByText(/stays? under a legal hold/).waitFor()
  await ada.getByLabel('What allows it: the schedule, statute or order').fill('Schedule 7, item 3')
  await ada.getByRole('button', { name: 'Propose', exact: true }).click()
  await ada.getByRole('button', { name: 'Approve' }).click()
  await ada.getByText(/1 of 2 approvals: Ada Voss/).waitFor()
  assert.equal(await ada.getByRole('button', { name: /Carry out|Approve/ }).count(), 0)
  const quinn = await j.page('quinn', { at: later })
  await quinn.goto(j.url + privacy)
  await quinn.getByRole('link', { name: 'Linda Tran' }).waitFor()
  await quinn.getByRole('button', { name: 'Approve' }).click()
  await quinn.getByRole('button', { name: 'Carry out…' }).click()
  await quinn.getByRole('button', { name: 'Remove them for good' }).click()
  await quinn.getByText(/details? removed/).waitFor()
  assert.deepEqual(await j.w.asOwner(`select payload is not null as there from audit_event where action = 'about one' order by id`), [{ there: true }, { there: false }])
  for (const page of [omar, ada, quinn]) await page.context().close()
})

test('the keyboard gets there: Ctrl-K, legal holds, Enter', async () => {
  const page = await j.page('quinn', { at: '2040-03-01T15:00:00Z' })
  await page.goto(j.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find a client, a screen, an action' }).fill('legal holds')
  await page.getByText('Legal holds').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Legal holds' }).waitFor()
  await page.context().close()
})

test('privacy is accessible and fits, light and dark, wide and on a phone', async () => {
  await sealEverything(sealerOf(j.w))
  await looksRight(j, 'quinn', privacy, (page) => page.getByText('Omar Haddad: Substance use').waitFor(), '2040-03-01T15:00:00Z')
})
test('details with labels and a hold are accessible and fit', () => looksRight(j, 'omar', `/clients/${ids.clientId}/details`, (page) => page.getByText('What has special protection').waitFor(), '2040-03-01T15:00:00Z'))
