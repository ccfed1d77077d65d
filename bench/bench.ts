// `npm run bench`: ten thousand clients, the requests of a case manager's day, and beside each the floor: the same SQL on a bare server, same machine, same run.
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { startPostgres } from '../platform/postgres/launch.ts'
import { floorOf, type FloorRequest } from './floor.ts'
import { hotRequests, type Hot } from './hot.ts'
import type { Shot, Timing } from './load.ts'
import { statementsOf } from './statements.ts'

const clients = Number(process.env['BENCH_CLIENTS'] ?? 10_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3)
const connections = 8
const only = process.argv[2]

async function shoot(shot: Omit<Shot, 'connections' | 'seconds'>): Promise<Timing> {
  const load = new URL('./load.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [load, JSON.stringify({ ...shot, connections, seconds })])
  return JSON.parse(stdout)
}

const portOf = async (app: FastifyInstance): Promise<number> => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as AddressInfo).port
}

const ms = (value: number) => value.toFixed(1).padStart(8)
const row = (name: string, product: Timing, floor: Timing) =>
  `${name.padEnd(24)}${ms(product.p50)}${ms(product.p95)}${product.perSecond.toFixed(0).padStart(8)}   ${ms(floor.p50)}${ms(floor.p95)}${floor.perSecond.toFixed(0).padStart(8)}   ${(product.p50 / floor.p50).toFixed(1).padStart(6)}×${product.failed + floor.failed > 0 ? `   FAILED: product ${product.failed}, floor ${floor.failed}` : ''}`

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

async function measureAll(): Promise<void> {
  const { world } = await import('../test/world.ts')
  const { generate } = await import('./generate.ts')
  const w = await world()
  console.log(`Writing ${clients} clients…`)
  const load = await generate(w, clients)
  const hot = hotRequests(load).filter(({ name }) => !only || name.includes(only))
  const port = await portOf(w.app)
  const floors: FloorRequest[] = []
  const pathOf = (request: Hot) => `/floor/${hot.indexOf(request)}`
  const send = (request: Hot) =>
    request.method === 'GET'
      ? w.as(request.as).get(request.url, request.search ? { 'x-search': request.search } : {})
      : w.as(request.as).post(request.url, request.body)
  for (const request of hot)
    floors.push({
      path: pathOf(request),
      since: Date.now(),
      statements: (await statementsOf(() => send(request))).floor,
      agencyId: w.agencyId,
      staffId: w.staffId[request.as],
    })
  const floor = await floorOf(w.database.ownerUrl, floors)
  const floorPort = await portOf(floor)
  for (const { path } of floors) {
    const method = hot.find((request) => pathOf(request) === path)?.method ?? 'GET'
    const reply = await floor.inject({ method, url: path })
    if (reply.statusCode !== 200) throw new Error(`The floor of ${path} does not answer: ${reply.body}`)
  }
  console.log(`\n${connections} connections, ${seconds} s each; milliseconds and requests a second\n`)
  console.log(`${''.padEnd(24)}${'product'.padStart(16)}${''.padStart(8)}   ${'floor'.padStart(16)}${''.padStart(8)}`)
  console.log(
    `${''.padEnd(24)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'1/s'.padStart(8)}   ${'p50'.padStart(8)}${'p95'.padStart(8)}${'1/s'.padStart(8)}   ratio of p50`,
  )
  for (const request of hot) {
    const product = await shoot({
      port,
      method: request.method,
      path: request.url,
      cookie: w.cookieOf(request.as),
      ...(request.search && { search: request.search }),
      ...(request.body && { body: request.body }),
    })
    const bare = await shoot({
      port: floorPort,
      method: request.method,
      path: pathOf(request),
      cookie: '',
      ...(request.body && { body: {} }),
    })
    console.log(row(request.name, product, bare))
  }
  console.log(`\n${firstLoad()}`)
  await floor.close()
  await w.close()
}

const dataDir = mkdtempSync(join(tmpdir(), 'continuum-bench-'))
chmodSync(dataDir, 0o755)
const cluster = await startPostgres({ dataDir, settings: { shared_buffers: '512MB', transaction_timeout: '0' } })
process.env['TEST_DATABASE_URL'] = cluster.ownerUrl('postgres')
const failed = await measureAll().then(
  () => false,
  (error: unknown) => {
    console.error(error)
    return true
  },
)
process.on('uncaughtException', () => {}) // connections that a failed run left open end with their server
await cluster.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit(failed ? 1 : 0)
