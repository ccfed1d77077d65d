// The assessments tab, the runner's keeping of answers, and the trend, as a case manager meets them.
import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import phq2 from '../instruments/phq-2.json' with { type: 'json' }
import { linda, problem, show } from '../../../web/testing/show.tsx'
import { Questionnaire } from '../questionnaire.ts'
import AssessmentsTab from './AssessmentsTab.tsx'
import { Runner } from './Runner.tsx'
import { trendsOf } from './trends.ts'
import type { AssessmentList, AssessmentView, InstrumentLine } from '../record.ts'

const questionnaire = Questionnaire.parse(phq2)
const instrument: InstrumentLine = {
  id: 'i1', url: 'urn:phq-2', instrumentVersion: '1.0.0', title: 'PHQ-2', kind: 'screen', language: 'en', licence: 'free', licenceNote: '', attribution: 'Pfizer', mayRender: true,
  requiredDomains: [], scoreKeys: [{ key: 'total', title: 'PHQ-2 total', low: 0, high: 6 }], status: 'active', version: 1, description: 'Two questions about mood',
}
const line = (id: string, assessedOn: string, value: number | null, before: number | null, more: object = {}): AssessmentList['assessments'][number] => ({
  id, caseId: linda.caseId!, instrumentId: 'i1', renders: true, reason: 'initial', mode: 'phone', status: 'completed', assessedOn, beganAt: '', completedOn: assessedOn, endReason: null, version: 2,
  title: 'PHQ-2', instrumentVersion: '1.0.0', kind: 'screen', areas: 0, answered: 2, concluded: 0, completedByName: 'Laura Finch', openConcerns: 0,
  scores: [{ id: `s${id}`, assessmentId: id, instrumentId: 'i1', key: 'total', value, scorable: value !== null, missing: value === null ? 1 : 0, prorated: false, amendment: 0,
    band: value === null ? null : { low: 0, high: 2, code: 'negative', label: 'Below' }, previous: before === null ? null : { value: before, assessedOn: '2026-01-26' } }],
  ...more,
})
const list = `/cases/${linda.caseId}/assessments`

test('the list says the score, the one before, and what is not finished', async () => {
  const assessments = [line('a2', '2026-02-16', 1, 4), line('a3', '2026-02-15', null, null), line('a1', '2026-01-26', 4, null), line('a4', '2026-02-17', null, null, { status: 'in-progress', scores: [], answered: 1, openConcerns: 1 })]
  const { findByText, getByRole, getByText } = await show(<AssessmentsTab />, { server: { [`GET ${list}`]: { assessments }, 'GET /instruments': [instrument] } })
  await findByText('PHQ-2: 1, below')
  expect(getByText(/before that 4/)).toBeTruthy()
  expect(getByText('PHQ-2: no score')).toBeTruthy()
  expect(getByText(/1 answers missing/)).toBeTruthy()
  expect(getByText('Safety answer open')).toBeTruthy()
  await waitFor(() => expect(getByRole('img', { name: /PHQ-2 total over time\. 26 Jan: 4, 16 Feb: 1/ })).toBeTruthy())
})

test('INV-24 scores of two versions do not share a line', () => {
  const other: InstrumentLine = { ...instrument, id: 'i2', instrumentVersion: '2.0.0' }
  const trends = trendsOf({ assessments: [line('a2', '2026-02-16', 1, null, { instrumentId: 'i2' }), line('a1', '2026-01-26', 4, null)] }, [instrument, other])
  expect(trends.map(({ points }) => points.map(({ value }) => value))).toEqual([[4], [1]])
})

const view: AssessmentView = {
  id: 'a9', caseId: linda.caseId!, instrumentId: 'i1', renders: true, reason: 'screening', mode: 'phone', place: null, language: 'en', interpreter: 'not-needed', interpreterReference: '', people: [],
  status: 'in-progress', assessedOn: '2026-02-17', assessedZone: 'America/New_York', beganAt: '2026-02-17T15:00:00Z', completedAt: null, completedOn: null, completedBy: null, endReason: null, version: 1,
  instrument: { ...instrument, questionnaire }, responses: [], findings: [], amendments: [], scores: [], concerns: [], staff: [],
  previous: { id: 'a1', assessedOn: '2026-01-26', findings: [], responses: [{ linkId: '44250-9', answer: [{ valueCoding: { code: 'LA6570-1', display: 'More than half the days' } }], notAskedReason: null }] },
}
const path = `${list}/a9`

test('each answer is sent at once with the version seen, last time stands beside, and a reason settles a question', async () => {
  let version = 0
  const { getByRole, findByText, getByText, sent } = await show(<Runner view={view} path={path} questionnaire={questionnaire} here="/here?case=1" />, {
    server: { [`PUT ${path}/responses/44250-9`]: () => ({ version: ++version, safety: null }) },
  })
  expect(getByText(/More than half the days/, { selector: 'span[class*="before"]' })).toBeTruthy()
  fireEvent.click(getByRole('group', { name: /Little interest/ }).querySelectorAll('input')[1]!)
  await findByText('1 of 2 answered', { exact: false })
  await waitFor(() => expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1))
  expect(sent.find(({ method }) => method === 'PUT')?.body).toMatchObject({ seenVersion: 0, answer: [{ valueCoding: { code: 'LA6569-3' } }], notAskedReason: null })
  fireEvent.click(getByRole('group', { name: /Little interest/ }).querySelectorAll('input')[0]!)
  await waitFor(() => expect(sent.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({ seenVersion: 1, answer: [{ valueCoding: { code: 'LA6568-5' } }] }))
})

test('a refused answer says so where it was given', async () => {
  const { getByRole, findByText } = await show(<Runner view={view} path={path} questionnaire={questionnaire} here="/here?case=1" />, {
    server: { [`PUT ${path}/responses/44250-9`]: problem(409, 'assessment.not-in-progress', 'This assessment is finished.') },
  })
  fireEvent.click(getByRole('group', { name: /Little interest/ }).querySelectorAll('input')[1]!)
  await findByText('This assessment is finished.')
  await findByText('Not saved')
})
