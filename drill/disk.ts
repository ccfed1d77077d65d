// A disk of 600 MB that fills up under four writers, first almost, then entirely: a clear problem, no crash, work goes on by itself, nothing acknowledged is missing.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { ground, startPart, within, type Ground, type Part } from './ground.ts'
import { startWriters, type Ledger } from './ledger.ts'
import { startProduct } from './product.ts'
import { brokenPages, lostAndDoubled, settled } from './reckoning.ts'

/** A disk of its own in memory, which root may make; otherwise an empty folder on a small disk, named by CONTINUUM_SMALL_DISK. */
function smallDisk(): string {
  const given = process.env['CONTINUUM_SMALL_DISK']
  if (given) return given
  const folder = mkdtempSync(join(tmpdir(), 'continuum-small-'))
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600m,mode=755', 'tmpfs', folder], {
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(
      `This drill needs a small disk. Run it as root, or name an empty folder on a disk of about 600 MB in CONTINUUM_SMALL_DISK.\n${stderr}`,
    )
  process.once('exit', () => {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Writes a file until the disk has `leave` bytes left. */
function fill(disk: string, leave: number): void {
  const file = openSync(join(disk, 'filler'), 'a')
  const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize
  try {
    while (free() > leave) writeSync(file, Buffer.alloc(Math.max(4096, Math.min(4_194_304, free() - leave))))
  } catch {
    // Full to the last byte.
  } finally {
    closeSync(file)
  }
}
const makeRoom = (disk: string): void => rmSync(join(disk, 'filler'), { force: true })

interface Scene {
  on: Ground
  disk: string
  port: number
  caseId: string
  clientId: string
  ledger: Ledger
}
interface Said {
  status: number
  code?: string
  retryAfter: string | null
}

async function ask({ on, port, caseId, clientId }: Scene, method: 'GET' | 'POST' | 'upload', path: string): Promise<Said> {
  const headers: Record<string, string> = { cookie: on.world.cookieOf('maya'), 'idempotency-key': `probe-${Math.random()}` }
  const form = new FormData()
  form.set('file', new Blob([`Notes ${Math.random()}\n${'word '.repeat(200_000)}`]), 'notes.txt')
  const task = JSON.stringify({ title: `Probe ${Math.random()}`, due: '2099-01-05', caseId, clientId })
  const sent = method === 'GET' ? {} : { body: method === 'upload' ? form : task }
  if (method === 'POST') headers['content-type'] = 'application/json'
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, { method: method === 'GET' ? 'GET' : 'POST', headers, ...sent })
  const { code } = (await reply.json().catch(() => ({}))) as { code?: string }
  return { status: reply.status, ...(code && { code }), retryAfter: reply.headers.get('retry-after') }
}

/** What is said while there is no room, by how often it was said. Every answer must be one that a person can do something with. */
async function listen(scene: Scene, seconds: number, files: string): Promise<{ told: Map<string, number>; broken: string[] }> {
  const told = new Map<string, number>()
  const broken: string[] = []
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    for (const [name, asking] of [
      ['read', ask(scene, 'GET', '/api/tasks/mine')],
      ['save', ask(scene, 'POST', '/api/tasks')],
      ['file', ask(scene, 'upload', files)],
    ] as const) {
      const { status, code = '', retryAfter } = await asking.catch(() => ({ status: 0, code: 'no answer', retryAfter: null }))
      const words = `${name} ${status} ${code}`.trim()
      told.set(words, (told.get(words) ?? 0) + 1)
      if (status === 503 ? !retryAfter || !['storage-full', 'unavailable', 'busy'].includes(code) : ![200, 201].includes(status))
        broken.push(`While the disk was full: ${words}${status === 503 ? ' without words or Retry-After' : ''}`)
    }
    await pause(100)
  }
  return { told, broken: [...new Set(broken)] }
}

/** Uses up the segments of the database's log that are on disk already, so that it must ask for one that it cannot have. */
async function exhaustLog({ on, disk }: Scene): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const gone = await on.ask(`select pg_logical_emit_message(false, 'drill', repeat('x', 4000000)), pg_switch_wal()`).then(
      () => false,
      () => true,
    )
    fill(disk, 0)
    if (gone) return
  }
}

/** Fills the disk, listens, makes room again, and waits for the next save to be acknowledged. */
async function fullFor(
  scene: Scene,
  { name, leave, seconds, files }: { name: string; leave: number; seconds: number; files: string },
): Promise<string[]> {
  fill(scene.disk, leave)
  if (leave === 0) await exhaustLog(scene)
  const before = scene.ledger.acknowledged.size
  const { told, broken } = await listen(scene, seconds, files)
  const during = scene.ledger.acknowledged.size - before
  makeRoom(scene.disk)
  const since = performance.now()
  const first = await Promise.race([scene.ledger.firstAfter(since), pause(60_000, Number.NaN)])
  console.log(
    `${name}: ${[...told].map(([words, times]) => `${times} × ${words}`).join(', ')}; ${during} saves acknowledged meanwhile; the next ${(first - since).toFixed(0)} ms after there was room`,
  )
  if (![...told.keys()].some((words) => words.includes(' 503 '))) broken.push(`${name}: nobody was told that the disk is full.`)
  if (Number.isNaN(first)) broken.push(`${name}: no save was acknowledged within a minute of there being room.`)
  return broken
}

const alive = (parts: Part[], when: string): string[] =>
  parts
    .filter(({ child }) => child.exitCode !== null || child.signalCode !== null)
    .map(() => `A process of the product ended ${when}.`)

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '5' }, careless: { type: 'boolean', default: false } },
  })
  const disk = smallDisk()
  const on = await ground({
    under: disk,
    revive: true,
    settings: { log_min_messages: 'fatal', max_wal_size: '64MB', min_wal_size: '32MB' },
  })
  const product = await startProduct(on, values.careless ? { DRILL_CARELESS: 'yes' } : {}, { DRILL_ROOM: 'watched' })
  const { server: watching, jobs } = product.parts
  const scene: Scene = { on, disk, ...product, ledger: startWriters(product, 4) }
  const full = { seconds: Number(values.seconds), files: `/api/clients/${product.clientId}/files` }
  await pause(1_000)
  const broken = await fullFor(scene, { name: '40 MB left', leave: 40 * 1_048_576, ...full })
  broken.push(...alive([watching, jobs], 'while little room was left'))
  await watching.kill()
  const blind = startPart('server', product.env)
  if (!(await product.up())) broken.push('The server did not come up again.')
  await pause(500)
  broken.push(...(await fullFor(scene, { name: 'Nothing left, and the server does not look', leave: 0, ...full })))
  broken.push(...alive([blind, jobs], 'while no room was left'))
  await scene.ledger.stop()
  await within(30_000, async () => (await on.ask('select 1')).length === 1)
  broken.push(...(await lostAndDoubled(on, scene.ledger)))
  if (!(await settled(on))) broken.push('Jobs were still waiting after a minute.')
  broken.push(...(await brokenPages(on)), ...halfFiles(on.dataDir))
  console.log(`${scene.ledger.acknowledged.size} acknowledged saves in all`)
  await Promise.all([blind.kill(), jobs.kill()])
  await on.clear()
  if (broken.length > 0) throw new Error(broken.slice(0, 10).join('\n'))
}

/** Files that were begun and never finished. */
function halfFiles(dataDir: string): string[] {
  const all = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((path) => path.startsWith('files/'))
  return all.filter((path) => /\.[0-9a-f]{8}-[0-9a-f-]+$/.test(path)).map((path) => `Half a file was left: ${path}`)
}
