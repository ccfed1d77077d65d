// One value of a package, read as the type its field has; what does not fit is put aside, never dropped.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import type { Field } from './hsds.ts'
import type { Reason } from './package.ts'

export type Value = string | number | string[] | null
export type Read = { value: Value } | { value: Value; aside: Reason }

const instant = z.iso.datetime({ offset: true, local: true })
const limits: Record<string, [number, number]> = { latitude: [-90, 90], longitude: [-180, 180], experience: [-2, 2] }
/** Longer names are no names; an index could not hold them. */
const longestName = 500

export function readCell(field: Field, text: string): Read {
  if (text.trim() === '') return { value: field.type === 'list' ? [] : (field.otherwise ?? null) }
  if (field.type === 'number') return readNumber(field, text.trim())
  if (field.type === 'date') return Day.safeParse(text.trim()).success ? { value: text.trim() } : { value: null, aside: 'value.not-a-date' }
  if (field.type === 'instant') return readInstant(text.trim())
  if (field.type === 'list') return { value: text.split(';').map((each) => each.trim()).filter(Boolean) }
  if (field.oneOf) return readWord(field, text)
  return field.name === 'name' && text.length > longestName ? { value: text.slice(0, longestName), aside: 'value.too-long' } : { value: text }
}

function readNumber({ name }: Field, text: string): Read {
  const value = Number(text)
  const [least, most] = limits[name] ?? [-1e15, 1e15]
  const plain = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && value >= least && value <= most && (name !== 'experience' || Number.isInteger(value))
  return plain ? { value } : { value: null, aside: 'value.not-a-number' }
}

/** A local time is taken as UTC, as HSDS gives no zone. */
function readInstant(text: string): Read {
  if (Day.safeParse(text).success) return { value: `${text}T00:00:00Z` }
  const written = text.replace(' ', 'T')
  return instant.safeParse(written).success ? { value: /Z|[+-]\d\d:?\d\d$/.test(written) ? written : `${written}Z` } : { value: null, aside: 'value.not-a-date' }
}

/** "Temporarily_Closed" is meant; "open" is not known. */
function readWord({ oneOf = [], otherwise }: Field, text: string): Read {
  const plain = (word: string) => word.trim().toLowerCase().replaceAll(/[\s_-]+/g, ' ')
  const word = oneOf.find((each) => plain(each) === plain(text))
  return word === undefined ? { value: otherwise ?? null, aside: 'value.not-known' } : { value: word }
}
