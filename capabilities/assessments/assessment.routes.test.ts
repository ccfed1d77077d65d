// Assessments over HTTP on a real database: begin, answer, resume, complete, amend, and the safety task that only a signed note closes.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type Reply, type World } from '../../test/world.ts'
import { domainsOf } from './comprehensive.ts'
import { shippedInstrumentIds, shippedInstruments } from './instrument.shipped.ts'
import { allItems } from './questionnaire.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

const loinc = 'http://loinc.org'
const often = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
const points = (value: number) => [{ valueCoding: { system: loinc, code: often[value] } }]
const phq9 = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']
const circumstances = {
  reason: 'initial',
  mode: 'phone',
  language: 'vi',
  interpreter: 'qualified',
  interpreterReference: 'V-2213',
  people: [{ name: 'Linda', relation: 'client', informant: true }],
}
const all = (caseId: string) => `/api/cases/${caseId}/assessments`
const begin = async (
  caseId: string,
  instrumentId: string,
  who: 'maya' = 'maya',
): Promise<{ id: string; url: string; reply: Reply }> => {
  const id = randomUUID()
  const reply = await w.as(who).post(all(caseId), { id, instrumentId, ...circumstances })
  return { id, url: `${all(caseId)}/${id}`, reply }
}
const answer = (url: string, linkId: string, given: object, seenVersion = 0) =>
  w.as('maya').put(`${url}/responses/${encodeURIComponent(linkId)}`, { answer: null, seenVersion, ...given })
const askPhq9 = async (caseId: string, values: (number | null)[]) => {
  const { id, url } = await begin(caseId, shippedInstrumentIds.phq9)
  for (const [place, value] of values.entries())
    await answer(url, phq9[place] ?? '', value === null ? { notAskedReason: 'refused' } : { answer: points(value) })
  if (values.some((value) => (value ?? 0) > 0))
    await answer(url, '69722-7', { answer: [{ valueCoding: { system: loinc, code: 'LA6573-5' } }] })
  return { id, url, completion: await w.as('maya').post(`${url}/completion`) }
}
const tasksOf = (caseId: string, rule: string) =>
  w.asOwner('select * from task where case_id = $1 and rule = $2 order by created_at', [caseId, rule])
const storyOf = (caseId: string) =>
  w.asOwner('select type, details from case_event where case_id = $1 order by recorded_at, id', [caseId])

test('201 a PHQ-9 is asked by phone with an interpreter, scored, and told in the story', async () => {
  const { caseId } = await w.openCase()
  const { url, completion } = await askPhq9(caseId, [2, 2, 2, 2, 1, 1, 1, 1, 0])
  assert.equal(completion.status, 201)
  const { body } = await w.as('maya').get(url)
  assert.equal(body.status, 'completed')
  assert.equal(body.interpreterReference, 'V-2213')
  assert.deepEqual(
    body.scores.map((each: { value: number; scorable: boolean; missing: number; band: { code: string } }) => [
      each.value,
      each.scorable,
      each.missing,
      each.band.code,
    ]),
    [[12, true, 0, 'moderate']],
  )
  const events = await storyOf(caseId)
  assert.deepEqual(
    events.map((each) => each.type),
    ['assessment.begun', 'screen.completed'],
  )
  assert.equal(events[1]?.details.scores[0].value, 12)
})

test('INV-19 a score is kept with its instrument version and raw answers, and recomputes to the same number', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await askPhq9(caseId, [3, 3, 3, 3, 3, 3, 3, 3, 0])
  const [kept] = await w.asOwner(
    'select s.*, i.instrument_version, i.url from assessment_score s join instrument i on i.agency_id = s.agency_id and i.id = s.instrument_id where assessment_id = $1',
    [id],
  )
  assert.deepEqual([Number(kept.value), kept.instrument_version, Object.keys(kept.raw_answers).length], [24, '1.0.0', 10])
  assert.equal((await w.as('maya').get(url)).body.scores[0].agrees, true)
  await w.asOwner('alter table assessment_score disable trigger user')
  await w.asOwner('update assessment_score set value = 3 where assessment_id = $1', [id])
  await w.asOwner('alter table assessment_score enable trigger user')
  assert.equal((await w.as('maya').get(url)).body.scores[0].agrees, false)
})

test('INV-20 three refused answers complete without a score and count as missing', async () => {
  const { caseId } = await w.openCase()
  const { url, completion } = await askPhq9(caseId, [3, 3, 3, 3, 3, 3, null, null, null])
  assert.equal(completion.status, 201)
  const [score] = (await w.as('maya').get(url)).body.scores
  assert.deepEqual([score.value, score.scorable, score.missing], [null, false, 3])
})

