// One row of our tables as HSDS has it: as an object of its API, where every value must be what the standard says, or as a row of its tables, where nothing is lost.
import { z } from 'zod'
import { tables, type Field, type TableName } from './hsds.ts'
import type { Cells } from './package.ts'

/** A row as the database tells it, whole: columns in their own names. */
export const Row = z.looseObject({ id: z.string(), body: z.record(z.string(), z.unknown()).optional(), extra: z.record(z.string(), z.string()).default({}) })
export type Row = z.infer<typeof Row>
export type Thing = { id: string } & Record<string, unknown>

const uris = ['url', 'website', 'term_uri', 'schedule_link']
const emails = ['email', 'assurer_email']
const isUri = (table: TableName, name: string): boolean => uris.includes(name) || (name === 'uri' && table !== 'service_area')
const columnOf = (field: Field): string => field.column ?? field.name
const valueOf = (row: Row, field: Field): unknown => row.body?.[field.name] ?? row[columnOf(field)] ?? null

/** What HSDS requires is there even when nobody said it; what is empty otherwise is left out, and an address that is none too. */
export function thingOf(table: TableName, row: Row): Thing {
  const thing: Thing = { id: row.id }
  for (const field of tables[table].fields) {
    if (field.ours) continue
    const value = wellFormed(table, field, valueOf(row, field))
    if (value !== null) thing[field.name] = value
    else if (field.wanted || (table === 'taxonomy_term' && field.name === 'description')) thing[field.name] = ''
  }
  return thing
}

function wellFormed(table: TableName, field: Field, value: unknown): unknown {
  if (value === null || value === '') return null
  const words = wordsOf(value)
  if (isUri(table, field.name)) return uriOf(words)
  if (emails.includes(field.name)) return z.email().safeParse(words.trim()).success ? words.trim() : null
  if (field.type === 'instant') return new Date(words).toISOString()
  return value
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** "www.example.org" is meant as an address of the web; what is none is not published. */
export function uriOf(text: string): string | null {
  const plain = text.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(plain) ? plain : `https://${plain}`)
  if (!url || !/^(https?|mailto|ftp):$/.test(url.protocol) || (url.hostname !== '' && !url.hostname.includes('.'))) return null
  return url.href.replace(/[^!#$%&'()*+,./:;=?@_~0-9A-Za-z-]/g, (each) => encodeURIComponent(each)).replace(/%(?![0-9a-f]{2})/gi, '%25')
}

/** A row of the tabular package: everything there is, our own columns and what was put aside too. */
export function cellsOf(table: TableName, row: Row): Cells {
  const cells: Cells = { id: row.id }
  for (const field of tables[table].fields) {
    const value = valueOf(row, field)
    if (Array.isArray(value)) cells[field.name] = value.join('; ')
    else if (value !== null) cells[field.name] = wordsOf(value)
  }
  for (const [name, aside] of Object.entries(row.extra)) if (standsFor(table, name, cells[name] ?? '', aside)) cells[name] = aside
  return cells
}

/** What was put aside is told again where nothing, the usual word or a part of it took its place. */
function standsFor(table: TableName, name: string, here: string, aside: string): boolean {
  return aside.startsWith(here) || tables[table].fields.some((field) => field.name === name && field.otherwise === here)
}
