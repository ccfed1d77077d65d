// Service referrals in a browser: SC-04 step 7 and A2, SC-02 step 10, a receiver answering by link, consent withdrawn between sending and answering.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { authorizationOf, sent } from '../capabilities/serviceReferrals/referring.testing.ts'
import { accessible, fits, looksRight, picture } from './browser.ts'
import { scenario, type Scenario } from './scenario.ts'

let s: Scenario
let caseId: string
let clientId: string
before(async () => {
  s = await scenario()
  await s.on('2026-03-09T15:00:00Z')
  ;({ caseId, clientId } = await s.j.w.openCase({ displayName: 'Andre Coleman' }))
})
after(() => s.j.close())

const services = () => `/clients/${clientId}/services?case=${caseId}`
const openTask = async (rule: string) => (await s.dueOf(caseId, rule)).filter(({ status }) => status === 'open').map(({ due }) => due)

/** Written, previewed and sent from the screen; answers the code that was shown. */
async function refer(page: Page, organization: string, request: string): Promise<string> {
  await page.getByLabel('Name of the organization').fill(organization)
  await s.choose(page, 'Kind of service', 'Mental health care')
  await page.getByLabel('What you ask for').fill(request)
  await page.getByRole('button', { name: 'Preview it' }).click()
  const preview = page.getByRole('region', { name: `What ${organization} will see` })
  await preview.getByText('Andre Coleman').waitFor()
  await preview.getByText(request).waitFor()
  await page.getByRole('button', { name: 'Send the referral' }).click()
  return (await page.getByTestId('code').textContent()) ?? ''
}

