// What people do with files: add one to a case or a client, open it, say that it came in error.
import { z } from 'zod'
import { FileReply, type Upload } from '../../platform/capability.ts'
import { announce, announceClient, writeAudit } from '../../platform/events.ts'
import { downloadName } from '../../platform/files/kind.ts'
import { openFile, storeFile, voidFile, type FileRecord } from '../../platform/files/record.ts'
import { saw, type CaseWork, type ClientWork, type Work } from '../../platform/work.ts'

export const Voiding = z.object({ reason: z.string().trim().min(3, 'Say what was wrong with it.').max(500) })
export type Voiding = z.infer<typeof Voiding>

export async function addFileToCase(work: CaseWork, { name, bytes }: Upload): Promise<FileRecord> {
  const file = await storeFile(work, { owner: { type: 'case', id: work.caseId, caseId: work.caseId }, name, bytes })
  await announce(work, 'file.added', subjectOf(file), { name: file.name, mediaType: file.mediaType })
  return file
}

export async function addFileToClient(work: ClientWork, { name, bytes }: Upload): Promise<FileRecord> {
  const file = await storeFile(work, { owner: { type: 'client', id: work.clientId }, name, bytes })
  await announceClient(work, 'file.added', subjectOf(file), { name: file.name, mediaType: file.mediaType })
  return file
}

/** Served as a download that no browser runs; written in the audit with its id. */
export async function downloadFile(work: Work, fileId: string): Promise<FileReply> {
  const { file, bytes } = await openFile(work, fileId)
  saw(work, [file.clientId])
  await writeAudit(work, 'file.opened', subjectOf(file), file.clientId, {})
  return new FileReply({ bytes, mediaType: file.mediaType, name: downloadName(file.name, file.mediaType) })
}

export async function markEnteredInError(work: Work, fileId: string, { reason }: Voiding): Promise<FileRecord> {
  const file = await voidFile(work, fileId, reason)
  const of = { ...work, clientId: file.clientId }
  if (file.caseId) await announce({ ...of, caseId: file.caseId, programId: '', caseStatus: '' }, 'file.voided', subjectOf(file), { name: file.name, reason })
  else await announceClient(of, 'file.voided', subjectOf(file), { name: file.name, reason })
  return file
}

const subjectOf = ({ id, version }: FileRecord) => ({ entity: 'file', id, version })
