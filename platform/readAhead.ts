// What a server reads into its memory once its doors are open, so that nobody waits for it later.
import { agencyIds, asSystem, type JobOptions } from './jobs.ts'

/** One agency after the other, a transaction each. What cannot be read ahead is read when somebody asks for it. */
export function readAhead(
  options: JobOptions,
  complain: (error: unknown) => void,
): { done: Promise<void>; stop: () => Promise<void> } {
  const ending = new AbortController()
  const unlessEnded = (error: unknown): void => {
    if (!ending.signal.aborted) complain(error)
  }
  const done = readAll(options, ending.signal, unlessEnded).catch(unlessEnded)
  return {
    done,
    stop() {
      ending.abort()
      return done
    },
  }
}

async function readAll(options: JobOptions, ended: AbortSignal, complain: (error: unknown) => void): Promise<void> {
  const readers = options.capabilities.flatMap(({ readAhead: read }) => read ?? [])
  for (const agencyId of await agencyIds(options.db))
    for (const read of readers) {
      if (ended.aborted) return
      await asSystem(options, agencyId, (work) => read(work, ended)).catch(complain)
    }
}
