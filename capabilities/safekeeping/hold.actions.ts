// Legal holds: placed and lifted with a reason; while one is open nothing kept about the client is removed.
import { writeAudit } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { ClientWork, Work } from '../../platform/work.ts'
import type { Hold, Lifting, NewHold } from './hold.ts'
import { addHold, allHolds, endHold, holdsOf } from './safekeeping.store.ts'

/** On whom, as far as the reader may know them: those in force first. */
export const holdsInView = (work: Work): Promise<Hold[]> => allHolds(work.tx)

export const legalHolds = (work: ClientWork): Promise<Hold[]> => holdsOf(work.tx, work.clientId)

export async function placeHold(work: ClientWork, hold: NewHold): Promise<{ id: string }> {
  const id = await addHold(work, hold)
  await writeAudit(work, 'legal-hold.placed', { entity: 'legal-hold', id, version: 1 }, work.clientId, {})
  return { id }
}

/** @throws legal-hold.lifted-already */
export async function liftHold(work: ClientWork, { reason }: Lifting, id: string): Promise<{ id: string }> {
  const hold = (await holdsOf(work.tx, work.clientId)).find((each) => each.id === id) ?? notFound('legal-hold')
  if (hold.liftedAt) refuse('legal-hold.lifted-already', 'This hold was lifted already.', { status: 409 })
  await endHold(work, hold, reason)
  await writeAudit(work, 'legal-hold.lifted', { entity: 'legal-hold', id, version: hold.version + 1 }, work.clientId, {})
  return { id }
}
