// Starts the built-in PostgreSQL for one data folder, or takes over the one an earlier, killed Continuum left running.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { archiveSettings } from './archive.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { holdCluster } from './hold.ts'
import { postgresIdentity, type Identity } from './identity.ts'
import { cleanEnvironment, initialise, owner } from './initialise.ts'
import { placeOf, type Place } from './place.ts'
import { copyPrepared } from './prepared.ts'
import { clearAfterKill, findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'
import { secret } from './secrets.ts'
import { watchOver } from './watch.ts'
import { serverSettings } from './settings.ts'

export interface PostgresOptions {
  /** The installation's folder (`.continuum`); the cluster is its sub-folder `postgres`. */
  dataDir: string
  /** Where an installation made a cluster ready (prepared.ts); a new data folder begins as a copy of it. */
  prepared?: string
  /** Off only for clusters that are thrown away: tests. */
  fsync?: boolean
  settings?: Record<string, string>
  /** More of the server's environment: a drill lends it another clock. */
  environment?: Record<string, string>
  /** Starts the server again when it ends without being asked to. */
  revive?: boolean
  log?: (message: string) => void
}

export interface RunningPostgres {
  /** Connection URL of the superuser who owns everything. Only migrations use it. */
  ownerUrl(database: string): string
  readonly pid: number
  /** True when an earlier start left this server running. */
  reused: boolean
  stop(): Promise<void>
}

export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => {})
  const identity = postgresIdentity()
  const binaries = findBinaries(identity)
  const place = placeOf(options.dataDir, identity)
  const password = secret(options.dataDir, owner)
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    log('Preparing the database for its first use')
    const { prepared: folder } = options
    const copied = folder !== undefined && (await copyPrepared({ folder, binaries, place, identity, password }))
    if (!copied) await initialise(binaries, place, identity, { password, sync: options.fsync !== false })
  }
  refuseOtherVersion(binaries, place)
  const bringUp = async () =>
    (await takeOver(place, password, log)) ?? (await launch(binaries, place, identity, password, options))
  const first = await bringUp()
  const ownerUrl = (database: string) => first.url.replace('/postgres', `/${encodeURIComponent(database)}`)
  let hold = await holdCluster(first.url, options.dataDir)
  let pid = first.pid
  const again = async () => {
    if (!isAlive(pid)) {
      log('The database server ended; starting it again')
      ;({ pid } = await bringUp())
    }
    hold = await holdCluster(first.url, options.dataDir)
  }
  const watch = options.revive ? watchOver(() => isAlive(pid) && hold.held(), again) : undefined
  const stop = async () => {
    await watch?.end()
    await hold.release()
    await stopPostmaster(pid)
  }
  return {
    ownerUrl,
    get pid() {
      return pid
    },
    reused: first.reused,
    stop,
  }
}

function refuseOtherVersion(binaries: Binaries, place: Place) {
  const written = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim()
  if (!binaries.version.includes(` ${written}.`)) {
    throw new Error(
      `${place.data} was written by PostgreSQL ${written} and this Continuum brings ${binaries.version}. Restore from a backup made before the change.`,
    )
  }
}

const urlAt = (place: Place, password: string, port: number) =>
  place.socket === undefined
    ? `postgresql://${owner}:${password}@127.0.0.1:${port}/postgres`
    : `postgresql://${owner}:${password}@localhost/postgres?host=${encodeURIComponent(place.socket)}`

/** Superuser's URL of the server that runs on this folder just now, whoever started it; null when none does. */
export function runningUrl(dataDir: string): string | null {
  const place = placeOf(dataDir, postgresIdentity())
  const found = findPostmaster(place.data)
  return found ? urlAt(place, secret(dataDir, owner), found.port) : null
}

/** Reuses an orphan that answers to our password; stops one that does not answer within five seconds. */
async function takeOver(place: Place, password: string, log: (message: string) => void) {
  const orphan = findPostmaster(place.data)
  if (!orphan) return undefined
  const url = urlAt(place, password, orphan.port)
  if (await answers(url, orphan.pid, 5_000)) return { pid: orphan.pid, url, reused: true }
  log('Stopping a database server that an earlier start left behind')
  await stopPostmaster(orphan.pid)
  return undefined
}

/** Without a socket, a server started again listens where the first one did, because its URLs have been handed out. */
const ports = new Map<string, number>()

async function launch(
  binaries: Binaries,
  place: Place,
  identity: Identity | undefined,
  password: string,
  options: PostgresOptions,
) {
  await clearAfterKill(place.data, place.socket)
  const port = place.socket === undefined ? (ports.get(place.data) ?? (await freePort())) : 5432
  ports.set(place.data, port)
  const where =
    place.socket === undefined
      ? { listen_addresses: '127.0.0.1' }
      : { listen_addresses: '', unix_socket_directories: place.socket }
  const settings = {
    ...serverSettings,
    ...where,
    port: String(port),
    ...(options.fsync === false ? { fsync: 'off', full_page_writes: 'off' } : archiveSettings),
    ...options.settings,
  }
  if (existsSync(place.logFile) && statSync(place.logFile).size > 10_000_000) truncateSync(place.logFile)
  const logFile = openSync(place.logFile, 'a', 0o600)
  const from = statSync(place.logFile).size
  const args = ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // Detached: Ctrl-C in a terminal reaches us alone, so that requests end before their database does.
  const child = spawn(binaries.postgres, args, {
    ...identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', logFile, logFile],
    env: { ...cleanEnvironment(), ...options.environment },
  })
  closeSync(logFile)
  child.unref()
  const { pid } = child
  const url = urlAt(place, password, port)
  if (pid === undefined || !(await answers(url, pid, 60_000))) {
    if (pid !== undefined) await stopPostmaster(pid)
    const said = readFileSync(place.logFile, 'utf8').slice(from).trim().split('\n').slice(-4).join('\n')
    throw new Error(`PostgreSQL did not start. Its log (${place.logFile}) ends with:\n${said}`)
  }
  return { pid, url, reused: false }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

/** Waits until the server takes our connection; false when it ends, refuses our password or stays silent too long. */
async function answers(url: string, pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline && isAlive(pid)) {
    const connection = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    connection.on('error', () => {})
    try {
      await connection.connect()
      await connection.end()
      return true
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') return false
      await pause(15)
    }
  }
  return false
}
