// The instrument table: imported instruments, and shipped ones from the day they are first used.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed } from '../../platform/refusal.ts'
import type { Instrument } from './instrument.ts'

type Fixed<T> = ColumnType<T, T, never>
interface InstrumentTable {
  agencyId: ColumnType<string, string | undefined, never>
  id: Fixed<string>
  url: Fixed<string>
  instrumentVersion: Fixed<string>
  title: Fixed<string>
  kind: Fixed<Instrument['kind']>
  language: Fixed<string>
  questionnaire: Fixed<Instrument['questionnaire']>
  licence: Instrument['licence']
  licenceNote: string
  attribution: Fixed<string>
  mayRender: ColumnType<boolean, never, never>
  requiredDomains: Fixed<string[]>
  scoreKeys: Fixed<Instrument['scoreKeys']>
  status: Instrument['status']
  version: ColumnType<number, number | undefined, number>
}
declare module '../../platform/db.ts' {
  interface Tables {
    instrument: InstrumentTable
  }
}
const lineColumns = [
  'id',
  'url',
  'instrumentVersion',
  'title',
  'kind',
  'language',
  'licence',
  'licenceNote',
  'attribution',
  'mayRender',
  'requiredDomains',
  'scoreKeys',
  'status',
  'version',
] as const
const columns = [...lineColumns, 'questionnaire'] as const

export const storedInstruments = (tx: Tx): Promise<Instrument[]> =>
  tx.selectFrom('instrument').select(columns).orderBy('title').execute()

export const storedInstrument = (tx: Tx, id: string): Promise<Instrument | undefined> =>
  tx.selectFrom('instrument').select(columns).where('id', '=', id).executeTakeFirst()

/** All of it but the questions, which are long. */
export const storedInstrumentLine = (tx: Tx, id: string): Promise<Omit<Instrument, 'questionnaire'> | undefined> =>
  tx.selectFrom('instrument').select(lineColumns).where('id', '=', id).executeTakeFirst()

/** Adds it; an instrument that is there already (two people use a shipped one for the first time) stays as it is. */
export async function addInstrument(tx: Tx, instrument: Instrument, { unlessThere = false } = {}): Promise<void> {
  const { mayRender: _derived, questionnaire, scoreKeys, ...row } = instrument
  const values = { ...row, questionnaire: questionnaire && json(questionnaire), scoreKeys: json(scoreKeys) }
  const adding = tx.insertInto('instrument').values(values)
  await (unlessThere ? adding.onConflict((there) => there.columns(['agencyId', 'id']).doNothing()) : adding).execute()
}

export async function saveInstrument(tx: Tx, { id, status, licence, licenceNote, version }: Instrument): Promise<Instrument> {
  const saved = await tx
    .updateTable('instrument')
    .set({ status, licence, licenceNote, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return saved ?? changed('instrument', await storedInstrument(tx, id))
}
