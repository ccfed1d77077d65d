// The referral table. Nothing else in the product reads or writes it.
import { sql } from 'kysely'
import type { DecisionColumns, InboxRow, Referral } from './page.ts'
import { openStatuses, type Facts, type ReferralStatus } from './referral.ts'
import { decisionColumns, factsToColumns, referralFrom, type ReferralRow, type ReferralTable } from './referral.row.ts'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    referral: ReferralTable
  }
}

const columns = [
  'id',
  'status',
  'channel',
  'receivedOn',
  'receivedAt',
  'sourceKind',
  'sourceOrganization',
  'sourcePerson',
  'sourcePhone',
  'sourceEmail',
  'sourceFax',
  'sourceAddress',
  'givenName',
  'familyName',
  'preferredName',
  'pseudonym',
  'birthDate',
  'birthDatePrecision',
  'deceasedOn',
  'pronouns',
  'spokenLanguage',
  'interpreter',
  'personDetails',
  'safeContact',
  'safeContactNote',
  'reason',
  'questions',
  'urgency',
  'danger',
  'programId',
  'scopeAsked',
  'funding',
  'payer',
  'memberId',
  'claimNumber',
  'injuredOn',
  'employer',
  'authorizedServices',
  'authorizedMinutes',
  'authorizationEndsOn',
  'version',
  'createdBy',
  ...decisionColumns,
] as const satisfies readonly (keyof ReferralRow)[]

/** Nothing comes back: the public page may hand in what it may not read. */
export async function addReferral(tx: Tx, id: string, facts: Facts): Promise<void> {
  const { personDetails, ...plain } = factsToColumns(facts)
  await tx
    .insertInto('referral')
    .values({ id, ...plain, personDetails: json(personDetails) })
    .execute()
}

export async function findReferral(tx: Tx, id: string): Promise<Referral> {
  const row = await tx.selectFrom('referral').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? referralFrom(row) : notFound('referral')
}

export interface Changes {
  status?: ReferralStatus
  facts?: Facts
  decisions?: Partial<DecisionColumns>
}

/** Saves only if nobody else saved first; with `expected`, only the version the person had in front of them. */
export async function saveReferral(
  tx: Tx,
  { id, version }: Referral,
  { status, facts, decisions = {} }: Changes,
  expected = version,
): Promise<Referral> {
  const { personDetails, ...plain } = facts ? factsToColumns(facts) : { personDetails: undefined }
  const { background, ...decided } = decisions
  const row = await tx
    .updateTable('referral')
    .set({
      ...plain,
      ...decided,
      ...(personDetails && { personDetails: json(personDetails) }),
      ...(background && { background: json(background) }),
      ...(status && { status }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', expected)
    .returning(columns)
    .executeTakeFirst()
  return row ? referralFrom(row) : changed('referral', await findReferral(tx, id))
}

const inboxColumns = [
  'referral.id',
  'referral.status',
  'urgency',
  'danger',
  'receivedOn',
  'channel',
  'sourceKind',
  'sourceOrganization',
  'sourcePerson',
  'givenName',
  'familyName',
  'preferredName',
  'pseudonym',
  'spokenLanguage',
  'interpreter',
  'reason',
  'programId',
  'claimNumber',
  'informationQuestion',
  'informationDueOn',
  'reviewOn',
  'decidedOn',
  'caseId',
  'clientId',
  'referral.version',
] as const

/** Most rows of an inbox shown at once; an agency with more looks at its oldest first. */
export const inboxLimit = 500

const inboxRows = (tx: Tx) =>
  tx
    .selectFrom('referral')
    .leftJoin('programLabel', 'programLabel.id', 'referral.programId')
    .select([...inboxColumns, 'programLabel.name as programName'])
    .select(({ selectFrom }) =>
      selectFrom('referralReply')
        .select(({ fn }) => fn.countAll<number>().as('replies'))
        .whereRef('referralReply.referralId', '=', 'referral.id')
        .as('replies'),
    )

export async function openReferrals(tx: Tx): Promise<InboxRow[]> {
  const rows = await inboxRows(tx)
    .where('referral.status', 'in', openStatuses)
    .orderBy('receivedOn')
    .orderBy('referral.id')
    .limit(inboxLimit)
    .execute()
  return rows.map((row) => ({ ...row, replies: row.replies ?? 0 }))
}

export interface Place {
  decidedOn: string
  id: string
}

/** Decided referrals, the latest first, a page at a time. */
export async function decidedReferrals(tx: Tx, after: Place | null, limit: number): Promise<InboxRow[]> {
  let query = inboxRows(tx).where('decidedOn', 'is not', null)
  if (after) query = query.where(sql<boolean>`(decided_on, referral.id) < (${after.decidedOn}, ${after.id})`)
  const rows = await query.orderBy('decidedOn', 'desc').orderBy('referral.id', 'desc').limit(limit).execute()
  return rows.map((row) => ({ ...row, replies: row.replies ?? 0 }))
}

export async function countOpen(tx: Tx): Promise<{ count: number; urgent: number }> {
  const row = await tx
    .selectFrom('referral')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('urgency', '=', 'urgent-safety').as('urgent'),
    ])
    .where('status', 'in', openStatuses)
    .executeTakeFirstOrThrow()
  return row
}

export type Candidate = Pick<
  ReferralRow,
  | 'id'
  | 'status'
  | 'receivedOn'
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'pseudonym'
  | 'birthDate'
  | 'birthDatePrecision'
  | 'personDetails'
  | 'claimNumber'
>

/** Referrals that share a birth date, a family name or a claim: to be compared by the rules, never linked by itself. */
export async function similarReferrals(
  tx: Tx,
  { person, scope }: Pick<Facts, 'person' | 'scope'>,
  notId: string,
): Promise<Candidate[]> {
  const { birthDate, familyName, pseudonym } = person
  if (!birthDate && !familyName && !pseudonym && !scope.claimNumber) return []
  return tx
    .selectFrom('referral')
    .select([
      'id',
      'status',
      'receivedOn',
      'givenName',
      'familyName',
      'preferredName',
      'pseudonym',
      'birthDate',
      'birthDatePrecision',
      'personDetails',
      'claimNumber',
    ])
    .where('id', '<>', notId)
    .where(({ or, eb }) =>
      or([
        ...(birthDate ? [eb('birthDate', '=', birthDate)] : []),
        ...(familyName ? [eb(sql`lower(family_name)`, '=', familyName.toLowerCase())] : []),
        ...(pseudonym ? [eb(sql`lower(pseudonym)`, '=', pseudonym.toLowerCase())] : []),
        ...(scope.claimNumber ? [eb('claimNumber', '=', scope.claimNumber)] : []),
      ]),
    )
    .orderBy('receivedOn', 'desc')
    .limit(100)
    .execute()
}

/** The referral a case came from; null for a case that began without one. */
export async function referralOfCase(tx: Tx, caseId: string): Promise<Referral | null> {
  const row = await tx.selectFrom('referral').select(columns).where('caseId', '=', caseId).executeTakeFirst()
  return row ? referralFrom(row) : null
}
