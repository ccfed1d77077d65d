// SC-01 whole: Marcus Delgado, from the adjuster's call to his closure, in a browser; the dates, the guards and the signatures of the practice model.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asking } from '../capabilities/assessments/asking.testing.ts'
import { shippedInstrumentIds } from '../capabilities/assessments/instrument.shipped.ts'
import { closeTheCase, completed, giveNotices, scenario, type Scenario } from './scenario.ts'

let s: Scenario
let caseId = ''
let clientId = ''
let goalId = ''
const at = (tab: string) => `/clients/${clientId}/${tab}?case=${caseId}`
before(async () => {
  s = await scenario()
})
after(() => s.j.close())

test('Mon 16 Feb: the referral is received, triaged, answered and accepted; the first attempt is due Wed 18 Feb', async () => {
  await s.on('2026-02-16T15:00:00Z')
  const page = await s.open('ines', '/referrals/new', 'New referral')
  await page.getByLabel('First name').fill('Marcus')
  await page.getByLabel('Last name').fill('Delgado')
  await page.getByLabel('Birth date').fill('1983-05-09')
  await page.getByRole('button', { name: 'Look for this person' }).click()
  await page.getByText('Nobody you may know looks like this person.').waitFor()
  await s.choose(page, 'The source is', 'Claims adjuster')
  await page.getByRole('textbox', { name: 'Name (optional)', exact: true }).fill('Priya Natarajan')
  await page.getByLabel('Organization').fill('Granite Mutual')
  await page.getByLabel('Why the person is referred').fill('L4-5 disc herniation on 3 February, order selector')
  await s.choose(page, 'How urgent', 'Routine')
  await s.choose(page, 'Safe contact', 'Asked: no limits')
  await page.getByRole('button', { name: 'Add a phone' }).click()
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('(919) 555-0143')
  await page.getByLabel('What is asked for').fill('Medical CM, field')
  await s.choose(page, 'Who pays', 'Workers’ compensation')
  await page.getByLabel('Claim number').fill('WC-26-004187')
  await page.getByLabel('Services authorized').fill('Medical CM')
  await page.getByLabel('Hours authorized').fill('20')
  await page.getByRole('button', { name: 'Receive this referral' }).click()
  await page.getByRole('heading', { level: 1, name: 'Marcus Delgado' }).waitFor()
  await s.choose(page, 'Program', 'Workers’ compensation')
  await page.getByRole('button', { name: 'Triage', exact: true }).last().click()
  await page.getByText('Triaged. Now it can be decided.').waitFor()
  await page.getByRole('button', { name: 'Record a reply' }).click()
  await page.getByRole('button', { name: 'Record it' }).click()
  await page.getByText('to Priya Natarajan').waitFor()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await s.choose(page, 'Who answers for the case', /Maya Ortiz/)
  await page.getByRole('button', { name: 'Accept and open the case' }).click()
  await page.waitForURL(/\/clients\/.*\/story\?case=/)
  ;[clientId = '', caseId = ''] = /clients\/([0-9a-f-]+)\/story\?case=([0-9a-f-]+)/.exec(page.url())?.slice(1) ?? []
  assert.deepEqual(await s.dueOf(caseId, 'first-attempt'), [{ status: 'open', due: '2026-02-18' }])
  await page.context().close()
})

test('Tue 17 Feb: Home says to call him; the call is recorded in one save and meets the first attempt', async () => {
  await s.on('2026-02-17T15:00:00Z')
  await s.visit('maya', '/', async (page) => {
    await page.getByText('Call Marcus Delgado for the first time').waitFor()
    await page
      .getByRole('link', { name: 'Record a call' })
      .or(page.getByRole('button', { name: 'Record a call' }))
      .first()
      .click()
    const composer = page.getByRole('region', { name: 'Record a contact' })
    await composer.getByLabel('What happened').fill('Three-point contact: Marcus, Dr. Reed, Piedmont Grocers. Not represented.')
    await composer.getByRole('button', { name: 'Which number?' }).click()
    await composer.getByLabel('(919) 555-0143').check()
    await composer.getByRole('button', { name: '+ Next task' }).click()
    await composer.getByLabel('What to do next').fill('Home visit Thursday')
    await composer.getByRole('button', { name: 'in 3 days' }).click()
    await composer.getByRole('button', { name: 'Sign and save' }).click()
    await page.getByText('Signed and saved.').waitFor()
  })
  assert.deepEqual(await s.dueOf(caseId, 'first-attempt'), [{ status: 'done', due: '2026-02-18' }])
})

