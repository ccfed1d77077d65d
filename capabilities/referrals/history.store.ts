// The steps of a referral, the replies to its source, and what an electronic record brought. Steps and replies are only ever added.
import { sql, type ColumnType } from 'kysely'
import type { BundleReport, KeptBundle, SaidReply, Step } from './page.ts'
import type { PrefillFact } from './prefill.ts'
import type { Reply } from './reply.ts'
import type { ReferralStatus } from './referral.ts'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed } from '../../platform/refusal.ts'

type Given<T> = ColumnType<T, never, never>
interface StepTable {
  id: string
  referralId: string
  fromStatus: ReferralStatus | null
  toStatus: ReferralStatus
  reason: string | null
  details: Record<string, unknown>
  at: Given<string>
  staffId: Given<string | null>
}
interface ReplyTable {
  id: string
  referralId: string
  aboutStatus: ReferralStatus
  channel: Reply['channel']
  saidTo: string
  words: string
  saidOn: string
  at: Given<string>
  staffId: Given<string | null>
}
interface BundleTable {
  id: string
  referralId: string
  patient: string
  identifier: string | null
  contentHash: string
  fileName: string | null
  entries: number
  used: number
  unused: number
  tally: BundleReport
  prefill: PrefillFact[]
  kept: ColumnType<string[] | null, string[] | undefined, string[]>
  leftOut: ColumnType<string[] | null, string[] | undefined, string[]>
  confirmedAt: ColumnType<string | null, never, string>
  confirmedBy: ColumnType<string | null, never, string | null>
  version: ColumnType<number, never, number>
}
declare module '../../platform/db.ts' {
  interface Tables {
    referralStep: StepTable
    referralReply: ReplyTable
    referralBundle: BundleTable
  }
}

export async function addStep(
  tx: Tx,
  referralId: string,
  step: Pick<Step, 'fromStatus' | 'toStatus' | 'reason' | 'details'>,
): Promise<void> {
  await tx
    .insertInto('referralStep')
    .values({ id: newId(), referralId, ...step, details: json(step.details) })
    .execute()
}

export function stepsOf(tx: Tx, referralId: string): Promise<Step[]> {
  return tx
    .selectFrom('referralStep')
    .leftJoin('staffLabel', 'staffLabel.id', 'referralStep.staffId')
    .select(['referralStep.id', 'fromStatus', 'toStatus', 'reason', 'details', 'at', 'staffLabel.name as by'])
    .where('referralId', '=', referralId)
    .orderBy('at')
    .orderBy('referralStep.id')
    .execute()
}

export async function addReply(
  tx: Tx,
  referralId: string,
  aboutStatus: ReferralStatus,
  { id, channel, saidTo, text, saidOn }: Reply,
): Promise<void> {
  await tx.insertInto('referralReply').values({ id, referralId, aboutStatus, channel, saidTo, words: text, saidOn }).execute()
}

export function repliesOf(tx: Tx, referralId: string): Promise<SaidReply[]> {
  return tx
    .selectFrom('referralReply')
    .leftJoin('staffLabel', 'staffLabel.id', 'referralReply.staffId')
    .select(['referralReply.id', 'aboutStatus', 'channel', 'saidTo', 'words', 'saidOn', 'at', 'staffLabel.name as by'])
    .where('referralId', '=', referralId)
    .orderBy('at')
    .execute()
}

const bundleColumns = [
  'id',
  'referralId',
  'fileName',
  'identifier',
  'contentHash',
  'tally',
  'prefill',
  'kept',
  'leftOut',
  'confirmedAt',
  'version',
] as const

export async function addBundle(
  tx: Tx,
  bundle: Pick<BundleTable, 'id' | 'referralId' | 'patient' | 'identifier' | 'contentHash' | 'fileName' | 'tally' | 'prefill'>,
): Promise<void> {
  const { tally, prefill } = bundle
  await tx
    .insertInto('referralBundle')
    .values({
      ...bundle,
      entries: tally.entries,
      used: tally.used,
      unused: tally.unused,
      tally: json(tally),
      prefill: json(prefill),
    })
    .execute()
}

export async function bundleOf(tx: Tx, referralId: string): Promise<KeptBundle | null> {
  const row = await tx.selectFrom('referralBundle').select(bundleColumns).where('referralId', '=', referralId).executeTakeFirst()
  return row ?? null
}

/** The bundle that came in before about the same person: the same content, or another content under the same identifier. */
export async function bundleKnown(
  tx: Tx,
  patient: string,
  { hash, identifier }: { hash: string; identifier: string | null },
): Promise<KeptBundle | null> {
  const row = await tx
    .selectFrom('referralBundle')
    .select(bundleColumns)
    .where('patient', '=', patient)
    .where(({ or, eb }) => or([eb('contentHash', '=', hash), ...(identifier ? [eb('identifier', '=', identifier)] : [])]))
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export async function confirmBundle(
  tx: Tx,
  { id, version }: KeptBundle,
  { kept, leftOut }: { kept: string[]; leftOut: string[] },
  by: { at: string; staffId: string | null },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('referralBundle')
    .set({ kept, leftOut, confirmedAt: by.at, confirmedBy: by.staffId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!numUpdatedRows) changed('referral', null)
}

/** Counts one more self-referral of the agency, and says how many came in the last hour. */
export async function countSelfReferral(tx: Tx, agencyId: string): Promise<number> {
  const { rows } = await sql<{
    seen: number
  }>`select authz.count_attempt(${`self-referral ${agencyId}`}, interval '1 hour') as seen`.execute(tx)
  return rows[0]?.seen ?? 0
}
