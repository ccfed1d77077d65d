// Starts the whole product on this machine: database, migrations, demonstration agency, server and job runner; Ctrl-C stops all of it.
import { join } from 'node:path'
import pino from 'pino'
import { dropHalfLoaded } from './demonstration/interrupted.ts'
import { demonstrationAccounts, loadDemonstration } from './demonstration/load.ts'
import { jobRunnerOf } from './job-runner.ts'
import { recogniseSystem } from './platform/access/system.ts'
import { noticeCluster } from './platform/audit/incarnation.ts'
import { openKeyring } from './platform/audit/keys.ts'
import { keepSealing } from './platform/audit/sealing.ts'
import { witnessesOf } from './platform/audit/witness.ts'
import { openDatabase } from './platform/db.ts'
import { openPostOffice } from './platform/mail.ts'
import { startPostgres } from './platform/postgres/launch.ts'
import { migrate } from './platform/postgres/migrate.ts'
import { settingsOf } from './platform/settings.ts'
import { serverOf } from './server.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
function sayOnce(line: string): () => void {
  let said = false
  return () => {
    if (!said) say(line)
    said = true
  }
}
/** One line that counts in a terminal; elsewhere its beginning and its end. */
function sayProgress(done: number, total: number): void {
  const line = `Loading the demonstration agency: ${done} of ${total}`
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? '\n' : ''}`)
  else if (done === 1 || done === total) say(line)
}
const stops: (() => Promise<unknown>)[] = []

async function stopAll(code: number): Promise<never> {
  setTimeout(() => process.exit(code || 1), 10_000).unref()
  for (const stop of stops.splice(0).toReversed()) await stop().catch(() => {})
  process.exit(code)
}

async function start(): Promise<void> {
  const settings = settingsOf(process.env)
  process.env.CONTINUUM_DATA = settings.dataDir
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ dataDir: settings.dataDir, revive: true, log: say })
  if (postgres) stops.push(() => postgres.stop())
  if (postgres) await dropHalfLoaded(postgres.ownerUrl('postgres'), postgres.ownerUrl('continuum'))
  const ownerUrl = settings.databaseUrl ?? postgres?.ownerUrl('continuum') ?? ''
  const { appUrl, jobsUrl } = await migrate(ownerUrl, { progress: sayOnce('Updating the database') })
  const secret = await recogniseSystem(ownerUrl)
  await noticeCluster(ownerUrl)
  const keys = () => openKeyring(settings.audit.keyFile)
  const auditKey = keys().macs.at(-1)
  const db = openDatabase(appUrl, { auditKey })
  stops.push(() => db.close())
  if (settings.demonstration) await loadDemonstration({ appUrl, auditKey, secret, ownerUrl, progress: sayProgress })
  if (settings.mail) {
    const close = openPostOffice(settings.mail)
    stops.push(async () => close())
  }
  const app = await serverOf({
    db,
    webRoot: join(import.meta.dirname, 'dist/web'),
    secure: settings.secure,
    trustProxy: settings.trustProxy,
    ...(settings.tls && { https: settings.tls }),
    logger: { level: process.env.LOG_LEVEL ?? 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime },
  })
  stops.push(() => app.close())
  const address = await app.listen({ host: settings.host, port: settings.port })
  const jobs = await jobRunnerOf({ db, secret, connectionString: jobsUrl })
  stops.push(() => jobs.stop())
  const sealing = keepSealing({ db, secret, keys, witnesses: witnessesOf(settings.audit, keys), alarm: (words, facts) => app.log.error(facts, words) })
  stops.push(() => sealing.stop())
  say(`\nContinuum is ready:  ${address.replace('127.0.0.1', 'localhost')}\n`)
  for (const line of await demonstrationAccounts(db)) say(line)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopAll(0))
// Whoever started us is gone without a word: nobody could stop us any more.
process.once('disconnect', () => void stopAll(0))
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  void stopAll(1)
})