test('Thu 19 Feb: nothing begins before role disclosure, rights, basis and safe contact are there; then it does', async () => {
  await s.on('2026-02-19T16:00:00Z')
  await s.visit('maya', at('case'), async (page) => {
    await page.getByText('4 things are missing before the work can begin:').waitFor()
  })
  await s.visit('maya', at('consents'), async (page) => {
    await page.getByRole('button', { name: 'Record…' }).click()
    await page.getByRole('menuitem', { name: /law|statut/i }).click()
    const form = page.getByRole('region', { name: /law|statut/i })
    await form.getByLabel('Who assigned it?').fill('Granite Mutual')
    await form.getByLabel('Which law or claim?').fill('N.C. Gen. Stat. 97-25')
    await form.getByRole('button', { name: 'Record', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await giveNotices(page)
  })
  const asked = await s.j.w
    .as('maya')
    .post(`/api/clients/${clientId}/safe-contact`, { answer: 'no-restriction', instruction: '', codeWord: '', askedOf: 'client' })
  assert.equal(asked.status, 201)
  await s.visit('maya', at('case'), async (page) => {
    await page.getByRole('button', { name: 'Begin the work' }).click()
    await page.getByText('Complete the assessment of Marcus Delgado').waitFor()
  })
  assert.deepEqual(await s.dueOf(caseId, 'assessment-due'), [{ status: 'open', due: '2026-03-21' }])
})

test('the assessment is refused while an area is open, and completed when all 21 are concluded; the plan is due in 30 days', async () => {
  const ask = asking(s.j.w)
  const { url, reply } = await ask.begin(caseId, shippedInstrumentIds.comprehensive)
  assert.equal(reply.status, 201)
  const id = url.split('/').at(-1) ?? ''
  await ask.concludeAll(url)
  await ask.conclude(url, 'transport', { outcome: null, conclusion: '' }, 1)
  await s.visit('maya', `/clients/${clientId}/assessments/${id}?case=${caseId}&domain=finish`, async (page) => {
    await page.getByText('1 thing is still open.').waitFor()
    await page
      .getByRole('link', { name: /Transport/ })
      .last()
      .click()
    await page.getByText('Something to note', { exact: true }).click()
    await page.getByLabel('Conclusion: what this means for the plan').fill('No car: a barrier to therapy.')
    await page.getByText('21 of 21 areas concluded').waitFor()
    for (
      let tries = 0;
      (
        await s.j.w.asOwner(
          "select 1 from domain_finding where assessment_id = $1 and domain = 'transport' and completed_on is not null",
          [id],
        )
      ).length === 0 && tries < 100;
      tries += 1
    )
      await page.waitForTimeout(100)
    await page.goto(`${s.j.url}/clients/${clientId}/assessments/${id}?case=${caseId}&domain=finish`)
    await page.getByRole('button', { name: /^Complete/ }).click()
    await completed(s, caseId)
  })
  assert.deepEqual(await s.dueOf(caseId, 'assessment-due'), [{ status: 'done', due: '2026-03-21' }])
  assert.deepEqual(await s.dueOf(caseId, 'plan-due'), [{ status: 'open', due: '2026-03-21' }])
})

test('INV-26 INV-28 the plan in his words is built and signed', async () => {
  const maya = s.j.w.as('maya')
  const path = `/api/cases/${caseId}`
  const { body: need } = await maya.post(`${path}/needs`, {
    statement: 'Return to work after back injury',
    domain: 'employment',
    clientRank: 1,
  })
  await maya.post(`${path}/needs/${need.id}/confirmation`, { by: 'client', clientWords: '' })
  await s.visit('maya', at('plan/edit'), async (page) => {
    const goals = page.getByRole('region', { name: 'What Marcus Delgado wants' })
    await goals.getByRole('button', { name: 'Add a goal' }).click()
    await goals.getByLabel('What does Marcus Delgado want?').fill('Get back to driving the lift and carry my daughter')
    await goals.getByRole('button', { name: 'Add the goal' }).click()
    await goals.locator('q', { hasText: 'Get back to driving the lift' }).first().waitFor()
    await page.getByRole('link', { name: /^Choose the day by which/ }).click()
    await goals.getByRole('checkbox', { name: 'Return to work after back injury' }).check()
    await goals.getByLabel('How will you both see that it is reached?').fill('Hours and duties at work')
    await goals.getByLabel('By when?').fill('2026-06-30')
    await goals.getByRole('button', { name: 'Save the goal' }).click()
    const steps = page.getByRole('region', { name: 'Who does what' })
    await steps.getByRole('button', { name: 'Add a step' }).click()
    await steps.getByLabel('What will be done?').fill('Offer modified duty within the restrictions')
    await s.choose(page, 'Who answers for it?', 'Employer')
    await steps.getByLabel('Name', { exact: true }).fill('Piedmont Grocers')
    await steps.getByRole('button', { name: 'Add the step' }).click()
    await steps.getByText('Piedmont Grocers').waitFor()
    await page.getByRole('radio', { name: 'The client took part' }).check()
    await page.getByRole('region', { name: 'Who took part' }).getByRole('button', { name: 'Save' }).click()
    await page.getByText('Ready for the client’s agreement').waitFor()
  })
  await s.visit('maya', at('plan/agree'), async (page) => {
    await page.getByRole('button', { name: 'Propose this plan' }).click()
    await page.getByLabel('Name, as signed').fill('Marcus Delgado')
    await page.getByRole('button', { name: 'Record the signature' }).click()
    await page.getByRole('region', { name: 'Plan 1' }).getByText('Signed by').waitFor()
  })
  const { body } = await maya.get(`${path}/plan`)
  goalId = body.goals[0].id
  assert.deepEqual([body.active.agreedOn, body.active.signature.kind], ['2026-02-19', 'signed'])
  assert.deepEqual(await s.dueOf(caseId, 'plan-due'), [{ status: 'done', due: '2026-03-21' }])
})

test('Mon 16 Mar: he starts modified duty; minutes and miles stand in the note, raw', async () => {
  await s.on('2026-03-16T20:00:00Z')
  const visit = await s.j.w.as('maya').post(`/api/cases/${caseId}/contacts`, {
    kind: 'completed',
    mode: 'home',
    occurredAt: '2026-03-16T18:00:00Z',
    durationMinutes: 75,
    travelMinutes: 70,
    distanceTenthsMile: 480,
    narrative: 'Started scanning inventory, six hours.',
    nextStep: 'Look in next week.',
    intended: {
      goalsMoved: [{ goalId, level: null, achievement: 'improving', evidence: 'Six hours today', scoredBy: 'practitioner' }],
      barrier: null,
      nextTask: null,
    },
    sign: true,
  })
  assert.equal(visit.status, 201, JSON.stringify(visit.body))
  await s.visit('maya', at('story'), async (page) => {
    await page.getByText('Started scanning inventory, six hours.').first().waitFor()
    await page
      .getByText(/75 min|1 h 15/)
      .first()
      .waitFor()
    await page
      .getByText(/48(\.0)? mi/)
      .first()
      .waitFor()
  })
})

test('Mon 29 Jun: goal ended, summary signed by two people, the case closed; the summary was due 14 Jul', async () => {
  await s.on('2026-06-29T15:00:00Z')
  const maya = s.j.w.as('maya')
  const need = (await maya.get(`/api/cases/${caseId}/plan`)).body.needs[0]
  assert.equal(
    (
      await maya.post(`/api/cases/${caseId}/goals/${goalId}/ending`, {
        attainment: 'achieved',
        evidence: 'Full-hour accommodated job since today.',
      })
    ).status,
    201,
  )
  assert.equal(
    (await maya.post(`/api/cases/${caseId}/needs/${need.id}/disposition`, { disposition: 'met', reason: 'Back at work.' }))
      .status,
    201,
  )
  for (const task of await s.j.w.asOwner("select id, rule from task where case_id = $1 and status = 'open'", [caseId]))
    await (task.rule === 'own'
      ? maya.post(`/api/tasks/${task.id}/completion`)
      : maya.post(`/api/tasks/${task.id}/exception`, { code: 'not-applicable', reason: 'The case closes today.' }))
  await closeTheCase(s, `/clients/${clientId}/closure?case=${caseId}`, caseId, {
    reason: 'Returned to work',
    why: 'Full-hour accommodated job; the treating physician states maximum medical improvement.',
    toldOn: '2026-06-29',
    disposition: 'At home, on their own',
    words: 'I am driving the lift again',
  })
  assert.deepEqual(
    (await s.dueOf(caseId, 'closure-summary-due')).map(({ due }) => due),
    ['2026-07-14'],
  )
  const told = (await s.j.w.asOwner('select type from case_event where case_id = $1', [caseId])).map(({ type }) => type)
  for (const type of ['referral.accepted', 'case.opened', 'plan.agreed', 'closure.summary-signed-off'])
    assert.ok(told.includes(type), type)
})
