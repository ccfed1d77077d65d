// One request: who are you, may you, is it well formed — then one transaction around the work.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeAudit } from '../events.ts'
import { FileReply, type Route } from '../capability.ts'
import type { Database } from '../db.ts'
import { refuse } from '../refusal.ts'
import type { ClientWork, Work } from '../work.ts'
import { doorOf, narrow, requirePermission, workOf } from './door.ts'
import { recall, remember, type Answer } from './idempotency.ts'
import { takeTurn } from './throttle.ts'
import { uploadOf } from './upload.ts'

const json = { 'content-type': 'application/json; charset=utf-8' }

export function serve(app: FastifyInstance, db: Database, route: Route): void {
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    handler: async (request, reply) => {
      const params = request.params as Record<string, string>
      if (route.may === 'public') takeTurn(request.ip, route)
      const key = route.method === 'GET' ? null : keyOf(request)
      const remembered = route.secret === 'done again' ? null : key
      const door = doorOf(request, route)
      // Nobody's bytes are taken in before they at least claim to be somebody.
      if (door.kind === 'none' && route.takes === 'file') refuseStranger()
      const upload = route.takes === 'file' ? await uploadOf(request) : null
      const answer = await db.inTransaction(door, async (tx, entered) => {
        if (!entered) return refuseAtDoor(route)
        const work = workOf(tx, entered, request.id)
        if (concernsNobody(route)) requirePermission(work, route.may)
        await narrow(work, params)
        requirePermission(work, route.may)
        if (route.needsVersion) work.expectedVersion = versionOf(request)
        const input =
          upload ??
          (route.method === 'GET'
            ? (route.query?.parse(askedOf(request, route)) ?? request.query)
            : route.body?.parse(request.body ?? {}))
        const kept =
          remembered &&
          (await recall(work, remembered, route, upload ? [upload.name, upload.bytes.length, upload.fields] : request.body))
        if (kept) return { ...kept, replayed: true }
        const result = await route.handle(work as never, input as never, params as never)
        const made: Answer = {
          status: result === null || result === undefined ? 204 : route.method === 'POST' ? 201 : 200,
          answer: result,
        }
        await Promise.all([
          remembered && !(result instanceof FileReply) ? remember(work, remembered, route, made) : null,
          writeDown(work, route, params),
        ])
        return made
      })
      return send(reply, answer)
    },
  })
}

const refuseStranger = (): never => refuse('sign-in.needed', 'Please sign in. Nothing you wrote is lost.', { status: 401 })

function refuseAtDoor({ byLink, may }: Route): never {
  if (byLink) refuse('link.ended', 'This link does not open anything any more. Ask whoever sent it.', { status: 404 })
  if (may === 'public') refuse('agency.not-found', 'There is no such page here.', { status: 404 })
  return refuseStranger()
}

/** A route about no case or client in particular is refused before anything is looked up. */
const concernsNobody = (route: Route): boolean => !route.path.includes(':caseId') && !route.path.includes(':clientId')

/** What is searched for comes in a header: addresses end up in logs and histories, and a name must not. */
function askedOf(request: FastifyRequest, route: Route): unknown {
  const query = request.query as Record<string, unknown>
  const words = request.headers['x-search']
  if (query.search !== undefined && !route.wordsInAddress)
    refuse('search.in-address', 'Send what you look for percent-encoded in the X-Search header, not in the address.', {
      status: 400,
    })
  if (typeof words !== 'string') return query
  try {
    return { ...query, search: decodeURIComponent(words) }
  } catch {
    return refuse('invalid', 'X-Search is not percent-encoded text.', { status: 400 })
  }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 200)
    refuse(
      'idempotency.key-needed',
      'Send an Idempotency-Key header (8 to 200 characters), so that a repeat is not saved twice.',
      { status: 400 },
    )
  return key
}

function versionOf(request: FastifyRequest): number {
  const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '')?.[1])
  if (!Number.isInteger(version))
    refuse('version.needed', 'Send If-Match with the version you saw, so that nobody’s change is lost.', { status: 428 })
  return version
}

/** Reads of a client's data leave one event per request; changes have already written theirs. */
async function writeDown(work: Work, route: Route, params: Record<string, string>): Promise<void> {
  const clientId = 'clientId' in work ? (work as ClientWork).clientId : null
  const seen = [...work.trace.clientsSeen]
  if (work.trace.audited || (!clientId && seen.length === 0)) return
  const subject = params.caseId ? { entity: 'case', id: params.caseId } : { entity: 'client', id: clientId ?? null }
  await writeAudit(
    work,
    `${route.method === 'GET' ? 'read' : 'write'} ${route.path}`,
    subject,
    clientId ?? null,
    seen.length > 0 ? { returned: seen } : {},
  )
}

function send(reply: FastifyReply, { status, answer }: Answer): FastifyReply {
  if (answer instanceof FileReply) {
    const name = encodeURIComponent(answer.name)
    return reply
      .headers({
        'content-type': answer.mediaType,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'content-disposition': `${answer.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
      })
      .send(Buffer.from(answer.bytes))
  }
  if (answer === null || answer === undefined) return reply.code(204).send()
  const version = (answer as { version?: unknown }).version
  if (typeof version === 'number') void reply.header('etag', `"${version}"`)
  return reply
    .code(status === 204 ? 200 : status)
    .headers(json)
    .send(JSON.stringify(answer))
}
