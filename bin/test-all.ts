// Runs the tests on one throwaway PostgreSQL: rules and server by node:test, components by vitest, journeys in a browser. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../platform/postgres/launch.ts'
import { ensureChromium } from './chromium.ts'

interface Tally {
  passed: number
  failed: number
}

const asked = process.argv.slice(2).map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''))
const roots = ['platform', 'capabilities', 'web', 'test', 'bin', 'bench', 'demonstration', 'drill', 'e2e', 'conformance']

/** Conformance runs only when asked for: it needs data that a fresh clone does not have. */
function testFiles(ending: string): string[] {
  const all = roots
    .filter((root) => existsSync(root))
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)))
    .concat(readdirSync('.').filter((file) => file.endsWith('.test.ts')))
  const wanted = (file: string) =>
    asked.length === 0 ? !file.startsWith('conformance/') : asked.some((path) => file === path || file.startsWith(`${path}/`))
  return all.filter((file) => file.endsWith(ending) && wanted(file)).sort()
}

const children = new Set<ReturnType<typeof spawn>>()

/** Runs Node, and shows what it said when it ends: two at a time would speak across each other. */
function run(args: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  children.add(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) =>
    child.once('close', (code) => {
      children.delete(child)
      process.stdout.write(output)
      resolve({ code: code ?? 1, output })
    }),
  )
}

/** A runner that ends badly without naming a failure counts as one failure: silence is not success. */
const honest = (tally: Tally, code: number): Tally => (code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)

async function nodeTests(files: string[], env: Record<string, string>): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0 }
  const { code, output } = await run(
    ['--test', '--test-isolation=none', '--test-timeout=180000', '--test-force-exit', '--test-reporter=spec', ...files],
    env,
  )
  const figure = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0)
  return honest({ passed: figure('pass'), failed: figure('fail') + figure('cancelled') }, code)
}

async function componentTests(files: string[]): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0 }
  const folder = mkdtempSync(join(tmpdir(), 'continuum-vitest-'))
  const report = join(folder, 'report.json')
  const { code } = await run(
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files],
    {},
  )
  const totals = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
  rmSync(folder, { recursive: true })
  return honest({ passed: totals.numPassedTests, failed: totals.numFailedTests }, code)
}

/** Without isolation a process keeps everything its files opened until its end, so it gets only a few of them. */
const filesPerProcess = 6

/** Two processes at a time, because one JavaScript thread leaves the machine's second core to PostgreSQL alone. The slowest files go first. */
async function serverTests(files: string[], env: Record<string, string>): Promise<Tally[]> {
  const slow = (file: string) => (/^(bench|drill|test|platform\/postgres)\//.test(file) ? 0 : 1)
  const waiting = files.toSorted((one, other) => slow(one) - slow(other))
  const tallies: Tally[] = []
  const work = async () => {
    for (let group = waiting.splice(0, filesPerProcess); group.length > 0; group = waiting.splice(0, filesPerProcess))
      tallies.push(await nodeTests(group, env))
  }
  await Promise.all([work(), work()])
  return tallies
}

/** A browser for each journey, one after the other: each gets the machine to itself. */
async function journeyTests(files: string[], env: Record<string, string>): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const file of files) tallies.push(await nodeTests([file], env))
  return tallies
}

async function testCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (process.env['TEST_DATABASE_URL']) return { url: process.env['TEST_DATABASE_URL'], stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'continuum-test-'))
  chmodSync(dataDir, 0o755)
  const settings = {
    max_connections: '400',
    shared_buffers: '256MB',
    max_locks_per_transaction: '256',
    log_min_messages: 'fatal',
  }
  const cluster = await startPostgres({ dataDir, fsync: false, settings })
  const stop = async () => {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: cluster.ownerUrl('postgres'), stop }
}

async function everything(): Promise<Tally> {
  const journeys = testFiles('.test.ts').filter((file) => file.startsWith('e2e/'))
  const server = testFiles('.test.ts').filter((file) => !file.startsWith('e2e/'))
  const components = testFiles('.test.tsx')
  if (journeys.length + server.length + components.length === 0) throw new Error(`No test is under ${asked.join(', ')}.`)
  const chromium = journeys.length > 0 ? ensureChromium() : ''
  const cluster = await testCluster()
  const stopped = async () => {
    for (const child of children) child.kill('SIGKILL')
    await cluster.stop()
    process.exit(130)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, () => void stopped())
  try {
    const env = { TEST_DATABASE_URL: cluster.url, ...(chromium && { CHROMIUM: chromium }) }
    const tallies = [
      ...(await serverTests(server, env)),
      await componentTests(components),
      ...(await journeyTests(journeys, env)),
    ]
    return tallies.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }))
  } finally {
    await cluster.stop()
  }
}

const { passed, failed } = await everything()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)
