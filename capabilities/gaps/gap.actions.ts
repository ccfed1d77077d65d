// Tells what could not be met: counts what the caller may know as of a day, and withholds what is too small to tell.
import { addCivilDays } from '../../platform/time/civil.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { FileReply } from '../../platform/capability.ts'
import { refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { figuresOf } from '../serviceReferrals/figures.actions.ts'
import { gapTable, settledDays, unmetTable, type GapQuestion, type GapReport } from './gap.ts'
import { sheetOf } from './sheet.ts'

/**
 * The same question has the same answer later: only what was recorded by the end of the as-of day counts (SC-12, A3).
 * @throws gap.wrong-days where the period ends before it begins, or the as-of day has not come.
 */
export async function gapReport(work: Work, question: GapQuestion): Promise<GapReport> {
  const { from, until, asOf, by } = question
  if (until < from) refuse('gap.wrong-days', 'The period ends before it begins.', { issues: [{ path: 'until', message: 'The period ends before it begins.' }] })
  if (asOf > work.today) refuse('gap.wrong-days', 'The as-of day has not come yet.', { issues: [{ path: 'asOf', message: 'The as-of day has not come yet.' }] })
  const settled = addCivilDays(asOf, -settledDays)
  const sentUntil = settled < until ? settled : until
  const over = work.staff.roles.includes('administrator') ? ('agency' as const) : ('cases' as const)
  const span = { agencyId: work.agencyId, over, from, until: sentUntil, before: instantAt(addCivilDays(asOf, 1), '00:00', work.zone), zone: work.zone, by }
  const { referrals, rejections, unmet } = await figuresOf(work, span, { ...span, until })
  return { question, over, sentUntil, ...gapTable(referrals, rejections), unmet: unmetTable(unmet) }
}

/** The same figures as a file; what is withheld on the screen is not in it. */
export async function gapFile(work: Work, question: GapQuestion): Promise<FileReply> {
  return new FileReply({ bytes: new TextEncoder().encode(sheetOf(await gapReport(work, question))), mediaType: 'text/csv', name: `gaps-as-of-${question.asOf}.csv` })
}
