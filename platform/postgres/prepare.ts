// Makes, while the product is installed, the cluster that new data folders begin as a copy of.
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { postgresIdentity } from './identity.ts'
import { startPostgres } from './launch.ts'
import { migrate } from './migrate.ts'
import { isReady, madeFrom, stampIn } from './prepared.ts'

/** Makes it in `folder`, unless the one there was made from the same migrations by the same PostgreSQL. */
export async function prepareCluster(folder: string): Promise<void> {
  const binaries = findBinaries(postgresIdentity())
  if (isReady(folder, binaries)) return
  const former = join(folder, 'postgres')
  if (existsSync(former)) rmSync(realpathSync(former), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
  const running = await startPostgres({ dataDir: folder, settings: { archive_mode: 'off' } })
  try {
    await migrate(running.ownerUrl('continuum'))
  } finally {
    await running.stop()
  }
  writeFileSync(stampIn(folder), madeFrom(binaries))
}
