// What an import works on: rows of HSDS tables with where each was read, and remarks about what could not be taken as it came.
import type { TableName } from './hsds.ts'

export interface Origin {
  file: string
  /** 1 is the first line of the file; in JSON, the place of the object in the file. */
  line: number
}
/** A row as read: every value still text. */
export type Cells = Record<string, string>
export interface SourceRow extends Origin {
  table: TableName
  cells: Cells
  /** A row that the mapping made out of another (a language out of a service's list): it is counted with its own table, not with the file. */
  derived?: true
}

export const reasons = [
  'file.not-known', 'file.unreadable', 'line.unreadable', 'column.not-known', 'id.missing', 'id.twice', 'field.missing', 'field.empty', 'value.not-a-number',
  'value.not-a-date', 'value.not-known', 'value.too-long', 'value.aside', 'reference.missing', 'row.says-nothing', 'row.hangs-on-nothing', 'service.no-organization', 'service.no-location',
  'location.no-coordinates', 'edited-here', 'not-in-the-package', 'row.unwritable', 'term.licensed',
] as const
export type Reason = (typeof reasons)[number]

export interface Remark extends Origin {
  /** refused: the row is not in the directory. remarked: it is, and this is to be known about it. */
  outcome: 'refused' | 'remarked'
  reason: Reason
  detail: string
  record: Cells | null
  /** About a row that the mapping made out of another. */
  derived?: true
}

export interface FileRead {
  file: string
  rows: number
}
/** A package as read and, where it was an older one, mapped to HSDS 3.0. */
export interface Package {
  format: 'hsds-3.0' | 'hsds-3.0-json' | 'ohana-1.x' | 'hsds-1.x'
  name: string
  /** whole: what is not in it any more is gone. */
  whole: boolean
  digest: Buffer
  files: FileRead[]
  rows: SourceRow[]
  remarks: Remark[]
}

const remarkOf = (outcome: Remark['outcome']) => (at: Origin & { derived?: true }, reason: Reason, detail: string, record: Cells | null = null): Remark => ({
  file: at.file, line: at.line, outcome, reason, detail, record, ...(at.derived && { derived: true }),
})
export const refused = remarkOf('refused')
export const remarked = remarkOf('remarked')
