// Who works a case, why and until when. Whoever is on the team may know the case; nobody else (need to know).
import { announce } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { openTasksOf, passTask } from '../tasks/task.actions.ts'
import type { Because, FirstPrimary, NewMember, TeamMember } from './case.ts'
import { isExcluded } from './case.store.ts'
import { mayAnswerFor } from './opening.actions.ts'
import { join, leave, primaryOf, teamOf } from './team.store.ts'
import type { z } from 'zod'

/** @throws case.excluded, case.already-on-team, case.cover-until, case.primary-credential (covering, INV-09) */
export async function addMember(work: CaseWork, { staffId, role, reason, until }: NewMember): Promise<TeamMember> {
  const [team, excluded] = await Promise.all([currentTeam(work), isExcluded(work.tx, staffId, work.clientId)])
  if (excluded) refuse('case.excluded', 'This colleague cannot be on this case. Choose someone else.')
  if (team.some((member) => member.staffId === staffId && member.role !== 'opener')) refuse('case.already-on-team', 'This colleague is on the team already.', { status: 409 })
  if (until && until < work.today) refuse('case.cover-until', 'Choose a last day that is not over yet.')
  if (role === 'covering') {
    if (!until) refuse('case.cover-until', 'Say until which day the cover lasts.')
    await mayAnswerFor(work, staffId, work)
  }
  const id = await join(work.tx, { caseId: work.caseId, staffId, role, reason, untilAt: until ? instantAt(addCivilDays(until, 1), '00:00', work.zone) : null })
  await announce(work, 'case.team-joined', { entity: 'case-team', id }, { staffId, role, reason, until: until ?? null })
  return (await teamOf(work.tx, work.caseId)).find((member) => member.id === id) ?? notFound('team-member')
}

/** @throws case.primary-transfers, case.leaves-tasks */
export async function endMembership(work: CaseWork, { reason }: Because, memberId: string): Promise<null> {
  const member = (await currentTeam(work)).find((each) => each.id === memberId) ?? notFound('team-member')
  if (member.role === 'primary') refuse('case.primary-transfers', 'The case manager changes by a transfer, so that somebody always answers for the case.')
  const left = (await openTasksOf(work)).filter((task) => task.staffId === member.staffId && task.rule !== 'transfer-request')
  const primary = await primaryOf(work.tx, work.caseId)
  for (const task of left) {
    if (!primary) refuse('case.leaves-tasks', 'This colleague has open tasks here. Pass them on first.')
    await passTask(work, { staffId: primary.staffId }, task.id)
  }
  await announce(work, 'case.team-left', { entity: 'case-team', id: memberId }, { staffId: member.staffId, role: member.role, reason })
  await leave(work.tx, memberId, work.now) // last: it may end one's own sight of the case
  return null
}

/** A case without a case manager gets its first; after that accountability moves by transfer only. @throws case.has-primary, case.primary-credential (INV-09) */
export async function namePrimary(work: CaseWork, { staffId, reason }: z.infer<typeof FirstPrimary>): Promise<TeamMember> {
  if (await primaryOf(work.tx, work.caseId)) refuse('case.has-primary', 'Somebody answers for this case already. Transfer it instead.', { status: 409 })
  await mayAnswerFor(work, staffId, work)
  const id = await join(work.tx, { caseId: work.caseId, staffId, role: 'primary', reason, untilAt: null })
  for (const task of await openTasksOf(work)) if (task.rule === 'first-attempt' && task.role) await passTask(work, { staffId }, task.id)
  await announce(work, 'case.primary-named', { entity: 'case-team', id }, { staffId, reason })
  return (await primaryOf(work.tx, work.caseId)) ?? notFound('team-member')
}

export async function currentTeam(work: CaseWork): Promise<TeamMember[]> {
  return (await teamOf(work.tx, work.caseId)).filter((member) => member.untilAt === null || member.untilAt > work.now)
}
