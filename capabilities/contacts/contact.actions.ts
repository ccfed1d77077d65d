// What people do with contacts: record, keep as a draft, sign, discard, amend. One save does everything, or nothing.
import { createHash } from 'node:crypto'
import { newId } from '../../platform/db.ts'
import { announce, writeAudit } from '../../platform/events.ts'
import { notFound } from '../../platform/refusal.ts'
import { civilDayOf } from '../../platform/time/zone.ts'
import type { CaseWork } from '../../platform/work.ts'
import { raiseBarrier } from '../plans/barrier.actions.ts'
import { activeGoalIds, recordGoalProgress } from '../plans/goal.actions.ts'
import { addTask, requestTask, settleTasks } from '../tasks/task.actions.ts'
import { tellOutreach } from './outreach.actions.ts'
import {
  ContactContent, completed, mustBeAuthor, mustBeComplete, mustBeDraft, NewContact,
  type Amendment, type Contact, type NewAmendment, type NewContactGiven,
} from './contact.ts'
import { addAmendment, addContact, addGoalsMoved, amendmentsOf, contactsOfCase, discard, draftsOf, findContact, labelOfCase, saveContact, totalsOfCase, type Totals } from './contact.store.ts'
import { checkSafety, circumstancesOf } from './safety.actions.ts'
import { mustExplainLateEntry, signBy, timelinessOf } from './timeliness.ts'

const unsigned = { status: 'draft' as const, signedAt: null, signedBy: null, signedAs: null, timeliness: null, lateReason: null }

/**
 * Records a contact: as a draft, or signed at once. Signing moves the goals, writes the barrier, adds the next task and settles the first
 * attempt in the same transaction. Refuses `contact.incomplete`, `contact.not-safe`, `contact.late-entry-reason`.
 */
export async function recordContact(work: CaseWork, given: NewContactGiven): Promise<Contact> {
  const { id = newId(), sign, lateReason, alsoFor, ...content } = NewContact.parse(given)
  await checkSafety(work, content)
  const groupId = alsoFor.length > 0 ? newId() : null
  const written = { ...unsigned, ...content, id, caseId: work.caseId, occurredZone: work.zone, groupId }
  const contact = await addContact(work.tx, sign ? { ...written, ...(await signatureFor(work, written, lateReason)) } : written)
  for (const { caseId, narrative, durationMinutes } of alsoFor)
    await recordForAnother(await caseOf(work, caseId), contact, { narrative, durationMinutes })
  return sign ? carryOut(work, contact) : keepDraft(work, contact)
}

/** INV-44: the same meeting in another chart, with that client's words only: no participants, goals or tasks of the first. */
async function recordForAnother(work: CaseWork, first: Contact, own: { narrative: string; durationMinutes: number }): Promise<void> {
  const blank = { participants: [], goalIds: [], contactPointId: null, distanceTenthsMile: 0, travelMinutes: 0, noGoalReason: '', nextStep: '', intended: { goalsMoved: [], barrier: null, nextTask: null } }
  const { version: _version, createdAt: _createdAt, authorId: _author, ...same } = first
  await keepDraft(work, await addContact(work.tx, { ...same, ...unsigned, ...blank, ...own, id: newId(), caseId: work.caseId }))
}

async function caseOf(work: CaseWork, caseId: string): Promise<CaseWork> {
  const found = await labelOfCase(work.tx, caseId)
  if (!found) return notFound('case')
  return { ...work, caseId, clientId: found.clientId, programId: found.programId, caseStatus: found.status }
}

/** A draft is nobody's proof yet, so it is audited but not part of the story; the author is asked to sign it in time. */
async function keepDraft(work: CaseWork, draft: Contact): Promise<Contact> {
  const { acuityLevel } = await circumstancesOf(work)
  await requestTask(work, {
    rule: 'note-unsigned', about: { type: 'contact', id: draft.id }, clientId: work.clientId, caseId: work.caseId,
    assignTo: { staffId: draft.authorId }, due: signBy(civilDayOf(draft.occurredAt, draft.occurredZone), acuityLevel), params: { occurredOn: civilDayOf(draft.occurredAt, draft.occurredZone) },
  })
  await writeAudit(work, 'contact.drafted', { entity: 'contact', id: draft.id, version: draft.version }, work.clientId, {})
  return draft
}

/** Refuses `note.signed-is-immutable`, `contact.not-author`, and a 409 where the draft was changed meanwhile. */
export async function changeDraft(work: CaseWork, id: string, given: ContactContent): Promise<Contact> {
  const draft = await findContact(work.tx, work.caseId, id)
  mustBeDraft(draft)
  mustBeAuthor(draft, work.staff.id)
  const content = ContactContent.parse(given)
  await checkSafety(work, content)
  const saved = await saveContact(work.tx, { ...draft, ...content }, work.expectedVersion ?? draft.version)
  await writeAudit(work, 'contact.draft-changed', { entity: 'contact', id, version: saved.version }, work.clientId, {})
  return saved
}

