// The credential table. Nothing else in the product reads or writes it.
import type { ColumnType } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Credential } from './credential.ts'

type Given<T> = ColumnType<T, T | undefined, T>
declare module '../../platform/db.ts' {
  interface Tables {
    credential: Omit<Credential, 'version'> & { version: Given<number> }
  }
}
const columns = [
  'id', 'staffId', 'kind', 'title', 'jurisdiction', 'alsoValidIn', 'number', 'issuedOn', 'expiresOn', 'verifiedOn', 'verifiedBy',
  'withdrawnOn', 'withdrawalReason', 'version',
] as const

export function addCredential(tx: Tx, credential: Omit<Credential, 'version'>): Promise<Credential> {
  return tx.insertInto('credential').values(credential).returning(columns).executeTakeFirstOrThrow()
}

export function credentialsOf(tx: Tx, staffId: string): Promise<Credential[]> {
  return tx.selectFrom('credential').select(columns).where('staffId', '=', staffId).orderBy('expiresOn').orderBy('id').execute()
}

export function credentialsOfAll(tx: Tx): Promise<Credential[]> {
  return tx.selectFrom('credential').select(columns).where('withdrawnOn', 'is', null).orderBy('expiresOn').orderBy('id').execute()
}

/** Credentials that stand and expire on or before a day, with their holder still here. */
export function credentialsExpiringBy(tx: Tx, day: string): Promise<(Credential & { staffName: string })[]> {
  return tx.selectFrom('credential').innerJoin('staffLabel', 'staffLabel.id', 'credential.staffId')
    .select(columns.map((each) => `credential.${each}` as const)).select('staffLabel.name as staffName')
    .where('withdrawnOn', 'is', null).where('expiresOn', '<=', day).where('staffLabel.status', '=', 'active')
    .orderBy('expiresOn').orderBy('credential.id').execute()
}

export async function findCredential(tx: Tx, id: string): Promise<Credential> {
  const credential = await tx.selectFrom('credential').select(columns).where('id', '=', id).executeTakeFirst()
  return credential ?? notFound('credential')
}

/** Saves only over the version the person saw. @throws credential.changed (409) with what is there now */
export async function saveCredential(tx: Tx, seen: Credential, changes: Partial<Credential>): Promise<Credential> {
  const saved = await tx.updateTable('credential').set({ ...changes, version: seen.version + 1 })
    .where('id', '=', seen.id).where('version', '=', seen.version).returning(columns).executeTakeFirst()
  return saved ?? changed('credential', await findCredential(tx, seen.id))
}
