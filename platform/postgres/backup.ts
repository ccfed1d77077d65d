// An online, physical backup of the embedded database with the installation's files and keys; nobody notices while it runs.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import pg from 'pg'
import { archiveLink, keepLogIn } from './archive.ts'
import { postgresIdentity } from './identity.ts'
import { copyFile, copyTree, writeManifest, type Entry, type Manifest } from './manifest.ts'
import { placeOf } from './place.ts'

export interface BackupOptions {
  dataDir: string
  /** Superuser's URL of the running cluster. */
  ownerUrl: string
  /** Each backup is a folder of its own in here; `wal` beside them is the log that leads from one moment to any later one. */
  to: string
  /** Leaves key files out; the manifest names them. */
  withoutKeys?: boolean
}
export interface Backup {
  folder: string
  manifest: Manifest
  /** Why the log between backups is not kept; null when it is. */
  noLog: string | null
}

/** What a server makes anew when it starts (PostgreSQL's documentation, “Making a Base Backup Using the Low Level API”). */
const transient =
  /^(postmaster\.(pid|opts)|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+|(.*\/)?pgsql_tmp.*|(.*\/)?pg_internal\.init.*|\.s\.PGSQL.*|backup_label.*|tablespace_map.*)$/
const ofServer = (path: string): boolean => !transient.test(path) && path !== archiveLink

/** Beside the cluster: files, keys and secrets. Logs and the server's own folder are not among them. */
const ofInstallation = (path: string): boolean =>
  !/^(postgres|postgres\.preparing\/.*|postgres\/|postgres\.log|test-database-url)$/.test(path)
const isKey = (path: string): boolean => /(^|\/)(secrets\.json|.*\.(key|pem)|keys\/.*)$/.test(path)

async function connect(url: string): Promise<pg.Client> {
  const connection = new pg.Client({
    connectionString: url,
    application_name: 'continuum: backup',
    idle_in_transaction_session_timeout: 0,
  })
  connection.on('error', () => {})
  await connection.connect()
  return connection
}

/** The server's files between start and stop of a backup, and the segments of its log that make them whole. */
async function copyServer(connection: pg.Client, data: string, to: string) {
  // The slot keeps the log since the start from being recycled; it ends with the connection.
  const slot = `continuum_backup_${process.pid}`
  await connection.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  const started = await connection.query("select pg_walfile_name(pg_backup_start('continuum', true)) as segment")
  const files = await copyTree(data, to, '', ofServer)
  const { rows } = await connection.query('select lsn, labelfile, pg_walfile_name(lsn) as segment from pg_backup_stop(false)')
  const [startSegment, { segment: stopSegment, labelfile }] = [started.rows[0].segment as string, rows[0]]
  await connection.query('select pg_switch_wal()')
  await writeFile(join(to, 'backup_label'), labelfile, { mode: 0o600, flush: true })
  const label: Entry = {
    path: 'backup_label',
    sizeBytes: Buffer.byteLength(labelfile),
    sha256: createHash('sha256').update(labelfile).digest('hex'),
  }
  const segments = (await readdir(join(data, 'pg_wal'))).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= startSegment && name <= stopSegment,
  )
  const log = await Promise.all(
    segments.map((name) => copyFile(join(data, 'pg_wal', name), join(to, 'pg_wal', name), `pg_wal/${name}`)),
  )
  if (log.includes(null) || !segments.includes(stopSegment)) throw new Error('The log of the backup was recycled while it ran.')
  return { startSegment, stopSegment, files: [...files, ...[label, ...log].filter((each) => each !== null)] }
}

/** Throws when the backup is not whole; then its folder has no manifest and `restore` passes over it. */
export async function backUp({ dataDir, ownerUrl, to, withoutKeys = false }: BackupOptions): Promise<Backup> {
  const identity = postgresIdentity()
  const { data } = placeOf(dataDir, identity)
  mkdirSync(to, { recursive: true })
  const within = realpathSync(to)
  if (within === realpathSync(dataDir) || within.startsWith(`${data}/`)) throw new Error('A backup goes outside the data folder.')
  const startedAt = new Date().toISOString()
  const folder = join(within, `backup-${startedAt.replaceAll(/[-:]|\.\d+/g, '')}-${process.pid}`)
  mkdirSync(folder, { mode: 0o700 })
  const connection = await connect(ownerUrl)
  try {
    const noLog = keepLogIn(join(within, 'wal'), data, identity)
    if (!noLog)
      await connection.query("alter system set archive_timeout = '60s'").then(() => connection.query('select pg_reload_conf()'))
    const server = await copyServer(connection, data, join(folder, 'database'))
    // After the database: what its rows refer to is there by then.
    const wanted = (path: string) =>
      ofInstallation(path) && !(withoutKeys && isKey(path)) && !resolve(dataDir, path).startsWith(within)
    const own = await copyTree(dataDir, join(folder, 'installation'), '', wanted)
    const { rows } = await connection.query("select clock_timestamp() as now, current_setting('server_version') as version")
    const files: Entry[] = [
      ...server.files.map((each) => ({ ...each, path: `database/${each.path}` })),
      ...own.map((each) => ({ ...each, path: `installation/${each.path}` })),
    ]
    const leftOut = withoutKeys ? (await readdir(dataDir, { recursive: true })).filter(isKey) : []
    const manifest: Manifest = {
      format: 'continuum-backup-1',
      startedAt,
      finishedAt: rows[0].now.toISOString(),
      postgres: rows[0].version,
      startSegment: server.startSegment,
      stopSegment: server.stopSegment,
      leftOut,
      files,
    }
    await writeManifest(folder, manifest)
    chmodSync(folder, 0o700)
    return { folder, manifest, noLog }
  } finally {
    await connection.end()
  }
}

/** Backups of a folder that are whole, oldest first. */
export async function backupsIn(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(() => [])
  return found
    .filter((name) => name.startsWith('backup-') && existsSync(join(folder, name, 'manifest.json')))
    .sort()
    .map((name) => join(folder, basename(name)))
}
