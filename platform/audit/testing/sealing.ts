// Sealing in tests: other databases of the same cluster have transactions of their own, so a round is repeated until everything is in the tree.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { World } from '../../../test/world.ts'
import { sealAll, unsealed, type SealingOptions } from '../sealing.ts'
import { fileWitness } from '../witness.ts'

export interface TestSeal extends SealingOptions {
  folder: string
  alarms: string[]
}

/** A sealer with a file witness in a new folder. */
export function sealerOf(w: World, folder = mkdtempSync(join(tmpdir(), 'continuum-witness-'))): TestSeal {
  const { db, secret, keys } = w.database
  const alarms: string[] = []
  const alarm = (message: string, facts: object) => void alarms.push(`${message} ${JSON.stringify(facts)}`)
  return { db, secret, keys: () => keys, witnesses: [fileWitness(folder, () => keys)], alarm, folder, alarms }
}

/** Rounds until nothing waits; the cluster's other tests may hold transactions open for a while. */
export async function sealEverything(seal: SealingOptions, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    await sealAll(seal)
    if ((await unsealed(seal.db)).length === 0) return
    if (Date.now() > end) throw new Error('Something is still not sealed.')
    await pause(50)
  }
}
