// A case manager opens a client, records a visit with everything that came of it, and finds it told in the story.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { agreedPlan, plannedCase } from '../capabilities/plans/plan.testing.ts'
import { journey, looksRight, picture, type Journey } from './browser.ts'

const now = '2026-02-17T22:20:00Z' // 17:20 in New York
let j: Journey
let path: string
let ids: { caseId: string; clientId: string; goalId: string }

before(async () => {
  j = await journey()
  await j.w.setClock('2026-02-02T15:00:00Z')
  const planned = await plannedCase(j.w, { acuityLevel: 3 })
  await agreedPlan(planned)
  ids = planned
  path = `/clients/${planned.clientId}/story`
  const client = `/api/clients/${planned.clientId}`
  const maya = j.w.as('maya')
  const sent = [
    await maya.patch(client, { pronouns: 'she/her', spokenLanguage: 'vi', interpreter: 'needed', birthDate: '1970-01-20' }, { ifMatch: 1 }),
    await maya.post(`${client}/support-members`, { name: 'Minh Tran', relationship: 'spouse', relationshipNote: 'husband', caregivingTasks: 'cooks, drives', mayDiscuss: ['plan'], permissionBasis: 'Said so on 2 Feb, interpreter V-2213' }),
    await maya.post(`${client}/contact-points`, { system: 'phone', value: '(503) 555-0142', safety: 'safe', leaveMessage: 'no' }),
    await maya.post(`${client}/safe-contact`, { answer: 'required', instruction: 'Call after 17:00 · no voicemail' }),
    await maya.post(`${planned.path}/barriers`, { statement: 'knee pain', type: 'provider', owner: { kind: 'provider', name: 'Dr. Pham' }, goalIds: [planned.goalId] }),
    await maya.post(`${planned.path}/contacts`, { kind: 'attempt', mode: 'phone', attemptResult: 'no-answer', occurredAt: '2026-02-02T14:30:00Z', sign: true, contactPointId: null }),
  ]
  await j.w.setClock(now)
  assert.deepEqual(sent.map(({ status }) => status).slice(0, 5), [200, 201, 201, 201, 201])
  await j.w.asOwner("update case_record set opened_on = '2026-01-26', activated_on = '2026-01-26' where id = $1", [planned.caseId])
  await maya.post('/api/tasks', { title: 'Glucose monitor: appeal decision', due: '2026-04-26', clientId: planned.clientId, caseId: planned.caseId })
})
after(() => j.close())

const open = async (at = now): Promise<Page> => {
  const page = await j.page('maya', { at })
  await page.goto(j.url + path)
  await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  return page
}

test('the header says what one must know first', async () => {
  const page = await open()
  const header = await page.getByRole('group', { name: 'What to know first' }).innerText()
  for (const words of ['Vietnamese · interpreter needed', 'Call after 17:00 · no voicemail', 'Level 3 High', 'Active · day 23', 'Maya Ortiz, RN CCM']) assert.ok(header.includes(words), words)
  await page.getByRole('heading', { name: 'What she wants' }).waitFor()
  await page.getByText('Minh Tran').first().waitFor()
  await page.context().close()
})

test('INV-42 INV-44 one save keeps the call, its minutes, the interpreter, the goal moved and the next task', async () => {
  const page = await open()
  const composer = page.getByRole('region', { name: 'Record a contact' })
  await composer.getByLabel('What happened').fill('Dietitian seen; the family cooks the phở with less salt.')
  await composer.getByRole('button', { name: '0 min' }).click()
  await composer.getByRole('button', { name: '20', exact: true }).click()
  await composer.getByRole('button', { name: 'Sign and save' }).click()
  // INV-04: refused until it says which number, and who interpreted.
  await composer.getByRole('alert').getByText('Choose the number').first().waitFor()
  await composer.getByLabel('(503) 555-0142').check()
  await composer.getByRole('button', { name: 'Who interpreted?' }).click()
  await composer.getByRole('combobox', { name: 'Who interpreted' }).click()
  await page.getByRole('option', { name: 'A qualified interpreter' }).click()
  await composer.getByLabel('Name or number').fill('V-2213')
  await composer.getByRole('button', { name: '+ Goal moved' }).click()
  await composer.getByLabel('“No dialysis”').check()
  await composer.getByRole('button', { name: '0', exact: true }).click()
  await composer.getByLabel('What shows it').fill('A1c 7.8')
  await composer.getByRole('button', { name: '+ Next task' }).click()
  await composer.getByLabel('What to do next').fill('Send the food list')
  await composer.getByRole('button', { name: 'in 3 days' }).click()
  await composer.getByRole('button', { name: 'Sign and save' }).click()
  await page.getByText('Signed and saved.').waitFor()
  const story = page.getByRole('list', { name: 'Story, newest first' })
  await story.getByText('the family cooks the phở with less salt').waitFor()
  await page.getByText('Send the food list').first().waitFor()
  const [score] = await j.w.asOwner('select level, evidence from contact_goal where goal_id = $1', [ids.goalId])
  assert.deepEqual(score, { level: 0, evidence: 'A1c 7.8' })
  await page.context().close()
})

