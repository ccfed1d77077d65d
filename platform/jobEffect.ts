// What a job did, marked in the transaction that did it: a job begun again after a hard kill does nothing twice.
import type { ColumnType } from 'kysely'
import type { Work } from './work.ts'

declare module './db.ts' {
  interface Tables {
    jobEffect: {
      agencyId: ColumnType<string, never, never>
      effect: string
      doneAt: ColumnType<string, never, never>
    }
  }
}

/** Acts unless a committed transaction of this agency already did under the same name; a second attempt waits for the first to end. */
export async function once(work: Work, effect: string, act: () => Promise<void>): Promise<void> {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto('jobEffect')
    .values({ effect })
    .onConflict((done) => done.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) await act()
}
