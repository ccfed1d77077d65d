// The rules of instruments, answers and scores, tried by SQL past every route.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { shippedInstrumentIds } from './instrument.shipped.ts'
import { begin, bringIn, moca, sleepCheck } from './instrument.testing.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('INV-23 no writer keeps an answer, a band or a circumstance for a score-only instrument, by SQL either', async () => {
  const { body: instrument } = await moca(w)
  const { caseId } = await w.openCase()
  const { body } = await w.as('maya').post(`/api/cases/${caseId}/scores`, {
    id: randomUUID(),
    instrumentId: instrument.id,
    assessedOn: '2026-02-17',
    values: { total: 22 },
  })
  const [id, maya] = [body.id, w.staffId.maya]
  const answer = (renders: boolean) =>
    w.asOwner(
      `insert into assessment_response (agency_id, id, case_id, assessment_id, link_id, renders, answer, answered_by) values ($1, gen_random_uuid(), $2, $3, 'q', $4, '[]', $5)`,
      [w.agencyId, caseId, id, renders, maya],
    )
  await w.asOwner('alter table assessment_response disable trigger completed_stays')
  await assert.rejects(answer(false), /answers_are_kept_only_where_questions_may_be_shown/)
  await assert.rejects(answer(true), /foreign key/)
  await w.asOwner('alter table assessment_response enable trigger completed_stays')
  const assessment = (renders: boolean, mode: string | null) =>
    w.asOwner(
      `insert into assessment (agency_id, id, case_id, instrument_id, renders, mode, status, assessed_on, assessed_zone, completed_at, completed_on, completed_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, 'completed', current_date, 'UTC', now(), current_date, $6)`,
      [w.agencyId, caseId, instrument.id, renders, mode, maya],
    )
  await assert.rejects(assessment(false, 'phone'), /a_score_only_result_keeps_nothing_else/)
  await assert.rejects(
    w.asOwner(
      `insert into assessment (agency_id, id, case_id, instrument_id, renders, reason, mode, language, interpreter, assessed_on, assessed_zone)
     values ($1, gen_random_uuid(), $2, $3, true, 'initial', 'phone', 'en', 'not-needed', current_date, 'UTC')`,
      [w.agencyId, caseId, instrument.id],
    ),
    /an_assessment_knows_its_instruments_licence/,
  )
  await assert.rejects(
    w.asOwner(
      `insert into assessment_score (agency_id, id, case_id, assessment_id, instrument_id, renders, key, value, scorable, band, recorded_by) values ($1, gen_random_uuid(), $2, $3, $4, false, 'other', 3, true, '{}', $5)`,
      [w.agencyId, caseId, id, instrument.id, maya],
    ),
    /a_score_only_result_is_a_bare_number/,
  )
})

test('INV-19 what a version asks and how it scores never changes, by SQL either', async () => {
  const { body } = await bringIn(w, sleepCheck({ url: 'urn:test:fixed' }))
  for (const [rule, sql] of [
    [/content-is-immutable/, `update instrument set questionnaire = '{}' where id = $1`],
    [/content-is-immutable/, `update instrument set instrument_version = '9' where id = $1`],
    [/licence-is-immutable/, `update instrument set licence = 'licensed', licence_note = 'x' where id = $1`],
    [
      /no-licence|a_licence_is_named|licence-is-immutable/,
      `update instrument set licence = 'licensed', licence_note = '' where id = $1`,
    ],
  ] as const)
    await assert.rejects(w.asOwner(sql, [body.id]), rule)
  const insert = (columns: string, values: string) =>
    w.asOwner(
      `insert into instrument (agency_id, id, url, instrument_version, title, kind, ${columns}) values ($1, gen_random_uuid(), 'urn:x', '1', 'X', 'screen', ${values})`,
      [w.agencyId],
    )
  await assert.rejects(insert('licence, attribution', `'free', 'Someone'`), /score_only_instruments_keep_no_questions/)
  await assert.rejects(insert('questionnaire, licence, attribution', `'{}', 'free', ' '`), /every_instrument_says_whose_it_is/)
  await assert.rejects(insert('questionnaire, licence, attribution', `'{}', 'licensed', 'Someone'`), /a_licence_is_named/)
  await assert.rejects(
    insert('questionnaire, licence, attribution, required_domains', `'{}', 'free', 'Someone', '{food}'`),
    /a_comprehensive_assessment_names_its_areas/,
  )
  await assert.rejects(
    w.asOwner(`insert into instrument select (i).* from (select instrument as i from instrument where id = $1) x`, [body.id]),
    /duplicate|generated|cannot insert/,
  )
})

test('INV-20 no writer keeps a score without a number as scorable, or a calculated score without its answers', async () => {
  const { caseId } = await w.openCase()
  const { id } = await begin(w, caseId, shippedInstrumentIds.phq2)
  const score = (value: number | null, scorable: boolean, raw: string | null) =>
    w.asOwner(
      `insert into assessment_score (agency_id, id, case_id, assessment_id, instrument_id, renders, key, value, scorable, missing, raw_answers, recorded_by) values ($1, gen_random_uuid(), $2, $3, $4, true, 'total', $5, $6, 0, $7, $8)`,
      [w.agencyId, caseId, id, shippedInstrumentIds.phq2, value, scorable, raw, w.staffId.maya],
    )
  await assert.rejects(score(null, true, '{}'), /a_score_that_could_not_be_made_has_no_number/)
  await assert.rejects(score(0, false, '{}'), /a_score_that_could_not_be_made_has_no_number/)
  await assert.rejects(score(3, true, null), /a_calculated_score_keeps_its_answers/)
  await score(3, true, '{}')
  await assert.rejects(score(3, true, '{}'), /a_score_is_made_once/)
})

test('an answer is given or excused once per question, and a finished assessment is dated, by SQL either', async () => {
  const { caseId } = await w.openCase()
  const { id } = await begin(w, caseId, shippedInstrumentIds.phq2)
  const answer = (given: string | null, reason: string | null) =>
    w.asOwner(
      `insert into assessment_response (agency_id, id, case_id, assessment_id, link_id, answer, not_asked_reason, answered_by) values ($1, gen_random_uuid(), $2, $3, 'q', $4, $5, $6)`,
      [w.agencyId, caseId, id, given, reason, w.staffId.maya],
    )
  await assert.rejects(answer('[]', 'refused'), /an_answer_is_given_or_excused_not_both/)
  await answer('[]', null)
  await assert.rejects(answer('[]', null), /a_question_has_one_answer/)
  await assert.rejects(
    w.asOwner(`update assessment set status = 'completed' where id = $1`, [id]),
    /a_completed_assessment_has_a_date_and_a_person/,
  )
  await assert.rejects(w.asOwner(`update assessment set mode = null where id = $1`, [id]), /an_assessment_asked_here_says_how/)
  await assert.rejects(
    w.asOwner(
      `insert into assessment_amendment (agency_id, id, case_id, assessment_id, number, after, reason, recorded_by) values ($1, gen_random_uuid(), $2, $3, 1, '{}', 'x', $4)`,
      [w.agencyId, caseId, id, w.staffId.maya],
    ),
    /an_amendment_is_about_one_thing/,
  )
})
