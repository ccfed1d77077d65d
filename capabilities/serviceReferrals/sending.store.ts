// What left, the receiver's links, what was asked and answered, and what could not be met. Nothing else reads or writes these tables.
import { sql, type ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import type { LegalBasis } from '../consents/legalBasis.ts'
import type { PackageItem, Reason, ServiceType } from './codes.ts'
import type { FromPart2, Package } from './package.ts'
import type { SentPackage } from './serviceReferral.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Never<T> = ColumnType<T, never, never>
export interface ReferralLink {
  id: string
  caseId: string
  serviceReferralId: string
  sendingId: string
  expiresAt: string
  mailedAt: string | null
  revokedAt: string | null
  revokedBecause: string | null
  version: number
}
export interface Message {
  id: string
  serviceReferralId: string
  author: 'receiver' | 'us'
  words: string
  at: string
  createdBy: string | null
}
export interface UnmetNeed {
  id: string
  caseId: string
  clientId: string
  needId: string | null
  serviceReferralId: string | null
  serviceType: ServiceType
  reasonCode: Reason
  note: string
  county: string | null
  zip3: string | null
  language: string | null
  onDate: string
}
declare module '../../platform/db.ts' {
  interface Tables {
    serviceReferralSending: Omit<SentPackage, 'createdBy'> & { caseId: string; clientId: string; intent: string; basis: LegalBasis | null; consentId: string | null; items: PackageItem[]; package: Package; digest: Buffer; createdBy: Never<string | null> }
    serviceReferralLink: { [Column in 'mailedAt' | 'revokedAt' | 'revokedBecause' | 'version']: Given<ReferralLink[Column]> } & Pick<ReferralLink, 'id' | 'caseId' | 'serviceReferralId' | 'sendingId' | 'expiresAt'> & { tokenDigest: Buffer | null }
    serviceReferralMessage: Omit<Message, 'createdBy'> & { caseId: string; createdBy: Never<string | null> }
    unmetNeed: UnmetNeed
  }
}

export interface NewSending extends Omit<SentPackage, 'createdBy'> {
  caseId: string
  clientId: string
  intent: string
  basis: LegalBasis | null
  consentId: string | null
  items: PackageItem[]
  package: Package
  digest: Buffer
}
/** The disclosure as it is kept (INV-15). */
export const addSending = (tx: Tx, { basis, package: sent, ...rest }: NewSending) =>
  tx.insertInto('serviceReferralSending').values({ ...rest, basis: basis && json(basis), package: json(sent) }).execute()

export const sendingsOf = (tx: Tx, serviceReferralId: string) =>
  tx.selectFrom('serviceReferralSending').select(['id', 'serviceReferralId', 'way', 'sentTo', 'at', 'createdBy', 'package', 'basis']).where('serviceReferralId', '=', serviceReferralId).orderBy('at', 'desc').orderBy('id', 'desc').execute()

/** The last package of each of these. */
export async function latestPackages(tx: Tx, serviceReferralIds: string[]): Promise<Map<string, Package>> {
  if (serviceReferralIds.length === 0) return new Map()
  const rows = await tx.selectFrom('serviceReferralSending').select(['serviceReferralId', 'package']).where('serviceReferralId', 'in', serviceReferralIds).orderBy('at').orderBy('id').execute()
  return new Map(rows.map((row) => [row.serviceReferralId, row.package]))
}

/** Asked of the database, because whoever sends may not be cleared to see that it is so. */
export async function fromPart2(tx: Tx, { caseId, needId, goalId }: { caseId: string; needId: string | null; goalId: string | null }): Promise<FromPart2> {
  const { rows: [row] } = await sql<FromPart2>`select need, goal from authz.told_from_part_2(${caseId}::uuid, ${needId}::uuid, ${goalId}::uuid)`.execute(tx)
  return row ?? { need: true, goal: true }
}

const linkColumns = ['id', 'caseId', 'serviceReferralId', 'sendingId', 'expiresAt', 'mailedAt', 'revokedAt', 'revokedBecause', 'version'] as const
export const addLink = (tx: Tx, link: Pick<ReferralLink, 'id' | 'caseId' | 'serviceReferralId' | 'sendingId' | 'expiresAt'> & { tokenDigest: Buffer | null }) => tx.insertInto('serviceReferralLink').values(link).execute()

export const linksOf = (tx: Tx, serviceReferralId: string): Promise<ReferralLink[]> =>
  tx.selectFrom('serviceReferralLink').select(linkColumns).where('serviceReferralId', '=', serviceReferralId).orderBy('id', 'desc').execute()

export async function findLink(tx: Tx, id: string): Promise<ReferralLink> {
  return (await tx.selectFrom('serviceReferralLink').select(linkColumns).where('id', '=', id).executeTakeFirst()) ?? notFound('link')
}

export const revokeLinks = (tx: Tx, serviceReferralId: string, at: string, because: string) =>
  tx.updateTable('serviceReferralLink').set((row) => ({ revokedAt: at, revokedBecause: because, version: row('version', '+', 1) })).where('serviceReferralId', '=', serviceReferralId).where('revokedAt', 'is', null).execute()

/** The job made the secret and mails it: from now on the link opens. */
export const mailLink = (tx: Tx, id: string, tokenDigest: Buffer, at: string) =>
  tx.updateTable('serviceReferralLink').set((row) => ({ tokenDigest, mailedAt: at, version: row('version', '+', 1) })).where('id', '=', id).where('mailedAt', 'is', null).where('revokedAt', 'is', null).execute()

export const addMessage = (tx: Tx, message: Omit<Message, 'createdBy'> & { caseId: string }) => tx.insertInto('serviceReferralMessage').values(message).execute()
export const messagesOf = (tx: Tx, serviceReferralId: string): Promise<Message[]> =>
  tx.selectFrom('serviceReferralMessage').select(['id', 'serviceReferralId', 'author', 'words', 'at', 'createdBy']).where('serviceReferralId', '=', serviceReferralId).orderBy('at').orderBy('id').execute()

/** INV-38: one row for a referral, the first reason stands. No row comes back: the receiver may add one, not read any. */
export const addUnmetNeed = (tx: Tx, unmet: Omit<UnmetNeed, 'id'>) => tx.insertInto('unmetNeed').values({ ...unmet, id: newId() }).onConflict((row) => row.doNothing()).execute()

export const unmetNeedsOfCase = (tx: Tx, caseId: string): Promise<UnmetNeed[]> =>
  tx.selectFrom('unmetNeed').select(['id', 'caseId', 'clientId', 'needId', 'serviceReferralId', 'serviceType', 'reasonCode', 'note', 'county', 'zip3', 'language', 'onDate']).where('caseId', '=', caseId).orderBy('onDate', 'desc').execute()

/** Who answers for the case of a referral in hand, asked at the receivers' door. */
export async function ownerOfHeld(tx: Tx, serviceReferralId: string): Promise<string | null> {
  const { rows: [row] } = await sql<{ owner: string | null }>`select authz.owner_of_held(${serviceReferralId}::uuid) as owner`.execute(tx)
  return row?.owner ?? null
}
