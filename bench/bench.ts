// `npm run bench`: invented clients, the requests of a case manager's day, and beside each the floor: the same SQL on a bare server, same machine, same run.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { startPostgres } from '../platform/postgres/launch.ts'
import type { World } from '../test/world.ts'
import { ask } from './ask.ts'
import { floorOf, type FloorRequest } from './floor.ts'
import { hotRequests, type Hot, type Target } from './hot.ts'
import { writePage } from './page.ts'
import { complaints } from './plans.ts'
import { heading, keep, lineOf, machine, type Finding } from './report.ts'
import { shoot } from './shoot.ts'
import { statementsOf } from './statements.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '10000' },
    connections: { type: 'string', default: '1,16,64' },
    seconds: { type: 'string', default: '3' },
    page: { type: 'boolean', default: false },
  },
})
const numbers = (list: string) => list.split(',').map(Number)
const sizes = numbers(values.clients)
const seconds = Number(values.seconds)
const [only] = positionals
// Measurements of their own, which end the process.
if (only === 'directory') await import('./directory.ts')
if (only === 'browser') await import('./browser.ts')

const portOf = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

/** What a browser loads before the home screen shows: the scripts that index.html names. */
function firstLoad(): string {
  if (!existsSync('dist/web/index.html')) return 'The web app is not built.'
  const named = [...readFileSync('dist/web/index.html', 'utf8').matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map(
    ([, file]) => file ?? '',
  )
  const bytes = named.reduce((sum, file) => sum + gzipSync(readFileSync(join('dist/web', file))).length, 0)
  const all = readdirSync('dist/web/assets').filter((file) => file.endsWith('.js')).length
  return `Web: ${named.length} of ${all} scripts load first, ${(bytes / 1000).toFixed(0)} kB gzip (budget 250 kB).`
}

/** A bare server for the same targets: what the product said to PostgreSQL for each is said again. */
async function floorFor(w: World, hot: Hot[]): Promise<{ app: FastifyInstance; targetsOf: (request: Hot) => Target[] }> {
  const pathOf = (request: Hot, target: number) => `/floor/${hot.indexOf(request)}/${target}`
  const floors: FloorRequest[] = []
  for (const request of hot.filter(({ floorless }) => !floorless))
    for (const [index, target] of request.targets.entries()) {
      const since = Date.now()
      const { floor: statements } = await statementsOf(async () => {
        const { status, body } = await ask(w, request, target)
        if (status >= 300) throw new Error(`${request.name} is refused: ${JSON.stringify(body)}`)
      })
      floors.push({ path: pathOf(request, index), since, statements, agencyId: w.agencyId, staffId: w.staffId[request.as] })
    }
  const app = await floorOf(w.database.ownerUrl, floors)
  return {
    app,
    targetsOf: (request) =>
      request.targets.map(({ body }, index) => ({ url: pathOf(request, index), ...(body && { body: {} }) })),
  }
}

async function measureAll(clients: number, postmaster: number): Promise<void> {
  const { world } = await import('../test/world.ts')
  const { generate } = await import('./generate.ts')
  const w = await world()
  const began = performance.now()
  // Nobody needs these rows after a crash of this machine; what is measured afterwards is written as the product writes.
  const safety = async (setting: string): Promise<void> => {
    for (const name of ['fsync', 'full_page_writes', 'autovacuum']) await w.asOwner(`alter system ${setting.replace('…', name)}`)
    await w.asOwner('select pg_reload_conf()')
  }
  await safety('set … = off')
  const load = await generate(w, clients, (set) => console.log(`Writing ${clients} clients: ${set}`))
  await safety('reset …')
  await w.asOwner('checkpoint')
  await w.asOwner('update authz.sign_in set last_seen_at = now()') // writing a million takes longer than anybody may be idle
  const writingSeconds = (performance.now() - began) / 1000
  const hot = hotRequests(load).filter(({ name }) => !only || name.includes(only))
  for (const complaint of await complaints(w, hot)) console.log(`PLAN: ${complaint}`)
  const port = await portOf(w.app)
  const floor = await floorFor(w, hot)
  const floorPort = await portOf(floor.app)
  console.log(`\n${clients} clients, written in ${writingSeconds.toFixed(0)} s; ${seconds} s each; milliseconds\n\n${heading}`)
  const findings: Finding[] = []
  for (const request of hot)
    for (const connections of numbers(values.connections)) {
      const { method, targets, search, name, budget } = request
      const common = { method, connections, seconds, ...(search && { search }) }
      const product = await shoot({ ...common, port, targets, cookie: w.cookieOf(request.as) }, postmaster)
      const bare = request.floorless
        ? null
        : await shoot({ ...common, port: floorPort, targets: floor.targetsOf(request), cookie: '' }, postmaster)
      const finding = { name, connections, product, floor: bare, budget: budget ?? null }
      findings.push(finding)
      console.log(lineOf(finding))
    }
  if (!only) keep({ at: new Date().toISOString(), clients, seconds, machine: machine(), writingSeconds, findings })
  await floor.app.close()
  await w.close()
}

async function onCluster(act: (postmaster: number) => Promise<void>): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'continuum-bench-'))
  chmodSync(dataDir, 0o755)
  const settings = { shared_buffers: '1GB', max_wal_size: '16GB', transaction_timeout: '0', statement_timeout: '0' }
  const cluster = await startPostgres({ dataDir, settings })
  process.env['TEST_DATABASE_URL'] = cluster.ownerUrl('postgres')
  const [postmaster] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const failed = await act(Number(postmaster)).then(
    () => false,
    (error: unknown) => {
      console.error(error)
      return true
    },
  )
  process.on('uncaughtException', () => {}) // connections that a failed run left open end with their server
  await cluster.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return failed
}

if (values.page) {
  writePage()
  process.exit(0)
}
const failed = await onCluster(async (postmaster) => {
  for (const clients of sizes) await measureAll(clients, postmaster)
  console.log(`\n${firstLoad()}`)
})
process.exit(failed ? 1 : 0)
