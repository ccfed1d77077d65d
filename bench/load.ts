// Sends requests over and over from a process of its own, and tells its parent how long the answers took, in milliseconds.
import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Target } from './hot.ts'

export interface Shot {
  port: number
  method: string
  targets: Target[]
  cookie: string
  search?: string
  connections: number
  seconds: number
}
export interface Timing {
  p50: number
  p95: number
  p99: number
  /** what was done; what was turned away is counted apart, because a refusal is quick */
  answers: number
  perSecond: number
  failed: number
  /** of each target that is changed, the version it has now: the next shot goes on from there */
  versions: (number | null)[]
}

const shot: Shot = JSON.parse(process.argv[2] ?? '{}')
const agent = new Agent({ keepAlive: true, maxSockets: shot.connections })

interface Answer {
  ms: number
  status: number
  version: number | undefined
}

function once({ url, body, ifMatch, search }: Target): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port: shot.port,
        host: '127.0.0.1',
        method: shot.method,
        path: url,
        headers: {
          cookie: shot.cookie,
          ...((search ?? shot.search) && { 'x-search': search ?? shot.search }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
          ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        },
      },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.once('end', () => {
          const ms = performance.now() - started
          const version = ifMatch === undefined ? undefined : JSON.parse(Buffer.concat(parts).toString()).version
          resolve({ ms, status: reply.statusCode ?? 0, version })
        })
      },
    )
    sent.once('error', reject)
    sent.end(body ? JSON.stringify(body) : undefined)
  })
}

/** A connection asks its own share of the targets in turn: two that change the same thing at once would refuse each other. */
const shares: Target[][] = Array.from({ length: shot.connections }, (_, own) => {
  const share = shot.targets.filter((_, index) => index % shot.connections === own % shot.targets.length)
  return share.length > 0 ? share : shot.targets
})

async function keepAsking(share: Target[], until: number, times: number[], failures: number[]): Promise<void> {
  for (let turn = 0; performance.now() < until; turn++) {
    const target = share[turn % share.length]
    if (!target) throw new Error('Nothing to ask for.')
    const { ms, status, version } = await once(target)
    if (version !== undefined) target.ifMatch = version
    if (status < 300) times.push(ms)
    else failures.push(status)
    if (status === 503) await pause(1_000) // as Retry-After says
  }
}

/** A first second of the same, uncounted: plans are made and code is compiled. */
async function measure(): Promise<Timing> {
  const both = (seconds: number, times: number[], failures: number[]) =>
    Promise.all(shares.map((share) => keepAsking(share, performance.now() + seconds * 1000, times, failures)))
  await both(1, [], [])
  process.send?.('warm')
  const times: number[] = []
  const failures: number[] = []
  await both(shot.seconds, times, failures)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answers: times.length,
    perSecond: times.length / shot.seconds,
    failed: failures.length,
    versions: shot.targets.map(({ ifMatch }) => ifMatch ?? null),
  }
}

const timing = await measure()
process.send?.(timing, () => process.exit(0))
