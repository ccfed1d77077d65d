// Stands in for the browser's IndexedDB in component tests: what was kept, by key.
export const kept = new Map<string, unknown>()
/** A store that is slow to open, as on a busy machine: milliseconds before it answers what it keeps. */
export const opening = { ms: 0 }
export const get = async (key: string): Promise<unknown> => {
  if (opening.ms > 0) await new Promise((resolve) => setTimeout(resolve, opening.ms))
  return kept.get(key)
}
export const set = async (key: string, value: unknown): Promise<void> => void kept.set(key, value)
export const del = async (key: string): Promise<void> => void kept.delete(key)
