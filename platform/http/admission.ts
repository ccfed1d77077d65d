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
}
export const usualLimits: AdmissionLimits = { atOnce: 16, waiting: 64, waitMs: 250 }

interface Turn {
  comes: (admitted: boolean) => void
  timer: NodeJS.Timeout
}

/** A counter with a queue: `enter` answers whether the request may be worked on; who entered leaves once. */
export function turnstile({ atOnce, waiting, waitMs }: AdmissionLimits) {
  const queue = new Set<Turn>()
  let inside = 0
  return {
    full: (): boolean => inside >= atOnce && queue.size >= waiting,
    enter(): Promise<boolean> {
      if (inside < atOnce) {
        inside += 1
        return Promise.resolve(true)
      }
      if (queue.size >= waiting) return Promise.resolve(false)
      return new Promise((comes) => {
        const turn: Turn = { comes, timer: setTimeout(() => queue.delete(turn) && comes(false), waitMs) }
        queue.add(turn)
      })
    },
    leave(): void {
      const [next] = queue
      if (!next) {
        inside -= 1
        return
      }
      clearTimeout(next.timer)
      queue.delete(next)
      next.comes(true)
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
  const { full, enter, leave } = turnstile(limits)
  const admitted = new WeakSet<FastifyRequest>()
  const leaveOnce = (request: FastifyRequest): void => {
    if (admitted.delete(request)) leave()
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
        admitted.add(request)
        // Who hung up has left work behind that goes on for a moment.
        reply.raw.once('close', () => {
          if (admitted.has(request)) setTimeout(() => leaveOnce(request), 1_000).unref()
        })
      })
      app.addHook('onSend', async (request) => leaveOnce(request))
    },
  }
}
