// The chart: everything the client's page opens with, gathered from the capabilities in one answer.
import { may, type CaseWork, type ClientWork } from '../../platform/work.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import { daysBetween } from '../../platform/time/civil.ts'
import { ageRange, readPartialDate } from '../../platform/time/partial.ts'
import { supportMembersOf } from '../clients/circle.actions.ts'
import { clientOf } from '../clients/client.actions.ts'
import { risksOf, safeContactNow } from '../clients/safety.actions.ts'
import type { Case } from '../cases/case.ts'
import { phasesOf } from '../cases/phase.ts'
import { casesOf } from '../cases/view.actions.ts'
import { engagementOf } from '../consents/consent.actions.ts'
import { myDraftsOf, timeSpentOn } from '../contacts/contact.actions.ts'
import { emergenciesInForce } from '../emergencyAccess/emergency.actions.ts'
import { labelsIn } from '../labels/label.ts'
import { finalAttainment } from '../plans/goal.ts'
import { planOf } from '../plans/plan.actions.ts'
import { openTasksOf } from '../tasks/task.actions.ts'
import { programsOf, teamNow, typesOfCase, type ProgramLine } from './story.store.ts'

const over: readonly string[] = ['closed', 'not_engaged', 'voided']

/** The case named, else the one that is open, else the latest; null before there is one. */
export function caseInView(cases: readonly Case[], wanted: string | undefined): Case | null {
  const named = cases.find(({ id }) => id === wanted)
  const latestFirst = cases.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1))
  return named ?? latestFirst.find(({ status }) => !over.includes(status)) ?? latestFirst[0] ?? null
}

/** Whose page it is, how to reach them, and the case in view with its plan, what is next and who is around. One request, one round of reads. */
export async function chartOf(work: ClientWork, wanted: string | undefined) {
  const cases = may(work, 'read-case') ? await casesOf(work) : []
  const inView = caseInView(cases, wanted)
  const [client, reach, risks, support, programs, engagement, emergencies] = await Promise.all([
    clientOf(work), safeContactNow(work), risksOf(work), supportMembersOf(work), programsOf(work.tx, work.clientId),
    may(work, 'read-consents') ? engagementOf(work) : null, emergenciesInForce(work),
  ])
  const birth = readPartialDate(client.birthDate, client.birthDateEstimated)
  return {
    client: { ...client, age: birth ? ageRange(birth, client.deceasedOn ?? work.today) : null },
    reach, risks: risks.filter(({ standing }) => standing !== 'ended'), engagement, emergencies,
    around: support.filter(({ current }) => current),
    cases: cases.map((each) => lineOf(each, programs)),
    inView: inView ? await caseChart(onCase(work, inView), inView) : null,
    today: work.today,
  }
}
export type Chart = Awaited<ReturnType<typeof chartOf>>

const onCase = (work: ClientWork, { id, programId, status }: Case): CaseWork => ({ ...work, caseId: id, programId, caseStatus: status })

function lineOf({ id, number, status, programId, openedOn, activatedOn, closedOn }: Case, programs: readonly ProgramLine[]) {
  const program = programs.find(({ caseId }) => caseId === id)
  return { id, number, status, programId, programName: program?.name ?? '', programKind: program?.kind ?? 'other', payer: program?.payer ?? null, labels: labelsIn(program?.mask ?? 0), openedOn, activatedOn, closedOn }
}

async function caseChart(work: CaseWork, caseRecord: Case) {
  const [types, team, plan, tasks, drafts, totals] = await Promise.all([
    typesOfCase(work.tx, work.caseId), teamNow(work.tx, work.caseId),
    may(work, 'read-plan') ? planOf(work) : null,
    may(work, 'read-tasks') ? openTasksOf(work) : [],
    may(work, 'write-contacts') ? myDraftsOf(work) : [],
    may(work, 'read-contacts') ? timeSpentOn(work) : null,
  ])
  return {
    ...caseRecord, team, drafts, totals,
    phases: phasesOf({ status: caseRecord.status, events: types, acuityLevel: caseRecord.acuityLevel }),
    /** The first day counts as day 1; it stands still once the case is closed. */
    day: daysBetween(caseRecord.activatedOn ?? caseRecord.openedOn, caseRecord.closedOn ?? work.today) + 1,
    next: tasks.map(({ id, rule, title, params, dueOn, priority, staffId, createdAt, aboutType, aboutId }) => ({ id, rule, title, params, dueOn, priority, staffId, askedOn: civilDayOf(createdAt, work.zone), aboutType, aboutId })),
    safetyOpen: tasks.some(({ rule }) => rule === 'safety-response'),
    plan: plan && wantedOf(plan),
  }
}

/** What the client wants, as the side card shows it: in their words, with level, target and what stands in the way. */
function wantedOf(plan: Awaited<ReturnType<typeof planOf>>) {
  const standing = plan.barriers.filter(({ resolvedOn }) => !resolvedOn)
  const goals = plan.goals.map((goal) => ({
    id: goal.id, clientWords: goal.clientWords, statement: goal.statement, status: goal.lifecycleStatus, achievement: goal.achievementStatus, targetDate: goal.targetDate,
    baseline: goal.scale?.baseline ?? null, level: goal.level, levels: goal.scale?.texts ?? null, attainment: finalAttainment(goal),
    barriers: standing.filter(({ goalIds }) => goalIds.includes(goal.id)).map(({ id, statement, ageDays, owner }) => ({ id, statement, ageDays, ownerName: owner.name })),
  }))
  return { versionNumber: plan.active?.number ?? null, goals: goals.filter(({ attainment }) => attainment !== 'cancelled') }
}
