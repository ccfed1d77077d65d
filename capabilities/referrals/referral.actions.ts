// What the front door does with a referral: each action finds, decides, saves, keeps the step, and says so.
import * as decision from './decision.ts'
import { addStep, bundleOf } from './history.store.ts'
import type { Referral } from './page.ts'
import { nameOf } from './person.ts'
import { receive, type Facts, type NewReferral } from './referral.ts'
import { findProgram } from './label.store.ts'
import { addReferral, findReferral, saveReferral, type Changes } from './referral.store.ts'
import { replyDueOn } from './reply.ts'
import { refuse } from '../../platform/refusal.ts'
import { announceAgency } from '../../platform/events.ts'
import { addCivilDays } from '../../platform/time/civil.ts'
import { systemStaff, type Work } from '../../platform/work.ts'
import { requestTask, settleTasks } from '../tasks/task.actions.ts'

export const about = (id: string) => ({ type: 'referral', id })

/** Receives a referral by any way in; the same rules for the form, the public page and a bundle. Answers nothing: the public page may not read. */
export async function takeIn(work: Work, id: string, wanted: Facts): Promise<void> {
  const facts = receive(wanted, work.today)
  await addReferral(work.tx, id, facts)
  await addStep(work.tx, id, { fromStatus: null, toStatus: 'received', reason: null, details: { channel: facts.channel } })
  await requestTask(work, {
    rule: 'reply-to-source',
    about: about(id),
    assignTo: { role: 'intake' },
    due: replyDueOn(facts.receivedOn),
    params: wordsOf(facts),
  })
  if (facts.danger) await askForSafety(work, id, facts)
  await announceAgency(work, 'referral.received', { entity: 'referral', id }, { channel: facts.channel, urgency: facts.urgency })
}

/** U2: somebody looks the same day; closed by the triage that says what was done. */
async function askForSafety(work: Work, id: string, facts: Facts): Promise<void> {
  await requestTask(work, {
    rule: 'safety-response',
    about: about(id),
    assignTo: { role: 'intake' },
    due: work.today,
    priority: 'safety',
    params: { ...wordsOf(facts), danger: facts.danger ?? '' },
  })
}

const wordsOf = ({ person, source, receivedOn }: Facts): Record<string, string> => ({
  name: nameOf(person),
  source: source.organization ?? source.person ?? source.kind ?? '',
  receivedOn,
})

export async function receiveReferral(work: Work, { id, ...facts }: NewReferral): Promise<Referral> {
  await takeIn(work, id, facts)
  return findReferral(work.tx, id)
}

/** Corrects what was written down; needs the version the person saw. Decided referrals are final (the database refuses). */
export async function correctReferral(work: Work, id: string, facts: Facts): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const before = referral.facts
  const saved = await saveReferral(work.tx, referral, { facts: receive(facts, work.today) }, work.expectedVersion)
  const changed = namesOfChanges(before, saved.facts)
  await addStep(work.tx, id, { fromStatus: saved.status, toStatus: saved.status, reason: 'corrected', details: { changed } })
  if (saved.facts.danger && !before.danger && saved.status === 'received') await askForSafety(work, id, saved.facts)
  await announceAgency(work, 'referral.corrected', { entity: 'referral', id, version: saved.version }, { changed })
  return saved
}

function namesOfChanges(before: Facts, after: Facts): string[] {
  const flat = (facts: Facts): Record<string, unknown> => ({
    ...facts,
    ...facts.person,
    ...facts.scope,
    ...facts.source,
    person: null,
    scope: null,
    source: null,
  })
  const [one, other] = [flat(before), flat(after)]
  return Object.keys(other).filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
}

/** Everything a rule asks about a referral. */
export async function standingOf(work: Work, referral: Referral): Promise<decision.Standing> {
  const { id, status, facts, background } = referral
  const [program, bundle] = await Promise.all([findProgram(work.tx, facts.programId), bundleOf(work.tx, id)])
  const died = facts.person.deceasedOn !== null || background.some((each) => each.about === 'death')
  return {
    id,
    status,
    facts,
    programKind: program?.kind ?? null,
    prefillOpen: bundle !== null && bundle.confirmedAt === null,
    died,
  }
}

