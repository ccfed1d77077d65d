// Opening a case: the person enrolls in a program, somebody answers for them, and the first attempt becomes due.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import { systemStaff, type CaseWork, type Work } from '../../platform/work.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { addCivilDays, daysBetween } from '../../platform/time/civil.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { requestTask } from '../tasks/task.actions.ts'
import { validCredential } from '../team/team.actions.ts'
import { firstAttemptDays } from './weight.ts'
import type { Case, NewCase } from './case.ts'
import { addCase, addStatusChange, enroll, findCase, isExcluded, jurisdictionOf, leadOf, nameLeadElsewhere, nextNumber } from './case.store.ts'
import { reopenDays } from './closing.ts'
import { addAcuity } from './outreach.store.ts'
import { join } from './team.store.ts'

/**
 * Opens a case in `pending_engagement`: enrollment (INV-16), team, opening event (INV-17), first-attempt task (U3). Where the person has
 * another open case, its lead is named on both. @throws case.primary-credential (INV-09), case.excluded, case.identified-in-future
 */
export async function openCase(work: Work, wanted: NewCase): Promise<Case> {
  const { tx, today } = work
  if (wanted.identifiedOn > today) refuse('case.identified-in-future', 'The day the person was identified cannot be after today.')
  if (wanted.primaryStaffId) await mayAnswerFor(work, wanted.primaryStaffId, wanted)
  const [number, enrollmentId, leadStaffId] = await Promise.all([
    nextNumber(tx, Number(today.slice(0, 4))),
    enroll(tx, { clientId: wanted.clientId, programId: wanted.programId, startsOn: today, eligibilityBasis: wanted.eligibilityBasis, memberId: wanted.memberId ?? null, payer: wanted.payer ?? null }),
    leadOf(tx, wanted.clientId, wanted.id),
  ])
  const coordinationNote = leadStaffId ? `Opened as ${number} beside another open case of the same person. The lead stays where it is until the teams agree otherwise.` : null
  await addCase(tx, {
    id: wanted.id, number, clientId: wanted.clientId, enrollmentId, programId: wanted.programId, identifiedOn: wanted.identifiedOn, openedOn: today,
    acuityLevel: wanted.acuityLevel ?? null, priorCaseId: wanted.priorCaseId ?? null, referralId: wanted.referralId ?? null, eligibilityBasis: wanted.eligibilityBasis,
    claim: wanted.claim ?? null, leadStaffId, coordinationNote,
  })
  const opened: CaseWork = { ...work, clientId: wanted.clientId, caseId: wanted.id, programId: wanted.programId, caseStatus: 'pending_engagement' }
  await assemble(opened, wanted.primaryStaffId ?? null)
  await addStatusChange(tx, {
    caseId: wanted.id, transition: 'opened', fromStatus: null, toStatus: 'pending_engagement', reasonCode: null, reason: wanted.eligibilityBasis,
    details: { referralId: wanted.referralId ?? null, priorCaseId: wanted.priorCaseId ?? null },
  })
  if (wanted.acuityLevel) await addAcuity(tx, wanted.id, { level: wanted.acuityLevel, why: 'As the referral described it.' })
  if (leadStaffId && coordinationNote) await nameLeadElsewhere(tx, wanted.clientId, { leadStaffId, coordinationNote })
  await announce(opened, 'case.opened', { entity: 'case', id: wanted.id, version: 1 }, { number, eligibilityBasis: wanted.eligibilityBasis, identifiedOn: wanted.identifiedOn, leadStaffId })
  await askForFirstAttempt(opened, wanted)
  return findCase(tx, wanted.id)
}

/** The primary, and whoever opened it for a day, so that a slip can be mended. */
async function assemble(work: CaseWork, primaryStaffId: string | null): Promise<void> {
  const { tx, caseId, staff } = work
  if (staff.id !== systemStaff && staff.id !== primaryStaffId)
    await join(tx, { caseId, staffId: staff.id, role: 'opener', reason: 'Opened the case and may mend it until tomorrow.', untilAt: instantAt(addCivilDays(work.today, 2), '00:00', work.zone) })
  if (primaryStaffId) await join(tx, { caseId, staffId: primaryStaffId, role: 'primary', reason: 'Answers for this case.', untilAt: null })
}

async function askForFirstAttempt(work: CaseWork, { primaryStaffId, acuityLevel }: NewCase): Promise<void> {
  const businessDays = firstAttemptDays(acuityLevel)
  await requestTask(work, {
    rule: 'first-attempt', about: { type: 'case', id: work.caseId }, clientId: work.clientId, caseId: work.caseId,
    assignTo: primaryStaffId ? { staffId: primaryStaffId } : { role: 'supervisor', programId: work.programId },
    due: addBusinessDays(work.today, businessDays), priority: acuityLevel === 4 ? 'urgent' : 'routine', params: { acceptedOn: work.today, businessDays },
  })
}

/** INV-09: no new assignment without a credential valid today where the program works; nor to somebody who must not know the person. */
export async function mayAnswerFor(work: Work, staffId: string, { clientId, programId }: { clientId: string; programId: string }): Promise<void> {
  const jurisdiction = await jurisdictionOf(work.tx, programId)
  const [credential, excluded] = await Promise.all([validCredential(work, staffId, work.today, jurisdiction), isExcluded(work.tx, staffId, clientId)])
  if (excluded) refuse('case.excluded', 'This colleague cannot take this case. Choose someone else.')
  if (!credential)
    refuse('case.primary-credential', 'This colleague has no credential on file that is valid today for this program. Add it on the Team screen, or choose someone else.', {
      missing: [{ code: 'case.primary-credential', message: 'A credential valid today', href: '/team' }],
    })
}

/** After the reopening window, or after a beginning that did not succeed: a new case that follows the old one (practice-model 3.3). */
export async function reEngage(work: CaseWork, wanted: Omit<NewCase, 'clientId' | 'priorCaseId'>): Promise<Case> {
  const prior = await findCase(work.tx, work.caseId)
  if (prior.status !== 'closed' && prior.status !== 'not_engaged')
    refuse('case.still-open', 'This case is not over. Go on with it instead.', { status: 409, current: { status: prior.status } })
  if (prior.closedOn && daysBetween(prior.closedOn, work.today) <= reopenDays)
    refuse('case.reopen-instead', `This case closed less than ${reopenDays} days ago. Reopen it, so that the story stays in one place.`)
  return openCase(work, { ...wanted, clientId: work.clientId, priorCaseId: prior.id })
}
