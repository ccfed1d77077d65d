// What the screens of the front door read: the inbox, and one referral with everything a person needs to decide.
import { bundleOf, repliesOf, stepsOf } from './history.store.ts'
import { ageDays, inGroups, nextStep } from './inbox.ts'
import type { Decided, Inbox, InboxLine, InboxRow, ReferralPage } from './page.ts'
import { nameOf } from './person.ts'
import { isOpen, missingFor } from './referral.ts'
import { standingOf } from './referral.actions.ts'
import { findProgram } from './label.store.ts'
import { decidedReferrals, findReferral, inboxLimit, openReferrals, type Place } from './referral.store.ts'
import { replyDueOn } from './reply.ts'
import { saw, type Work } from '../../platform/work.ts'

export async function inbox(work: Work): Promise<Inbox> {
  const rows = await openReferrals(work.tx)
  return { groups: inGroups(rows.map((row) => lineOf(row, work.today))), today: work.today, full: rows.length === inboxLimit }
}

function lineOf(row: InboxRow, today: string): InboxLine {
  return {
    ...row,
    name: nameOf(row),
    ageDays: ageDays(row.receivedOn, today),
    next: nextStep(row, today),
    replyDueOn: row.replies === 0 ? replyDueOn(row.receivedOn) : null,
  }
}

const pageSize = 50

export function readPlace(text: string): Place | null {
  const found = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(text)
  return found?.[1] && found[2] ? { decidedOn: found[1], id: found[2] } : null
}

export async function decided(work: Work, { after }: { after?: string }): Promise<Decided> {
  const rows = await decidedReferrals(work.tx, after ? readPlace(after) : null, pageSize)
  saw(
    work,
    rows.flatMap((row) => row.clientId ?? []),
  )
  const last = rows.length === pageSize ? rows.at(-1) : undefined
  return { items: rows.map((row) => lineOf(row, work.today)), next: last ? `${last.decidedOn}_${last.id}` : null }
}

export async function referralPage(work: Work, id: string): Promise<ReferralPage> {
  const referral = await findReferral(work.tx, id)
  const { facts } = referral
  const [program, steps, replies, bundle] = await Promise.all([
    findProgram(work.tx, facts.programId),
    stepsOf(work.tx, id),
    repliesOf(work.tx, id),
    bundleOf(work.tx, id),
  ])
  if (referral.clientId) saw(work, [referral.clientId])
  const { status, informationDueOn, reviewOn, version } = referral
  const answered = replies.some((reply) => reply.aboutStatus === status || !isOpen(reply.aboutStatus))
  return {
    referral,
    program,
    steps,
    replies,
    bundle,
    version,
    name: nameOf(facts.person),
    ageDays: ageDays(facts.receivedOn, work.today),
    next: nextStep({ status, urgency: facts.urgency, receivedOn: facts.receivedOn, informationDueOn, reviewOn }, work.today),
    replyDueOn: answered ? null : replyDueOn(referral.decidedOn ?? facts.receivedOn),
    missing: isOpen(status) ? missingFor('acceptance', id, facts, (await standingOf(work, referral)).programKind) : [],
  }
}
