// Takes a directory in: batch by batch, each in its own transaction, so that it can be stopped and run again; ends with what became of every row.
import { z } from 'zod'
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import type { Work } from '../../platform/work.ts'
import { takeIn, type Intake, type Ready } from './intake.ts'
import { beginImport, countOfSource, endImport, findUnfinished, idsHere, markGone, putRows, saveDone, sayImporting, writeRemarks, type Done, type Put } from './import.store.ts'
import { indexServices, servicesOf } from './derived.store.ts'
import { letSearchFollow } from './search.actions.ts'
import type { Counted, FileReport, ImportReport } from './importReport.ts'
import { tableNames, type TableName } from './hsds.ts'
import { refused, remarked, type Package, type Remark } from './package.ts'

export interface ImportWanted {
  read: Package
  /** Opens a transaction of the agency. */
  inAgency<T>(act: (work: Work) => Promise<T>): Promise<T>
  /** Hears how many rows are in, of how many. */
  progress?(done: number, of: number): void
  /** Awaited once all rows are in and before search is derived: lets the database's owner count them (ANALYZE), without which deriving thousands is planned badly. */
  settle?(): Promise<unknown>
  /** Marks what is not in the package any more as gone even where that is most of the directory. */
  complete?: boolean
}

const rowsAtOnce = 1000

/** INV-34 rests on it that nothing here sets a date of verification the package does not have. The second run of the same package changes nothing. */
export async function importDirectory(wanted: ImportWanted): Promise<ImportReport> {
  const { read, inAgency } = wanted
  const { importId, done, resumed, known } = await inAgency((work) => begin(work, read))
  const intake = takeIn(read, read.name, (table, id) => known.get(table)?.has(id) ?? false)
  const byTable = Map.groupBy(intake.ready, ({ table }) => table)
  let written = Object.values(done.rows).reduce((sum, n) => sum + n, 0)
  for (const table of tableNames) {
    const rows = byTable.get(table) ?? []
    for (let at = done.rows[table] ?? 0; at < rows.length; at += rowsAtOnce) {
      await writeBatch({ wanted, importId, done, intake, table, rows: rows.slice(at, at + rowsAtOnce) })
      written += Math.min(rowsAtOnce, rows.length - at)
      wanted.progress?.(written, intake.ready.length)
    }
  }
  await wanted.settle?.()
  if (Object.values(done.counts).some(({ added, changed }) => added + changed > 0)) await letSearchFollow(inAgency, read.name)
  return inAgency((work) => finish(work, { wanted, importId, done, intake, byTable, resumed }))
}

const nothingDone = (): Done => ({ rows: {}, counts: {}, changed: {}, remarks: [] })

/** Goes on where the same package was left; another package of the same source begins anew. */
async function begin(work: Work, read: Package) {
  const open = await findUnfinished(work.tx, read.name)
  const known = await idsHere(work.tx)
  if (open && open.digest.equals(read.digest)) return { importId: open.id, done: open.done, resumed: true, known }
  if (open) await endImport(work.tx, open.id, { givenUp: true }, work.now)
  const importId = newId()
  await beginImport(work.tx, { id: importId, source: read.name, format: read.format, digest: read.digest, done: nothingDone() })
  return { importId, done: nothingDone(), resumed: false, known }
}

interface Batch { wanted: ImportWanted; importId: string; done: Done; intake: Intake; table: TableName; rows: Ready[] }

/** Moves `done` on once its rows are committed. A row that the database will not have is found by halving, and refused alone. */
async function writeBatch(batch: Batch): Promise<void> {
  const { wanted, importId, done, intake, table, rows } = batch
  const [only] = rows
  if (!only) return
  try {
    const after = await wanted.inAgency(async ({ tx }) => {
      await sayImporting(tx, importId)
      const put = await putRows(tx, table, wanted.read.name, rows, intake.oursGiven.get(table) ?? new Set())
      const next = movedOn(done, table, rows, put)
      await saveDone(tx, importId, next)
      return next
    })
    Object.assign(done, after)
  } catch (error) {
    const broken = rowProblem(error)
    if (broken === null) throw error
    if (rows.length === 1) return void Object.assign(done, gaveUp(done, table, only, broken))
    const half = Math.ceil(rows.length / 2)
    await writeBatch({ ...batch, rows: rows.slice(0, half) })
    await writeBatch({ ...batch, rows: rows.slice(half) })
  }
}

