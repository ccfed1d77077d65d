// For tests only: the way to a plan as people go it, through the same actions — an assessed case, and a plan ready to be agreed.
import { newId } from '../../platform/db.ts'
import type { CaseWork } from '../../platform/work.ts'
import type { Person, Reply, World } from '../../test/world.ts'
import { answerQuestion, beginAssessment, writeArea } from '../assessments/assessment.actions.ts'
import { completeAssessment } from '../assessments/completion.actions.ts'
import { domainsOf } from '../assessments/comprehensive.ts'
import { instrumentsHere } from '../assessments/instrument.actions.ts'
import { allItems } from '../assessments/questionnaire.ts'

/** Completes a comprehensive assessment: every area looked at, no problem found but where `findings` says so by area; questions that must be settled are declined. */
export async function assess(work: CaseWork, findings: Record<string, string> = {}): Promise<string> {
  const instrument = (await instrumentsHere(work)).find(({ kind }) => kind === 'comprehensive')
  if (!instrument?.questionnaire) throw new Error('the comprehensive assessment is shipped')
  const { id } = await beginAssessment(work, {
    id: newId(), instrumentId: instrument.id, reason: 'initial', mode: 'face-to-face', place: 'home', language: 'en',
    interpreter: 'not-needed', interpreterReference: '', people: [],
  })
  for (const { linkId } of allItems(instrument.questionnaire.item).filter(({ required }) => required))
    await answerQuestion(work, { answer: null, notAskedReason: 'refused', source: 'self-reported', seenVersion: 0 }, id, linkId)
  for (const { code } of domainsOf(instrument.questionnaire)) {
    const found = findings[code]
    await writeArea(work, { outcome: found ? 'finding' : 'pertinent-negative', strengths: [], limitations: [], narrative: '', conclusion: found ?? 'No problem found.', seenVersion: 0 }, id, code)
  }
  await completeAssessment(work, id)
  return id
}

export interface Planned {
  caseId: string
  clientId: string
  path: string
  needId: string
  goalId: string
  stepId: string
  send(method: 'post' | 'put', path: string, body?: unknown, as?: Person): Promise<Reply>
  read(path?: string, as?: Person): Promise<Reply>
}

const levels = ['Dialysis begun', 'A1c above 10', 'A1c below 8', 'A1c below 7.5', 'A1c below 7']

/** A case with everything an agreement asks for: assessed, one confirmed need, one scaled goal, one step of the client's, participation. */
export async function plannedCase(w: World, options: Parameters<World['openCase']>[0] = {}): Promise<Planned> {
  const { caseId, clientId } = await w.openCase({ displayName: 'Linda Tran', ...options })
  await w.onCase('maya', caseId, assess)
  const path = `/api/cases/${caseId}`
  const send: Planned['send'] = (method, to, body, as = 'maya') => w.as(as)[method](`${path}${to}`, body)
  const made = async (to: string, body?: unknown): Promise<{ id: string; version: number }> => {
    const reply = await send('post', to, body)
    if (reply.status !== 201) throw new Error(`${to}: ${reply.status} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const { id: needId } = await made('/needs', { statement: 'Blood sugar out of range', domain: 'physical-health', clientRank: 1 })
  await made(`/needs/${needId}/confirmation`, { by: 'client', clientWords: 'I am afraid of the machine' })
  const { id: goalId } = await made('/goals', {
    clientWords: 'No dialysis', measure: 'A1c', targetDate: '2027-08-31', owner: { kind: 'client' }, needIds: [needId], importance: 10, confidence: 6,
  })
  await made(`/goals/${goalId}/scale`, { texts: levels, weight: 3 })
  await made(`/goals/${goalId}/baseline`, { level: -1, scoredBy: 'client' })
  const { id: stepId } = await made('/interventions', { goalId, description: 'Check sugar each morning', accountable: { kind: 'client' }, frequency: 'daily' })
  await w.as('maya').patch(`${path}/plan`, { participation: 'took-part', importantTo: 'Family meals' }, { ifMatch: 0 })
  return { caseId, clientId, path, needId, goalId, stepId, send, read: (to = '/plan', as = 'maya') => w.as(as).get(`${path}${to}`) }
}

/** Proposed and signed by the client; answers the version's id. */
export async function agreedPlan(planned: Planned): Promise<string> {
  const proposed = await planned.send('post', '/plan/versions', { language: 'en' })
  const agreed = await planned.send('post', `/plan/versions/${proposed.body.id}/agreement`, { kind: 'signed', by: 'client', name: 'Linda Tran' })
  if (agreed.status !== 201) throw new Error(`${agreed.status} ${JSON.stringify(agreed.body)}`)
  return agreed.body.id
}
