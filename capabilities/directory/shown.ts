// Entries as they were read to be shown, some thousand of whichever directory, the last that were read: most searches find again what others found. Which of them the asker
// may see is asked of the database each time (ADR 224).
import type { Option } from './finding.ts'
import type { SearchIndex } from './searchIndex.ts'

/** Some two kilobytes each. */
const most = 5_000
const kept = new Map<string, Option>()

/** A number is never given twice in an index, so what is kept is never of an entry as it was before. */
const keyOf = (index: SearchIndex, n: number): string => `${index.serial} ${n}`

export const keptToShow = (index: SearchIndex, n: number): Option | null => kept.get(keyOf(index, n)) ?? null

export function keepToShow(index: SearchIndex, n: number, option: Option): void {
  kept.set(keyOf(index, n), option)
  const [oldest] = kept.size > most ? kept.keys() : []
  if (oldest !== undefined) kept.delete(oldest)
}
