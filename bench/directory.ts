// `npm run bench -- directory`: a hundred thousand services, sixteen case managers searching at once. The budget is 50 ms at p95 (issue: linkage).
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startPostgres } from '../platform/postgres/launch.ts'
import { questions, writeServices } from './services.ts'

const services = Number(process.env['BENCH_SERVICES'] ?? 100_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10)
const connections = 16

interface Shot {
  port: number
  cookie: string
  connections: number
  seconds: number
  searches: string[]
}

/** In a process of its own, so that asking does not slow down the answering more than a browser elsewhere would. */
async function load({ port, cookie, connections: asking, seconds: lasts, searches }: Shot): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: asking })
  const once = (search: string) =>
    new Promise<number>((resolve, reject) => {
      const began = performance.now()
      const headers = { cookie, 'x-search': encodeURIComponent(search) }
      const sent = request({ agent, port, host: '127.0.0.1', path: '/api/directory/search', headers }, (reply) => {
        reply.resume()
        reply.once('end', () =>
          reply.statusCode === 200 ? resolve(performance.now() - began) : reject(new Error(`${reply.statusCode}`)),
        )
      })
      sent.once('error', reject)
      sent.end()
    })
  const round = async (lastsSeconds: number, times: number[]) => {
    const until = performance.now() + lastsSeconds * 1000
    await Promise.all(
      Array.from({ length: asking }, async (_, from) => {
        for (let n = from; performance.now() < until; n += 1) times.push(await once(searches[n % searches.length] ?? ''))
      }),
    )
  }
  await round(3, []) // plans are made and code is compiled
  const times: number[] = []
  await round(lasts, times)
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)
  console.log(`p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${(times.length / lasts).toFixed(0)} searches a second`)
}

async function measure(): Promise<void> {
  const { world } = await import('../test/world.ts')
  const w = await world()
  const began = performance.now()
  await writeServices(w, services)
  console.log(
    `${services} services written and indexed in ${((performance.now() - began) / 1000).toFixed(0)} s; ${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}`,
  )
  await w.app.listen({ port: 0, host: '127.0.0.1' })
  const address = w.app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const shoot = async (name: string, shot: Partial<Shot>) => {
    const whole = {
      port,
      cookie: w.cookieOf('maya'),
      connections,
      seconds,
      searches: questions.map((each) => JSON.stringify(each)),
      ...shot,
    }
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, 'load', JSON.stringify(whole)])
    console.log(`${name.padEnd(60)} ${stdout.trim()}`)
  }
  for (const each of questions)
    await shoot(JSON.stringify(each).slice(0, 58), { connections: 1, seconds: 1, searches: [JSON.stringify(each)] })
  await shoot(`one after another`, { connections: 1 })
  await shoot(`all of them, ${connections} at once (budget: p95 50 ms)`, {})
  await w.close()
}

if (process.argv[2] === 'load') {
  await load(JSON.parse(process.argv[3] ?? '{}'))
  process.exit(0)
}
const dataDir = mkdtempSync(join(tmpdir(), 'continuum-bench-'))
chmodSync(dataDir, 0o755)
const cluster = await startPostgres({ dataDir, settings: { shared_buffers: '512MB', transaction_timeout: '0' } })
process.env['TEST_DATABASE_URL'] = cluster.ownerUrl('postgres')
await measure().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
process.on('uncaughtException', () => {}) // connections that a failed run left open end with their server
await cluster.stop()
rmSync(dataDir, { recursive: true, force: true })
process.exit()
