// What the front door reads of others by their published views: programs, and whether a client or a case may be known.
import type { ProgramLabel } from './page.ts'
import type { Tx } from '../../platform/db.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    programLabel: ProgramLabel
  }
}

export async function findProgram(tx: Tx, id: string | null): Promise<ProgramLabel | null> {
  if (id === null) return null
  const row = await tx
    .selectFrom('programLabel')
    .select(['id', 'name', 'kind', 'clientLabel', 'jurisdiction', 'status'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export function openPrograms(tx: Tx): Promise<ProgramLabel[]> {
  return tx
    .selectFrom('programLabel')
    .select(['id', 'name', 'kind', 'clientLabel', 'jurisdiction', 'status'])
    .where('status', '=', 'active')
    .orderBy('name')
    .execute()
}

/** Whether the person may know this client or case: what they may not know does not exist. */
export async function mayKnow(tx: Tx, what: 'client' | 'case', id: string): Promise<boolean> {
  const found = await tx
    .selectFrom(what === 'client' ? 'clientLabel' : 'caseLabel')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}
