// SC-07 whole: Linda Tran, identified by the plan, reached at the third try, her goals in her order, T 36.78 → 52.20, closed partly achieved.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { areas, asking } from '../capabilities/assessments/asking.testing.ts'
import { shippedInstrumentIds } from '../capabilities/assessments/instrument.shipped.ts'
import { newId } from '../platform/db.ts'
import { closeTheCase, completed, giveNotices, scenario, type Scenario } from './scenario.ts'

let s: Scenario
let caseId = ''
let clientId = ''
const goalIds: string[] = []
const at = (tab: string) => `/clients/${clientId}/${tab}${tab.includes('?') ? '&' : '?'}case=${caseId}`
const maya = () => s.j.w.as('maya')
const posted = async (path: string, body?: unknown) => {
  const reply = await maya().post(`/api/cases/${caseId}${path}`, body)
  assert.equal(reply.status, 201, `${path}: ${JSON.stringify(reply.body)}`)
  return reply.body
}
before(async () => {
  s = await scenario()
})
after(() => s.j.close())

test('Mon 12 Jan: identified by claims; the referral is accepted and the case opens', async () => {
  await s.on('2026-01-12T15:00:00Z')
  const ines = s.j.w.as('ines')
  const referralId = newId()
  const received = await ines.post('/api/referrals', {
    id: referralId,
    channel: 'portal',
    receivedOn: '2026-01-12',
    source: { kind: 'health-plan', organization: 'Meridian Health' },
    reason: 'A1c 10.8, CKD 3b, heart failure; $186,400 in twelve months',
    urgency: 'routine',
    programId: s.j.w.programId,
    safeContact: 'no-restriction',
    scope: {
      asked: 'Complex case management',
      funding: 'health-plan',
      payer: 'Meridian Health',
      claimNumber: 'none',
      authorizedServices: 'Case management',
      authorizedMinutes: 6000,
    },
    person: {
      givenName: 'Linda',
      familyName: 'Tran',
      birthDate: '1970-01-05',
      birthDatePrecision: 'day',
      pronouns: 'she/her',
      spokenLanguage: 'vi',
      interpreter: 'needed',
      contactWays: [{ kind: 'phone', value: '(503) 555-0142', use: 'mobile', safe: 'safe' }],
    },
  })
  assert.equal(received.status, 201, JSON.stringify(received.body))
  const page = await s.open('ines', `/referrals/${referralId}`, 'Linda Tran')
  await page.getByRole('button', { name: 'Triage', exact: true }).last().click()
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  await s.choose(page, 'On what ground', 'Identified by the plan as high cost')
  await s.choose(page, 'Who answers for the case', /Maya Ortiz/)
  await page.getByRole('button', { name: 'Accept and open the case' }).click()
  await page.waitForURL(/\/clients\/.*\/story\?case=/)
  ;[clientId = '', caseId = ''] = /clients\/([0-9a-f-]+)\/story\?case=([0-9a-f-]+)/.exec(page.url())?.slice(1) ?? []
  await page.context().close()
})

test('14, 17 and 22 Jan: two attempts without her, the third with a Vietnamese interpreter', async () => {
  for (const when of ['2026-01-14T15:00:00Z', '2026-01-17T22:30:00Z']) {
    await s.on(when)
    await s.visit('maya', at('story'), async (page) => {
      const composer = page.getByRole('region', { name: 'Record a contact' })
      await composer.getByRole('button', { name: 'No answer' }).first().click()
      await composer.getByRole('button', { name: 'Which number?' }).click()
      await composer.getByLabel('(503) 555-0142').check()
      await composer.getByRole('button', { name: 'Sign and save' }).click()
      await page.getByText('Signed and saved.').waitFor()
    })
  }
  await s.on('2026-01-22T22:30:00Z')
  await s.visit('maya', at('story'), async (page) => {
    const composer = page.getByRole('region', { name: 'Record a contact' })
    await composer
      .getByLabel('What happened')
      .fill('Reached in the evening. Her son offered to interpret; a qualified interpreter did. She agrees.')
    await composer.getByRole('button', { name: 'Which number?' }).click()
    await composer.getByLabel('(503) 555-0142').check()
    await composer.getByRole('button', { name: 'Who interpreted?' }).click()
    await s.choose(page, 'Who interpreted', 'A qualified interpreter')
    await composer.getByLabel('Name or number').fill('V-2213')
    await composer.getByRole('button', { name: '+ Next task' }).click()
    await composer.getByLabel('What to do next').fill('Begin the assessment at her home')
    await composer.getByRole('button', { name: 'in 3 days' }).click()
    await composer.getByRole('button', { name: 'Sign and save' }).click()
    await page.getByText('Signed and saved.').waitFor()
  })
  const contacts = await s.j.w.asOwner(
    'select kind, interpreter_reference as who from contact where case_id = $1 order by occurred_at',
    [caseId],
  )
  assert.deepEqual(contacts, [
    { kind: 'attempt', who: '' },
    { kind: 'attempt', who: '' },
    { kind: 'completed', who: 'V-2213' },
  ])
})