/** The page without an account, at a phone's width. */
async function receiver(code: string, { typed = false } = {}): Promise<Page> {
  const page = await s.j.page(null, { width: 360, at: '2026-03-09T15:00:00Z' })
  await page.goto(`${s.j.url}/answer${typed ? '' : `#${code}`}`)
  if (typed) {
    await page.getByLabel('The code on your paper').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Open it' }).click()
  }
  return page
}

test('SC-04 step 7: clinic A has no room (A2: counted), Home says so first, clinic B accepts by link, and the loop closes when we know', async () => {
  const page = await s.open('maya', services())
  await page.getByRole('button', { name: 'Ask for a service' }).click()
  const codeA = await refer(page, 'Clinic A', 'First appointment for voices')
  await picture(page, 'service-referral-sent')
  await accessible(page)
  const clinicA = await receiver(codeA, { typed: true })
  await clinicA.getByText('Andre Coleman').waitFor()
  await accessible(clinicA)
  await fits(clinicA)
  await picture(clinicA, 'service-referral-receiver')
  await clinicA.getByRole('button', { name: 'No, we cannot' }).click()
  await s.choose(clinicA, 'The reason', 'No room')
  await clinicA.getByRole('button', { name: 'Send this answer' }).click()
  await clinicA.getByText('Thank you. We have your answer.').waitFor()
  await clinicA.reload()
  await clinicA.context().close()
  assert.deepEqual(await s.j.w.asOwner('select service_type, reason_code from unmet_need where case_id = $1', [caseId]), [{ service_type: 'mental-health', reason_code: 'no-capacity' }])
  assert.deepEqual(await openTask('service-declined'), ['2026-03-09'])

  const home = await s.open('maya', '/')
  const first = home.getByRole('main').getByRole('region').first()
  await first.getByText('Needs another way').waitFor()
  await first.getByText('Clinic A did not accept.').waitFor()
  await accessible(home)
  await home.getByRole('link', { name: 'Andre Coleman: Mental health care', exact: true }).click()
  await home.getByText('This way is closed. Find another one.').waitFor()
  await home.getByRole('link', { name: 'Ask somebody else' }).click()
  const codeB = await refer(home, 'Clinic B', 'First appointment for voices')
  assert.deepEqual(await openTask('service-declined'), [], 'asking clinic B answers the no')

  const clinicB = await receiver(codeB)
  await clinicB.getByRole('button', { name: 'Yes, we take it' }).click()
  await clinicB.getByRole('heading', { name: 'Set an appointment' }).waitFor()
  await clinicB.getByLabel('Day').fill('2026-03-19')
  await clinicB.getByLabel('Time').fill('10:30')
  await clinicB.getByRole('button', { name: 'Send the appointment' }).click()
  await clinicB.getByText('Thursday 19 March 2026').first().waitFor()
  await clinicB.getByLabel('Ask Harborview Case Management').fill('Does he need a ride?')
  await clinicB.getByRole('button', { name: 'Ask', exact: true }).click()
  await clinicB.getByText('Does he need a ride?').waitFor()
  await clinicB.context().close()
  assert.deepEqual(await openTask('service-appointment'), ['2026-03-23'])

  await s.on('2026-03-20T15:00:00Z')
  await home.reload()
  await home.getByText('Does he need a ride?').waitFor()
  await home.getByRole('button', { name: 'Record the outcome' }).click()
  await home.getByRole('radio', { name: 'Got there', exact: true }).check()
  await home.getByRole('radio', { name: 'Met', exact: true }).check()
  await home.getByRole('button', { name: 'Close the loop' }).click()
  await home.getByText('The loop is closed', { exact: true }).waitFor()
  assert.deepEqual(await openTask('service-appointment'), [])
  await picture(home, 'service-referral-closed')
  await home.context().close()
  await page.context().close()
})

test('SC-04 step 7: housing accepted and on hold on a waitlist, benefits under way, identity documents done and met', async () => {
  const { w } = s.j
  await s.on('2026-03-20T15:00:00Z')
  const told = (id: string, path: string, body: object) => w.as('maya').post(`/api/cases/${caseId}/service-referrals/${id}${path}`, body)
  const [psh, soar, documents] = await Promise.all([
    sent(w, caseId, { performer: { kind: 'organization', name: 'Coordinated entry' }, serviceType: 'housing' }, { way: 'phone' }),
    sent(w, caseId, { performer: { kind: 'organization', name: 'SOAR office' }, serviceType: 'benefits' }, { way: 'phone' }),
    sent(w, caseId, { performer: { kind: 'organization', name: 'Document desk' }, serviceType: 'identification' }, { way: 'in-person' }),
  ])
  for (const { id } of [psh, soar, documents]) assert.equal((await told(id, '/answers', { to: 'accepted' })).status, 201)
  await s.visit('maya', `/clients/${clientId}/services/${psh.id}?case=${caseId}`, async (page) => {
    await page.getByRole('button', { name: 'They told us' }).click()
    await s.choose(page, 'What did they say?', 'On hold')
    await s.choose(page, 'The reason', 'On a waitlist')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('On hold: On a waitlist').waitFor()
    await page.getByRole('button', { name: 'Their program' }).click()
    await s.choose(page, 'In their program the client is', 'On their waitlist')
    await page.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('On their waitlist').waitFor()
  })
  await told(soar.id, '/answers', { to: 'in-progress' })
  await told(documents.id, '/answers', { to: 'completed' })
  await told(documents.id, '/outcome', { clientReached: 'yes', reachedOn: '2026-03-20', needMet: 'met' })
  const rows = await w.asOwner('select performer_name as who, status, need_met from service_referral where case_id = $1 order by performer_name', [caseId])
  assert.deepEqual(rows.map(({ who, status, need_met: met }) => `${who}: ${status}${met ? `, ${met}` : ''}`), [
    'Clinic A: rejected', 'Clinic B: accepted, met', 'Coordinated entry: on-hold', 'Document desk: completed, met', 'SOAR office: in-progress'])
})

test('consent withdrawn between sending and answering: the page is dead at that instant, and nothing is recorded', async () => {
  const { w } = s.j
  await s.on('2026-03-09T15:00:00Z')
  const consentId = await authorizationOf(w, clientId)
  const { id, code } = await sent(w, caseId, { serviceType: 'legal' }, { basis: { ground: 'authorization', consentId } })
  const page = await receiver(code)
  await page.getByRole('button', { name: 'Yes, we take it' }).waitFor()
  assert.equal((await w.as('maya').post(`/api/clients/${clientId}/consents/${consentId}/revocation`, { method: 'verbal', byWhom: 'Andre Coleman' })).status, 201)
  await page.getByRole('button', { name: 'Yes, we take it' }).click()
  await page.getByRole('alert').getByText('This link does not open anything any more').waitFor()
  await page.reload()
  await page.getByText('This link opens nothing any more').waitFor()
  assert.equal(await page.getByText('Andre Coleman').count(), 0)
  await accessible(page)
  await page.context().close()
  assert.deepEqual(await w.asOwner('select status from service_referral where id = $1', [id]), [{ status: 'requested' }])
  await s.visit('maya', `/clients/${clientId}/services/${id}?case=${caseId}`, (staff) => staff.getByText('The consent has ended, and with it the link.').waitFor())
})

test('SC-02 step 10: meals and transport, asked by phone, loops closed on 25 and 30 March', async () => {
  const { w } = s.j
  await s.on('2026-03-20T15:00:00Z')
  const evelyn = await w.openCase({ displayName: 'Evelyn Osei' })
  for (const [name, serviceType, on] of [['Meals on wheels', 'food', '2026-03-25'], ['Senior rides', 'transport', '2026-03-30']] as const) {
    await s.on('2026-03-20T15:00:00Z')
    const { id } = await sent(w, evelyn.caseId, { performer: { kind: 'organization', name }, serviceType }, { way: 'phone' })
    await w.as('maya').post(`/api/cases/${evelyn.caseId}/service-referrals/${id}/answers`, { to: 'accepted' })
    await s.on(`${on}T15:00:00Z`)
    await s.visit('maya', `/clients/${evelyn.clientId}/services/${id}?case=${evelyn.caseId}`, async (page) => {
      await page.getByRole('button', { name: 'Record the outcome' }).click()
      await page.getByRole('radio', { name: 'Got there', exact: true }).check()
      await page.getByRole('radio', { name: 'Met', exact: true }).check()
      await page.getByRole('button', { name: 'Close the loop' }).click()
      await page.getByText('The loop is closed', { exact: true }).waitFor()
    })
  }
  const loops = await w.asOwner('select loop_closed_on::text as day, need_met from service_referral where case_id = $1 order by 1', [evelyn.caseId])
  assert.deepEqual(loops, [{ day: '2026-03-25', need_met: 'met' }, { day: '2026-03-30', need_met: 'met' }])
  assert.deepEqual(await w.asOwner(`select rule from task where case_id = $1 and status = 'open' and rule like 'service-%'`, [evelyn.caseId]), [])
})

test('the list, the form and a receiver’s page look right at both widths, light and dark, also in print and Spanish', async () => {
  const at = '2026-03-20T15:00:00Z'
  await s.on(at)
  const { code, id } = await sent(s.j.w, caseId, { serviceType: 'food', request: 'A food box for two' })
  await looksRight(s.j, 'maya', services(), (page) => page.getByText('Asked of others').waitFor(), at)
  await looksRight(s.j, 'maya', `/clients/${clientId}/services/new?case=${caseId}`, (page) => page.getByLabel('Name of the organization').waitFor(), at)
  await looksRight(s.j, null, `/answer#${code}`, (page) => page.getByText('A food box for two').waitFor(), at)
  const paper = await s.open('maya', `/clients/${clientId}/services/${id}/print?case=${caseId}#${code}`)
  await paper.getByRole('button', { name: 'Español' }).click()
  await paper.getByRole('heading', { name: 'Una referencia para usted' }).waitFor()
  await accessible(paper)
  await picture(paper, 'service-referral-paper')
  await paper.context().close()
})
