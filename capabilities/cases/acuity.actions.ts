// How much a case needs, said by a person with a reason; every level it had stays on record.
import { announce } from '../../platform/events.ts'
import { refuse } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import type { NewAcuity } from './acuity.ts'
import { openStatuses, type Case } from './case.ts'
import { findCase, saveCase } from './case.store.ts'
import { addAcuity } from './outreach.store.ts'

/** @throws case.not-open */
export async function setAcuity(work: CaseWork, wanted: NewAcuity): Promise<Case> {
  const caseRecord = await findCase(work.tx, work.caseId)
  if (!openStatuses.includes(caseRecord.status)) refuse('case.not-open', 'This case is over; its level stays as it was.', { status: 409 })
  const id = await addAcuity(work.tx, work.caseId, wanted)
  const saved = await saveCase(work.tx, caseRecord, { acuityLevel: wanted.level })
  await announce(work, 'case.acuity-set', { entity: 'case-acuity', id }, { level: wanted.level, was: caseRecord.acuityLevel, why: wanted.why })
  return saved
}
