// One Continuum per data folder: whoever holds the cluster's advisory lock runs it. The lock ends with its holder, however that ends.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const clusterLock = 4_271_990_018

export interface Hold {
  /** False once the connection that holds the lock has ended. */
  held(): boolean
  release(): Promise<void>
}

/** Refuses when another Continuum holds the cluster. Waits two seconds, because a killed holder's connection takes a moment to end. */
export async function holdCluster(url: string, dataDir: string): Promise<Hold> {
  const connection = new pg.Client({ connectionString: url, application_name: 'continuum: holds the cluster', keepAlive: true })
  connection.on('error', () => {})
  let held = true
  connection.once('end', () => (held = false))
  await connection.connect()
  const deadline = Date.now() + 2_000
  for (;;) {
    const { rows } = await connection.query('select pg_try_advisory_lock($1) as held', [clusterLock])
    if (rows[0].held) break
    if (Date.now() > deadline) {
      await connection.end()
      throw new Error(
        `Continuum is already running with ${dataDir}. Stop it first, or choose another folder with CONTINUUM_DATA.`,
      )
    }
    await pause(50)
  }
  return { held: () => held, release: () => connection.end().catch(() => undefined) }
}
