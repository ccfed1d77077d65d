// The installation over its database: migrations, demonstration agency, server, job runner and the sealing of the audit.
import { join } from 'node:path'
import pino from 'pino'
import { dropHalfLoaded } from './demonstration/interrupted.ts'
import { demonstrationAccounts, loadOnce } from './demonstration/once.ts'
import { jobRunnerOf } from './job-runner.ts'
import { recogniseSystem } from './platform/access/system.ts'
import { noticeCluster } from './platform/audit/incarnation.ts'
import { openKeyring } from './platform/audit/keys.ts'
import { keepSealing } from './platform/audit/sealing.ts'
import { witnessesOf } from './platform/audit/witness.ts'
import { openDatabase } from './platform/db.ts'
import { openDoors } from './platform/http/doors.ts'
import { roomOn } from './platform/http/room.ts'
import { openPostOffice } from './platform/mail.ts'
import type { RunningPostgres } from './platform/postgres/launch.ts'
import { isAboveRowSecurity, urlOf } from './platform/postgres/roles.ts'
import { migrate } from './platform/postgres/migrate.ts'
import type { Settings } from './platform/settings.ts'
import { readAheadOf, serverOf } from './server.ts'

interface Opening {
  settings: Settings
  /** The built-in database; undefined where `DATABASE_URL` names another */
  postgres: RunningPostgres | undefined
  say: (line: string) => void
  /** What is opened is closed in the opposite order. */
  onStop: (stop: () => Promise<unknown>) => void
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

/** One line that counts in a terminal; elsewhere its beginning and its end. */
const progressOn =
  (say: Opening['say']) =>
  (done: number, total: number): void => {
    const line = `Loading the demonstration agency: ${done} of ${total}`
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === total ? '\n' : ''}`)
    else if (done === 1 || done === total) say(line)
  }

export async function open({ settings, postgres, say, onStop }: Opening): Promise<void> {
  if (postgres) await dropHalfLoaded(postgres.ownerUrl('postgres'), postgres.ownerUrl('continuum'))
  const ownerUrl = settings.databaseUrl ?? postgres?.ownerUrl('continuum') ?? ''
  const keys = () => openKeyring(settings.audit.keyFile)
  const auditKey = keys().macs.at(-1)
  const appUrl = urlOf('continuum_app', ownerUrl)
  const db = openDatabase(appUrl, { auditKey })
  onStop(() => db.close())
  // The server is put together while the database is brought up to date; nobody is let in before both are done.
  const [{ jobsUrl }, app] = await Promise.all([
    migrate(ownerUrl, { progress: once(() => say('Updating the database')) }),
    serverOf({
      db,
      webRoot: join(import.meta.dirname, 'dist/web'),
      secure: settings.secure,
      trustProxy: settings.trustProxy,
      ...(settings.tls && { https: settings.tls }),
      ...(postgres && { room: roomOn(settings.dataDir) }),
      logger: { level: process.env.LOG_LEVEL ?? 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime },
    }),
  ])
  onStop(() => app.close())
  const [secret] = await Promise.all([recogniseSystem(ownerUrl), noticeCluster(ownerUrl)])
  if (settings.demonstration)
    await loadOnce(db, async () => ({
      url: (await isAboveRowSecurity(ownerUrl)) ? ownerUrl : appUrl,
      auditKey,
      secret,
      ownerUrl,
      progress: progressOn(say),
    }))
  if (settings.mail) {
    const close = await openPostOffice(settings.mail)
    onStop(async () => close())
  }
  const { address, close } = await openDoors(app, settings)
  onStop(close)
  onStop(readAheadOf({ db, secret }, (error) => app.log.error(error, 'could not be read ahead')).stop)
  const jobs = await jobRunnerOf({ db, secret, connectionString: jobsUrl })
  onStop(() => jobs.stop())
  const sealing = keepSealing({
    db,
    secret,
    keys,
    witnesses: witnessesOf(settings.audit, keys),
    alarm: (words, facts) => app.log.error(facts, words),
  })
  onStop(() => sealing.stop())
  say(`\nContinuum is ready:  ${address.replace('127.0.0.1', 'localhost')}\n`)
  for (const line of await demonstrationAccounts(db)) say(line)
}
