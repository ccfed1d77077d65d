// Files as rows: who may know a file is decided where its client or case is (row-level security); its bytes are in `storage`.
import type { ColumnType } from 'kysely'
import { newId, type Tx } from '../db.ts'
import { changed, notFound, refuse } from '../refusal.ts'
import type { ClientWork, Work } from '../work.ts'
import { storage } from './disk.ts'
import { kindOf } from './kind.ts'

type Given<T> = ColumnType<T, T | undefined, T>
export interface FileRecord {
  id: string
  clientId: string
  caseId: string | null
  ownerType: string
  ownerId: string
  name: string
  mediaType: string
  sizeBytes: number
  voidedAt: string | null
  voidReason: string | null
  version: number
  createdAt: string
  createdBy: string | null
}
declare module '../db.ts' {
  interface Tables {
    file: Omit<FileRecord, 'version' | 'voidedAt' | 'voidReason' | 'createdAt' | 'createdBy'> & {
      sha256: Buffer
      voidedAt: Given<string | null>
      voidReason: Given<string | null>
      version: Given<number>
      createdAt: ColumnType<string, never, never>
      createdBy: ColumnType<string | null, never, never>
    }
  }
}
const columns = [
  'id',
  'clientId',
  'caseId',
  'ownerType',
  'ownerId',
  'name',
  'mediaType',
  'sizeBytes',
  'voidedAt',
  'voidReason',
  'version',
  'createdAt',
  'createdBy',
] as const

export interface NewFile {
  /** The row it belongs to: a case, a consent, a note. Whoever may see that row's case or client may open the file. */
  owner: { type: string; id: string; caseId?: string | null }
  name: string
  bytes: Uint8Array
}

/** Sniffs, keeps the bytes and writes the row. @throws file.empty, file.too-large, file.type */
export async function storeFile(work: ClientWork, { owner, name, bytes }: NewFile): Promise<FileRecord> {
  const mediaType = await kindOf(name, bytes)
  const sha256 = await storage().keep(work.agencyId, bytes)
  return work.tx
    .insertInto('file')
    .values({
      id: newId(),
      clientId: work.clientId,
      caseId: owner.caseId ?? null,
      ownerType: owner.type,
      ownerId: owner.id,
      name: name.replaceAll('\u0000', '').slice(0, 255) || 'file',
      mediaType,
      sizeBytes: bytes.length,
      sha256,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** The row and its bytes. @throws file.not-found (404), file.voided (410) */
export async function openFile(work: Work, id: string): Promise<{ file: FileRecord; bytes: Uint8Array }> {
  const row = await work.tx.selectFrom('file').select(columns).select('sha256').where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('file')
  const { sha256, ...file } = row
  if (file.voidedAt) refuse('file.voided', 'This file was entered in error and is no longer opened.', { status: 410 })
  return { file, bytes: await storage().open(work.agencyId, sha256) }
}

export function filesOfCase(tx: Tx, caseId: string): Promise<FileRecord[]> {
  return tx
    .selectFrom('file')
    .select(columns)
    .where('caseId', '=', caseId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
export function filesOfClient(tx: Tx, clientId: string): Promise<FileRecord[]> {
  return tx
    .selectFrom('file')
    .select(columns)
    .where('clientId', '=', clientId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Entered in error: the row and its bytes stay, nobody opens it any more. @throws file.not-found, file.changed */
export async function voidFile(work: Work, id: string, reason: string): Promise<FileRecord> {
  const file = await work.tx.selectFrom('file').select(columns).where('id', '=', id).executeTakeFirst()
  if (!file) return notFound('file')
  if (file.voidedAt) refuse('file.voided', 'This file was marked as entered in error already.', { status: 409 })
  const voided = await work.tx
    .updateTable('file')
    .set({ voidedAt: work.now, voidReason: reason, version: file.version + 1 })
    .where('id', '=', id)
    .where('version', '=', file.version)
    .returning(columns)
    .executeTakeFirst()
  return voided ?? changed('file', file)
}
