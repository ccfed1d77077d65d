// The sealed notes of a case. The words are opened here and nowhere else.
import type { ColumnType } from 'kysely'
import { openFor, sealFor } from '../../platform/crypto/clientKeys.ts'
import { notFound } from '../../platform/refusal.ts'
import type { CaseWork } from '../../platform/work.ts'
import type { RestrictedKind, RestrictedNote } from './restrictedNote.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    restrictedNote: {
      id: string
      caseId: string
      clientId: string
      kind: RestrictedKind
      sealed: Buffer
      writtenAt: ColumnType<string, never, never>
      writtenBy: ColumnType<string, never, never>
    }
  }
}

const wordsOf = (row: string) => ({ table: 'restricted_note', row, column: 'words' })

export async function addRestrictedNote(work: CaseWork, id: string, kind: RestrictedKind, text: string): Promise<void> {
  const { tx, caseId, clientId } = work
  const sealed = await sealFor(work, clientId, wordsOf(id), text)
  await tx.insertInto('restrictedNote').values({ id, caseId, clientId, kind, sealed }).execute()
}

export const restrictedNotesOf = ({ tx, caseId }: CaseWork): Promise<RestrictedNote[]> =>
  tx.selectFrom('restrictedNote as n').leftJoin('staffLabel as s', 's.id', 'n.writtenBy')
    .select(['n.id', 'n.kind', 'n.writtenAt', 's.name as writtenByName'])
    .where('n.caseId', '=', caseId).orderBy('n.writtenAt', 'desc').orderBy('n.id', 'desc').limit(200).execute()

/** The same 404 for somebody outside the team as for a note that is not there. */
export async function restrictedWords(work: CaseWork, id: string): Promise<string> {
  const found = await work.tx.selectFrom('restrictedNote').select(['sealed', 'clientId']).where('caseId', '=', work.caseId).where('id', '=', id).executeTakeFirst()
  return found ? openFor(work, { clientId: found.clientId, place: wordsOf(id), sealed: found.sealed }) : notFound('restricted-note')
}
