// Accounts for every entry of a bundle: used with its purpose, or not used with the reason. used + unused = entries.
import type { Bundle, Entry } from './bundle.ts'

export interface TallyRow {
  type: string
  count: number
  used: number
  unused: number
  /** Why the unused ones were left out, each reason with its count. */
  because: { reason: string; count: number }[]
}

export interface Tally {
  entries: number
  used: number
  unused: number
  rows: TallyRow[]
  /** Resources carried inside entries (not entries themselves), by type. */
  inside: { type: string; count: number }[]
}

/** Keeps, while a bundle is read, what became of each entry. */
export class EntryLedger {
  private readonly bundle: Bundle
  private readonly used = new Set<Entry>()
  private readonly reasons = new Map<Entry, string>()

  constructor(bundle: Bundle) {
    this.bundle = bundle
  }

  use(entry: Entry): void {
    this.used.add(entry)
  }

  leaveOut(entry: Entry, reason: string): void {
    this.reasons.set(entry, reason)
  }

  /** Every entry, once. `notRead` says why a type that nobody looked at was left out. */
  tally(notRead: string): Tally {
    const rows = new Map<string, Entry[]>()
    for (const entry of this.bundle.entries) rows.set(entry.type, [...(rows.get(entry.type) ?? []), entry])
    const counted = [...rows].map(([type, entries]) => this.row(type, entries, notRead))
    return {
      entries: this.bundle.entries.length,
      used: this.used.size,
      unused: this.bundle.entries.length - this.used.size,
      rows: counted.sort((a, b) => b.used - a.used || b.count - a.count || a.type.localeCompare(b.type)),
      inside: insideOf(this.bundle),
    }
  }

  private row(type: string, entries: Entry[], notRead: string): TallyRow {
    const because = new Map<string, number>()
    for (const entry of entries) {
      if (this.used.has(entry)) continue
      const reason = type === 'no resource' ? 'this entry carries no resource' : (this.reasons.get(entry) ?? notRead)
      because.set(reason, (because.get(reason) ?? 0) + 1)
    }
    const used = entries.filter((entry) => this.used.has(entry)).length
    const reasons = [...because].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
    return { type, count: entries.length, used, unused: entries.length - used, because: reasons }
  }
}

function insideOf(bundle: Bundle): { type: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { resource } of bundle.entries) {
    const contained = Array.isArray(resource.contained) ? resource.contained : []
    for (const each of contained) {
      const type =
        typeof each === 'object' && each !== null && 'resourceType' in each ? String(each.resourceType).slice(0, 60) : 'no type'
      counts.set(type, (counts.get(type) ?? 0) + 1)
    }
  }
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count)
}
