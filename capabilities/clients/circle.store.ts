// Support members and household of a client.
import { sql, type ColumnType } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { HouseholdMember } from './household.ts'
import type { Fresh } from './person.store.ts'
import type { NewSupportMember, SupportMember } from './support.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type Entry<T extends { version: number; endedReason: unknown }> = Omit<T, 'version' | 'endedReason'> & {
  version: Given<number>
  endedReason: Given<T['endedReason']>
}
declare module '../../platform/db.ts' {
  interface Tables {
    supportMember: Entry<SupportMember>
    householdMember: Entry<HouseholdMember>
  }
}

const supportColumns = [
  'id',
  'clientId',
  'name',
  'relationship',
  'relationshipNote',
  'phone',
  'email',
  'language',
  'emergencyContact',
  'caregivingHoursWeekly',
  'caregivingTasks',
  'caregiverNeeds',
  'authority',
  'authorityDocument',
  'authorityScope',
  'authorityFromOn',
  'authorityUntilOn',
  'mayDiscuss',
  'permissionBasis',
  'permissionUntilOn',
  'allegedAbuser',
  'fromOn',
  'untilOn',
  'endedReason',
  'version',
] as const
const householdColumns = [
  'id',
  'clientId',
  'name',
  'role',
  'birthYear',
  'note',
  'fromOn',
  'untilOn',
  'endedReason',
  'version',
] as const
const notInError = sql<boolean>`ended_reason is distinct from 'entered-in-error'`

export const supportMembers = (tx: Tx, clientId: string): Promise<SupportMember[]> =>
  tx.selectFrom('supportMember').select(supportColumns).where('clientId', '=', clientId).where(notInError).orderBy('id').execute()

export async function findSupportMember(tx: Tx, clientId: string, id: string): Promise<SupportMember> {
  const found = await tx
    .selectFrom('supportMember')
    .select(supportColumns)
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? notFound('support-member')
}

export const addSupportMember = (tx: Tx, member: Fresh<SupportMember>): Promise<SupportMember> =>
  tx.insertInto('supportMember').values(member).returning(supportColumns).executeTakeFirstOrThrow()

export async function saveSupportMember(
  tx: Tx,
  clientId: string,
  id: string,
  version: number,
  member: NewSupportMember,
): Promise<SupportMember> {
  const saved = await tx
    .updateTable('supportMember')
    .set({ ...member, version: version + 1 })
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(supportColumns)
    .executeTakeFirst()
  return saved ?? changed('support-member', await findSupportMember(tx, clientId, id))
}

export const householdOf = (tx: Tx, clientId: string): Promise<HouseholdMember[]> =>
  tx
    .selectFrom('householdMember')
    .select(householdColumns)
    .where('clientId', '=', clientId)
    .where(notInError)
    .orderBy('id')
    .execute()

export const addHouseholdMember = (tx: Tx, member: Fresh<HouseholdMember>): Promise<HouseholdMember> =>
  tx.insertInto('householdMember').values(member).returning(householdColumns).executeTakeFirstOrThrow()
