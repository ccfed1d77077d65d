// Asks the database, as the application, what an asker reads, changes and may add, a table at a time, and compares with the oracle.
import { sql } from 'kysely'
import { asSystem } from '../../platform/jobs.ts'
import type { Tx } from '../../platform/db.ts'
import { idColumn, type Column } from '../strangers.ts'
import type { World } from '../world.ts'
import { exclusionOf, relationOf, type Asker, type Shape } from './facts.ts'
import { cellsOf } from './population.ts'
import { decide, type Action } from './rules.ts'
import type { JudgedTable } from './tables.ts'

export interface Verdict {
  decisions: number
  disagreements: string[]
}
export interface Cover {
  w: World
  shapes: Shape[]
  tables: Map<string, Column[]>
}

const keyOf = ({ name, key }: JudgedTable, tables: Cover['tables']): string => key || (idColumn(tables.get(name) ?? []) ?? 'id')
const found = async (tx: Tx, query: string): Promise<number[]> =>
  (await sql.raw<{ indexes: number[] }>(query).execute(tx)).rows[0]?.indexes ?? []
const gather = `coalesce(array_agg(distinct s.index), '{}') as indexes`

async function readable(tx: Tx, table: JudgedTable, { tables }: Cover): Promise<number[]> {
  return found(tx, `select ${gather} from "${table.name}" t join oracle.shape s on s.id = t."${keyOf(table, tables)}"`)
}

/** What a change would reach, taken back at once. A table without the right to change answers nothing. */
async function changeable(tx: Tx, table: JudgedTable, { tables }: Cover): Promise<number[]> {
  const key = keyOf(table, tables)
  await sql.raw('savepoint trying').execute(tx)
  const indexes = await found(
    tx,
    `with changed as (update "${table.name}" t set "${key}" = t."${key}" returning t."${key}" as id) select ${gather} from changed join oracle.shape s on s.id = changed.id`,
  ).catch((error: { code?: string }) => {
    if (error.code !== '42501') throw error
    return []
  })
  await sql.raw('rollback to savepoint trying').execute(tx)
  return indexes
}

/** A row of each shape is added by itself and taken back. A function for each table, so that the statement is planned once for each connection. */
const addSql = (
  table: string,
  columns: string,
) => `create or replace function oracle."add_${table}"(ids uuid[]) returns uuid[] language plpgsql as $$
declare one uuid; added uuid[] := '{}';
begin
  foreach one in array ids loop
    begin
      insert into "${table}" (${columns}) overriding system value select ${columns} from oracle."new_${table}" where shape_id = one;
      raise exception using errcode = 'ZZ001';
    exception when sqlstate 'ZZ001' then added := array_append(added, one); when insufficient_privilege then null;
    end;
  end loop;
  return added;
end $$; grant execute on function oracle."add_${table}" to continuum_app`

const columnsOf = ({ w, tables }: Cover, table: string): string =>
  cellsOf(table, tables.get(table) ?? [], w.agencyId)
    .map(([column]) => column)
    .join(', ')

export async function prepareAdding(cover: Cover, among: JudgedTable[]): Promise<void> {
  const { w, tables } = cover
  for (const { name } of among) {
    const columns = tables.get(name) ?? []
    const typed = cellsOf(name, columns, w.agencyId).map(
      ([column, value]) => `(${value})::${columns.find((each) => `"${each.name}"` === column)?.type ?? 'text'} as ${column}`,
    )
    await w.asOwner(`create table oracle."new_${name}" as select s.id as shape_id, ${typed.join(', ')} from oracle.shape s`)
    await w.asOwner(`create index on oracle."new_${name}" (shape_id); grant select on oracle."new_${name}" to continuum_app`)
    await w.asOwner(addSql(name, columnsOf(cover, name)))
  }
}

async function addableRows(tx: Tx, { name }: JudgedTable, { shapes }: Cover): Promise<number[]> {
  const { rows } = await sql<{
    added: string[]
  }>`select ${sql.ref(`oracle.add_${name}`)}(${shapes.map(({ id }) => id)}::uuid[]) as added`.execute(tx)
  const added = new Set(rows[0]?.added)
  return shapes.filter(({ id }) => added.has(id)).map(({ index }) => index)
}

const ask = { read: readable, change: changeable, add: addableRows }

export const telling = (asker: Asker, shape: Shape): string =>
  `${asker.name} · ${relationOf(asker, shape)}, exclusion ${exclusionOf(asker, shape)} · ${shape.level}, ${shape.program} program, labels ${shape.clientLabels}/${shape.caseLabels}, ${shape.row} row`

/** A row that is tried costs a part of a second where the machine is busy, and a statement may take thirty. */
function* partsOf(cover: Cover, size: number): Generator<Cover> {
  for (let from = 0; from < cover.shapes.length; from += size) yield { ...cover, shapes: cover.shapes.slice(from, from + size) }
}

/** One asker, one action, these tables. Stops early when `most` disagreements are known. */
export async function compare(
  cover: Cover,
  asker: Asker,
  action: Action,
  among: readonly JudgedTable[],
  most = 20,
): Promise<Verdict> {
  const verdict: Verdict = { decisions: 0, disagreements: [] }
  const agencyId = asker.elsewhere ? cover.w.otherAgencyId : cover.w.agencyId
  for (const table of among) {
    const allowed = new Set<number>()
    for (const part of partsOf(cover, action === 'add' ? 50 : cover.shapes.length))
      for (const index of await asSystem(cover.w.database, agencyId, ({ tx }) => ask[action](tx, table, part), {
        asStaff: asker.id,
      }))
        allowed.add(index)
    for (const shape of cover.shapes) {
      verdict.decisions += 1
      const expected = decide(asker, shape, table.resource, action, table.appendOnly)
      if (expected !== allowed.has(shape.index) && verdict.disagreements.length < most)
        verdict.disagreements.push(
          `${action} ${table.name}: the oracle says ${expected ? 'yes' : 'no'}, the database ${expected ? 'no' : 'yes'} · ${telling(asker, shape)}`,
        )
    }
    if (verdict.disagreements.length >= most) return verdict
  }
  return verdict
}

export async function compareAll(
  cover: Cover,
  askers: readonly Asker[],
  action: Action,
  among: readonly JudgedTable[],
  most = 20,
): Promise<Verdict> {
  const sum: Verdict = { decisions: 0, disagreements: [] }
  const waiting = [...askers]
  const lane = async (): Promise<void> => {
    for (let asker = waiting.shift(); asker && sum.disagreements.length < most; asker = waiting.shift()) {
      const { decisions, disagreements } = await compare(cover, asker, action, among, most)
      sum.decisions += decisions
      sum.disagreements.push(...disagreements)
    }
  }
  // Those who change the same rows would wait for each other; the others ask side by side.
  await Promise.all(Array.from({ length: action === 'change' ? 1 : 3 }, lane))
  return sum
}
