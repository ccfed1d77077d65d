// Starts the whole product on this machine, and stops all of it on Ctrl-C. The database comes up while the rest of the program is read.
import { join } from 'node:path'
import { startPostgres, type RunningPostgres } from './platform/postgres/launch.ts'
import { settingsOf } from './platform/settings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** Where `npm install` made a database ready (bin/prepare-database.ts). */
const prepared = join(import.meta.dirname, 'dist/database')
const stops: (() => Promise<unknown>)[] = []

async function stopAll(code: number): Promise<never> {
  setTimeout(() => process.exit(code || 1), 10_000).unref()
  for (const stop of stops.splice(0).toReversed()) await stop().catch(() => {})
  process.exit(code)
}

async function database(dataDir: string): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDir, prepared, revive: true, log: say })
  stops.push(() => postgres.stop())
  return postgres
}

async function start(): Promise<void> {
  const settings = settingsOf(process.env)
  process.env.CONTINUUM_DATA = settings.dataDir
  const starting = settings.databaseUrl ? undefined : database(settings.dataDir)
  const [postgres, { open }] = await Promise.all([starting, import('./installation.ts')])
  await open({ settings, postgres, say, onStop: (stop) => stops.push(stop) })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stopAll(0))
// Whoever started us is gone without a word: nobody could stop us any more.
process.once('disconnect', () => void stopAll(0))
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  void stopAll(1)
})