test('422 a question without answer or reason is listed with its link before it can be completed', async () => {
  const { caseId, clientId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.phq2)
  await answer(url, '44250-9', { answer: points(1) })
  const refused = await w.as('maya').post(`${url}/completion`)
  assert.deepEqual([refused.status, refused.body.code, refused.body.missing.length], [422, 'assessment.incomplete', 1])
  assert.equal(refused.body.missing[0].href, `/clients/${clientId}/assessments/${id}?case=${caseId}&item=44255-8`)
})

test('200 an assessment left halfway is resumed with every answer and its own time', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.gad7)
  await w.setClock('2030-02-17T14:00:00Z')
  await answer(url, '69725-0', { answer: points(1) })
  await w.setClock('2030-02-17T14:00:20Z')
  await answer(url, '68509-9', { answer: points(2), source: 'reported-by-related-person' })
  await w.setClock(null)
  const { body } = await w.as('maya').get(url)
  assert.deepEqual(body.responses.map((each: { linkId: string; answeredAt: string }) => [each.linkId, each.answeredAt]).sort(), [
    ['68509-9', '2030-02-17T14:00:20.000Z'],
    ['69725-0', '2030-02-17T14:00:00.000Z'],
  ])
  const again = await begin(caseId, shippedInstrumentIds.gad7)
  assert.deepEqual([again.reply.status, again.reply.body.code], [409, 'assessment.already-begun'])
  assert.match(again.reply.body.missing[0].href, new RegExp(id))
})

test('409 a colleague’s newer answer is shown, not overwritten', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq2)
  await answer(url, '44250-9', { answer: points(1) })
  const second = await answer(url, '44250-9', { answer: points(2) }, 1)
  assert.deepEqual([second.status, second.body.version], [200, 2])
  const stale = await answer(url, '44250-9', { answer: points(3) }, 1)
  assert.deepEqual([stale.status, stale.body.code, stale.body.current.version], [409, 'answer.changed', 2])
})

test('422 an answer the form does not offer is not kept; 400 neither is answer and reason together', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.phq2)
  assert.equal(
    (await answer(url, '44250-9', { answer: [{ valueCoding: { code: 'LA0' } }] })).body.code,
    'assessment.answer-not-offered',
  )
  assert.equal((await answer(url, 'nowhere', { answer: points(1) })).body.code, 'assessment.no-such-question')
  assert.equal((await answer(url, '44250-9', { answer: points(1), notAskedReason: 'refused' })).status, 400)
  assert.equal((await answer(url, '44250-9', { answer: [{ valueString: { evil: true } }] })).status, 400)
  assert.deepEqual(await w.asOwner('select id from assessment_response where assessment_id = $1', [id]), [])
})

test('INV-22 PHQ-9 item 9 above zero opens a same-day safety task in the same save, and only a signed note closes it', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  const saved = await answer(url, '44260-8', { answer: points(1) })
  assert.match(saved.body.safety.concern, /better off dead/)
  const [task] = await tasksOf(caseId, 'safety-response')
  assert.deepEqual([task.priority, task.status, task.staff_id], ['safety', 'open', w.staffId.maya])
  const [{ today }] = await w.asOwner(`select to_char(now() at time zone 'America/New_York', 'YYYY-MM-DD') today`)
  assert.equal(saved.body.safety.raisedOn, today)

  const takenBack = await answer(url, '44260-8', { answer: points(0) }, 1)
  assert.equal(takenBack.body.safety, null)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')

  const response = {
    id: randomUUID(),
    actions: ['talked-with-client', 'safety-plan'],
    spokeWith: 'Linda, by phone',
    narrative: 'No plan, no means. Safety plan written together; she will call 988 if it comes back. Sister stays tonight.',
  }
  const respond = (body: object) => w.as('maya').post(`${url}/safety-concerns/${saved.body.safety.id}/response`, body)
  assert.equal((await respond({ ...response, signed: false })).status, 400)
  assert.equal((await respond({ ...response, signed: true, narrative: ' ' })).status, 400)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')
  const signed = await respond({ ...response, signed: true })
  assert.equal(signed.status, 201)
  assert.equal(signed.body.response.signedBy, w.staffId.maya)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'done')
  assert.equal((await respond({ ...response, id: randomUUID(), signed: true })).body.code, 'safety.already-answered')
})

