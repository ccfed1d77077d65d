// Names, addresses, contact points, identifiers and answers of a client: added, changed with a version, ended; never deleted.
import { sql, type ColumnType } from 'kysely'
import { z } from 'zod'
import { blindIndex, type KeyWork } from '../../platform/crypto/agencyKeys.ts'
import { openAll, openFor, sealFor } from '../../platform/crypto/clientKeys.ts'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound, refuse } from '../../platform/refusal.ts'
import type { Address } from './address.ts'
import type { ContactPoint, NewContactPoint } from './contactPoint.ts'
import type { DemographicAnswer, GivenAnswer } from './demographic.ts'
import { identifierKey, type Identifier } from './identifier.ts'
import type { PersonName } from './name.ts'
import type { Ending } from './period.ts'

type Given<T> = ColumnType<T, T | undefined, T>
/** An entry of the record as it is inserted: the version begins at 1, nothing has ended it. */
type Entry<T extends { version: number; endedReason: unknown }> = Omit<T, 'version' | 'endedReason'> & {
  version: Given<number>
  endedReason: Given<T['endedReason']>
}
export type Fresh<T> = Omit<T, 'version' | 'endedReason'>

const ProtectedWords = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  locator: z.string(),
})
export type ProtectedWords = z.infer<typeof ProtectedWords>
declare module '../../platform/db.ts' {
  interface Tables {
    personName: Entry<PersonName>
    address: Entry<Address>
    protectedAddress: { addressId: string; clientId: string; sealed: Buffer }
    contactPoint: Entry<ContactPoint>
    identifier: Omit<Entry<Identifier>, 'value'> & { sealed: Buffer; blindIndex: Buffer }
    demographicAnswer: DemographicAnswer & { id: string; clientId: string; askedAt: Given<string>; askedBy: Given<string | null> }
  }
}

const period = ['fromOn', 'untilOn', 'endedReason', 'version'] as const
const nameColumns = ['id', 'clientId', 'use', 'given', 'family', ...period] as const
const addressColumns = [
  'id',
  'clientId',
  'kind',
  'confidential',
  'line1',
  'line2',
  'city',
  'region',
  'postalCode',
  'country',
  'locator',
  'program',
  ...period,
] as const
const pointColumns = [
  'id',
  'clientId',
  'system',
  'value',
  'use',
  'safety',
  'leaveMessage',
  'texting',
  'whoAnswers',
  'hours',
  'note',
  ...period,
] as const
const identifierColumns = ['id', 'clientId', 'system', 'sealed', ...period] as const

export const namesOf = (tx: Tx, clientIds: readonly string[]): Promise<PersonName[]> =>
  tx
    .selectFrom('personName')
    .select(nameColumns)
    .where('clientId', 'in', clientIds)
    .where(notInError)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()

export const addressesOf = (tx: Tx, clientId: string): Promise<Address[]> =>
  tx
    .selectFrom('address')
    .select(addressColumns)
    .where('clientId', '=', clientId)
    .where(notInError)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()

export const contactPointsOf = (tx: Tx, clientIds: readonly string[]): Promise<ContactPoint[]> =>
  tx.selectFrom('contactPoint').select(pointColumns).where('clientId', 'in', clientIds).where(notInError).orderBy('id').execute()

/** Numbers are sealed; those of a client whose key was destroyed are not there any more. */
export async function identifiersOf(work: KeyWork, clientIds: readonly string[]): Promise<Identifier[]> {
  const rows = await work.tx
    .selectFrom('identifier')
    .select(identifierColumns)
    .where('clientId', 'in', clientIds)
    .where(notInError)
    .orderBy('id')
    .execute()
  const values = await openAll(
    work,
    rows.map(({ id, clientId, sealed }) => ({ clientId, place: numberOf(id), sealed })),
  )
  return rows.flatMap(({ sealed: _, ...row }, index) => {
    const value = values[index] ?? null
    return value === null ? [] : [{ ...row, value }]
  })
}
const numberOf = (row: string) => ({ table: 'identifier', row, column: 'value' })

const notInError = sql<boolean>`ended_reason is distinct from 'entered-in-error'`

export const addName = (tx: Tx, name: Fresh<PersonName>): Promise<PersonName> =>
  tx.insertInto('personName').values(name).returning(nameColumns).executeTakeFirstOrThrow()

export const addAddress = (tx: Tx, address: Fresh<Address>): Promise<Address> =>
  tx.insertInto('address').values(address).returning(addressColumns).executeTakeFirstOrThrow()

