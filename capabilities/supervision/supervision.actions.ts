// What a supervisor asks for: the team with its load and its late work, one person's late work, and warnings before a credential ends.
import { addCivilDays } from '../../platform/time/civil.ts'
import type { Work } from '../../platform/work.ts'
import { loadsByStaff } from '../cases/teamload.actions.ts'
import { overdueByStaff } from '../tasks/overdue.actions.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import type { Assignee } from '../tasks/task.ts'
import { renewCredential, withdrawCredential } from '../team/credential.actions.ts'
import { warnDays, warningOf, type Credential, type Renewal, type Withdrawal } from '../team/credential.ts'
import { credentialsEndingBy, programsSupervisedBy, staffWithCredentials, validCredential } from '../team/team.actions.ts'
import { byConcern, totalsOf, type TeamLine, type TeamOverview } from './supervision.ts'

/** Everybody who answers for cases the asker may know, or works cases at all, those in difficulty first. */
export async function teamOverview(work: Work): Promise<TeamOverview> {
  const [staff, loads, overdue, programs] = await Promise.all([staffWithCredentials(work), loadsByStaff(work), overdueByStaff(work), programsSupervisedBy(work, work.staff.id)])
  const people = staff
    .filter(({ id, status, roles }) => loads.has(id) || (status === 'active' && roles.some((role) => role === 'caseManager' || role === 'supervisor')))
    .map(({ id, name, credentialLine, roles, status, caseloadCap, credential }): TeamLine => {
      const tasks = overdue.find(({ staffId }) => staffId === id)
      return {
        id, name, credentialLine, roles, status, capacityPoints: caseloadCap, credential,
        openCases: loads.get(id)?.openCases ?? 0, pointsTenths: loads.get(id)?.pointsTenths ?? 0, late: tasks?.late ?? 0, safety: tasks?.safety ?? 0, openTasks: tasks?.open ?? 0,
      }
    })
    .toSorted(byConcern)
  return { programs, people, totals: totalsOf(people) }
}

/** A renewed credential ends what was asked about it. @throws those of `renewCredential` */
export async function renew(work: Work, id: string, renewal: Renewal): Promise<Credential> {
  const credential = await renewCredential(work, id, renewal)
  await settleTasks(work, { rule: 'credential-expiring', aboutId: id, by: { type: 'credential', id } })
  return credential
}

/** A withdrawn credential is no longer asked about. @throws those of `withdrawCredential` */
export async function withdraw(work: Work, id: string, withdrawal: Withdrawal): Promise<Credential> {
  const credential = await withdrawCredential(work, id, withdrawal)
  await settleTasks(work, { rule: 'credential-expiring', aboutId: id, by: { type: 'credential', id } })
  return credential
}

/** Who else is asked as the end comes nearer; the holder is asked first (practice-model 5.3, U25). */
const circles = [
  { within: 60, about: 'credential-of-colleague', role: 'supervisor' },
  { within: 30, about: 'credential-of-staff', role: 'administrator' },
] as const

/**
 * Every day: the holder 90 days before a credential ends, supervisors from 60, administrators from 30; once it has ended and cases depend on it,
 * supervisors are asked to move them, so that none is left alone (INV-09). Each asks once; a renewal closes what is open.
 */
export async function warnOfEndingCredentials(work: Work): Promise<void> {
  const loads = await loadsByStaff(work)
  for (const { id, staffId, staffName, title, expiresOn } of await credentialsEndingBy(work, addCivilDays(work.today, warnDays[0]))) {
    const step = expiresOn === null ? null : warningOf(expiresOn, work.today)
    if (step === null || expiresOn === null) continue
    const ask = (about: string, assignTo: Assignee) =>
      requestTask(work, { rule: 'credential-expiring', about: { type: about, id }, assignTo, due: expiresOn, priority: step <= 30 ? 'urgent' : 'routine', params: { title, name: staffName, expiresOn } })
    await ask('credential', { staffId })
    for (const { within, about, role } of circles) if (step <= within) await ask(about, { role })
    if (step === 0 && loads.has(staffId) && !(await validCredential(work, staffId, work.today))) await ask('cases-without-credential', { role: 'supervisor' })
  }
}
