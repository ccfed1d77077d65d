// One mapper from everything that can go wrong to an RFC 9457 problem. Internals go to the log under the same traceId, never to the caller.
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { Refusal } from '../refusal.ts'
import { outageOf } from './outage.ts'

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  traceId: string
  issues?: { path: string; message: string }[]
  missing?: { code: string; message: string; href?: string }[]
  current?: unknown
  params?: Record<string, string | number>
}
type Told = Omit<Problem, 'traceId' | 'type' | 'title'>

interface DatabaseError extends Error {
  code: string
  constraint?: string
}
const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string'

/** `active_goals_are_agreed` → “Active goals are agreed.” Constraints are named as sentences so that they can be said. */
function sentence(constraint = 'this_cannot_be_saved'): string {
  const words = constraint.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

const malformed = new Set(['22P02', '22P05', '22021', '22007', '22008', '22003', '22001', '54000'])
const contended = new Set(['40001', '40P01', '55P03'])

function bySqlState(code: string): Told | null {
  if (malformed.has(code)) return { status: 400, code: 'invalid', detail: 'Something in it is not in a form that can be saved.' }
  if (contended.has(code)) return { status: 409, code: 'busy', detail: 'Someone is saving the same thing right now. Try again.' }
  return null
}

function ofDatabase(error: DatabaseError): Told | null {
  const rule = `rule.${(error.constraint ?? '').replaceAll('_', '-')}`
  switch (error.code) {
    case '28000':
      return { status: 401, code: 'sign-in.needed', detail: 'Please sign in again. Nothing you wrote is lost.' }
    case '42501':
      return { status: 403, code: 'not-allowed', detail: 'Your role does not allow this.' }
    case '23505':
    case '23P01':
      return {
        status: 409,
        code: rule,
        detail: error.constraint?.endsWith('_pkey') ? 'This has been saved already.' : sentence(error.constraint),
      }
    case '23514':
      return { status: 422, code: rule, detail: sentence(error.constraint) }
    case '23503':
      return { status: 422, code: rule, detail: 'It refers to something that does not exist (any more).' }
    case 'P0001':
      return {
        status: 409,
        code: /^[a-z-]+\.[a-z-]+$/.test(error.message) ? error.message : 'rule.refused',
        detail: sentence(error.message.replaceAll(/[.-]/g, '_')),
      }
    default:
      return bySqlState(error.code)
  }
}

const outages: Record<'away' | 'full', Told> = {
  away: {
    status: 503,
    code: 'unavailable',
    detail: 'Continuum cannot reach its records for a moment. Your work is kept; try again.',
  },
  full: {
    status: 503,
    code: 'storage-full',
    detail: 'Continuum has no room left to save this. Nothing was changed and your work is kept; tell your administrator.',
  },
}

function told(error: unknown): Told {
  const outage = outageOf(error)
  if (outage) return outages[outage]
  if (error instanceof Refusal) return { status: error.status, code: error.code, detail: error.message, ...error.details }
  if (error instanceof ZodError)
    return {
      status: 400,
      code: 'invalid',
      detail: 'Some answers need another look.',
      issues: error.issues.slice(0, 50).map((each) => ({ path: each.path.join('.'), message: each.message })),
    }
  if (isDatabaseError(error)) {
    const known = ofDatabase(error)
    if (known) return known
  }
  if (error instanceof RangeError && error.message.includes('call stack'))
    return { status: 400, code: 'invalid', detail: 'This is nested too deeply to be read.' }
  const { statusCode } = error as { statusCode?: number }
  if (statusCode === 413) return { status: 413, code: 'too-large', detail: 'That is larger than Continuum accepts.' }
  if (statusCode === 415)
    return { status: 415, code: 'unsupported-media-type', detail: 'Send JSON (or a file where a file is asked for).' }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { status: statusCode, code: 'invalid', detail: 'The request could not be read.' }
  return {
    status: 500,
    code: 'unexpected',
    detail: 'Something went wrong on our side. Nothing was changed. Try again, and tell your administrator the number below.',
  }
}

const titles: Record<number, string> = {
  400: 'Not understood',
  401: 'Sign in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong form',
  422: 'Not yet',
  428: 'Version needed',
  429: 'Too many tries',
  500: 'Unexpected',
  503: 'Busy',
}

export function problemOf(error: unknown, traceId: string, log: FastifyBaseLogger): Problem {
  const answer = told(error)
  const { name, code, constraint, message, stack } = error as DatabaseError
  const outage = outageOf(error)
  // Told thousands of times while it lasts, so in one short line.
  if (outage) log.warn({ traceId, outage, code }, 'outage')
  else if (answer.status >= 500) {
    // A driver's message may quote a value, so only its code is logged; our own errors are logged whole.
    log.error(
      {
        traceId,
        name,
        sqlstate: isDatabaseError(error) ? code : undefined,
        constraint,
        ...(isDatabaseError(error) ? {} : { message, stack }),
      },
      'unexpected',
    )
  }
  return { type: 'about:blank', title: titles[answer.status] ?? 'Refused', ...answer, traceId }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id, request.log)
  if (problem.status === 503) void reply.header('retry-after', '2')
  if (problem.status === 429) void reply.header('retry-after', String(problem.params?.seconds ?? 60))
  return reply.code(problem.status).header('content-type', 'application/problem+json').send(JSON.stringify(problem))
}
