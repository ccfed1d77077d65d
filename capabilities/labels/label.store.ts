// Labels of rows, why they changed, and who is cleared for which. Rows of other capabilities are labelled by a function of the database, as the caller may see them.
import { sql, type ColumnType } from 'kysely'
import { newId, type Tx } from '../../platform/db.ts'
import { bitOf, labelsIn, maskOf, type Clearance, type ClearanceOfPerson, type LabelChange, type LabelledRow, type NewClearance, type SetLabels } from './label.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    labelChange: { id: string; kind: string; entityId: string; clientId: string; beforeLabels: number; afterLabels: number; source: string; reason: string; setAt: string; setBy: string | null }
    labelledRow: { kind: string; id: string; clientId: string; caseId: string | null; labels: number; labelSource: string | null }
    staffClearance: {
      id: string; staffId: string; label: number; reason: string
      fromAt: ColumnType<string, never, never>; grantedBy: ColumnType<string | null, never, never>; untilAt: ColumnType<string | null, never, string>
      endedBy: ColumnType<string | null, never, string>; endReason: ColumnType<string | null, never, string>; version: ColumnType<number, never, number>
    }
  }
}

/** The labels before, as a mask; null when the row is not there for the caller. */
export async function setLabelsOf(tx: Tx, { id = newId(), kind, entityId, labels, source, reason }: SetLabels): Promise<number | null> {
  const { rows } = await sql<{ was: number | null }>`select house.set_labels(${id}, ${kind}, ${entityId}, ${maskOf(labels)}, ${source}, ${reason}) as was`.execute(tx)
  return rows[0]?.was ?? null
}

export async function labelledRowsOf(tx: Tx, clientId: string): Promise<LabelledRow[]> {
  const rows = await tx.selectFrom('labelledRow').select(['kind', 'id', 'caseId', 'labels', 'labelSource']).where('clientId', '=', clientId).orderBy('kind').orderBy('id').execute()
  return rows.map(({ labels, labelSource, ...row }) => ({ ...row, labels: labelsIn(labels), source: labelSource }))
}

export async function changesOf(tx: Tx, clientId: string): Promise<LabelChange[]> {
  const rows = await tx.selectFrom('labelChange as l').leftJoin('staffLabel as s', 's.id', 'l.setBy')
    .select(['l.id', 'l.kind', 'l.entityId', 'l.beforeLabels', 'l.afterLabels', 'l.source', 'l.reason', 'l.setAt', 's.name as setByName'])
    .where('l.clientId', '=', clientId).orderBy('l.setAt', 'desc').limit(200).execute()
  return rows.map(({ beforeLabels, afterLabels, ...row }) => ({ ...row, before: labelsIn(beforeLabels), after: labelsIn(afterLabels) }))
}

function clearances(tx: Tx) {
  return tx.selectFrom('staffClearance as c').innerJoin('staffLabel as p', 'p.id', 'c.staffId').leftJoin('staffLabel as s', 's.id', 'c.grantedBy').leftJoin('staffLabel as e', 'e.id', 'c.endedBy')
    .select(['c.id', 'c.label', 'c.reason', 'c.fromAt', 's.name as grantedByName', 'c.untilAt', 'e.name as endedByName', 'c.endReason', 'c.staffId', 'p.name as staffName'])
}
const worded = <Row extends { label: number }>(rows: Row[]) => rows.flatMap(({ label, ...row }) => labelsIn(label).map((word) => ({ ...row, label: word })))

export async function clearancesOf(tx: Tx, staffId: string): Promise<Clearance[]> {
  const rows = await clearances(tx).where('c.staffId', '=', staffId).orderBy('c.fromAt', 'desc').execute()
  return worded(rows).map(({ staffId: _, staffName: __, ...row }) => row)
}

/** Everybody's: those in force first, by name. */
export async function allClearances(tx: Tx): Promise<ClearanceOfPerson[]> {
  return worded(await clearances(tx).orderBy(sql`c.until_at is not null`).orderBy('p.name').orderBy('c.label').orderBy('c.fromAt', 'desc').limit(500).execute())
}

export async function addClearance(tx: Tx, staffId: string, { id = newId(), label, reason }: NewClearance): Promise<string> {
  await tx.insertInto('staffClearance').values({ id, staffId, label: bitOf(label), reason }).execute()
  return id
}

export async function endClearanceRow(tx: Tx, { staffId, id, ...end }: { staffId: string; id: string; untilAt: string; endedBy: string; endReason: string }): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('staffClearance').set((row) => ({ ...end, version: sql<number>`${row.ref('version')} + 1` }))
    .where('staffId', '=', staffId).where('id', '=', id).where('untilAt', 'is', null).executeTakeFirst()
  return numUpdatedRows > 0n
}
