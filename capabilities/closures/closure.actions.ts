// What people do to close a case: write the summary, sign it, return it or sign it off, close, print.
import { newId } from '../../platform/db.ts'
import { announce, writeAudit } from '../../platform/events.ts'
import { changed, refuse } from '../../platform/refusal.ts'
import { addBusinessDays } from '../../platform/time/business.ts'
import { may, type CaseWork } from '../../platform/work.ts'
import { closeCase } from '../cases/case.actions.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'
import { programOf, validCredential } from '../team/team.actions.ts'
import { mayDecide, mayRewrite, missingForSignature, type Return, type SignOff, type SummaryChange } from './closure.ts'
import { addSummary, findSummary, latestSummary, namesOf, saveSummary, type ClosureSummary } from './closure.store.ts'
import { digestOf } from './document.ts'
import { documentFrom, firstDraft, gather, type Gathered } from './gather.actions.ts'
import type { ClosureView, SignedSummary } from './view.ts'

/** Business days a supervisor has to decide, and an author to sign (practice-model 5.3, U19). */
const decisionDays = 2
const summaryDays = 10

/** Everything the Closure screen shows: where the case stands, what is still missing, the summary or its first draft, its document. */
export async function closurePage(work: CaseWork): Promise<ClosureView> {
  const [gathered, latest] = await Promise.all([gather(work), latestSummary(work.tx, work.caseId)])
  const summary = latest && !(latest.closedAt && work.caseStatus !== 'closed') ? latest : null // a reopened case begins another summary
  const content = summary?.content ?? firstDraft(gathered)
  const { caseView, facts } = gathered
  const isClosing = caseView.status === 'closing'
  return {
    status: caseView.status, reason: caseView.closureReason, explanation: caseView.closureExplanation, closingOn: caseView.closingOn, closedOn: caseView.closedOn,
    dueOn: caseView.closingOn ? addBusinessDays(caseView.closingOn, summaryDays) : null,
    summary: summary && (await signaturesOf(work, summary)), version: summary?.version ?? 0, content, time: facts.time,
    missing: isClosing ? missingNow(gathered, content, summary) : [], document: summary?.document ?? documentFrom(gathered, content, null),
    may: {
      write: may(work, 'write-closure') && isClosing && (!summary || summary.status === 'draft'),
      decide: may(work, 'sign-off') && summary?.status === 'awaiting-sign-off' && summary.signedBy !== work.staff.id,
      close: may(work, 'write-closure') && isClosing && summary?.status === 'signed-off',
    },
  }
}

async function signaturesOf(work: CaseWork, summary: ClosureSummary): Promise<SignedSummary> {
  const names = await namesOf(work.tx, [summary.signedBy, summary.signedOffBy, summary.returnedBy])
  const nameOf = (id: string | null) => names.get(id ?? '')?.name ?? null
  const { id, status, signedAt, signedOffAt, signOffNote, returnedAt, returnNote } = summary
  return {
    id, status, digest: summary.digest?.toString('hex') ?? null, signedAt, signedByName: nameOf(summary.signedBy), signedOffAt, signedOffByName: nameOf(summary.signedOffBy), signOffNote,
    returnedAt, returnedByName: nameOf(summary.returnedBy), returnNote,
  }
}

/** Keeps what was written so far; the first words make the summary. @throws closure.not-closing, closure.signed-is-immutable, closure-summary.changed */
export async function writeSummary(work: CaseWork, change: SummaryChange): Promise<{ version: number }> {
  const summary = await openSummary(work)
  const seen = summary?.version ?? 0
  if (work.expectedVersion !== undefined && work.expectedVersion !== seen) changed('closure-summary', summary)
  const saved = summary
    ? await saveSummary(work.tx, summary, { content: { ...summary.content, ...change } })
    : await addSummary(work.tx, { id: newId(), caseId: work.caseId, content: { ...firstDraft(await gather(work)), ...change } })
  await writeAudit(work, 'closure.summary-written', subjectOf(saved), work.clientId, { fields: Object.keys(change) })
  return { version: saved.version }
}

/** The author's signature fixes the document and asks a supervisor. @throws closure.not-ready with `missing`, closure.no-credential (INV-09), closure.signed-is-immutable */
export async function signSummary(work: CaseWork): Promise<{ version: number }> {
  const gathered = await gather(work)
  const summary = (await openSummary(work)) ?? (await addSummary(work.tx, { id: newId(), caseId: work.caseId, content: firstDraft(gathered) }))
  const missing = missingForSignature(gathered.facts, summary.content)
  if (missing.length > 0) refuse('closure.not-ready', 'The summary is not complete yet. Each point below leads to where it is done.', { missing })
  const { jurisdiction } = await programOf(work, work.programId)
  if (!(await validCredential(work, work.staff.id, work.today, jurisdiction)))
    refuse('closure.no-credential', 'Your licence is not valid today, so you cannot sign. Ask your administrator to record its renewal.', { status: 403 })
  const document = documentFrom(gathered, summary.content, { name: work.staff.name, credentialLine: work.staff.credentialLine, on: work.today })
  const signed = await saveSummary(work.tx, summary, { status: 'awaiting-sign-off', document, digest: digestOf(document), signedBy: work.staff.id, signedAt: work.now })
  await settleTasks(work, { rule: 'closure-summary-due', caseId: work.caseId, by: about(signed) })
  await requestTask(work, {
    rule: 'sign-off', about: about(signed), clientId: work.clientId, caseId: work.caseId, assignTo: { role: 'supervisor', programId: work.programId },
    due: addBusinessDays(work.today, decisionDays), params: { topic: 'closure-summary', author: work.staff.name },
  })
  await announce(work, 'closure.summary-signed', { ...subjectOf(signed), digest: digestOf(document).toString('hex') }, { reason: document.reason })
  return { version: signed.version }
}