test('INV-22 the safety task cannot be ticked, excepted or snoozed away', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  await answer(url, '44260-8', { answer: points(3) })
  const [task] = await tasksOf(caseId, 'safety-response')
  const { exceptTask, finishTask, snoozeTask } = await import('../tasks/task.actions.ts')
  for (const dismiss of [
    (work: Parameters<typeof finishTask>[0]) => finishTask(work, task.id),
    (work: Parameters<typeof finishTask>[0]) => exceptTask(work, { code: 'not-applicable', reason: 'Seems fine' }, task.id),
    (work: Parameters<typeof finishTask>[0]) => snoozeTask(work, { until: '2099-01-01', reason: 'Later' }, task.id),
  ])
    await assert.rejects(w.work('maya', dismiss), /signed response note/)
  assert.equal((await tasksOf(caseId, 'safety-response'))[0].status, 'open')
})

test('INV-22 a concern and its signed response cannot be changed, taken away or signed for another by SQL', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq9)
  const {
    body: { safety },
  } = await answer(url, '44260-8', { answer: points(2) })
  const insert = `insert into safety_response (agency_id, id, case_id, concern_id, actions, spoke_with, narrative, signed_by) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`
  const sign = (values: unknown[]) => w.asOwner(insert, [w.agencyId, caseId, safety.id, ...values])
  await assert.rejects(sign([['safety-plan'], 'Linda', 'Done', w.staffId.zoe]), /signed-by-another/)
  await assert.rejects(w.asOwner('delete from safety_concern where id = $1', [safety.id]), /append-only/)
  await assert.rejects(w.asOwner(`update safety_concern set concern = 'nothing' where id = $1`, [safety.id]), /append-only/)
  await w
    .onCase('maya', caseId, async ({ tx }) => {
      const { addSafetyResponse } = await import('./score.store.ts')
      await assert.rejects(
        addSafetyResponse(tx, caseId, {
          id: randomUUID(),
          concernId: safety.id,
          actions: [],
          spokeWith: 'Linda',
          narrative: 'x',
        }),
        /a_safety_response_says_who_and_what/,
      )
    })
    .catch((error: Error) => assert.match(error.message, /rolled back|aborted/))
})

const comprehensive =
  shippedInstruments.find((each) => each.id === shippedInstrumentIds.comprehensive)?.questionnaire ?? assert.fail()
const areas = domainsOf(comprehensive).map((each) => each.code)
const conclude = (url: string, domain: string, given: object = {}, seenVersion = 0) =>
  w
    .as('maya')
    .put(`${url}/domains/${domain}`, {
      outcome: 'pertinent-negative',
      strengths: [],
      limitations: [],
      narrative: '',
      conclusion: 'Nothing stands in the way here.',
      seenVersion,
      ...given,
    })
const concludeAll = async (url: string) => {
  for (const area of areas) await conclude(url, area)
  for (const linkId of ['safety/danger', 'safety/self-harm']) await answer(url, linkId, { answer: [{ valueBoolean: false }] })
}

test('INV-21 a comprehensive assessment lists every area without finding and conclusion, each with its link', async () => {
  const { caseId, clientId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food', {
    outcome: 'finding',
    limitations: ['Food runs out before the month does'],
    conclusion: 'Food insecurity, confirmed by her.',
  })
  await conclude(url, 'housing', { conclusion: '' })
  const refused = await w.as('maya').post(`${url}/completion`)
  assert.equal(refused.status, 422)
  const domains = refused.body.missing.filter((each: { code: string }) => each.code.startsWith('domain.'))
  assert.deepEqual(
    domains.map((each: { code: string }) => each.code),
    areas.filter((each) => each !== 'food').map((each) => `domain.${each}`),
  )
  assert.equal(domains[0].href, `/clients/${clientId}/assessments/${id}?case=${caseId}&domain=physical-health`)
})

test('INV-21 each area has its own date and person; completing settles the assessment and asks for the plan by U7', async () => {
  const { caseId } = await w.openCase()
  await w.setClock('2026-01-26T15:00:00Z')
  await w.asOwner(`update case_record set activated_on = '2026-01-22' where id = $1`, [caseId])
  await w.onCase('maya', caseId, async (work) => {
    const { requestTask } = await import('../tasks/task.actions.ts')
    await requestTask(work, {
      rule: 'assessment-due',
      about: { type: 'case', id: caseId },
      clientId: work.clientId,
      caseId,
      assignTo: { staffId: work.staff.id },
      due: '2026-02-21',
    })
  })
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food')
  await w.setClock('2026-02-20T15:00:00Z')
  for (const area of areas.filter((each) => each !== 'food')) await conclude(url, area)
  await conclude(url, 'food', { narrative: 'She cooks for five.' }, 1) // the story grows, the conclusion and its date stay
  for (const linkId of ['safety/danger', 'safety/self-harm']) await answer(url, linkId, { answer: [{ valueBoolean: false }] })
  const { status } = await w.as('maya').post(`${url}/completion`)
  await w.setClock(null)
  assert.equal(status, 201)
  const dates = await w.asOwner(`select domain, completed_on::text, completed_by from domain_finding where assessment_id = $1`, [
    id,
  ])
  assert.equal(dates.length, 21)
  assert.deepEqual(
    [...new Set(dates.map((each) => `${each.domain === 'food'} ${each.completed_on} ${each.completed_by}`))].sort(),
    [`false 2026-02-20 ${w.staffId.maya}`, `true 2026-01-26 ${w.staffId.maya}`],
  )
  assert.equal((await tasksOf(caseId, 'assessment-due'))[0].status, 'done')
  const [{ due }] = await w.asOwner(`select due_on::text due from task where case_id = $1 and rule = 'plan-due'`, [caseId])
  assert.equal(due, '2026-03-22') // 30 days after 20 February; 60 days after activation would be 23 March
})

