// How many requests are worked on at once. A few more wait for a short moment; whoever comes beyond that is told at once to come again.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { uuidv7 } from 'uuidv7'

export interface AdmissionLimits {
  /** Worked on at the same time; a little less than the pool has connections. */
  atOnce: number
  /** Wait for their turn. */
  waiting: number
  /** Longest wait, in milliseconds: after it the answer is the same 503. */
  waitMs: number
  /** What an answer may take, waiting included, in milliseconds. While it takes longer, fewer are worked on at once. */
  withinMs?: number
}
export const usualLimits: AdmissionLimits = { atOnce: 16, waiting: 64, waitMs: 150, withinMs: 300 }
const fewest = 2
const shrinkEveryMs = 100

/** How late the process is just now, in milliseconds: what comes stands unread that long, and what goes out waits as long again. */
function lateness(everyMs = 20): () => number {
  let [due, late] = [performance.now() + everyMs, 0]
  setInterval(() => {
    const now = performance.now()
    late += (Math.max(0, now - due) - late) * 0.3
    due = now + everyMs
  }, everyMs).unref()
  return () => late
}

/** How many at once this machine answers in time: a tenth fewer while people wait and work takes too long, one more after twenty in time. */
function pace({ atOnce, withinMs = Number.POSITIVE_INFINITY }: AdmissionLimits, late: () => number) {
  let [most, shrunkAt, usualMs] = [atOnce, 0, 0]
  return {
    most: (): number => Math.floor(most),
    /** What is left for waiting when the work itself takes as long as it does now, and so does being heard. */
    leftMs: (): number => withinMs - usualMs - 2 * late(),
    took(ms: number, othersWait: boolean, now: number): void {
      usualMs += (ms - usualMs) * (ms > usualMs ? 0.2 : 0.05)
      if (ms <= withinMs / 2) most = Math.min(atOnce, most + 0.05)
      else if (othersWait && now - shrunkAt >= shrinkEveryMs) {
        most = Math.max(fewest, most * 0.9)
        shrunkAt = now
      }
    },
  }
}

interface Turn {
  comes: (admitted: boolean) => void
  timer: NodeJS.Timeout
}

/** A counter with a queue: `enter` answers whether the request may be worked on; who entered leaves once, and says how long it took. */
export function turnstile(limits: AdmissionLimits, late: () => number = () => 0) {
  const { waiting, waitMs } = limits
  const queue = new Set<Turn>()
  const { most, leftMs, took } = pace(limits, late)
  let [inside, turnedAway] = [0, false]
  const callNext = (): void => {
    const [next] = queue
    if (!next || inside >= most()) return
    clearTimeout(next.timer)
    queue.delete(next)
    inside += 1
    next.comes(true)
  }
  const noPlace = (): boolean => queue.size >= waiting || leftMs() <= 0
  return {
    full(): boolean {
      if (inside < most() || !noPlace()) return false
      turnedAway = true
      return true
    },
    enter(): Promise<boolean> {
      if (inside < most()) {
        inside += 1
        return Promise.resolve(true)
      }
      if (noPlace()) {
        turnedAway = true
        return Promise.resolve(false)
      }
      return new Promise((comes) => {
        const patience = Math.min(waitMs, leftMs())
        const turn: Turn = { comes, timer: setTimeout(() => queue.delete(turn) && comes(false), patience) }
        queue.add(turn)
      })
    },
    leave(ms = 0): void {
      inside -= 1
      took(ms, turnedAway || queue.size > 0, performance.now())
      turnedAway = false
      callNext()
      callNext() // a place more, where work has become quicker
    },
  }
}

/** Streams that stay open are no work; pages and their files cost next to nothing. */
const isWork = (url = ''): boolean => url.startsWith('/api/') && !url.startsWith('/api/changes')

const busy = (traceId: string): string =>
  JSON.stringify({
    type: 'about:blank',
    title: 'Busy',
    status: 503,
    code: 'busy',
    detail: 'Continuum is very busy just now. Your work is kept; try again in a few seconds.',
    traceId,
  })
const comeAgain = () => ({
  'content-type': 'application/problem+json',
  'cache-control': 'no-store',
  'retry-after': String(1 + Math.floor(Math.random() * 3)),
})
const shed = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(503).headers(comeAgain()).send(busy(request.id))

export interface Admission {
  /** Turns a request away before anything else is done for it, when the queue is full: at ten times what a server can do, turning away must cost next to nothing. */
  turnedAway(request: IncomingMessage, response: ServerResponse): boolean
  /** Lets the others in one after the other. */
  admit(app: FastifyInstance): void
}

/** The place is taken after the body was read, so that a slow sender keeps nobody waiting. */
export function admissionOf(limits: AdmissionLimits): Admission {
  const { full, enter, leave } = turnstile(limits, lateness())
  const admitted = new WeakMap<FastifyRequest, number>()
  const leaveOnce = (request: FastifyRequest): void => {
    const since = admitted.get(request)
    if (since !== undefined && admitted.delete(request)) leave(performance.now() - since)
  }
  return {
    turnedAway(request, response) {
      if (!full() || !isWork(request.url)) return false
      const isLarge = Number(request.headers['content-length'] ?? 0) > 65_536
      response.writeHead(503, { ...comeAgain(), ...(isLarge && { connection: 'close' }) }).end(busy(uuidv7()))
      return true
    },
    admit(app) {
      app.addHook('onRequest', async (request, reply) => {
        if (full() && isWork(request.url)) return shed(request, reply)
      })
      app.addHook('preHandler', async (request, reply) => {
        if (!isWork(request.url)) return
        if (!(await enter())) return shed(request, reply)
        admitted.set(request, performance.now())
        // Who hung up has left work behind that goes on for a moment.
        reply.raw.once('close', () => {
          if (admitted.has(request)) setTimeout(() => leaveOnce(request), 1_000).unref()
        })
      })
      app.addHook('onSend', async (request) => leaveOnce(request))
    },
  }
}
