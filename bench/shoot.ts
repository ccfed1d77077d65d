// One shot of the load, with what it cost the server's process and PostgreSQL in CPU.
import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Shot, Timing } from './load.ts'

export interface Cost extends Omit<Timing, 'versions'> {
  /** CPU milliseconds for each answer; null where the system does not tell (Linux does) */
  nodeCpu: number
  postgresCpu: number | null
  /** megabytes of the server's process after the shot */
  memory: number
}

const ticksPerSecond = 100

/** CPU milliseconds that the processes of one PostgreSQL have used so far. */
function postgresCpu(postmaster: number): number | null {
  try {
    return (
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .reduce((sum, pid) => sum + ticksOf(pid, postmaster), 0) *
      (1000 / ticksPerSecond)
    )
  } catch {
    return null
  }
}

/** A process may end between the listing and the look. */
function ticksOf(pid: string, postmaster: number): number {
  try {
    const [, rest = ''] = /\(.*\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    const fields = rest.split(' ')
    return Number(fields[1]) === postmaster ? Number(fields[11]) + Number(fields[12]) : 0
  } catch {
    return 0
  }
}

/** The server runs in this process, the load in another; what is warmed up is not counted. */
export function shoot(shot: Shot, postmaster: number): Promise<Cost> {
  const load = fork(new URL('./load.ts', import.meta.url), [JSON.stringify(shot)])
  let node = process.cpuUsage()
  let postgres = postgresCpu(postmaster)
  return new Promise((resolve, reject) => {
    load.once('exit', (code) => code && reject(new Error(`The load of ${shot.targets[0]?.url} ended with ${code}.`)))
    load.on('message', (said: 'warm' | Timing) => {
      if (said === 'warm') {
        node = process.cpuUsage()
        postgres = postgresCpu(postmaster)
        return
      }
      const { versions, ...timing } = said
      for (const [index, target] of shot.targets.entries()) target.ifMatch = versions[index] ?? undefined
      const { user, system } = process.cpuUsage(node)
      const used = postgresCpu(postmaster)
      resolve({
        ...timing,
        nodeCpu: (user + system) / 1000 / said.answers,
        // a connection that ended meanwhile took what it had used with it
        postgresCpu: used === null || postgres === null || used < postgres ? null : (used - postgres) / said.answers,
        memory: process.memoryUsage().rss / 1_000_000,
      })
    })
  })
}
