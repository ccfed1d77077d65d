// A data folder that begins as a copy of the cluster made at installation: nothing to migrate, and nothing shared with another copy.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, chmodSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { noticeCluster } from '../audit/incarnation.ts'
import { startPostgres, type RunningPostgres } from './launch.ts'
import { migrate } from './migrate.ts'
import { prepareCluster } from './prepare.ts'

const ground = mkdtempSync(join(tmpdir(), 'prepared-'))
chmodSync(ground, 0o755)
const prepared = join(ground, 'made')
before(() => prepareCluster(prepared))
after(() => rmSync(ground, { recursive: true, force: true }))

const passwordIn = (dataDir: string): string => JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).continuum_owner

async function ask(url: string, question: string): Promise<Record<string, unknown>> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const { rows } = await owner.query(question).finally(() => owner.end())
  return rows[0]
}

async function inCopy<T>(name: string, look: (running: RunningPostgres, applied: string[]) => Promise<T>): Promise<T> {
  const running = await startPostgres({ dataDir: join(ground, name), prepared, fsync: false })
  try {
    const { applied } = await migrate(running.ownerUrl('continuum'))
    return await look(running, applied)
  } finally {
    await running.stop()
  }
}

test('a first start copies it: nothing is left to migrate, and the copy has a password, a key and an incarnation of its own', async () => {
  const [clusters, keys] = [new Set<unknown>(), new Set<unknown>()]
  for (const name of ['one', 'two'])
    await inCopy(name, async (running, applied) => {
      assert.deepEqual(applied, [])
      const url = running.ownerUrl('continuum')
      await assert.rejects(
        ask(url.replace(passwordIn(join(ground, name)), passwordIn(prepared)), 'select'),
        /password authentication failed/,
      )
      await noticeCluster(url)
      const { cluster, number } = await ask(url, 'select cluster, number from house.incarnation')
      assert.equal(number, 1)
      clusters.add(cluster)
      keys.add((await ask(url, "select encode(inner_block, 'hex') as key from authz.context_key")).key)
    })
  assert.deepEqual([clusters.size, keys.size], [2, 2])
})

test('one that was made from something else is left alone, and the installation makes its own', async () => {
  const stamp = join(prepared, 'made-from')
  const before = readFileSync(stamp, 'utf8')
  writeFileSync(stamp, 'other migrations')
  try {
    await inCopy('three', async (_running, applied) => assert.ok(applied.length > 60))
  } finally {
    writeFileSync(stamp, before)
  }
})

test('it is made once, and again after a migration is added', async () => {
  const ofCluster = () => readFileSync(join(prepared, 'secrets.json'), 'utf8')
  const first = ofCluster()
  await prepareCluster(prepared)
  assert.equal(ofCluster(), first)
  writeFileSync(join(prepared, 'made-from'), 'other migrations')
  await prepareCluster(prepared)
  assert.notEqual(ofCluster(), first)
})
