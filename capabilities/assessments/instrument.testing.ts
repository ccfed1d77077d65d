// An invented instrument, brought in by an administrator, and one whose questions may not be shown: what tests of instruments begin with.
import { randomUUID } from 'node:crypto'
import type { World } from '../../test/world.ts'

export const instruments = '/api/administration/instruments'
const weighted = (code: string, value: number) => ({
  valueCoding: { system: 'urn:x', code, display: code },
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: value }],
})
export const sleepCheck = (more: object = {}) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'urn:test:sleep',
  version: '2',
  title: 'Sleep check',
  language: 'en',
  copyright: 'Free.',
  item: [
    {
      linkId: 'q1',
      type: 'choice',
      text: 'Trouble falling asleep?',
      required: true,
      answerOption: [weighted('no', 0), weighted('some', 1), weighted('much', 2)],
    },
    {
      linkId: 'q2',
      type: 'choice',
      text: 'Trouble staying asleep?',
      required: true,
      answerOption: [weighted('no', 0), weighted('some', 1), weighted('much', 2)],
    },
    {
      linkId: 'sum',
      type: 'decimal',
      text: 'Sleep sum',
      readOnly: true,
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: {
            language: 'text/fhirpath',
            expression: "%resource.item.where(linkId in ('q1'|'q2')).answer.value.weight().sum()",
          },
        },
      ],
    },
  ],
  ...more,
})
export const bringIn = (w: World, questionnaire: object, more: object = {}) =>
  w.as('ada').post(instruments, { id: randomUUID(), questionnaire, licence: 'free', attribution: 'The Sleep People', ...more })
export const circumstances = { reason: 'screening', mode: 'phone', language: 'en', interpreter: 'not-needed' }
export const begin = async (w: World, caseId: string, instrumentId: string) => {
  const id = randomUUID()
  return {
    id,
    url: `/api/cases/${caseId}/assessments/${id}`,
    reply: await w.as('maya').post(`/api/cases/${caseId}/assessments`, { id, instrumentId, ...circumstances }),
  }
}

export const moca = (w: World) =>
  w.as('ada').post(`${instruments}/score-only`, {
    id: randomUUID(),
    title: `MoCA ${randomUUID().slice(0, 8)}`,
    instrumentVersion: '8.1',
    attribution: 'MoCA Test Inc., training and certification required',
    scores: [{ key: 'total', title: 'Total', low: 0, high: 30 }],
  })
