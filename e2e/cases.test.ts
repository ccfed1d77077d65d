// A case from its beginning to its end on its own page: what is missing, the beginning, a pause, a transfer, a closing, a return.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { askedSafely, papersOf, readyCase } from '../test/situations.ts'
import type { Person } from '../test/world.ts'
import { accessible, journey, looksRight, type Journey } from './browser.ts'

let j: Journey
before(async () => { j = await journey() })
after(() => j.close())

const pathOf = ({ clientId, caseId }: { clientId: string; caseId: string }) => `/clients/${clientId}/case?case=${caseId}`
const open = async (who: { clientId: string; caseId: string }, person: Person = 'maya', width = 1440): Promise<Page> => {
  const page = await j.page(person, { width })
  await page.goto(j.url + pathOf(who))
  await page.getByText('How it came here').waitFor()
  return page
}
const statusOf = async (caseId: string) => (await j.w.asOwner('select status from case_record where id = $1', [caseId]))[0].status
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('H1–H5 the work begins when everything missing is there, and not before', async () => {
  const who = await j.w.openCase({ status: 'pending_engagement', displayName: 'Marcus Delgado' })
  const page = await open(who)
  await page.getByText('4 things are missing before the work can begin:').waitFor()
  assert.match((await page.getByRole('link', { name: /Record the consent/ }).getAttribute('href')) ?? '', /\/consents\?case=/)
  assert.equal(await page.getByRole('button', { name: 'Begin the work' }).count(), 0)
  await papersOf(j.w, who.clientId)
  await askedSafely(j.w, who.clientId)
  await page.reload()
  await page.getByRole('button', { name: 'Begin the work' }).click()
  await page.getByText('Complete the assessment of Marcus Delgado').waitFor()
  assert.equal(await statusOf(who.caseId), 'active')
  await page.context().close()
})

test('a pause asks for the day it is looked at again; the refusal says what to do; then the work goes on', async () => {
  const who = await j.w.openCase({ displayName: 'Jenna Kowalski' })
  const page = await open(who)
  await page.getByRole('button', { name: 'Pause…' }).click()
  await page.getByRole('combobox', { name: 'Why?' }).click()
  await page.getByRole('option', { name: 'In hospital or a facility' }).click()
  await page.getByLabel('What happened?').fill('Admitted on Monday.')
  await page.getByLabel('When do we look again?').fill(dayFrom(45))
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByText('A pause is reviewed within 30 days.').waitFor()
  await accessible(page)
  await page.getByLabel('When do we look again?').fill(dayFrom(14))
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByText(/In hospital or a facility\. Looked at again/).waitFor()
  await page.getByRole('button', { name: 'Go on with the work…' }).click()
  await page.getByLabel('What changed?').fill('Home since Friday.')
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await page.getByText('The work began').waitFor()
  assert.equal(await statusOf(who.caseId), 'active')
  await page.context().close()
})

test('a case is passed on: asked with a summary, seen by the receiver, moved only by the acceptance', async () => {
  const who = await j.w.openCase({ displayName: 'Evelyn Osei' })
  const page = await open(who)
  await page.getByRole('button', { name: 'Pass on…' }).click()
  await page.getByRole('combobox', { name: 'Who is asked?' }).click()
  await page.getByRole('option', { name: /Zoe Park/ }).click()
  await page.getByLabel('Why does the case move?').fill('She moves to the chronic program.')
  await page.getByLabel('What does your colleague need to know?').fill('She wants to sleep in her own bed.')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Waiting for an answer').waitFor()
  await page.context().close()

  const zoes = await j.page('zoe')
  await zoes.goto(j.url)
  await zoes.getByRole('link', { name: /^Answer: / }).click()
  await zoes.getByText('She wants to sleep in her own bed.').waitFor()
  await zoes.getByRole('button', { name: 'Take over', exact: true }).click()
  await zoes.getByRole('region', { name: 'Who works this case' }).getByText('Zoe Park').waitFor()
  await zoes.getByText('Will you take over?').waitFor({ state: 'detached' })
  await zoes.context().close()
  assert.equal((await j.w.as('maya').get(`/api/cases/${who.caseId}`)).status, 404)
})

test('a level is changed with its reason, a colleague joins for a reason and leaves', async () => {
  const who = await j.w.openCase({ displayName: 'Linda Tran' })
  const page = await open(who)
  await page.getByRole('button', { name: 'Change the level…' }).click()
  await page.getByRole('radio', { name: 'Level 4 Intensive' }).check()
  await page.getByLabel('Why?').fill('Discharged today, lives alone.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Discharged today, lives alone.').waitFor()
  await page.getByRole('button', { name: 'Add a colleague…' }).click()
  await page.getByRole('combobox', { name: 'Who?' }).click()
  await page.getByRole('option', { name: /Zoe Park/ }).click()
  await page.getByLabel('Why do they need to know?').fill('Speaks Vietnamese.')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const team = page.getByRole('region', { name: 'Who works this case' })
  await team.getByText('Speaks Vietnamese.').waitFor()
  await page.getByRole('button', { name: 'Zoe Park leaves the team' }).click()
  await page.getByLabel('Why?').fill('The interpreter is back.')
  await page.getByRole('button', { name: 'Leaves now' }).click()
  await team.getByText('Earlier: Zoe Park').waitFor()
  await page.context().close()
})

test('closing says why and that the client was told; a reason of the agency goes to the supervisor', async () => {
  const who = await j.w.openCase({ displayName: 'Harold Whitfield' })
  const page = await open(who)
  const choose = async (reason: string) => {
    await page.getByRole('combobox', { name: 'Why does it close?' }).click()
    await page.getByRole('option', { name: reason }).click()
  }
  await page.getByRole('button', { name: 'Begin closing…' }).click()
  await choose('Conflict of interest')
  await page.getByText('when the agency ends the work, a supervisor decides').waitFor()
  await page.getByRole('button', { name: 'Another reason' }).click()
  await choose('Goals achieved')
  await page.getByLabel('Why is now the right time?').fill('Both goals are met.')
  await page.getByRole('button', { name: 'Begin closing', exact: true }).click()
  await page.getByText('Tell the client first and write down the day').waitFor()
  await page.getByLabel('The client was told on').fill(dayFrom(-1))
  await page.getByRole('button', { name: 'Begin closing', exact: true }).click()
  await page.getByText('Write the closure summary of Harold Whitfield').waitFor()
  assert.equal(await statusOf(who.caseId), 'closing')
  await page.context().close()
})

test('the case page looks right, light and dark, wide and on a phone', async () => {
  const pending = await j.w.openCase({ status: 'pending_engagement', displayName: 'Blue Cap' })
  for (const who of [pending, await readyCase(j.w), await j.w.openCase({ status: 'closed' })])
    await looksRight(j, 'maya', pathOf(who), (page) => page.getByText('How it came here').waitFor())
})