test('a draft outlives a reload and a closed tab; nothing is sent until it is saved', async () => {
  const page = await open()
  await page.getByLabel('What happened').fill('She asked about the bus.')
  await page.getByText(/^Kept on this device/).waitFor()
  await page.reload()
  await page.getByLabel('What happened').and(page.locator('textarea')).waitFor()
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'She asked about the bus.')
  assert.deepEqual(await j.w.asOwner("select id from contact where narrative = 'She asked about the bus.'"), [])
  await page.context().close()
})

test('INV-43 keep a draft, undo it within ten seconds; signed notes are amended, not changed', async () => {
  const page = await open()
  await page.getByLabel('What happened').fill('To be undone.')
  await page.getByRole('button', { name: 'Which number?' }).click()
  await page.getByLabel('(503) 555-0142').check()
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await page.getByText('The draft is kept.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await assert.doesNotReject(async () => {
    for (let tries = 0; tries < 50; tries += 1) {
      const [row] = await j.w.asOwner("select status from contact where narrative = 'To be undone.'")
      if (row?.status === 'discarded') return
      await page.waitForTimeout(100)
    }
    throw new Error('The draft was not discarded.')
  })
  await page.getByRole('link', { name: /the family cooks/ }).click()
  await page.getByRole('heading', { name: 'Amend this note' }).waitFor()
  await page.getByLabel('What is added or corrected').fill('It was the aunt who cooks.')
  await page.getByLabel('Why').fill('I misheard')
  await page.getByRole('button', { name: 'Add amendment' }).click()
  await page.getByText('It was the aunt who cooks.').first().waitFor()
  await page.context().close()
})

test('filters live in the address: a colleague opens the same part of the story; Back returns', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Kind: Everything' }).click()
  await page.getByRole('menuitem', { name: 'Contacts' }).click()
  await page.waitForURL(/kind=contacts/)
  const omar = await j.page('omar', { at: now })
  await omar.goto(page.url())
  await omar.getByRole('button', { name: 'Kind: Contacts' }).waitFor()
  await omar.getByText('less salt').first().waitFor()
  const told = await omar.getByRole('list', { name: 'Story, newest first' }).innerText()
  assert.ok(told.includes('less salt') && !told.includes('Goal'), told)
  await page.context().close()
  await omar.context().close()
})

test('a colleague’s note appears without a reload', async () => {
  const page = await open()
  await j.w.as('omar').post(`/api/cases/${ids.caseId}/contacts`, { kind: 'collateral', mode: 'phone', occurredAt: '2026-02-17T22:00:00Z', participants: [{ role: 'provider', name: 'Dr. Pham' }], narrative: 'Dr. Pham orders a knee film.', noGoalReason: 'knee', nextStep: 'Film on Friday', sign: true })
  await page.getByText('Dr. Pham orders a knee film.').waitFor({ timeout: 8000 })
  await page.context().close()
})

test('the story prints as a record: who it is about and what happened, without buttons, composer or navigation', async () => {
  const page = await open()
  await page.getByText('less salt').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['Record a contact', 'Main', 'Parts of the record']) assert.equal(await page.getByLabel(gone, { exact: true }).isVisible(), false, gone)
  assert.equal(await page.getByRole('heading', { level: 1, name: 'Linda Tran' }).isVisible(), true)
  assert.equal(await page.getByText('less salt').first().isVisible(), true)
  await picture(page, 'story-print')
  await page.context().close()
})

test('who looked at the record stands in Details, per person and day', async () => {
  await j.w.as('quinn').get(`/api/clients/${ids.clientId}/chart`)
  const page = await j.page('maya', { at: now })
  await page.goto(`${j.url}/clients/${ids.clientId}/details`)
  const looked = page.getByRole('list', { name: 'Who looked' })
  await looked.getByText('Quinn Abel').waitFor()
  await looked.getByText(/^read, \d+ times? that day$/).first().waitFor()
  await page.context().close()
})

test('INV-02 whoever may not know the client learns nothing from the address', async () => {
  const page = await j.page('zoe', { at: now })
  await page.goto(j.url + path)
  await page.getByText('There is nobody at this address whom you work with.').waitFor()
  assert.ok(!(await page.content()).includes('Linda'))
  await page.context().close()
})

test('axe finds nothing on the client’s page, light and dark, wide and on a phone', () =>
  looksRight(j, 'maya', path, (page) => page.getByText('less salt').first().waitFor(), now))
