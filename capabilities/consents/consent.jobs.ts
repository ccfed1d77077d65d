// Every morning: who should speak with a client because a consent runs out.
import type { Work } from '../../platform/work.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { requestTask } from '../tasks/task.actions.ts'
import { consentInForce, type Consent } from './consent.ts'
import { consentsWhere, primaryCaseManagers, warnOnce } from './consent.store.ts'
import { renewBy, warningFor } from './expiry.ts'

/** 60, 30 and 7 days before its last day, a consent in force becomes a task of the client's primary case manager; each warning once. */
export async function warnOfExpiry(work: Work): Promise<void> {
  const expiring = { from: work.today, until: addCivilDays(work.today, 60) }
  for (const consent of await consentsWhere(work.tx, { expiring }))
    if (consentInForce(consent, { instant: work.now, zone: work.zone })) await warn(work, consent)
}

async function warn(work: Work, { id, clientId, kind, programId, expiresOn }: Consent): Promise<void> {
  const days = expiresOn === null ? null : warningFor(expiresOn, work.today)
  if (expiresOn === null || days === null) return
  const accountable = (await primaryCaseManagers(work.tx, clientId)).find(
    (each) => programId === null || each.programId === programId,
  )
  if (!accountable) return
  if (!(await warnOnce(work.tx, { consentId: id, clientId, days }))) return
  await requestTask(work, {
    rule: 'consent-expiring',
    about: { type: 'consent', id },
    clientId,
    caseId: accountable.caseId,
    assignTo: { staffId: accountable.staffId },
    due: renewBy(expiresOn, days),
    priority: days === 7 ? 'urgent' : 'routine',
    params: { kind, expiresOn, days },
  })
}
