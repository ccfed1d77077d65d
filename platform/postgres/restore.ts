// Brings a backup back into an empty data folder, as it was at its end or, along the kept log, at any later moment.
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { backupsIn } from './backup.ts'
import { postgresIdentity, type Identity } from './identity.ts'
import { startPostgres } from './launch.ts'
import { copyTree, damaged, flushToDisk, readManifest, type Manifest } from './manifest.ts'
import { placeOf } from './place.ts'

export interface RestoreOptions {
  /** The folder that was given to `backup`. */
  from: string
  /** Must not exist, or be empty. */
  dataDir: string
  /** Instant to go back to, ISO 8601 with a zone; the end of the kept log without it. */
  at?: string
}
export interface Restored {
  backup: string
  manifest: Manifest
  /** The last instant of which something was restored; null when nothing followed the backup. */
  upTo: string | null
}

/** The newest whole backup that had ended by then. */
async function choose(from: string, at: string | undefined): Promise<{ backup: string; manifest: Manifest }> {
  const wanted = at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at)
  if (Number.isNaN(wanted)) throw new Error(`“${at}” is not an instant. Write it like 2026-11-22T14:30:00Z.`)
  for (const backup of (await backupsIn(from)).toReversed()) {
    const manifest = await readManifest(backup)
    if (manifest && Date.parse(manifest.finishedAt) <= wanted) return { backup, manifest }
  }
  throw new Error(at ? `No whole backup in ${from} had ended by ${at}.` : `There is no whole backup in ${from}.`)
}

function giveTo(identity: Identity | undefined, path: string): void {
  const stat = lstatSync(path)
  if (identity) chownSync(path, identity.uid, identity.gid)
  if (!stat.isDirectory()) return
  chmodSync(path, 0o700)
  for (const name of readdirSync(path)) giveTo(identity, join(path, name))
}

/** Where the segments wait during recovery, inside the data folder, so that PostgreSQL's user may read them wherever they came from. */
const waiting = 'continuum_recovery'

/** PostgreSQL reads this setting before it knows the names of zones, `Z` included. */
const asPostgres = (at: string): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '+00')

async function replay(dataDir: string, at: string | undefined): Promise<string | null> {
  const settings: Record<string, string> = {
    restore_command: `gzip -dc ${waiting}/%f.gz > %p`,
    // What the restored server writes does not go into the archive of the one it came from.
    archive_command: 'true',
    ...(at && { recovery_target_time: asPostgres(at), recovery_target_action: 'promote' }),
  }
  const running = await startPostgres({ dataDir, settings })
  const connection = new pg.Client({ connectionString: running.ownerUrl('postgres') })
  connection.on('error', () => {})
  try {
    await connection.connect()
    for (;;) {
      const { rows } = await connection.query('select pg_is_in_recovery() as busy, pg_last_xact_replay_timestamp() as "upTo"')
      if (!rows[0].busy) return rows[0].upTo?.toISOString() ?? null
      await pause(50)
    }
  } finally {
    await connection.end().catch(() => {})
    await running.stop()
  }
}

/** Refuses a folder that holds anything, a backup with a damaged file, and an instant before the oldest backup. */
export async function restore({ from, dataDir, at }: RestoreOptions): Promise<Restored> {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new Error(`${dataDir} is not empty. Restore into a new folder (CONTINUUM_DATA=…), so that nothing is overwritten.`)
  const { backup, manifest } = await choose(from, at)
  const wrong = await damaged(backup, manifest)
  if (wrong.length > 0)
    throw new Error(`${backup} is damaged: ${wrong.length} of its files, ${wrong.slice(0, 3).join(', ')} among them.`)
  const everything = (): boolean => true
  await copyTree(join(backup, 'installation'), dataDir, '', everything)
  const identity = postgresIdentity()
  mkdirSync(dataDir, { recursive: true })
  const { data } = placeOf(dataDir, identity)
  await copyTree(join(backup, 'database'), data, '', everything)
  // A segment's name is its timeline and then its place in the log; histories of timelines are always wanted.
  const follows = (name: string) => name.slice(8, 24) >= manifest.startSegment.slice(8)
  await copyTree(
    join(from, 'wal'),
    join(data, waiting),
    '',
    (name) => name.endsWith('.gz') && (name.includes('history') || follows(name)),
  )
  if ((await readdir(join(data, waiting))).length > 0 || at) writeFileSync(join(data, 'recovery.signal'), '')
  giveTo(identity, data)
  flushToDisk()
  const upTo = await replay(dataDir, at).catch((error: Error) => {
    throw new Error(
      at && /did not start|terminat|refused|ENOENT/.test(error.message)
        ? `The log kept in ${from} does not reach ${at}. It is written out at least once a minute: try again later, or an earlier moment.`
        : error.message,
      { cause: error },
    )
  })
  rmSync(join(data, waiting), { recursive: true, force: true })
  return { backup, manifest, upTo }
}