test('U7 the plan is never due later than 60 days after activation', async () => {
  const { caseId } = await w.openCase()
  await w.setClock('2026-03-10T15:00:00Z')
  await w.asOwner(`update case_record set activated_on = '2026-01-22' where id = $1`, [caseId])
  const { url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await concludeAll(url)
  await w.as('maya').post(`${url}/completion`)
  await w.setClock(null)
  const [{ due }] = await w.asOwner(`select due_on::text due from task where case_id = $1 and rule = 'plan-due'`, [caseId])
  assert.equal(due, '2026-03-23')
  const latest = await w.onCase('maya', caseId, async (work) =>
    (await import('./assessment.actions.ts')).latestCompletedComprehensive(work),
  )
  assert.equal(latest?.completedOn, '2026-03-10')
})

test('INV-21 no writer completes it past an area that is not concluded, by SQL either', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await conclude(url, 'food')
  await assert.rejects(
    w.asOwner(
      `update assessment set status = 'completed', completed_at = now(), completed_on = current_date, completed_by = $2 where id = $1`,
      [id, w.staffId.maya],
    ),
    /areas-not-concluded/,
  )
  await assert.rejects(
    w.asOwner(`update domain_finding set conclusion = '' where assessment_id = $1`, [id]),
    /an_area_is_dated_when_it_is_concluded/,
  )
  await assert.rejects(
    w.asOwner(`update domain_finding set completed_on = null where assessment_id = $1`, [id]),
    /an_area_is_dated_when_it_is_concluded/,
  )
})

test('409 a completed assessment is corrected by an amendment; the first record stays and the score is made again', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await askPhq9(caseId, [1, 1, 1, 1, 1, 1, 0, 0, 0])
  assert.equal((await answer(url, '44250-9', { answer: points(3) }, 1)).body.code, 'assessment.not-in-progress')
  const amended = await w
    .as('maya')
    .post(`${url}/amendments`, {
      about: 'answer',
      linkId: '44250-9',
      answer: points(3),
      reason: 'She meant the last two weeks, not today.',
    })
  assert.equal(amended.status, 201)
  const { body } = await w.as('maya').get(url)
  assert.equal(body.status, 'amended')
  assert.deepEqual(
    body.scores.map((each: { value: number; amendment: number; standing: boolean }) => [
      each.value,
      each.amendment,
      each.standing,
    ]),
    [
      [6, 0, false],
      [8, 1, true],
    ],
  )
  assert.equal(
    body.responses.find((each: { linkId: string }) => each.linkId === '44250-9').answer[0].valueCoding.code,
    'LA6569-3',
  )
  for (const [rule, sql] of [
    [/completed-is-immutable/, `update assessment set mode = 'video' where id = $1`],
    [
      /completed-is-immutable/,
      `update assessment set status = 'in-progress', completed_at = null, completed_on = null, completed_by = null where id = $1`,
    ],
    [/completed-is-immutable/, `update assessment_response set answer = '[]' where assessment_id = $1`],
    [/append-only/, `update assessment_amendment set reason = 'x' where assessment_id = $1`],
    [/append-only/, `update assessment_score set value = 0 where assessment_id = $1`],
    [/append-only/, `delete from assessment_score where assessment_id = $1`],
  ] as const)
    await assert.rejects(w.asOwner(sql, [id]), rule)
})

