// An answer that asks for help today: the concern and its same-day task, and the signed note that alone closes it (INV-22).
import { newId } from '../../platform/db.ts'
import { announce } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import type { AnswerValue } from './answer.ts'
import type { Item } from './questionnaire.ts'
import { safetyConcernOf, type NewSafetyResponse } from './safety.ts'
import type { ConcernWithResponse, SafetyConcern } from './record.ts'
import { addConcern, addSafetyResponse, concernsOf } from './score.store.ts'

interface Answered {
  assessmentId: string
  title: string
  item: Item
  answer: readonly AnswerValue[]
}

/** Raised once per question while it is unanswered; taking the answer back does not take the concern back. */
export async function raiseConcern(
  work: CaseWork,
  { assessmentId, title, item, answer }: Answered,
): Promise<SafetyConcern | null> {
  const words = safetyConcernOf(item, answer)
  if (words === null) return null
  const open = (await concernsOf(work.tx, [assessmentId])).find((each) => each.linkId === item.linkId && each.response === null)
  if (open) return open
  const concern: SafetyConcern = {
    id: newId(),
    assessmentId,
    linkId: item.linkId,
    concern: words,
    answer: [...answer],
    raisedAt: work.now,
    raisedOn: work.today,
    raisedBy: work.staff.id,
  }
  await addConcern(work.tx, work.caseId, concern)
  await requestTask(work, {
    rule: 'safety-response',
    about: { type: 'safety-concern', id: concern.id },
    clientId: work.clientId,
    caseId: work.caseId,
    assignTo: { staffId: work.staff.id },
    due: work.today,
    priority: 'safety',
    params: { assessmentId, instrument: title, concern: words },
  })
  await announce(work, 'safety.raised', { entity: 'safety-concern', id: concern.id }, { assessmentId, title, concern: words })
  return concern
}

/** Who was spoken with and what was done, signed. Refuses with `safety.already-answered`. */
export async function respondToSafety(
  work: CaseWork,
  { signed: _signed, ...response }: NewSafetyResponse,
  assessmentId: string,
  concernId: string,
): Promise<ConcernWithResponse> {
  const concern = await findConcern(work, assessmentId, concernId)
  if (concern.response)
    refuse('safety.already-answered', 'This was answered and signed before. Write a contact note for what happened since.', {
      status: 409,
    })
  await addSafetyResponse(work.tx, work.caseId, { ...response, concernId })
  await settleTasks(work, { rule: 'safety-response', aboutId: concernId, by: { type: 'safety-response', id: response.id } })
  await announce(
    work,
    'safety.answered',
    { entity: 'safety-concern', id: concernId },
    { assessmentId, concern: concern.concern, actions: response.actions, spokeWith: response.spokeWith },
  )
  return findConcern(work, assessmentId, concernId)
}

async function findConcern({ tx, caseId }: CaseWork, assessmentId: string, concernId: string): Promise<ConcernWithResponse> {
  const found = (await concernsOf(tx, [assessmentId])).find((each) => each.id === concernId)
  return found ?? notFound(caseId && 'safety-concern')
}