test('she agrees by voice, before a witness, with the interpreter; then the work begins', async () => {
  await s.visit('maya', at('consents'), async (page) => {
    const footing = page.getByRole('region', { name: 'On what footing we work' })
    await footing.getByRole('button', { name: 'Record' }).first().click()
    const form = page.getByRole('region', { name: 'Consent to case management' })
    await s.choose(page, 'How?', 'by voice')
    await form.getByLabel('Who heard it?').fill('Interpreter V-2213')
    await form.getByLabel('Ends on').fill('2027-01-21')
    await form.getByRole('button', { name: 'Record' }).click()
    await form.waitFor({ state: 'detached' })
    await giveNotices(page)
  })
  assert.equal(
    (
      await maya().post(`/api/clients/${clientId}/safe-contact`, {
        answer: 'no-restriction',
        instruction: '',
        codeWord: '',
        askedOf: 'client',
      })
    ).status,
    201,
  )
  await s.visit('maya', at('case'), async (page) => {
    await page.getByRole('button', { name: 'Begin the work' }).click()
    await page.getByText('Complete the assessment of Linda Tran').waitFor()
  })
  assert.deepEqual(await s.dueOf(caseId, 'assessment-due'), [{ status: 'open', due: '2026-02-21' }])
})

test('A4 26 Jan to 20 Feb: each area carries its own date; PHQ-9 12 with item 9 at zero', async () => {
  const ask = asking(s.j.w)
  await s.on('2026-01-26T15:00:00Z')
  await ask.askPhq9(caseId, [2, 2, 2, 2, 1, 1, 1, 1, 0])
  const { url } = await ask.begin(caseId, shippedInstrumentIds.comprehensive)
  for (const area of areas.slice(0, 10)) await ask.conclude(url, area)
  await s.on('2026-02-20T15:00:00Z')
  for (const area of areas.slice(10)) await ask.conclude(url, area)
  for (const linkId of ['safety/danger', 'safety/self-harm']) await ask.answer(url, linkId, { answer: [{ valueBoolean: false }] })
  await s.visit('maya', at(`assessments/${url.split('/').at(-1)}?domain=finish`), async (page) => {
    await page.getByRole('button', { name: /^Complete/ }).click()
    await completed(s, caseId)
  })
  const { findings } = (await maya().get(url)).body
  assert.deepEqual([...new Set(findings.map((each: { completedOn: string }) => each.completedOn))].sort(), [
    '2026-01-26',
    '2026-02-20',
  ])
  assert.deepEqual(await s.dueOf(caseId, 'assessment-due'), [{ status: 'done', due: '2026-02-21' }])
  assert.deepEqual(await ask.tasksOf(caseId, 'safety-response'), [])
})

