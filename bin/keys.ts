// `npm run keys -- turn-root | forget-root | turn-agencies`: new keys for old. Back up the root key's file first, apart from the database's backups.
import { parseArgs } from 'node:util'
import { recogniseSystem } from '../platform/access/system.ts'
import { addRootKey, fileKeeper, forgetOldRootKeys, keepKeysWith, rootKeyFile } from '../platform/crypto/rootKey.ts'
import { renewAgencyKey, wrapAgencyKeysAnew, wrapClientKeysAnew } from '../platform/crypto/rotation.ts'
import { openDatabase } from '../platform/db.ts'
import { agencyIds, asSystem, type JobOptions } from '../platform/jobs.ts'
import { startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { settingsOf } from '../platform/settings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const usage = `npm run keys -- turn-root       a new root key wraps every agency's keys; the old one stays in the file
npm run keys -- forget-root     the file keeps the newest root key only
npm run keys -- turn-agencies   a new key for each agency wraps its clients' keys
Stop Continuum first: a running server knows the root keys it started with.`

type Access = Pick<JobOptions, 'db' | 'secret'>

/** The new key is in the file before anything is wrapped by it, so that a crash in between loses nothing. */
async function turnRoot(access: Access): Promise<void> {
  addRootKey(rootKeyFile())
  keepKeysWith(fileKeeper(rootKeyFile()))
  for (const agencyId of await agencyIds(access.db))
    say(`${agencyId}: ${await asSystem(access, agencyId, wrapAgencyKeysAnew)} keys wrapped anew`)
  say('When every server of this database has the new file: npm run keys -- forget-root')
}

async function turnAgencies(access: Access): Promise<void> {
  for (const agencyId of await agencyIds(access.db)) {
    await asSystem(access, agencyId, renewAgencyKey)
    let [done, some] = [0, 0]
    do {
      some = await asSystem(access, agencyId, (work) => wrapClientKeysAnew(work))
      done += some
    } while (some > 0)
    say(`${agencyId}: ${done} keys of clients wrapped anew`)
  }
}

async function start(): Promise<number> {
  const [act = ''] = parseArgs({ allowPositionals: true }).positionals
  const acts: Record<string, (access: Access) => Promise<void>> = {
    'turn-root': turnRoot,
    'forget-root': async () => forgetOldRootKeys(rootKeyFile()),
    'turn-agencies': turnAgencies,
  }
  const chosen = acts[act]
  if (!chosen) {
    say(usage)
    return 2
  }
  const settings = settingsOf(process.env)
  process.env.CONTINUUM_DATA = settings.dataDir
  const postgres = settings.databaseUrl ? undefined : await startPostgres({ dataDir: settings.dataDir, log: say })
  const ownerUrl = settings.databaseUrl ?? postgres?.ownerUrl('continuum') ?? ''
  try {
    const { appUrl } = await migrate(ownerUrl)
    const secret = await recogniseSystem(ownerUrl)
    const db = openDatabase(appUrl)
    await chosen({ db, secret }).finally(() => db.close())
    return 0
  } finally {
    await postgres?.stop()
  }
}

start().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