/** Makes an open address confidential: its words go where only the team reads them. */
export async function hideAddress(
  work: KeyWork,
  { id, clientId, line1, line2, city, region, postalCode, locator }: Address,
): Promise<void> {
  await keepApart(work, id, clientId, { line1, line2, city, region, postalCode, locator })
  await work.tx
    .updateTable('address')
    .set({
      confidential: true,
      line1: '',
      line2: '',
      city: '',
      region: '',
      postalCode: '',
      locator: '',
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

export async function keepApart(work: KeyWork, addressId: string, clientId: string, words: ProtectedWords): Promise<void> {
  const sealed = await sealFor(work, clientId, wordsOf(addressId), JSON.stringify(words))
  await work.tx.insertInto('protectedAddress').values({ addressId, clientId, sealed }).execute()
}
const wordsOf = (row: string) => ({ table: 'protected_address', row, column: 'words' })

/** The words of a confidential address; the same 404 for somebody outside the team as for an address that is not there. */
export async function protectedWords(work: KeyWork, clientId: string, addressId: string): Promise<ProtectedWords> {
  const found = await work.tx
    .selectFrom('protectedAddress')
    .select('sealed')
    .where('clientId', '=', clientId)
    .where('addressId', '=', addressId)
    .executeTakeFirst()
  if (!found) return notFound('protected-address')
  return ProtectedWords.parse(JSON.parse(await openFor(work, { clientId, place: wordsOf(addressId), sealed: found.sealed })))
}

export const addContactPoint = (tx: Tx, point: Fresh<ContactPoint>): Promise<ContactPoint> =>
  tx
    .insertInto('contactPoint')
    .values({ ...point, hours: json(point.hours) })
    .returning(pointColumns)
    .executeTakeFirstOrThrow()

export async function findContactPoint(tx: Tx, clientId: string, id: string): Promise<ContactPoint> {
  const found = await tx
    .selectFrom('contactPoint')
    .select(pointColumns)
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? notFound('contact-point')
}

export async function saveContactPoint(
  tx: Tx,
  clientId: string,
  id: string,
  version: number,
  point: NewContactPoint,
): Promise<ContactPoint> {
  const saved = await tx
    .updateTable('contactPoint')
    .set({ ...point, hours: json(point.hours), version: version + 1 })
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(pointColumns)
    .executeTakeFirst()
  return saved ?? changed('contact-point', await findContactPoint(tx, clientId, id))
}

export async function addIdentifier(work: KeyWork, { value, ...identifier }: Fresh<Identifier>): Promise<Identifier> {
  const [sealed, index] = [
    await sealFor(work, identifier.clientId, numberOf(identifier.id), value),
    await blindIndex(work, 'identifier', identifierKey({ system: identifier.system, value })),
  ]
  const { sealed: _, ...kept } = await work.tx
    .insertInto('identifier')
    .values({ ...identifier, sealed, blindIndex: index })
    .returning(identifierColumns)
    .executeTakeFirstOrThrow()
  return { ...kept, value }
}

export const addAnswer = (tx: Tx, answer: DemographicAnswer & { id: string; clientId: string; askedAt: string }) =>
  tx.insertInto('demographicAnswer').values(answer).execute()

/** The latest answer to each question. */
export const latestAnswers = (tx: Tx, clientId: string): Promise<GivenAnswer[]> =>
  tx
    .selectFrom('demographicAnswer')
    .select(['question', 'codes', 'ownWords', 'declined', 'source', 'askedAt'])
    .distinctOn('question')
    .where('clientId', '=', clientId)
    .orderBy('question')
    .orderBy('askedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type EntryTable = 'person_name' | 'address' | 'contact_point' | 'identifier' | 'support_member' | 'household_member'

/** Ends one entry, once. The words stay readable in the record. */
export async function endEntry(tx: Tx, table: EntryTable, clientId: string, id: string, { on, reason }: Ending): Promise<void> {
  const { numAffectedRows } =
    await sql`update ${sql.table(table)} set until_on = ${on}, ended_reason = ${reason}, version = version + 1
    where client_id = ${clientId} and id = ${id} and ended_reason is null`.execute(tx)
  if (numAffectedRows) return
  const { rows } = await sql`select id from ${sql.table(table)} where client_id = ${clientId} and id = ${id}`.execute(tx)
  if (rows.length === 0) notFound('entry')
  refuse('entry.already-ended', 'This has been ended already. Read the page again to see when.', { status: 409 })
}