/** A supervisor wants something different; the author has it back, with the reason. @throws closure.not-awaiting, closure.own-sign-off */
export async function returnSummary(work: CaseWork, { note }: Return): Promise<{ version: number }> {
  const summary = await findSummary(work.tx, work.caseId)
  mayDecide(summary, work.staff.id)
  const returned = await saveSummary(work.tx, summary, {
    status: 'draft', document: null, digest: null, signedBy: null, signedAt: null, returnedBy: work.staff.id, returnedAt: work.now, returnNote: note,
  })
  await settleTasks(work, { rule: 'sign-off', aboutId: summary.id, by: about(returned) })
  await requestTask(work, {
    rule: 'closure-summary-due', about: { type: 'case', id: work.caseId }, clientId: work.clientId, caseId: work.caseId,
    assignTo: { staffId: summary.signedBy ?? work.staff.id }, due: addBusinessDays(work.today, decisionDays), params: { returned: note.slice(0, 300) },
  })
  await announce(work, 'closure.summary-returned', subjectOf(returned), { note })
  return { version: returned.version }
}

/** From now on the summary is the same for ever. @throws closure.not-awaiting, closure.own-sign-off */
export async function signOffSummary(work: CaseWork, { note }: SignOff): Promise<{ version: number }> {
  const summary = await findSummary(work.tx, work.caseId)
  mayDecide(summary, work.staff.id)
  const signedOff = await saveSummary(work.tx, summary, { status: 'signed-off', signedOffBy: work.staff.id, signedOffAt: work.now, signOffNote: note })
  await settleTasks(work, { rule: 'sign-off', aboutId: summary.id, by: about(signedOff) })
  await announce(work, 'closure.summary-signed-off', subjectOf(signedOff), { note })
  return { version: signedOff.version }
}

/** The last step, with everything still standing on the day itself. @throws closure.not-ready with `missing`, and those of `closeCase` */
export async function completeClosing(work: CaseWork): Promise<{ status: string }> {
  const [gathered, summary] = await Promise.all([gather(work), openSummary(work, { toRewrite: false })])
  const missing = missingNow(gathered, summary?.content ?? firstDraft(gathered), summary ?? null)
  if (missing.length > 0 || !summary) refuse('closure.not-ready', 'The case cannot close yet. Each point below leads to where it is done.', { missing })
  const { status } = await closeCase(work, { summaryId: summary.id })
  await saveSummary(work.tx, summary, { closedAt: work.now })
  return { status }
}

/** What keeps the case open: the author's part, then the supervisor's. */
function missingNow({ facts }: Gathered, content: ClosureSummary['content'], summary: ClosureSummary | null) {
  const openWork = facts.openWork.filter(({ code }) => summary?.status !== 'awaiting-sign-off' || code !== 'case.open-sign-off')
  const missing = missingForSignature({ ...facts, openWork }, content)
  if (summary?.status === 'signed-off') return missing
  const signed = summary?.status === 'awaiting-sign-off'
  return [...missing, {
    code: signed ? 'closure.no-sign-off' : 'closure.no-signature', href: `${facts.places.closure}#signature`,
    message: signed ? 'A supervisor signs the summary off.' : 'The author signs the summary, then a supervisor.',
  }]
}

/** The summary of the closing in hand. @throws closure.not-closing, closure.signed-is-immutable when it is to be rewritten */
async function openSummary(work: CaseWork, { toRewrite } = { toRewrite: true }): Promise<ClosureSummary | undefined> {
  if (work.caseStatus !== 'closing')
    refuse('closure.not-closing', 'This case is not closing. Begin closing it first, with the reason.', { status: 409, missing: [{ code: 'closure.not-closing', message: 'Begin closing', href: `/clients/${work.clientId}/closure?case=${work.caseId}` }] })
  const summary = await latestSummary(work.tx, work.caseId)
  if (!summary || summary.closedAt) return undefined
  if (toRewrite) mayRewrite(summary.status)
  return summary
}

const about = ({ id }: ClosureSummary) => ({ type: 'closure-summary', id })
const subjectOf = ({ id, version }: ClosureSummary) => ({ entity: 'closure-summary', id, version })
