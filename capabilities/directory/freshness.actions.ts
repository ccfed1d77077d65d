// Keeping entries right: somebody verifies one, a colleague reports one as wrong, and the house asks again after 180 days.
import { announceAgency } from '../../platform/events.ts'
import { notFound } from '../../platform/refusal.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import type { Work } from '../../platform/work.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import { settles, staleAfterDays, type EntryReport, type Verification } from './freshness.ts'
import { addReport, addVerification, markVerified, rememberAsked, serviceNamed, staleServices, stillAsked, type NamedService } from './freshness.store.ts'

/** At most so many verifications are asked for at once: a large old directory becomes steady work, not a flood (ADR 116). */
const mostAskedAtOnce = 20
/** A service whose verification was excepted is asked about again after this. */
const askAgainDays = 90

const about = (id: string) => ({ type: 'directory-service', id })

async function serviceOf(work: Work, id: string): Promise<NamedService> {
  return (await serviceNamed(work.tx, id)) ?? notFound('service')
}

/** Somebody asked, looked or went there. What was learnt settles the tasks; "no answer" stays in the history and settles nothing (INV-33, INV-34). */
export async function verifyService(work: Work, verification: Verification, serviceId: string): Promise<{ id: string }> {
  await serviceOf(work, serviceId)
  const id = await addVerification(work.tx, serviceId, verification)
  if (settles(verification)) {
    await markVerified(work.tx, serviceId, verification.result)
    const by = { type: 'directory-verification', id }
    await settleTasks(work, { rule: 'entry-verification', aboutId: serviceId, by })
    await settleTasks(work, { rule: 'entry-report', aboutId: serviceId, by })
  }
  await announceAgency(work, 'directory.verified', { entity: 'directory-service', id: serviceId }, { result: verification.result, way: verification.way })
  return { id }
}

/** One step; whoever keeps the directory is asked to look, once however many report it. Due in five days; sooner where it is said to be closed. */
export async function reportEntry(work: Work, report: EntryReport, serviceId: string): Promise<{ id: string }> {
  const service = await serviceOf(work, serviceId)
  await addReport(work.tx, serviceId, report)
  await requestTask(work, {
    rule: 'entry-report',
    about: about(serviceId),
    assignTo: { role: 'administrator' },
    due: addCivilDays(work.today, report.wrong === 'closed' || report.wrong === 'phone' ? 2 : 5),
    params: { name: service.name, organization: service.organization, wrong: report.wrong, reportedBy: work.staff.name },
  })
  await announceAgency(work, 'directory.reported', { entity: 'directory-service', id: serviceId }, { wrong: report.wrong })
  return { id: report.id }
}

/** The daily round: the stalest services that are not already asked about, never verified ones first, within what can be asked at once. */
export async function askForVerifications(work: Work): Promise<void> {
  const since = addCivilDays(work.today, -askAgainDays)
  const room = mostAskedAtOnce - (await stillAsked(work.tx, since))
  if (room <= 0) return
  const stale = await staleServices(work.tx, { freshFrom: addCivilDays(work.today, -staleAfterDays), askedBefore: since, limit: room })
  const asked = []
  for (const { serviceId, name, organization, verifiedOn } of stale) {
    const taskId = await requestTask(work, {
      rule: 'entry-verification',
      about: about(serviceId),
      assignTo: { role: 'administrator' },
      due: addCivilDays(work.today, 14),
      params: { name, organization, ...(verifiedOn !== null && { verifiedOn }) },
    })
    asked.push({ serviceId, askedOn: work.today, taskId })
  }
  await rememberAsked(work.tx, asked)
}
