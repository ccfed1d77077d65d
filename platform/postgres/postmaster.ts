// A running PostgreSQL server as the operating system sees it: found by its pid file, watched, and stopped by signals.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Postmaster {
  pid: number
  /** Socket folder and port it listens on, as its pid file says; empty while it starts. */
  socket: string
  port: number
}

/** Alive and not a zombie. A container's first process may never collect the zombie of an orphan. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (!existsSync(`/proc/${pid}/stat`)) return true
  return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

function programOf(pid: number): string {
  if (existsSync(`/proc/${pid}/comm`)) return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  if (process.platform === 'win32') return 'postgres'
  return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim()
}

/** The server that left a pid file in this data folder and still runs. A pid file whose number now belongs to another program is removed. */
export function findPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (pid > 0 && isAlive(pid)) {
    if (/postgres/.test(programOf(pid))) return { pid, port: Number(lines[3] ?? 0), socket: lines[4] ?? '' }
    rmSync(file, { force: true })
  }
  return undefined
}

/** Server processes that work in this folder, the children of a killed server included: they end by themselves a moment after it. */
function processesIn(data: string): number {
  const worksThere = (pid: string) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data && isAlive(Number(pid))
    } catch {
      return false // it ended meanwhile, or is somebody else's
    }
  }
  return existsSync('/proc/self/cwd') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksThere(name)).length : 0
}

/**
 * After a hard kill: waits (at most five seconds) until the last of the old server's processes has ended, and takes away the pid file and
 * the socket's lock whose process is dead but not yet collected, because PostgreSQL would believe it alive.
 */
export async function clearAfterKill(data: string, socket: string | undefined): Promise<void> {
  const marks = [join(data, 'postmaster.pid'), ...(socket === undefined ? [] : [join(socket, '.s.PGSQL.5432.lock')])]
  const left = marks.filter((mark) => existsSync(mark))
  if (left.length === 0) return
  const deadline = Date.now() + 5_000
  while (processesIn(data) > 0 && Date.now() < deadline) await pause(5)
  if (processesIn(data) > 0) return
  for (const mark of left) if (!isAlive(pidIn(mark))) rmSync(mark, { force: true })
}

const pidIn = (mark: string): number => Math.abs(Number(readFileSync(mark, 'utf8').split('\n')[0]))

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await pause(10)
  }
  return true
}

/** Fast shutdown (open transactions roll back, a checkpoint is written), then immediate shutdown, then the end. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await gone(pid, patience)) return
  }
}
