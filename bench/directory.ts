// `npm run bench -- directory`: a hundred thousand services, each shape of a search, then all of them by sixteen case managers at once.
// The promise is 50 ms at p95 (issue: linkage). BENCH_SERVICES and BENCH_SECONDS change the amounts.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../platform/postgres/launch.ts'
import type { Budget, Target } from './hot.ts'
import { brokenPromises, heading, lineOf, machine, type Finding } from './report.ts'
import { complaintsOfSearch, searchBudget } from './searchPlans.ts'
import { questions, writeServices } from './services.ts'
import { shoot } from './shoot.ts'

const services = Number(process.env['BENCH_SERVICES'] ?? 100_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10)
const promise: Budget = { p95: 50 }

const targetOf = ({ name: _, ...asked }: { name: string; [asked: string]: unknown }): Target => ({
  url: '/api/directory/search',
  search: encodeURIComponent(JSON.stringify(asked)),
})

/** Each of sixteen case managers asks all of the questions, about a place of their own: what one found helps the others little. */
function fromManyPlaces(): Target[] {
  const places = Array.from({ length: 16 }, (_, n) => ({ zip: String(27_000 + 10 * n) }))
  return questions.flatMap((asked) => places.map((place) => targetOf('place' in asked ? { ...asked, place } : asked)))
}

async function measure(postmaster: number): Promise<void> {
  const { world } = await import('../test/world.ts')
  const w = await world()
  const began = performance.now()
  await writeServices(w, services)
  console.log(
    `${services} services written and indexed in ${((performance.now() - began) / 1000).toFixed(0)} s; ${machine()}; load average ${loadavg()[0]?.toFixed(1)}\n\n${heading}`,
  )
  const first = performance.now()
  await w.as('maya').get('/api/directory/search')
  console.log(`the first search, which reads the directory: ${((performance.now() - first) / 1000).toFixed(1)} s`)
  for (const complaint of await complaintsOfSearch(w, searchBudget)) console.log(`PLAN: ${complaint.slice(0, 300)}`)
  await w.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = w.app.server.address() as AddressInfo
  const tell = async (name: string, targets: Target[], connections: number, lasts: number, budget: Budget | null) => {
    const cookie = w.cookieOf('maya')
    const product = await shoot({ port, method: 'GET', targets, cookie, connections, seconds: lasts }, postmaster)
    const finding: Finding = { name, connections, product, floor: null, budget }
    console.log(lineOf(finding))
    return finding
  }
  const targets = questions.map(targetOf)
  for (const [index, { name }] of questions.entries()) await tell(name, targets.slice(index, index + 1), 1, 1, null)
  await tell('all, one after another', targets, 1, seconds / 2, null)
  const all = [
    await tell('all', targets, 16, seconds, promise),
    await tell('all, from 16 places', fromManyPlaces(), 16, seconds, promise),
  ]
  const kept = all.every((finding) => brokenPromises(finding).length === 0 && finding.product.failed === 0)
  console.log(
    `\nPromise: p95 ≤ 50 ms at ${services} services, 16 at once: ${all.map(({ product }) => product.p95.toFixed(1)).join(' and ')} ms, ${kept ? 'met' : 'MISSED'}`,
  )
  await w.close()
}

const dataDir = mkdtempSync(join(tmpdir(), 'continuum-bench-'))
chmodSync(dataDir, 0o755)
const settings = { shared_buffers: '1GB', max_wal_size: '8GB', transaction_timeout: '0', statement_timeout: '0' }
const cluster = await startPostgres({ dataDir, settings })
process.env['TEST_DATABASE_URL'] = cluster.ownerUrl('postgres')
const [postmaster] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
await measure(Number(postmaster)).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
process.on('uncaughtException', () => {}) // connections that a failed run left open end with their server
await cluster.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit()
