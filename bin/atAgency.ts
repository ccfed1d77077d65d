// For commands of the operator: the database as configured (started if it is ours), one agency, and transactions of the system in it.
import { recogniseSystem } from '../platform/access/system.ts'
import { openKeyring } from '../platform/audit/keys.ts'
import { openDatabase } from '../platform/db.ts'
import { agencyIds, asSystem, type JobOptions } from '../platform/jobs.ts'
import { analyze } from '../platform/postgres/analyze.ts'
import { startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { settingsOf } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
export type InAgency = <T>(act: (work: Work) => Promise<T>) => Promise<T>

/** `wanted` are words of the agency's name; it may be left out where there is one agency. */
export async function atAgency<T>(
  wanted: string | undefined,
  act: (inAgency: InAgency, settle: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const settings = settingsOf(process.env)
  process.env.CONTINUUM_DATA = settings.dataDir
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ dataDir: settings.dataDir, log: say })
  try {
    const ownerUrl = settings.databaseUrl ?? postgres?.ownerUrl('continuum') ?? ''
    const { appUrl } = await migrate(ownerUrl)
    const secret = await recogniseSystem(ownerUrl)
    const db = openDatabase(appUrl, { auditKey: openKeyring(settings.audit.keyFile).macs.at(-1) })
    try {
      const agencyId = await agencyOf({ db, secret }, wanted)
      return await act(
        (inAgency) => asSystem({ db, secret }, agencyId, inAgency),
        () => analyze(ownerUrl, 'directory'),
      )
    } finally {
      await db.close()
    }
  } finally {
    await postgres?.stop()
  }
}

/** The one agency there is, or the one whose name holds these words. */
async function agencyOf(system: Pick<JobOptions, 'db' | 'secret'>, wanted: string | undefined): Promise<string> {
  const ids = await agencyIds(system.db)
  const agencies = await Promise.all(ids.map((id) => asSystem(system, id, async ({ agencyName }) => ({ id, name: agencyName }))))
  const found = wanted ? agencies.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())) : agencies
  const [only] = found
  if (only && found.length === 1) return only.id
  const known = agencies.map(({ name }) => `“${name}”`).join(', ')
  throw new Error(
    agencies.length === 0
      ? 'There is no agency yet. Start Continuum once and found it.'
      : `Say which agency with --agency: ${known}.`,
  )
}

/** Ends the process with the command's own code; 1 and the message when it threw. */
export function runCommand(start: () => Promise<number>): void {
  start().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    },
  )
}