/** Signs a draft and does what it intended, once. `lateReason` is needed more than 7 days after the contact. */
export async function signNote(work: CaseWork, id: string, lateReason = ''): Promise<Contact> {
  const draft = await findContact(work.tx, work.caseId, id)
  mustBeDraft(draft)
  mustBeAuthor(draft, work.staff.id)
  const signed = await saveContact(work.tx, { ...draft, ...(await signatureFor(work, draft, lateReason)) }, draft.version)
  await settleTasks(work, { rule: 'note-unsigned', aboutId: id, by: { type: 'contact', id } })
  return carryOut(work, signed)
}

/** What a note says once it is signed. */
async function signatureFor(work: CaseWork, note: ContactContent & { occurredZone: string }, lateReason: string) {
  const [{ acuityLevel, interpreterNeeded }, openGoalIds] = await Promise.all([circumstancesOf(work), activeGoalIds(work)])
  mustBeComplete(note, { interpreterNeeded, openGoalIds })
  const timeliness = timelinessOf(civilDayOf(note.occurredAt, note.occurredZone), work.today, acuityLevel)
  mustExplainLateEntry(timeliness, lateReason)
  return {
    ...completed(note, openGoalIds), status: 'signed' as const, signedAt: work.now, signedBy: work.staff.id, signedAs: signatureOf(work), timeliness,
    lateReason: lateReason || null,
  }
}

async function carryOut(work: CaseWork, signed: Contact): Promise<Contact> {
  await announceSigned(work, signed)
  await doIntended(work, signed)
  return signed
}

async function doIntended(work: CaseWork, contact: Contact): Promise<void> {
  const { goalsMoved, barrier, nextTask } = contact.intended
  await addGoalsMoved(work.tx, work.caseId, contact.id, goalsMoved)
  for (const moved of goalsMoved) await recordGoalProgress(work, { ...moved, occurredAt: contact.occurredAt })
  if (barrier) await raiseBarrier(work, barrier)
  if (nextTask) await addTask(work, { title: nextTask.title, due: nextTask.due, clientId: work.clientId, caseId: work.caseId })
  await tellOutreach(work, contact)
}

async function announceSigned(work: CaseWork, contact: Contact): Promise<void> {
  const type = contact.kind === 'attempt' ? 'contact.attempted' : 'contact.signed'
  const { kind, mode, direction, attemptResult, durationMinutes, travelMinutes, distanceTenthsMile, interpreter, interpreterReference, participants, purpose, nextStep, timeliness } = contact
  const said = contact.narrative.slice(0, 700)
  await announce(work, type, { entity: 'contact', id: contact.id, version: contact.version, digest: createHash('sha256').update(contact.narrative).digest('hex') }, {
    kind, mode, direction, attemptResult, durationMinutes, travelMinutes, distanceTenthsMile, interpreter, interpreterReference, participants, purpose, nextStep, timeliness, said,
    isExcerpt: contact.narrative.length > said.length,
  }, { occurredAt: contact.occurredAt, goalId: contact.goalIds[0], personId: participants.find(({ supportMemberId }) => supportMemberId)?.supportMemberId ?? undefined })
}

const signatureOf = ({ staff }: CaseWork): string => (staff.credentialLine ? `${staff.name}, ${staff.credentialLine}` : staff.name)

/** Undo for what was not signed: the draft stays as a discarded row, and nobody is asked to sign it. */
export async function discardDraft(work: CaseWork, id: string): Promise<null> {
  const draft = await findContact(work.tx, work.caseId, id)
  mustBeDraft(draft)
  mustBeAuthor(draft, work.staff.id)
  await discard(work.tx, draft, work.now)
  await settleTasks(work, { rule: 'note-unsigned', aboutId: id, by: { type: 'contact', id } })
  await writeAudit(work, 'contact.discarded', { entity: 'contact', id, version: draft.version + 1 }, work.clientId, {})
  return null
}

/** INV-43: appended with its own time and reason; the signed note stays readable as it was. Refuses `note.draft-is-edited`. */
export async function amendNote(work: CaseWork, id: string, { text, reason }: NewAmendment): Promise<Amendment> {
  const contact = await findContact(work.tx, work.caseId, id)
  const amendment = await addAmendment(work.tx, work.caseId, { id: newId(), contactId: contact.id, text, reason })
  await announce(work, 'contact.amended', { entity: 'contact', id, version: contact.version }, { text: text.slice(0, 700), reason, of: contact.occurredAt })
  return amendment
}

export async function readNote(work: CaseWork, id: string): Promise<Contact & { amendments: Amendment[] }> {
  const contact = await findContact(work.tx, work.caseId, id)
  return { ...contact, amendments: await amendmentsOf(work.tx, id) }
}

export const myDraftsOf = (work: CaseWork): Promise<Contact[]> => draftsOf(work.tx, work.caseId, work.staff.id)
export const timeSpentOn = (work: CaseWork): Promise<Totals> => totalsOfCase(work.tx, work.caseId)

const pageSize = 50

/** Newest first, by cursor. */
export async function contactsOf(work: CaseWork, before: { occurredAt: string; id: string } | null): Promise<{ contacts: Contact[]; after: string | null }> {
  const found = await contactsOfCase(work.tx, work.caseId, before, pageSize + 1)
  const contacts = found.slice(0, pageSize)
  const last = contacts.at(-1)
  return { contacts, after: found.length > pageSize && last ? `${last.occurredAt}_${last.id}` : null }
}
