// `npm run audit -- verify | export DIR [--case ID] | rotate | keys`, each with [--agency NAME]: proves the audit, hands it over, changes its keys.
import { parseArgs } from 'node:util'
import { recogniseSystem } from '../platform/access/system.ts'
import { exportAudit } from '../platform/audit/export.ts'
import { openKeyring, originOf, rotateKeys, trustedOf } from '../platform/audit/keys.ts'
import { verifierKeyText } from '../platform/audit/checkpoint.ts'
import { verifyAudit, type Verdict } from '../platform/audit/verify.ts'
import { readWitness } from '../platform/audit/witness.ts'
import { openDatabase } from '../platform/db.ts'
import { agencyIds, asSystem, type JobOptions } from '../platform/jobs.ts'
import { runningUrl, startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { settingsOf } from '../platform/settings.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const usage = `npm run audit -- verify [--witness FOLDER] [--agency NAME]
npm run audit -- export FOLDER [--case ID] [--agency NAME]
npm run audit -- rotate     new keys; the next checkpoint is signed by the old one too
npm run audit -- keys       public keys, to hand to whoever verifies`

const settings = settingsOf(process.env)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { witness: { type: 'string' }, agency: { type: 'string' }, case: { type: 'string' } },
})
const [command, folder] = positionals
type System = Pick<JobOptions, 'db' | 'secret'>

/** Beside a running server or by itself. */
async function withDatabase<T>(act: (system: System) => Promise<T>): Promise<T> {
  const running = settings.databaseUrl ?? runningUrl(settings.dataDir)?.replace('/postgres?', '/continuum?')
  const own = running ? undefined : await startPostgres({ dataDir: settings.dataDir, log: say })
  try {
    const ownerUrl = running ?? own?.ownerUrl('continuum') ?? ''
    const { appUrl } = await migrate(ownerUrl)
    const secret = await recogniseSystem(ownerUrl)
    const db = openDatabase(appUrl, { options: '-c statement_timeout=0' })
    try {
      return await act({ db, secret })
    } finally {
      await db.close()
    }
  } finally {
    await own?.stop()
  }
}

async function agenciesOf(system: System): Promise<{ id: string; name: string }[]> {
  const all = await Promise.all(
    (await agencyIds(system.db)).map((id) => asSystem(system, id, async ({ agencyName }) => ({ id, name: agencyName }))),
  )
  const wanted = values.agency?.toLowerCase()
  return wanted ? all.filter(({ name }) => name.toLowerCase().includes(wanted)) : all
}

async function verify(): Promise<number> {
  const keys = openKeyring(settings.audit.keyFile)
  const witness = values.witness ?? settings.audit.witnessFolder
  let wrong = 0
  await withDatabase(async (system) => {
    for (const { id, name } of await agenciesOf(system)) {
      const witnessed = readWitness(witness, keys.deployment, id)
      const started = performance.now()
      const trust = { origin: originOf(keys, id), keys: trustedOf(keys), macs: keys.macs, witnessed }
      const verdict = await asSystem(system, id, ({ tx }) => verifyAudit(tx, trust))
      tell(name, verdict, (performance.now() - started) / 1000)
      if (verdict.sealed > 0 && witnessed.length === 0)
        say(`   No checkpoint lies in ${witness}: without a witness a rollback cannot be seen.`)
      wrong += verdict.findings.length
    }
  })
  return wrong === 0 ? 0 : 1
}

function tell(name: string, { sealed, waiting, checkpoints, witnessed, shredded, findings }: Verdict, seconds: number): void {
  const sound = findings.length === 0 ? 'sound' : `NOT SOUND, ${findings.length} findings`
  say(
    `${name}: ${sound}. ${sealed} events sealed, ${waiting} waiting, ${shredded} payloads removed; ${checkpoints} checkpoints, ${witnessed} with the witness (${seconds.toFixed(1)} s)`,
  )
  for (const { kind, at } of findings.slice(0, 50)) say(`   ${kind}: ${at}`)
}

async function exportTo(target: string): Promise<number> {
  const keys = openKeyring(settings.audit.keyFile)
  return withDatabase(async (system) => {
    const [only, ...others] = await agenciesOf(system)
    if (!only || others.length > 0) throw new Error('Say which agency with --agency NAME.')
    const { events, checkpoints, size } = await asSystem(system, only.id, ({ tx }) => exportAudit(tx, keys, target, values.case))
    say(
      `${only.name}: ${events} of ${size} sealed events and ${checkpoints} checkpoints in ${target}. docs/audit.md has the script that verifies them.`,
    )
    return 0
  })
}

function rotate(): number {
  openKeyring(settings.audit.keyFile)
  const keys = rotateKeys(settings.audit.keyFile)
  say(
    `The newest of ${keys.signers.length} keys signs from the next checkpoint on. Restart the server for the application's own key.`,
  )
  return 0
}

async function run(): Promise<number> {
  if (command === 'verify') return verify()
  if (command === 'export' && folder) return exportTo(folder)
  if (command === 'rotate') return rotate()
  if (command === 'keys') {
    for (const signer of openKeyring(settings.audit.keyFile).signers) say(verifierKeyText(signer))
    return 0
  }
  say(usage)
  return 2
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
