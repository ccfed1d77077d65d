// Every route × every role over HTTP, for a case they may know and one they may not: 401, 403, 404 or an answer, as the rules in words say. `--unguarded N` takes the guard off N routes, one after the other.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { FastifyInstance } from 'fastify'
import type { Drill } from '../bin/drill.ts'
import { capabilities } from '../capabilities.ts'
import { accountRoutes } from '../platform/access/account.routes.ts'
import { rolesMay, type Role } from '../platform/access/permissions.ts'
import type { Capability, Route } from '../platform/capability.ts'
import { buildServer } from '../platform/http/server.ts'
import { people, world, type Person, type World } from '../test/world.ts'
import { ground } from './ground.ts'

type Answer = 'sign in' | 'not found' | 'not allowed' | 'answered'
type Asker = Person | null
const rolesOf = new Map<string, readonly Role[]>(Object.entries(people).map(([person, { roles }]) => [person, roles]))
const everybody: Asker[] = [...(Object.keys(people) as Person[]), null]

/** The rules in words: the team, the program's supervisor and quality know a case; they and intake know its client; another agency knows neither. */
const knowsCase = new Set<Asker>(['maya', 'omar', 'quinn'])
const knowsClient = new Set<Asker>([...knowsCase, 'ines'])

/** What somebody is told before anything is looked at that they sent. */
function expected({ may, path }: Route, asker: Asker): Answer {
  if (asker === null) return 'sign in'
  const known = path.includes(':caseId') ? knowsCase.has(asker) : !path.includes(':clientId') || knowsClient.has(asker)
  if (!known) return 'not found'
  if (may === 'public' || may === 'signed-in' || may === 'account') return 'answered'
  return rolesMay(rolesOf.get(asker) ?? [], may) ? 'answered' : 'not allowed'
}

async function told(app: FastifyInstance, w: World, route: Route, asker: Asker, ids: Record<string, string>): Promise<Answer> {
  const url = `/api${route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID())}`
  const headers: Record<string, string> = { 'if-match': '1', 'idempotency-key': randomUUID() }
  if (asker) headers.cookie = w.cookieOf(asker)
  // Nothing that is sent is well-formed, so that nobody who is let in changes anything.
  const payload = route.method === 'GET' ? {} : { payload: '[0]', headers: { ...headers, 'content-type': 'application/json' } }
  const reply = await app.inject({ method: route.method, url, headers, ...payload })
  const code: unknown = reply.body.startsWith('{') ? reply.json().code : ''
  if (reply.statusCode === 401) return 'sign in'
  if (reply.statusCode === 403 && code === 'not-allowed') return 'not allowed'
  return reply.statusCode === 404 && (code === 'case.not-found' || code === 'client.not-found') ? 'not found' : 'answered'
}

/** Of every route and person, those who were told something else than the rules say. */
async function disagreements(
  w: World,
  built: Capability[],
  asked: Route[],
  ids: Record<string, string>,
): Promise<[number, string[]]> {
  const app = await buildServer({ db: w.db, capabilities: built })
  const wrong: string[] = []
  let count = 0
  for (const route of asked)
    for (const asker of everybody) {
      const [should, was] = [expected(route, asker), await told(app, w, route, asker, ids)]
      count += 1
      if (should !== was)
        wrong.push(`${route.method} ${route.path} (${route.may}), ${asker ?? 'nobody'}: ${was} instead of ${should}`)
    }
  await app.close()
  return [count, wrong]
}

export const drill: Drill = async (args) => {
  const { values } = parseArgs({ args, options: { unguarded: { type: 'string', default: '10' } } })
  if (!process.env['TEST_DATABASE_URL']) await ground({ fsync: false })
  const w = await world()
  const ids: Record<string, string> = { ...(await w.openCase()) }
  const routes = [...capabilities.flatMap((each) => each.routes ?? []), ...accountRoutes].filter(
    // A door without an account, and files, which are refused before anybody is asked who they are, have tests of their own.
    ({ may, byLink, takes }) => may !== 'public' && !byLink && takes !== 'file',
  )
  const since = performance.now()
  const [count, wrong] = await disagreements(w, capabilities, routes, ids)
  console.log(
    `${routes.length} routes × ${everybody.length} people: ${count} answers, ${wrong.length} disagreements, ${((performance.now() - since) / 1000).toFixed(0)} s`,
  )
  // The control: a route that forgot to ask for the permission is noticed.
  const guarded = routes.filter((route) => expected(route, 'quinn') === 'not allowed' && !accountRoutes.includes(route))
  const chosen = guarded.filter((_, index) => index % Math.max(1, Math.floor(guarded.length / Number(values.unguarded))) === 0)
  const unnoticed: string[] = []
  for (const route of chosen) {
    const open = capabilities.map((each) => ({
      ...each,
      routes: each.routes?.map((one) => (one === route ? { ...one, may: 'account' as const } : one)) ?? [],
    }))
    const [, found] = await disagreements(w, open, [route], ids)
    if (found.length === 0) unnoticed.push(`Nobody noticed that ${route.method} ${route.path} lost its guard.`)
  }
  console.log(`guards taken off: ${chosen.length}, unnoticed: ${unnoticed.length}`)
  await w.close()
  if (wrong.length + unnoticed.length > 0) throw new Error([...wrong, ...unnoticed].slice(0, 40).join('\n'))
}
