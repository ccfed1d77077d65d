// Assessments over HTTP on a real database: begin, answer, resume, complete, compare, amend.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { asking, allOf, circumstances, phq9, points } from './asking.testing.ts'
import { shippedInstrumentIds, shippedInstruments } from './instrument.shipped.ts'
import { allItems } from './questionnaire.ts'

let w: World
let begin: ReturnType<typeof asking>['begin']
let answer: ReturnType<typeof asking>['answer']
let askPhq9: ReturnType<typeof asking>['askPhq9']
let storyOf: ReturnType<typeof asking>['storyOf']
before(async () => {
  w = await world()
  ;({ begin, answer, askPhq9, storyOf } = asking(w))
})
after(() => w.close())
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

test('409 a completed assessment is corrected by an amendment; the first record stays and the score is made again', async () => {
  const { caseId } = await w.openCase()
  const { id, url } = await askPhq9(caseId, [1, 1, 1, 1, 1, 1, 0, 0, 0])
  assert.equal((await answer(url, '44250-9', { answer: points(3) }, 1)).body.code, 'assessment.not-in-progress')
  const amended = await w.as('maya').post(`${url}/amendments`, {
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
  const list = (await w.as('maya').get(allOf(caseId))).body.assessments
  assert.equal(list.find((each: { id: string }) => each.id === id).scores[0].previous.value, 12)
  assert.equal(list.find((each: { id: string }) => each.id === phq2.id).scores[0].previous, null)
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
  assert.equal((await w.as('maya').get(`${allOf(caseId)}/${randomUUID()}`)).status, 404)
})

test('every question of the shipped instruments can be answered over HTTP', async () => {
  const { caseId } = await w.openCase()
  for (const instrument of shippedInstruments()) {
    const { url, reply } = await begin(caseId, instrument.id)
    assert.equal(reply.status, 201, instrument.title)
    const [item] = allItems(instrument.questionnaire?.item ?? []).filter((each) => each.type === 'choice' && each.required)
    if (item) assert.equal((await answer(url, item.linkId, { notAskedReason: 'unable' })).status, 200, item.linkId)
  }
})
