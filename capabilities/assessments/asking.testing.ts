// How the tests ask: begin an assessment as Maya, answer its questions, conclude its areas.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Reply, World } from '../../test/world.ts'
import { domainsOf } from './comprehensive.ts'
import { shippedInstrumentIds, shippedInstruments } from './instrument.shipped.ts'

export const loinc = 'http://loinc.org'
const often = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
export const points = (value: number) => [{ valueCoding: { system: loinc, code: often[value] } }]
export const phq9 = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']
export const circumstances = {
  reason: 'initial',
  mode: 'phone',
  language: 'vi',
  interpreter: 'qualified',
  interpreterReference: 'V-2213',
  people: [{ name: 'Linda', relation: 'client', informant: true }],
}
const comprehensive =
  shippedInstruments().find((each) => each.id === shippedInstrumentIds.comprehensive)?.questionnaire ?? assert.fail()
export const areas = domainsOf(comprehensive).map((each) => each.code)
export const allOf = (caseId: string) => `/api/cases/${caseId}/assessments`

export function asking(w: World) {
  const begin = async (caseId: string, instrumentId: string): Promise<{ id: string; url: string; reply: Reply }> => {
    const id = randomUUID()
    const reply = await w.as('maya').post(allOf(caseId), { id, instrumentId, ...circumstances })
    return { id, url: `${allOf(caseId)}/${id}`, reply }
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
  const conclude = (url: string, domain: string, given: object = {}, seenVersion = 0) =>
    w.as('maya').put(`${url}/domains/${domain}`, {
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
  const tasksOf = (caseId: string, rule: string) =>
    w.asOwner('select * from task where case_id = $1 and rule = $2 order by created_at', [caseId, rule])
  const storyOf = (caseId: string) =>
    w.asOwner('select type, details from case_event where case_id = $1 order by recorded_at, id', [caseId])
  return { begin, answer, askPhq9, conclude, concludeAll, tasksOf, storyOf }
}
