// The built-in PostgreSQL on this machine: whose process it is, hard kills, and two starts at once.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startPostgres, type RunningPostgres } from './launch.ts'
import { isAlive } from './postmaster.ts'

const folders: string[] = []
const folder = (mode = 0o755) => {
  const made = mkdtempSync(join(tmpdir(), 'ground-'))
  chmodSync(made, mode)
  folders.push(made)
  return made
}
after(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true })
})

const start = (dataDir: string) => startPostgres({ dataDir, fsync: false })

async function ask(running: RunningPostgres, sql: string): Promise<string> {
  const connection = new pg.Client({ connectionString: running.ownerUrl('postgres') })
  await connection.connect()
  const { rows } = await connection.query({ text: sql, rowMode: 'array' })
  await connection.end()
  return String(rows[0]?.[0])
}

/** Starts PostgreSQL in another process and kills that process without a word, as a power button would. */
async function startAndKill(dataDir: string): Promise<number> {
  const script = `const { startPostgres } = await import(${JSON.stringify(new URL('./launch.ts', import.meta.url).href)})
    const running = await startPostgres({ dataDir: process.argv[1], fsync: false }); console.log(running.pid); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  const pid = await new Promise<number>((resolve) => child.stdout.once('data', (line) => resolve(Number(line))))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  return pid
}

test('a first start makes a private cluster with checksums; the second start finds its data; stop leaves nothing running', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  assert.equal(first.reused, false)
  assert.equal(
    await ask(
      first,
      "select current_setting('data_checksums') || current_setting('synchronous_commit') || current_setting('listen_addresses')",
    ),
    'onon',
  )
  assert.equal(statSync(join(dataDir, 'postgres')).mode & 0o777, 0o700)
  assert.equal(statSync(join(dataDir, 'secrets.json')).mode & 0o777, 0o600)
  await ask(first, 'create table kept as select 42 as answer; select 1').catch(() => undefined)
  await first.stop()
  assert.equal(isAlive(first.pid), false)
  const started = performance.now()
  const second = await start(dataDir)
  assert.ok(performance.now() - started < 3_000, 'a warm start takes less than a second on a quiet machine')
  assert.equal(await ask(second, 'select answer from kept'), '42')
  await second.stop()
})

test('the server runs as an ordinary user: as nobody when we are root, else as ourselves', async () => {
  const running = await start(folder())
  const uid = statSync(`/proc/${running.pid}`).uid
  assert.notEqual(uid, 0)
  if (process.getuid?.() !== 0) assert.equal(uid, process.getuid?.())
  await running.stop()
})

test('a wrong password is refused, on the socket too', async () => {
  const running = await start(folder())
  const url = new URL(running.ownerUrl('postgres'))
  url.password = 'guessed'
  await assert.rejects(new pg.Client({ connectionString: url.href }).connect(), { code: '28P01' })
  await running.stop()
})

test('a server left behind by a hard kill is taken over, and stopped with its new holder', async () => {
  const dataDir = folder()
  const orphan = await startAndKill(dataDir)
  assert.equal(isAlive(orphan), true)
  const running = await start(dataDir)
  assert.deepEqual([running.reused, running.pid], [true, orphan])
  assert.equal(await ask(running, 'select 1'), '1')
  await running.stop()
  assert.equal(isAlive(orphan), false)
})

test('a server left behind that no longer takes our password is stopped and started again', async () => {
  const dataDir = folder()
  const orphan = await startAndKill(dataDir)
  const secrets = join(dataDir, 'secrets.json')
  const kept = readFileSync(secrets, 'utf8')
  writeFileSync(secrets, JSON.stringify({ continuum_owner: 'lost' }))
  await assert.rejects(start(dataDir), /did not start/)
  assert.equal(isAlive(orphan), false)
  writeFileSync(secrets, kept)
  const running = await start(dataDir)
  assert.equal(running.reused, false)
  await running.stop()
})

test('a server that is killed under us is started again with what it had saved; without being asked to, it stays down', async () => {
  const dataDir = folder()
  const running = await startPostgres({ dataDir, revive: true })
  await ask(running, 'create table kept as select 42 as answer').catch(() => undefined)
  const before = running.pid
  process.kill(before, 'SIGKILL')
  const deadline = Date.now() + 20_000
  let answer = ''
  while ((answer !== '42' || running.pid === before) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer = await ask(running, 'select answer from kept').catch(() => '')
  }
  assert.equal(answer, '42')
  assert.notEqual(running.pid, before)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await assert.rejects(start(dataDir), /already running/, 'the cluster is held again')
  await running.stop()
  const left = await start(dataDir)
  process.kill(left.pid, 'SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await assert.rejects(ask(left, 'select 1'))
  await left.stop()
})

test('a second start on the same folder is refused and the first goes on', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  await assert.rejects(start(dataDir), /already running/)
  assert.equal(await ask(first, 'select 1'), '1')
  await first.stop()
})

test('a pid file whose number now belongs to another program does not stop a start', async () => {
  const dataDir = folder()
  const first = await start(dataDir)
  await first.stop()
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${join(dataDir, 'postgres')}\n0\n5432\n\n\n\n`)
  const second = await start(dataDir)
  assert.equal(second.reused, false)
  await second.stop()
})

test('a preparation that was cut short is made again', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'postgres.preparing'))
  writeFileSync(join(dataDir, 'postgres.preparing', 'PG_VERSION'), '18\n')
  const running = await start(dataDir)
  assert.equal(await ask(running, 'select 1'), '1')
  assert.equal(existsSync(join(dataDir, 'postgres.preparing')), false)
  await running.stop()
})

test('a folder too long for a socket gets its socket elsewhere', async () => {
  const dataDir = join(folder(), 'a-long-name-'.repeat(8))
  mkdirSync(dataDir)
  const running = await start(dataDir)
  assert.match(decodeURIComponent(running.ownerUrl('postgres')), /host=\/tmp\/continuum-[0-9a-f]{12}$/)
  assert.equal(await ask(running, 'select 1'), '1')
  await running.stop()
})

test('data of another PostgreSQL version is refused by name, not damaged', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'postgres'), { mode: 0o700 })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
  await assert.rejects(start(dataDir), /written by PostgreSQL 14/)
  assert.equal(readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8'), '14\n')
})

if (process.getuid?.() === 0) {
  test('root whose folder nobody may enter: the cluster lives in the shelter and a link says where', async () => {
    const closed = folder(0o700)
    assert.equal(statSync(closed).mode & 0o077, 0)
    const dataDir = join(closed, 'data')
    const running = await start(dataDir)
    assert.equal(await ask(running, "select current_setting('data_directory') like '/var/lib/continuum/data-%'"), 'true')
    const sheltered = await ask(running, "select current_setting('data_directory')")
    folders.push(sheltered)
    await running.stop()
  })
}
