// `npm start` as somebody sees it who just installed the product, without the demonstration: ready, served, stopped, and started again.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'continuum-start-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Starts it on a free port, asks for these paths, and stops it as Ctrl-C does. */
async function startAndAsk(paths: string[]): Promise<{ statuses: number[]; code: number | null }> {
  const { TEST_DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, CONTINUUM_DATA: join(folder, 'data'), CONTINUUM_DEMO: 'off', PORT: '0' },
  })
  let said = ''
  for await (const words of child.stdout) {
    said += String(words)
    if (/ready: {2}(http\S+)/.test(said)) break
  }
  const address = /ready: {2}(http\S+)/.exec(said)?.[1] ?? assert.fail(`It never was ready: ${said}`)
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${address}${path}`)).status))
  child.kill('SIGINT')
  const [code] = (await once(child, 'exit')) as [number | null]
  return { statuses, code }
}

test(
  'it starts from nothing, serves, stops without complaint, and starts again over its data',
  { timeout: 120_000 },
  async () => {
    for (let times = 0; times < 2; times += 1)
      assert.deepEqual(await startAndAsk(['/', '/readyz', '/api/me']), { statuses: [200, 200, 401], code: 0 })
  },
)

test('the server in one piece finds every file that it looks for beside itself', () => {
  const files = readdirSync('dist/server').map((name) => join('dist/server', name))
  const looked = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8')
    return [...code.matchAll(/new URL\("([^"]+)", new URL\("([^"]+)", import\.meta\.url\)\.href\)/g)].map(
      ([, wanted = '', from = '']) => new URL(wanted, new URL(from, pathToFileURL(file))),
    )
  })
  assert.ok(looked.length >= 4, `it looks for ${looked.length} files`)
  assert.deepEqual(looked.filter((each) => !existsSync(each)).map(String), [])
})
