// Two ways of asking: as many as are answered (to learn what a server can do), and so many a second whatever it answers (to overload it).
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface Shot {
  /** 0 when no answer came at all. */
  status: number
  ms: number
  retryAfter: boolean
}
export interface Target {
  port: number
  path: string
  cookie: string
}

export function ask(agent: Agent, { port, path, cookie }: Target): Promise<Shot> {
  const started = performance.now()
  return new Promise((resolve) => {
    const done = (status: number, retryAfter = false) => resolve({ status, ms: performance.now() - started, retryAfter })
    const sent = request({ agent, port, host: '127.0.0.1', path, headers: { cookie }, timeout: 20_000 }, (reply) => {
      reply.resume()
      reply.once('end', () => done(reply.statusCode ?? 0, reply.headers['retry-after'] !== undefined))
      reply.once('error', () => done(0))
    })
    sent.once('timeout', () => sent.destroy())
    sent.once('error', () => done(0))
    sent.end()
  })
}

/** Answers a second with so many connections that always ask. */
export async function capacityOf(target: Target, connections: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1000
  let served = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) if ((await ask(agent, target)).status === 200) served += 1
    }),
  )
  agent.destroy()
  return served / seconds
}

/** `perSecond` requests each second, sent on time however long the answers take. */
export async function overload(target: Target, perSecond: number, seconds: number): Promise<Shot[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  const started = performance.now()
  const shots: Promise<Shot>[] = []
  while (performance.now() - started < seconds * 1000) {
    const due = ((performance.now() - started) / 1000) * perSecond
    while (shots.length < due) shots.push(ask(agent, target))
    await pause(5)
  }
  const all = await Promise.all(shots)
  agent.destroy()
  return all
}
