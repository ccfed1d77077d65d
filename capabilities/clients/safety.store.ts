// Safe-contact answers, risk flags, confidentiality and judgements about two records.
import { sql, type ColumnType } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { ClientLink } from './link.ts'
import type { RiskFlag } from './risk.ts'
import type { GivenSafeContact, SafeContactAnswer } from './safeContact.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Empty<T> = ColumnType<T | null, T | null | undefined, T | null>
declare module '../../platform/db.ts' {
  interface Tables {
    safeContactAnswer: SafeContactAnswer & { id: string; clientId: string; askedAt: Given<string>; askedBy: Given<string | null> }
    riskFlag: Omit<RiskFlag, 'version' | 'createdBy' | 'endedOn' | 'endedReason'> & {
      version: Given<number>
      createdBy: ColumnType<string | null, never, never>
      endedOn: Empty<string>
      endedReason: Empty<string>
    }
    clientLink: Pick<ClientLink, 'id' | 'clientId' | 'otherClientId' | 'verdict' | 'basis'> & {
      undoneAt: Empty<string>
      undoneBy: Empty<string>
      undoneReason: Empty<string>
      createdAt: ColumnType<string, never, never>
      createdBy: ColumnType<string | null, never, never>
      version: Given<number>
    }
    clientConfidentiality: {
      id: string
      clientId: string
      level: string
      reason: string
      setAt: Given<string>
      setBy: Given<string | null>
    }
  }
}

export const addSafeContactAnswer = (tx: Tx, answer: SafeContactAnswer & { id: string; clientId: string; askedAt: string }) =>
  tx.insertInto('safeContactAnswer').values(answer).execute()

export async function latestSafeContact(tx: Tx, clientId: string): Promise<GivenSafeContact | null> {
  const found = await tx
    .selectFrom('safeContactAnswer as a')
    .leftJoin('staffLabel as s', 's.id', 'a.askedBy')
    .select(['a.answer', 'a.instruction', 'a.codeWord', 'a.askedOf', 'a.askedAt', 's.name as askedByName'])
    .where('a.clientId', '=', clientId)
    .orderBy('a.askedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

const flagColumns = [
  'id',
  'clientId',
  'kind',
  'basis',
  'advice',
  'raisedOn',
  'reviewOn',
  'endedOn',
  'endedReason',
  'createdBy',
  'version',
] as const

export const riskFlagsOf = (tx: Tx, clientId: string): Promise<RiskFlag[]> =>
  tx.selectFrom('riskFlag').select(flagColumns).where('clientId', '=', clientId).orderBy('id').execute()

export const addRiskFlag = (
  tx: Tx,
  flag: Omit<RiskFlag, 'version' | 'createdBy' | 'endedOn' | 'endedReason'>,
): Promise<RiskFlag> => tx.insertInto('riskFlag').values(flag).returning(flagColumns).executeTakeFirstOrThrow()

export async function saveRiskFlag(
  tx: Tx,
  clientId: string,
  id: string,
  version: number,
  change: Partial<Pick<RiskFlag, 'reviewOn' | 'raisedOn' | 'basis' | 'endedOn' | 'endedReason'>>,
): Promise<RiskFlag> {
  const saved = await tx
    .updateTable('riskFlag')
    .set({ ...change, version: version + 1 })
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(flagColumns)
    .executeTakeFirst()
  if (saved) return saved
  const current = (await riskFlagsOf(tx, clientId)).find((flag) => flag.id === id)
  return current ? changed('risk-flag', current) : notFound('risk-flag')
}

/** The level is changed by a function of the database, because who seals may lose sight of the row in the same moment. */
export async function setConfidentiality(tx: Tx, clientId: string, level: string, reason: string): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select authz.set_confidentiality(${clientId}::uuid, ${level}, ${reason}) as version`.execute(tx)
  return rows[0]?.version ?? notFound('client')
}

export const addConfidentiality = (
  tx: Tx,
  entry: { id: string; clientId: string; level: string; reason: string; setAt: string },
) => tx.insertInto('clientConfidentiality').values(entry).execute()

const linkColumns = [
  'id',
  'clientId',
  'otherClientId',
  'verdict',
  'basis',
  'undoneAt',
  'undoneBy',
  'undoneReason',
  'createdAt',
  'createdBy',
] as const

/** The two records in their one order. */
function inOrder(one: string, other: string) {
  return one < other ? { clientId: one, otherClientId: other } : { clientId: other, otherClientId: one }
}

export const addLink = (
  tx: Tx,
  one: string,
  other: string,
  link: Pick<ClientLink, 'id' | 'verdict' | 'basis'>,
): Promise<ClientLink> =>
  tx
    .insertInto('clientLink')
    .values({ ...link, ...inOrder(one, other) })
    .returning(linkColumns)
    .executeTakeFirstOrThrow()

/** Judgements that stand; `undone` ones too when the history is asked for. */
export function linksOf(tx: Tx, clientIds: readonly string[], { withUndone = false } = {}): Promise<ClientLink[]> {
  return tx
    .selectFrom('clientLink')
    .select(linkColumns)
    .where((is) => is.or([is('clientId', 'in', clientIds), is('otherClientId', 'in', clientIds)]))
    .$if(!withUndone, (links) => links.where('undoneAt', 'is', null))
    .orderBy('id')
    .execute()
}

export async function undoLink(
  tx: Tx,
  clientId: string,
  id: string,
  undone: { undoneAt: string; undoneBy: string | null; undoneReason: string },
): Promise<ClientLink> {
  const saved = await tx
    .updateTable('clientLink')
    .set({ ...undone, version: sql`version + 1` })
    .where('id', '=', id)
    .where((is) => is.or([is('clientId', '=', clientId), is('otherClientId', '=', clientId)]))
    .where('undoneAt', 'is', null)
    .returning(linkColumns)
    .executeTakeFirst()
  return saved ?? notFound('link')
}
