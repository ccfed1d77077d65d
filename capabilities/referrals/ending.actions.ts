// Decisions that end a referral here: decline, hand over, withdraw, mark as a duplicate. Each is told to the source.
import * as decision from './decision.ts'
import type { Referral } from './page.ts'
import { about, askForReply, decide } from './referral.actions.ts'
import { mayKnow } from './label.store.ts'
import { findReferral } from './referral.store.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { settleTasks } from '../tasks/task.actions.ts'

export async function declineReferral(work: Work, id: string, wanted: decision.Declination): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.decline(referral.status, wanted, work.today)
  const { reason, note, alternatives, toldOn, notToldBecause } = wanted
  const decisions = { decisionReason: reason, decisionNote: note, alternatives, toldOn, notToldBecause, decidedOn: work.today }
  const saved = await decide(work, referral, { status, decisions }, { reason, details: { note, alternatives } })
  await askForReply(work, saved)
  return saved
}

export async function redirectReferral(work: Work, id: string, wanted: decision.Redirection): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  const status = decision.redirect(referral.status, wanted, work.today)
  const decisions = {
    decisionReason: wanted.reason,
    decisionNote: wanted.note,
    decidedOn: work.today,
    handoffOrganization: wanted.organization,
    handoffPerson: wanted.contactPerson,
    handoffHow: wanted.contactHow,
    handoffKind: wanted.handoff,
    handedOverOn: wanted.handedOverOn,
    handoffBasis: wanted.basis,
  }
  const saved = await decide(
    work,
    referral,
    { status, decisions },
    { reason: wanted.reason, details: { organization: wanted.organization, handoff: wanted.handoff } },
  )
  await askForReply(work, saved)
  return saved
}

/** Withdrawn by the source: they know, so nothing is left to reply. By the client: the source is told. */
export async function withdrawReferral(work: Work, id: string, { by, reason, note }: decision.Withdrawal): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  decision.closable(referral)
  const status = decision.withdraw(referral.status)
  const saved = await decide(
    work,
    referral,
    { status, decisions: { withdrawnBy: by, decisionReason: reason, decisionNote: note, decidedOn: work.today } },
    { reason, details: { by, note } },
  )
  await settleTasks(work, { rule: 'information-requested', aboutId: id, by: about(id) })
  if (by === 'source') await settleTasks(work, { rule: 'reply-to-source', aboutId: id, by: about(id) })
  else await askForReply(work, saved)
  return saved
}

/** The other record must be one the person may know. */
export async function markDuplicate(work: Work, id: string, mark: decision.DuplicateMark): Promise<Referral> {
  const referral = await findReferral(work.tx, id)
  decision.closable(referral)
  const status = decision.markDuplicate(referral.status, id, mark)
  await knownToMe(work, mark)
  const column = { referral: 'duplicateOfReferralId', client: 'duplicateOfClientId', case: 'duplicateOfCaseId' } as const
  const decisions = { [column[mark.of]]: mark.id, decidedOn: work.today, decisionNote: mark.note }
  const saved = await decide(work, referral, { status, decisions }, { reason: mark.of, details: { note: mark.note } })
  await settleTasks(work, { rule: 'information-requested', aboutId: id, by: about(id) })
  await askForReply(work, saved)
  return saved
}

async function knownToMe(work: Work, { of, id }: decision.DuplicateMark): Promise<void> {
  if (of === 'referral') await findReferral(work.tx, id)
  else if (!(await mayKnow(work.tx, of, id))) notFound(of)
}
