// Sends one request over and over from a process of its own, and prints how long the answers took, in milliseconds.
import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'

export interface Shot {
  port: number
  method: string
  path: string
  cookie: string
  search?: string
  body?: object
  connections: number
  seconds: number
}
export interface Timing {
  p50: number
  p95: number
  perSecond: number
  failed: number
}

const shot: Shot = JSON.parse(process.argv[2] ?? '{}')
const agent = new Agent({ keepAlive: true, maxSockets: shot.connections })

function once(): Promise<{ ms: number; status: number }> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port: shot.port,
        host: '127.0.0.1',
        method: shot.method,
        path: shot.path,
        headers: {
          cookie: shot.cookie,
          ...(shot.search && { 'x-search': shot.search }),
          ...(shot.body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        },
      },
      (reply) => {
        reply.resume()
        reply.once('end', () => resolve({ ms: performance.now() - started, status: reply.statusCode ?? 0 }))
      },
    )
    sent.once('error', reject)
    sent.end(shot.body ? JSON.stringify(shot.body) : undefined)
  })
}

async function keepAsking(until: number, times: number[], failures: number[]): Promise<void> {
  while (performance.now() < until) {
    const { ms, status } = await once()
    times.push(ms)
    if (status >= 300) failures.push(status)
  }
}

/** A first second of the same, uncounted: plans are made and code is compiled. */
async function measure(): Promise<Timing> {
  const both = (seconds: number, times: number[], failures: number[]) =>
    Promise.all(Array.from({ length: shot.connections }, () => keepAsking(performance.now() + seconds * 1000, times, failures)))
  await both(1, [], [])
  const times: number[] = []
  const failures: number[] = []
  await both(shot.seconds, times, failures)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / shot.seconds, failed: failures.length }
}

console.log(JSON.stringify(await measure()))
process.exit(0)
