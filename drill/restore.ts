// Backs up under load, goes on writing, restores to the end of the log and to a moment before, compares every table and verifies the audit.
import { appendFileSync, mkdtempSync, readdirSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { backUp } from '../platform/postgres/backup.ts'
import { startPostgres } from '../platform/postgres/launch.ts'
import { restore } from '../platform/postgres/restore.ts'
import { askOwner, freePort, ground, startPart, within, type Ground } from './ground.ts'
import { startWriters } from './ledger.ts'
import { witnessOf } from './restoredAudit.ts'

/** One line for each table: its rows and a digest of them all, in an order of their own. */
async function sums(url: string): Promise<string[]> {
  const tables = await askOwner<{ name: string }>(
    url,
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'authz'::regnamespace) order by 1`,
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name} ' || count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as line from ${name} t`,
  )
  return (await askOwner<{ line: string }>(url, each.join(' union all '))).map(({ line }) => line)
}

/** The whole log is in the archive: what a disk that is lost now would not take with it. */
async function archived(on: Ground): Promise<void> {
  const [row] = await on.ask<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment')
  const done = await within(20_000, async () => {
    const [kept] = await on.ask<{ done: boolean }>('select last_archived_wal >= $1 as done from pg_stat_archiver', [row?.segment])
    return kept?.done === true
  })
  if (!done) throw new Error('The log was not archived within 20 s.')
}

/** Restores into a new folder, starts it, asks, and throws it away. */
async function inRestored<T>(
  from: string,
  database: string,
  at: string | undefined,
  act: (url: string) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'continuum-restored-'))
  chmodSync(dataDir, 0o755)
  try {
    const started = performance.now()
    await restore({ from, dataDir, ...(at && { at }) })
    console.log(`Restored ${at ? `to ${at}` : 'to the end of the log'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    const running = await startPostgres({ dataDir })
    try {
      return await act(running.ownerUrl(database))
    } finally {
      await running.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const refused = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => '',
    (error: Error) => error.message,
  )

export const drill: Drill = async (args) => {
  const { values } = parseArgs({ args, options: { seconds: { type: 'string', default: '20' } } })
  const on = await ground({ settings: { log_min_messages: 'fatal' } })
  await on.ask('create table drill_effect (event_id uuid not null); grant insert on drill_effect to continuum_app')
  const database = on.world.database.ownerUrl
  const witness = witnessOf(on.world)
  const port = await freePort()
  const server = startPart('server', { DRILL_OWNER_URL: database, DRILL_PORT: String(port) })
  if (!(await within(20_000, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)))
    throw new Error('The server did not start.')
  const ledger = startWriters({ port, cookie: on.world.cookieOf('maya'), ...(await on.world.openCase()) }, 8)
  const to = mkdtempSync(join(tmpdir(), 'continuum-backup-'))
  chmodSync(to, 0o755)
  const half = (Number(values.seconds) * 1000) / 2
  await pause(half / 2)
  const { folder, manifest, noLog } = await backUp({ dataDir: on.dataDir, ownerUrl: database, to })
  console.log(
    `Backed up ${manifest.files.length} files in ${Date.parse(manifest.finishedAt) - Date.parse(manifest.startedAt)} ms under 8 writers`,
  )
  await pause(half / 2)
  await witness.seal()
  // In this order: what is acknowledged while the moment is asked for may be of after it.
  const before = new Set(ledger.acknowledged.values())
  const [moment] = await on.ask<{ now: Date }>('select clock_timestamp() as now')
  await pause(half)
  await ledger.stop()
  await server.kill()
  await witness.seal()
  await archived(on)
  const [expected, acknowledged] = [await sums(database), [...ledger.acknowledged.values()]]
  const name = new URL(database).pathname.slice(1)
  const missing =
    'select count(*)::int as n from unnest($1::uuid[]) told (id) where not exists (select from task t where t.id = told.id)'
  const broken: string[] = noLog ? [noLog] : []

  const whole = await inRestored(to, name, undefined, async (url) => {
    const lines = await sums(url)
    broken.push(...(await witness.atTheEnd(url)))
    return lines
  })
  const different = expected.filter((line) => !whole.includes(line))
  if (different.length > 0) broken.push(`Tables differ after the restore: ${different.join('; ')}`)
  const at = moment?.now.toISOString() ?? ''
  const [lost, later] = await inRestored(to, name, at, async (url) => {
    broken.push(...(await witness.atAMomentBefore(url)))
    return [
      (await askOwner<{ n: number }>(url, missing, [[...before]]))[0]?.n,
      (await askOwner<{ n: number }>(url, 'select count(*)::int as n from task where created_at > $1', [at]))[0]?.n,
    ]
  })
  if (lost !== 0 || later !== 0) broken.push(`At ${at}: ${lost} acknowledged saves are missing, ${later} later ones are there.`)
  if (acknowledged.length === before.size) broken.push('Nothing was saved after the moment, so it proves nothing.')

  // Controls: what must be refused.
  const damage = manifest.files.find(({ path, sizeBytes }) => path.includes('/base/') && sizeBytes > 8192)?.path ?? ''
  if (!/not empty/.test(await refused(restore({ from: to, dataDir: on.dataDir }))))
    broken.push('A folder in use was not refused.')
  appendFileSync(join(folder, damage), 'x')
  const empty = join(to, 'nothing-yet')
  if (!/damaged/.test(await refused(restore({ from: to, dataDir: empty })))) broken.push('A damaged backup was not refused.')
  console.log(
    `${expected.length} tables, ${acknowledged.length} acknowledged saves, ${readdirSync(join(to, 'wal')).length} segments of the log; the audit verified at both`,
  )
  await on.clear()
  rmSync(to, { recursive: true, force: true })
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
