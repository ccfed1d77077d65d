// The client's own row and the list of clients. Names, addresses and numbers are in person.store.ts.
import { sql, type ColumnType, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import { writePartialDate, type DatePrecision } from '../../platform/time/partial.ts'
import type { Client, ClientLine } from './client.ts'

type Given<T> = ColumnType<T, T | undefined, T>
interface ClientTable {
  id: string
  displayName: string
  birthDate: string | null
  birthDatePrecision: DatePrecision
  birthDateEstimated: Given<boolean>
  pronouns: string | null
  spokenLanguage: Given<string | null>
  writtenLanguage: Given<string | null>
  interpreter: Given<Client['interpreter']>
  interpreterModality: Given<Client['interpreterModality']>
  confidentiality: Given<Client['confidentiality']>
  safeContact: Given<Client['safeContact']>
  deceasedOn: Given<string | null>
  deceasedSource: Given<string | null>
  createdAt: ColumnType<string, never, never>
  version: Given<number>
}
declare module '../../platform/db.ts' {
  interface Tables {
    client: ClientTable
  }
}

const columns = [
  'id',
  'displayName',
  'birthDate',
  'birthDatePrecision',
  'birthDateEstimated',
  'pronouns',
  'spokenLanguage',
  'writtenLanguage',
  'interpreter',
  'interpreterModality',
  'confidentiality',
  'safeContact',
  'deceasedOn',
  'deceasedSource',
  'version',
] as const

export interface ClientRow extends Omit<Client, 'birthDate' | 'spokenLanguage'> {
  birthDate: string | null
  birthDatePrecision: DatePrecision
  spokenLanguage: string | null
  deceasedSource: string | null
}

export type ClientInsert = Omit<ClientRow, 'confidentiality' | 'safeContact' | 'deceasedOn' | 'deceasedSource' | 'version'>

/** Without RETURNING: who registers a client need not be somebody who will see it. */
export async function addClient(tx: Tx, client: ClientInsert): Promise<void> {
  await tx.insertInto('client').values(client).execute()
}

export async function clientRow(tx: Tx, id: string): Promise<ClientRow> {
  const row = await tx.selectFrom('client').select(columns).where('id', '=', id).executeTakeFirst()
  return row ?? notFound('client')
}

export async function findClient(tx: Tx, id: string): Promise<Client> {
  return toClient(await clientRow(tx, id))
}

export function birthOf(row: Pick<ClientRow, 'birthDate' | 'birthDatePrecision' | 'birthDateEstimated'>) {
  return { date: row.birthDate, precision: row.birthDatePrecision, estimated: row.birthDateEstimated }
}

function toClient({ birthDatePrecision, deceasedSource: _, ...row }: ClientRow): Client {
  const birth = { date: row.birthDate, precision: birthDatePrecision, estimated: row.birthDateEstimated }
  return { ...row, birthDate: writePartialDate(birth), spokenLanguage: row.spokenLanguage ?? 'en' }
}

/** Saves what changed, only if nobody saved first. */
export async function saveClient(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<Omit<ClientRow, 'id' | 'version' | 'confidentiality'>>,
): Promise<Client> {
  const saved = await tx
    .updateTable('client')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return saved ? toClient(saved) : changed('client', await findClient(tx, id))
}

/** The name shown follows from the names; it is no edit of the person's, so it raises the version without asking for it. */
export async function showAs(tx: Tx, id: string, displayName: string): Promise<void> {
  await tx
    .updateTable('client')
    .set({ displayName, version: sql`version + 1` })
    .where('id', '=', id)
    .where('displayName', '<>', displayName)
    .execute()
}

const lineColumns = [
  'id',
  'displayName',
  'birthDate',
  'birthDatePrecision',
  'birthDateEstimated',
  'pronouns',
  'spokenLanguage',
  'interpreter',
  'confidentiality',
  'deceasedOn',
] as const
type LineRow = Pick<ClientRow, (typeof lineColumns)[number]>

function toLine({ birthDatePrecision, ...row }: LineRow): ClientLine {
  const birth = { date: row.birthDate, precision: birthDatePrecision, estimated: row.birthDateEstimated }
  return { ...row, birthDate: writePartialDate(birth), spokenLanguage: row.spokenLanguage ?? 'en' }
}

/** The clients of my cases, by name; for somebody without cases, the latest ones on the list they may see. */
export async function clientsAtHand(tx: Tx, limit: number): Promise<ClientLine[]> {
  const mine = await tx
    .selectFrom('client')
    .select(lineColumns)
    .where('id', '=', sql<string>`any(array(select authz.my_clients()))`)
    .orderBy('displayName')
    .limit(limit)
    .execute()
  if (mine.length > 0) return mine.map(toLine)
  const latest = await tx.selectFrom('client').select(lineColumns).orderBy('createdAt', 'desc').limit(limit).execute()
  return latest.map(toLine)
}

/** Those of these clients whom the asker may see, by name. */
export async function clientLinesByName(tx: Tx, ids: RawBuilder<string[]>, limit: number): Promise<ClientLine[]> {
  const rows = await tx
    .selectFrom('client')
    .select(lineColumns)
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy(({ fn }) => fn('lower', ['displayName']))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toLine)
}

/** In the order of the ids given. */
export async function clientLines(tx: Tx, ids: readonly string[]): Promise<ClientLine[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('client').select(lineColumns).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, toLine(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