test('an area is amended with its reason, and an open assessment is not amended', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.comprehensive)
  await concludeAll(url)
  const amendment = {
    about: 'domain',
    domain: 'food',
    outcome: 'finding',
    conclusion: 'Food does run out.',
    narrative: 'Said on the way out.',
    reason: 'Learned after completion',
  }
  assert.equal((await w.as('maya').post(`${url}/amendments`, amendment)).body.code, 'assessment.still-open')
  await w.as('maya').post(`${url}/completion`)
  assert.equal((await w.as('maya').post(`${url}/amendments`, amendment)).status, 201)
  const { body } = await w.as('maya').get(url)
  assert.deepEqual(
    [body.amendments[0].before.outcome, body.amendments[0].after.outcome, body.findings.length],
    ['pertinent-negative', 'finding', 21],
  )
})

test('INV-24 the previous score stands beside the new one for the same instrument and version only', async () => {
  const { caseId } = await w.openCase()
  await w.setClock('2026-02-20T15:00:00Z')
  await askPhq9(caseId, [2, 2, 2, 2, 1, 1, 1, 1, 0])
  const phq2 = await begin(caseId, shippedInstrumentIds.phq2)
  for (const linkId of phq9.slice(0, 2)) await answer(phq2.url, linkId, { answer: points(1) })
  await w.as('maya').post(`${phq2.url}/completion`)
  await w.setClock('2026-06-26T15:00:00Z')
  const { id, url } = await askPhq9(caseId, [1, 1, 1, 1, 1, 1, 0, 0, 0])
  await w.setClock(null)
  const { body } = await w.as('maya').get(url)
  assert.deepEqual([body.scores[0].value, body.scores[0].previous], [6, { value: 12, assessedOn: '2026-02-20' }])
  assert.equal(
    body.previous.responses.find((each: { linkId: string }) => each.linkId === '44250-9').answer[0].valueCoding.code,
    'LA6570-1',
  )
  const list = (await w.as('maya').get(all(caseId))).body.assessments
  assert.equal(list.find((each: { id: string }) => each.id === id).scores[0].previous.value, 12)
  assert.equal(list.find((each: { id: string }) => each.id === phq2.id).scores[0].previous, null)
})

test('422 a full assessment waits for engagement; 409 an assessment set aside keeps its reason and takes no more answers', async () => {
  const pending = await w.openCase({ status: 'pending_engagement' })
  assert.equal((await begin(pending.caseId, shippedInstrumentIds.comprehensive)).reply.body.code, 'assessment.not-engaged')
  const { url } = await begin(pending.caseId, shippedInstrumentIds.phq2)
  assert.equal((await w.as('maya').post(`${url}/withdrawal`, { kind: 'stopped', reason: 'He asked to stop.' })).status, 201)
  assert.equal((await answer(url, '44250-9', { answer: points(1) })).status, 409)
  assert.equal(
    (await w.as('maya').post(`${url}/withdrawal`, { kind: 'entered-in-error', reason: 'x' })).body.code,
    'assessment.already-set-aside',
  )
  await assert.rejects(
    w.asOwner(`update assessment set end_reason = null where status = 'stopped'`),
    /an_assessment_set_aside_says_why/,
  )
})

test('200 circumstances can be completed while asking; 409 when a colleague did so first', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq2)
  const more = {
    ...circumstances,
    mode: 'face-to-face',
    place: 'home',
    people: [...circumstances.people, { name: 'Minh', relation: 'family', informant: true }],
  }
  assert.equal((await w.as('maya').patch(url, more, { ifMatch: 1 })).body.people.length, 2)
  assert.equal((await w.as('maya').patch(url, more, { ifMatch: 1 })).body.code, 'assessment.changed')
})

test('403 quality reads assessments and writes none; 404 a case off your list has none', async () => {
  const { caseId } = await w.openCase()
  const { url } = await begin(caseId, shippedInstrumentIds.phq2)
  assert.equal((await w.as('quinn').get(url)).status, 200)
  assert.equal((await w.as('quinn').post(`${url}/completion`)).status, 403)
  for (const person of ['zoe', 'bea'] as const) assert.equal((await w.as(person).get(url)).status, 404)
  for (const person of ['bill', 'ines'] as const) assert.ok([403, 404].includes((await w.as(person).get(url)).status))
  assert.equal((await w.as('maya').get(`${all(caseId)}/${randomUUID()}`)).status, 404)
})

test('every question of the shipped instruments can be answered over HTTP', async () => {
  const { caseId } = await w.openCase()
  for (const instrument of shippedInstruments) {
    const { url, reply } = await begin(caseId, instrument.id)
    assert.equal(reply.status, 201, instrument.title)
    const [item] = allItems(instrument.questionnaire?.item ?? []).filter((each) => each.type === 'choice' && each.required)
    if (item) assert.equal((await answer(url, item.linkId, { notAskedReason: 'unable' })).status, 200, item.linkId)
  }
})
