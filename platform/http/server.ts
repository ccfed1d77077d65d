// The HTTP server: security headers, problems, health, the API of every capability, the web app's files.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { uuidv7 } from 'uuidv7'
import { accountRoutes } from '../access/account.routes.ts'
import { signInRoutes } from '../access/sign-in.routes.ts'
import { lagAlarmSeconds, unsealed } from '../audit/sealing.ts'
import type { Capability } from '../capability.ts'
import type { Database } from '../db.ts'
import { admissionOf, usualLimits, type Admission, type AdmissionLimits } from './admission.ts'
import { changesRoute } from './changes.ts'
import { openApi } from './openapi.ts'
import { sendProblem } from './problems.ts'
import { keepRoom, type Room } from './room.ts'
import { serve } from './serve.ts'
import { tileOrigin } from './tiles.ts'

export interface ServerOptions {
  db: Database
  capabilities: Capability[]
  /** Folder of the built web app; the API alone without it. */
  webRoot?: string
  /** True behind TLS (own certificate or declared proxy): cookies are Secure and `__Host-`. */
  secure?: boolean
  trustProxy?: boolean
  logger?: FastifyServerOptions['logger']
  https?: { key: Buffer; cert: Buffer }
  /** How much is worked on at once. */
  admission?: AdmissionLimits
  /** Room on the disk of the database, where it is ours to watch. */
  room?: Room
}

/** Zod checks what comes in and answers are plain JSON, so Fastify's own compilers are not even read; a route that asks for one is a mistake. */
const noCompiler = () => () => {
  throw new Error('Routes have no JSON Schema here: Zod checks what comes in.')
}
const withoutSchemas = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } }

/** A client that takes longer than this to say what it wants is let go; looked at every two seconds. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 72_000, connectionsCheckingInterval: 2_000 }

const listenerOf =
  ({ https }: ServerOptions, admission: Admission) =>
  (answer: RequestListener) => {
    const listener: RequestListener = (request, response) => {
      if (!admission.turnedAway(request, response)) answer(request, response)
    }
    return https ? createSecureServer({ ...https, ...patience }, listener) : createServer(patience, listener)
  }

export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { db, capabilities, secure = false } = options
  const admission = admissionOf(options.admission ?? usualLimits)
  const app: FastifyInstance = Fastify({
    logger: options.logger ?? false,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => uuidv7(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    schemaController: withoutSchemas,
    // HSDS fixes where its API stands.
    rewriteUrl: ({ url = '/' }) => (/^\/hsds(\/|\?|$)/.test(url) ? `/api${url}` : url),
    serverFactory: listenerOf(options, admission),
    // Malformed URLs and the like are answered before any hook.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void sendProblem(error, request, reply),
  } as unknown as FastifyServerOptions)
  admission.admit(app)
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(multipart, { limits: { fileSize: 25_000_000, files: 1, fields: 20, fieldSize: 100_000 } })
  harden(app, secure)
  if (options.room) keepRoom(app, options.room)
  app.setErrorHandler(sendProblem)
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the URL: a path may carry ids, and a query a name.
    request.log.info(
      {
        traceId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  const routes = [...capabilities.flatMap((each) => each.routes ?? []), ...accountRoutes]
  for (const route of routes) serve(app, db, route)
  signInRoutes(app, db, { secure })
  changesRoute(app, db)
  app.get('/api/openapi.json', async () => openApi(routes))
  app.get('/healthz', async () => ({ status: 'up' }))
  app.get('/readyz', async (_request, reply) => {
    const waiting = await unsealed(db).catch(() => null)
    if (!waiting) return reply.code(503).send({ status: 'no database' })
    const sealWaitsSeconds = Math.round(Math.max(0, ...waiting.map(({ waitsSeconds }) => waitsSeconds)))
    return { status: 'ready', seal: sealWaitsSeconds > lagAlarmSeconds ? 'behind' : 'up to date', sealWaitsSeconds }
  })
  await webApp(app, options.webRoot)
  return app
}

/** What a browser says of where a request comes from. A program that says nothing has no cookie that somebody else could use. */
function isFromElsewhere({ headers: { origin, host, 'sec-fetch-site': site } }: FastifyRequest): boolean {
  return (origin !== undefined && URL.parse(origin)?.host !== host) || site === 'cross-site' || site === 'same-site'
}

function harden(app: FastifyInstance, secure: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': `default-src 'self'; img-src 'self' data: blob:${tileOrigin(process.env.CONTINUUM_MAP_TILES)}; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
    })
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    // A browser says where a request comes from; another site's page may not write here.
    if (request.method !== 'GET' && isFromElsewhere(request)) {
      return reply
        .code(403)
        .header('content-type', 'application/problem+json')
        .send(
          JSON.stringify({
            type: 'about:blank',
            title: 'Not allowed',
            status: 403,
            code: 'cross-site',
            detail: 'This request came from another site.',
            traceId: request.id,
          }),
        )
    }
  })
}

async function webApp(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  const built = webRoot !== undefined && existsSync(webRoot)
  if (built) {
    const how = { index: false as const, preCompressed: true }
    const kept = (header: string) => (reply: { header(name: string, value: string): unknown }) =>
      void reply.header('cache-control', header)
    // The few files beside the page have a route each; scripts and styles are hundreds, and looked up when they are asked for.
    await app.register(serveStatic, {
      ...how,
      root: webRoot,
      wildcard: false,
      globIgnore: ['assets/**'],
      setHeaders: kept('no-cache'),
    })
    await app.register(serveStatic, {
      ...how,
      root: join(webRoot, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      setHeaders: kept('public, max-age=31536000, immutable'),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (built && request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.includes('/assets/'))
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply
      .code(404)
      .header('content-type', 'application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: 'Not found',
          status: 404,
          code: 'not-found',
          detail: 'There is nothing at this address.',
          traceId: request.id,
        }),
      )
  })
}
