// An administrator adds a colleague who comes in by a link; a supervisor sees late work and passes a case on, which the colleague accepts.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { journey, looksRight, type Journey } from './browser.ts'

const now = '2027-03-01T15:00:00Z'
let j: Journey
let ids: { caseId: string; clientId: string }

before(async () => {
  j = await journey()
  await j.w.setClock(now)
  ids = await j.w.openCase({ displayName: 'Linda Tran', acuityLevel: 3 })
  await j.w.as('maya').post('/api/tasks', { title: 'Call the clinic about the monitor', due: '2027-02-22', caseId: ids.caseId, clientId: ids.clientId, assignTo: { staffId: j.w.staffId.maya } })
  await j.w.asOwner(`update credential set expires_on = '2027-04-15' where staff_id = $1`, [j.w.staffId.zoe])
})
after(() => j.close())

test('a colleague is added, gets a licence and a link, and comes in by it', async () => {
  const page = await j.page('ada', { at: now })
  await page.goto(`${j.url}/administration`)
  await page.getByRole('button', { name: 'Add a colleague' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Noor Said')
  await page.getByLabel('E-mail address, to sign in with').fill('noor@example.org')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Noor Said' }).waitFor()
  await page.getByText('Cannot sign in yet.').waitFor()
  await page.getByRole('button', { name: 'Record one' }).click()
  await page.getByLabel('What it is called').fill('Registered Nurse')
  await page.getByRole('textbox', { name: 'Number' }).fill('312044')
  await page.getByRole('button', { name: 'I have seen it: record' }).click()
  await page.getByRole('alert').getByText('A licence belongs to a state').waitFor()
  await page.getByRole('combobox', { name: 'State' }).click()
  await page.getByRole('option', { name: 'NC' }).click()
  await page.getByLabel('Valid until').fill('2029-01-31')
  await page.getByRole('button', { name: 'I have seen it: record' }).click()
  await page.getByText('seen by Ada Voss').waitFor()
  await page.getByRole('button', { name: 'Make an invitation link' }).click()
  const link = await page.locator('[data-invitation]').innerText()
  const noor = await j.page(null, { at: now })
  await noor.goto(link)
  await noor.getByLabel('Password', { exact: true }).fill('a quiet river in spring')
  await noor.getByRole('button', { name: 'Come in' }).click()
  await noor.getByText('Noor Said').first().waitFor()
  await page.context().close()
  await noor.context().close()
})

test('a supervisor sees who needs help and why, and passes a case on; it moves when the colleague accepts', async () => {
  const page = await j.page('omar', { at: now })
  await page.goto(`${j.url}/team`)
  const first = page.getByRole('list', { name: 'People' }).getByRole('listitem').first()
  await first.getByText('1 late').waitFor()
  await first.getByRole('link', { name: 'Maya Ortiz' }).click()
  await page.getByRole('list', { name: 'Late work' }).getByText('Call the clinic about the monitor').waitFor()
  await page.getByRole('button', { name: 'Reassign Linda Tran' }).click()
  await page.getByRole('combobox', { name: 'Who is asked?' }).click()
  await page.getByRole('option', { name: /Zoe Park/ }).click()
  await page.getByLabel('Why does the case move?').fill('Maya is on leave from Friday')
  await page.getByLabel('What does your colleague need to know?').fill('She wants calls after five. The food list is open.')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText(/Asked\./).waitFor()
  const primary = () => j.w.asOwner(`select staff_id from case_team where case_id = $1 and role = 'primary' and until_at is null`, [ids.caseId])
  assert.deepEqual(await primary(), [{ staff_id: j.w.staffId.maya }])
  const [transfer] = await j.w.asOwner('select id from case_transfer where case_id = $1', [ids.caseId])
  assert.equal((await j.w.as('zoe').post(`/api/cases/${ids.caseId}/transfers/${transfer.id}/acceptance`)).status, 201)
  assert.deepEqual(await primary(), [{ staff_id: j.w.staffId.zoe }])
  await page.context().close()
})

test('a program is added and given a supervisor; the agency’s letterhead is saved', async () => {
  const page = await j.page('ada', { at: now })
  await page.goto(`${j.url}/administration?part=programs`)
  await page.getByRole('button', { name: 'Add a program' }).first().click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Transitional care')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change Transitional care' }).click()
  await page.getByRole('combobox', { name: 'Name a supervisor' }).click()
  await page.getByRole('option', { name: /Omar Haddad/ }).click()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await page.getByRole('button', { name: 'Release Omar Haddad' }).waitFor()
  await page.goto(`${j.url}/administration?part=agency`)
  await page.getByLabel('Phone on documents').fill('919 555 0100')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The agency is saved.').waitFor()
  await page.context().close()
})

const pages = [
  ['omar', '/team?person=zoe', 'Open cases of Zoe Park'], ['maya', '/team', 'Omar Haddad'], ['ada', '/administration?part=staff', 'Maya Ortiz'],
  ['ada', '/administration?part=programs', 'NC'], ['ada', '/administration?part=agency', 'Time zone'], ['ada', '/administration/staff/maya', 'Professional licence'],
] as const
for (const [person, path, shows] of pages)
  test(`axe finds nothing on ${path} for ${person}, light and dark, wide and on a phone`, () =>
    looksRight(j, person, path.replace(/(zoe|maya)$/, (name) => j.w.staffId[name === 'zoe' ? 'zoe' : 'maya']), (page) => page.getByText(shows).first().waitFor(), now))