test('A1 2 Mar: three goals in her order, weights 3, 2, 1, all at −1: T is 36.78; signed in Vietnamese, copy 5 Mar', async () => {
  await s.on('2026-03-02T15:00:00Z')
  for (const [index, [clientWords, weight]] of (
    [
      ['No dialysis', 3],
      ['Eat family meals', 2],
      ['Walk to temple', 1],
    ] as const
  ).entries()) {
    const need = await posted('/needs', {
      statement: `What stands behind “${clientWords}”`,
      domain: 'physical-health',
      clientRank: index + 1,
    })
    await posted(`/needs/${need.id}/confirmation`, { by: 'client', clientWords: '' })
    const goal = await posted('/goals', {
      clientWords,
      measure: 'As agreed',
      targetDate: '2026-08-31',
      owner: { kind: 'client' },
      needIds: [need.id],
    })
    await posted(`/goals/${goal.id}/scale`, {
      texts: ['much less', 'as now', 'as hoped', 'more', 'much more'].map((level) => `${clientWords}: ${level}`),
      weight,
    })
    await posted(`/goals/${goal.id}/baseline`, { level: -1, scoredBy: 'client' })
    await posted('/interventions', {
      goalId: goal.id,
      description: `A step toward “${clientWords}”`,
      accountable: { kind: 'client' },
    })
    goalIds.push(goal.id)
  }
  await s.visit('maya', at('plan/edit'), async (page) => {
    await page.getByRole('radio', { name: 'The client took part' }).check()
    await page.getByRole('region', { name: 'Who took part' }).getByRole('button', { name: 'Save' }).click()
    await page.getByText('Ready for the client’s agreement').waitFor()
  })
  await s.visit('maya', at('plan/agree'), async (page) => {
    await s.choose(page, 'Talked over in', 'Vietnamese')
    await page.getByRole('button', { name: 'Propose this plan' }).click()
    await page.getByLabel('Name, as signed').fill('Linda Tran')
    await page.getByLabel('Interpreter').fill('V-2213')
    await page.getByRole('button', { name: 'Record the signature' }).click()
    await page.getByRole('region', { name: 'Plan 1' }).getByText('Signed by').waitFor()
  })
  await s.visit('maya', at('plan'), async (page) => page.getByText('36.78').first().waitFor())
  const { active } = (await maya().get(`/api/cases/${caseId}/plan`)).body
  assert.deepEqual([active.agreedOn, active.language, active.copyDueOn], ['2026-03-02', 'vi', '2026-03-09'])
  await s.on('2026-03-05T15:00:00Z')
  await posted(`/plan/versions/${active.id}/copies`, { to: 'Linda Tran', language: 'vi', method: 'handed-over' })
})

test('A1 A3 26 Jun: 0, +1, −1 make T 52.20; PHQ-9 is 6 less, same version', async () => {
  await s.on('2026-06-26T15:00:00Z')
  for (const [index, level] of ([0, 1, -1] as const).entries())
    await posted(`/goals/${goalIds[index]}/progress`, { level, evidence: 'Review with her', scoredBy: 'practitioner' })
  await asking(s.j.w).askPhq9(caseId, [1, 1, 1, 1, 1, 1, 0, 0, 0])
  await s.visit('maya', at('plan'), async (page) => {
    await page.getByText('52.20', { exact: true }).waitFor()
    await page.getByText('36.78').first().waitFor()
  })
  await s.visit('maya', at('assessments'), async (page) => {
    const list = page.getByRole('list', { name: 'Completed assessments' })
    await list.getByText('PHQ-9').first().waitFor()
  })
  const scores = await s.j.w.asOwner(
    `select value from assessment_score s join assessment a on a.id = s.assessment_id where a.case_id = $1 and s.instrument_id = $2 order by a.completed_at`,
    [caseId, shippedInstrumentIds.phq9],
  )
  assert.deepEqual(
    scores.map(({ value }) => Number(value)),
    [12, 6],
  )
})

test('Mon 31 Aug: closed partly achieved, signed by two people', async () => {
  await s.on('2026-08-31T14:00:00Z')
  for (const [index, attainment] of (['achieved', 'achieved', 'not-achieved'] as const).entries())
    await posted(`/goals/${goalIds[index]}/ending`, { attainment, evidence: 'At the last visit' })
  const { needs } = (await maya().get(`/api/cases/${caseId}/plan`)).body
  for (const need of needs) await posted(`/needs/${need.id}/disposition`, { disposition: 'met', reason: 'As she says herself' })
  for (const task of await s.j.w.asOwner("select id, rule from task where case_id = $1 and status = 'open'", [caseId]))
    await (task.rule === 'own'
      ? maya().post(`/api/tasks/${task.id}/completion`)
      : maya().post(`/api/tasks/${task.id}/exception`, { code: 'not-applicable', reason: 'The case closes today.' }))
  await closeTheCase(s, `/clients/${clientId}/closure?case=${caseId}`, caseId, {
    reason: 'Goals achieved',
    why: 'Her sugar is steady and the family cooks by itself.',
    toldOn: '2026-08-20',
    disposition: 'At home, with services',
    words: 'I can do this with my family',
  })
})