/** Bad data (class 22) and broken constraints (class 23) are the row's; anything else is ours. */
const RowProblem = z.object({ code: z.string().regex(/^2[23]/), constraint: z.string().optional(), message: z.string() })
function rowProblem(error: unknown): string | null {
  const parsed = RowProblem.safeParse(error)
  return parsed.success ? (parsed.data.constraint ?? parsed.data.message) : null
}

const none: Counted = { added: 0, changed: 0, same: 0, ours: 0, gone: 0 }

function movedOn(done: Done, table: TableName, rows: readonly Ready[], { added, changed, ours }: Put): Done {
  const before = done.counts[table] ?? none
  const moved = rows.filter(({ id, from }) => !from.derived && (added.has(id) || changed.has(id)))
  const counts = { ...before, added: before.added + added.size, changed: before.changed + changed.size, ours: before.ours + ours.size, same: before.same + rows.length - added.size - changed.size - ours.size }
  const files = { ...done.changed }
  for (const { from } of moved) files[from.file] = (files[from.file] ?? 0) + 1
  const kept = rows.filter(({ id }) => ours.has(id)).map(({ from }) => remarked(from, 'edited-here', 'Somebody here changed this entry; what is here is kept.', from.cells))
  return { rows: { ...done.rows, [table]: (done.rows[table] ?? 0) + rows.length }, counts: { ...done.counts, [table]: counts }, changed: files, remarks: [...done.remarks, ...kept] }
}

const gaveUp = (done: Done, table: TableName, { from }: Ready, why: string): Done => ({
  ...done, rows: { ...done.rows, [table]: (done.rows[table] ?? 0) + 1 }, remarks: [...done.remarks, refused(from, 'row.unwritable', why, from.cells)],
})

interface Ending { wanted: ImportWanted; importId: string; done: Done; intake: Intake; byTable: Map<TableName, Ready[]>; resumed: boolean }

async function finish(work: Work, { wanted: { read, complete }, importId, done, intake, byTable, resumed }: Ending): Promise<ImportReport> {
  await sayImporting(work.tx, importId)
  const gone = read.whole ? await markMissing(work, read, byTable, complete ?? false) : { counts: new Map<TableName, number>(), remarks: [] }
  if ([...gone.counts.values()].some((count) => count > 0)) await indexServices(work.tx, await servicesOf(work.tx, read.name))
  const remarks = [...intake.remarks, ...done.remarks, ...gone.remarks]
  const counts = tableNames.flatMap((table) => {
    const rows = byTable.get(table)?.length ?? 0
    const lost = gone.counts.get(table) ?? 0
    return rows > 0 || lost > 0 ? [{ table, rows, ...(done.counts[table] ?? none), gone: lost }] : []
  })
  const report: ImportReport = { importId, source: read.name, format: read.format, resumed, files: read.files.map((file) => fileReport(file, remarks, done)), tables: counts, remarks }
  await writeRemarks(work.tx, importId, remarks)
  await endImport(work.tx, importId, { files: report.files, tables: counts }, work.now)
  await announceAgency(work, 'directory.imported', { entity: 'directory-import', id: importId }, { source: read.name })
  return report
}

function fileReport({ file, rows }: Package['files'][number], remarks: readonly Remark[], done: Done): FileReport {
  const own = remarks.filter((each) => each.file === file && !each.derived && each.line > 0)
  const turnedAway = own.filter(({ outcome }) => outcome === 'refused').length
  const silent = own.filter(({ reason }) => reason === 'row.says-nothing').length
  return { file, rows, kept: Math.max(0, rows - turnedAway - silent), changed: done.changed[file] ?? 0, refused: turnedAway, remarked: own.length - turnedAway }
}

/** A package that lost more than a third of a table is rather a broken file than a changed directory: nothing is marked unless `complete` says so. */
async function markMissing(work: Work, read: Package, byTable: Map<TableName, Ready[]>, complete: boolean) {
  const counts = new Map<TableName, number>()
  const remarks: Remark[] = []
  for (const table of tableNames.filter((each) => each !== 'metadata')) {
    const here = (byTable.get(table) ?? []).map(({ id }) => id)
    const before = await countOfSource(work.tx, table, read.name)
    if (before === 0 || before <= here.length / 2) continue
    if (!complete && here.length < (before * 2) / 3) {
      remarks.push(remarked({ file: 'the package', line: 0 }, 'not-in-the-package', `Only ${here.length} of ${before} rows of ${table} are in it; none was marked as gone. Say --complete if that is right.`))
      continue
    }
    const lost = await markGone(work.tx, table, read.name, here)
    if (lost > 0) counts.set(table, lost)
  }
  return { counts, remarks }
}