/** Saves a decision, keeps the step and tells the audit; ids and codes only. */
export async function decide(
  work: Work,
  referral: Referral,
  changes: Changes,
  step: { reason: string | null; details?: Record<string, unknown> },
): Promise<Referral> {
  const saved = await saveReferral(work.tx, referral, changes)
  await addStep(work.tx, saved.id, {
    fromStatus: referral.status,
    toStatus: saved.status,
    reason: step.reason,
    details: step.details ?? {},
  })
  if (saved.status !== 'accepted')
    await announceAgency(
      work,
      `referral.${saved.status.replace('_', '-')}`,
      { entity: 'referral', id: saved.id, version: saved.version },
      { reason: step.reason },
    )
  return saved
}

/** A decision is told to the source within one business day: asked of whoever decided. */
export async function askForReply(work: Work, { id, facts }: Referral): Promise<void> {
  const assignTo = work.staff.id === systemStaff ? { role: 'intake' as const } : { staffId: work.staff.id }
  await requestTask(work, {
    rule: 'reply-to-source',
    about: about(id),
    assignTo,
    due: replyDueOn(work.today),
    params: wordsOf(facts),
  })
}

/** Refusals: those of `decision.triage`. Settles the same-day safety task (U2). */
export async function triageReferral(work: Work, id: string, wanted: decision.Triage): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  if (wanted.programId && !(await findProgram(work.tx, wanted.programId)))
    refuse('referral.no-such-program', 'Choose one of the agency’s programs.')
  const status = decision.triage(await standingOf(work, referral), wanted)
  const facts = {
    ...referral.facts,
    urgency: wanted.urgency,
    danger: wanted.danger,
    programId: wanted.programId ?? referral.facts.programId,
  }
  const saved = await decide(
    work,
    referral,
    { status, facts, decisions: { safetyDone: wanted.danger ? wanted.safetyDone : referral.safetyDone } },
    { reason: wanted.danger ?? wanted.urgency, details: { note: wanted.note, safetyDone: wanted.safetyDone } },
  )
  await settleTasks(work, { rule: 'safety-response', aboutId: id, by: about(id) })
  return saved
}

export async function askForInformation(work: Work, id: string, request: decision.InformationRequest): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.askForInformation(referral.status, request, work.today)
  const { question, askedOf, dueOn } = request
  const saved = await decide(
    work,
    referral,
    { status, decisions: { informationQuestion: question, informationAskedOf: askedOf, informationDueOn: dueOn } },
    { reason: askedOf, details: { question, dueOn } },
  )
  await requestTask(work, {
    rule: 'information-requested',
    about: about(id),
    assignTo: { role: 'intake' },
    due: dueOn,
    params: { ...wordsOf(referral.facts), askedOf },
  })
  return saved
}

/** The answer came, or it did not: the referral is to be decided again, and the task is settled by it. */
export async function recordAnswer(work: Work, id: string, answer: decision.Answer): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.takeAnswer(referral.status, answer)
  const saved = await decide(
    work,
    referral,
    { status, decisions: { informationDueOn: null } },
    {
      reason: answer.noAnswer ? 'no-answer' : 'answered',
      details: { question: referral.informationQuestion, answer: answer.answer },
    },
  )
  await settleTasks(work, { rule: 'information-requested', aboutId: id, by: about(id) })
  return saved
}

export async function waitlistReferral(work: Work, id: string, wanted: decision.Waitlisting): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.waitlist(
    referral.status,
    referral.facts.urgency,
    wanted.reviewOn,
    work.today,
    addCivilDays(work.today, decision.longestWaitDays),
  )
  const { reason, note, reviewOn } = wanted
  const saved = await decide(
    work,
    referral,
    { status, decisions: { reviewOn, decisionReason: reason, decisionNote: note } },
    { reason, details: { note, reviewOn } },
  )
  await askForReply(work, saved)
  return saved
}

/** Off the waitlist, to be decided again. */
export async function returnFromWaitlist(work: Work, id: string, { note }: { note: string }): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.returnFromWaitlist(referral.status)
  return decide(
    work,
    referral,
    { status, decisions: { reviewOn: null, decisionReason: null, decisionNote: null } },
    { reason: 'off-waitlist', details: { note } },
  )
}
