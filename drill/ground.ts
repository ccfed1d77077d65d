// The ground a drill stands on: a cluster of its own in a temporary folder, an agency in it, and processes that can be killed.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres, type PostgresOptions, type RunningPostgres } from '../platform/postgres/launch.ts'
import type { World } from '../test/world.ts'

export interface Ground {
  dataDir: string
  /** Starts the cluster again after it was killed or stopped. */
  startDatabase(): Promise<RunningPostgres>
  database(): RunningPostgres
  world: World
  /** As the owner of the tables, on a connection made for this one question. */
  ask<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>
  clear(): Promise<void>
}

/** `under`: the folder in which it makes its own; the usual temporary one without it. */
export async function ground({
  under = tmpdir(),
  ...options
}: Omit<PostgresOptions, 'dataDir'> & { under?: string } = {}): Promise<Ground> {
  const dataDir = mkdtempSync(join(under, 'continuum-drill-'))
  chmodSync(dataDir, 0o755)
  let running = await startPostgres({ dataDir, ...options })
  const startDatabase = async () => (running = await startPostgres({ dataDir, ...options }))
  process.env['TEST_DATABASE_URL'] = running.ownerUrl('postgres')
  process.env['CONTINUUM_DATA'] = dataDir
  // However the drill ends, nothing of it keeps running.
  process.once('exit', () => {
    killHard(family(running.pid))
    rmSync(dataDir, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  const { world } = await import('../test/world.ts')
  const w = await world()
  return {
    dataDir,
    startDatabase,
    database: () => running,
    world: w,
    ask: (sql, values) => askOwner(w.database.ownerUrl, sql, values),
    clear: async () => {
      await w.app.close().catch(() => {})
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export async function askOwner<Row = Record<string, unknown>>(url: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const connection = new pg.Client({ connectionString: url })
  connection.on('error', () => {})
  await connection.connect()
  try {
    return (await connection.query(sql, values)).rows as Row[]
  } finally {
    await connection.end()
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export interface Part {
  child: ChildProcess
  kill(): Promise<void>
}

/** As the product is started: in one piece, made when the first part is. */
let inOnePiece: string | undefined
function partProgram(): string {
  if (inOnePiece) return inOnePiece
  const folder = `dist/part-${process.pid}`
  const { status, stderr } = spawnSync(process.execPath, ['bin/bundle.mjs', 'drill/part.ts', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The parts could not be put together.\n${stderr}`)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return (inOnePiece = join(folder, 'part.js'))
}

/** As bin/child.mjs has them. */
const serverFlags = ['--max-semi-space-size=8']
const fewArenas = { MALLOC_ARENA_MAX: '2' }

const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** A part of the product (drill/part.ts) as a process of its own. What it says on its error output is shown. */
export function startPart(name: 'server' | 'jobs', env: Record<string, string>): Part {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...serverFlags, partProgram(), name], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...fewArenas, NODE_COMPILE_CACHE: 'node_modules/.cache/continuum-compiled', ...env },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => (running.delete(child), resolve())))
  running.add(child)
  return {
    child,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Process ids of a server and everything it started, from /proc. */
export function family(pid: number): number[] {
  const parentOf = (each: string) => {
    try {
      return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${each}/stat`, 'utf8'))?.[1])
    } catch {
      return 0
    }
  }
  return [
    pid,
    ...readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
      .map(Number),
  ]
}

export function killHard(pids: number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended before us.
    }
}

/** True once `holds` does; false after so many milliseconds. */
export async function within(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + ms
  while (Date.now() < deadline) {
    if (await holds().catch(() => false)) return true
    await pause(25)
  }
  return false
}

/** The smallest of the figures that `part` of them (0 to 1) do not exceed. */
export function quantile(figures: number[], part: number): number {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
