// Takes in records from files: `npm run import -- fhir PATH… [--agency NAME] [--source "Who sent them"] [--quiet]`.
import { parseArgs } from 'node:util'
import { filesIn, reportOf, takeInFiles, type FileOutcome } from '../capabilities/referrals/files.actions.ts'
import { Source } from '../capabilities/referrals/referral.ts'
import { recogniseSystem } from '../platform/access/system.ts'
import { openKeyring } from '../platform/audit/keys.ts'
import { openDatabase } from '../platform/db.ts'
import { agencyIds, asSystem, type JobOptions } from '../platform/jobs.ts'
import { startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { settingsOf } from '../platform/settings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const usage =
  'npm run import -- fhir PATH… [--agency NAME] [--source "Who sent them"] [--quiet]\nPATH is a FHIR R4 Bundle in JSON, or a folder of them. Each becomes a referral in the inbox.'

async function start(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { agency: { type: 'string' }, source: { type: 'string' }, quiet: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  const [kind, ...paths] = positionals
  if (values.help || kind !== 'fhir' || paths.length === 0) {
    say(usage)
    return values.help ? 0 : 2
  }
  const files = filesIn(paths)
  if (files.length === 0) throw new Error('There are no .json files in these places.')
  const settings = settingsOf(process.env)
  process.env.CONTINUUM_DATA = settings.dataDir
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ dataDir: settings.dataDir, log: say })
  try {
    const ownerUrl = settings.databaseUrl ?? postgres?.ownerUrl('continuum') ?? ''
    const { appUrl } = await migrate(ownerUrl)
    const secret = await recogniseSystem(ownerUrl)
    const db = openDatabase(appUrl, { auditKey: openKeyring(settings.audit.keyFile).macs.at(-1) })
    try {
      const agencyId = await agencyOf({ db, secret }, values.agency)
      const source = Source.parse({ organization: values.source ?? null })
      const done = (at: number, of: number, outcome: FileOutcome): void => tell(at, of, outcome, values.quiet ?? false)
      return summary(await takeInFiles({ files, source, inAgency: (act) => asSystem({ db, secret }, agencyId, act), done }))
    } finally {
      await db.close()
    }
  } finally {
    await postgres?.stop()
  }
}

function tell(at: number, of: number, outcome: FileOutcome, quiet: boolean): void {
  const [head, ...rest] = reportOf(outcome)
  say(`[${at}/${of}] ${outcome.file}: ${head}`)
  if (!quiet) for (const line of rest) say(`    ${line}`)
}

/** Totals of the run; 1 when a file was refused. */
function summary(outcomes: FileOutcome[]): number {
  const count = (outcome: FileOutcome['outcome']) => outcomes.filter((each) => each.outcome === outcome).length
  say(`\n${count('received')} received, ${count('already-received')} already here, ${count('refused')} refused`)
  return count('refused') > 0 ? 1 : 0
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

start().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
