// `npm run audit -- verify | export DIR [--case ID] | acknowledge-restore | rotate | keys`, each with [--agency NAME]: proves the audit, hands it over, changes its keys.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepVerdict } from '../capabilities/safekeeping/seal.actions.ts'
import { listStaff } from '../capabilities/team/team.pages.ts'
import { recogniseSystem } from '../platform/access/system.ts'
import { acknowledgeRestore } from '../platform/audit/acknowledge.ts'
import { exportAudit } from '../platform/audit/export.ts'
import { openKeyring, originOf, rotateKeys, trustedOf, type Keyring } from '../platform/audit/keys.ts'
import { verifierKeyText } from '../platform/audit/checkpoint.ts'
import { verifyAudit, type Trust, type Verdict } from '../platform/audit/verify.ts'
import { keepRestore, readRestores, readWitness } from '../platform/audit/witness.ts'
import { openDatabase } from '../platform/db.ts'
import { agencyIds, asSystem, type JobOptions } from '../platform/jobs.ts'
import { runningUrl, startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { settingsOf } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const usage = `npm run audit -- verify [--witness FOLDER] [--agency NAME]
npm run audit -- export FOLDER [--case ID] [--agency NAME]
npm run audit -- acknowledge-restore --by NAME --reason TEXT [--agency NAME]
                            after a restore to an earlier time: an administrator answers for it
npm run audit -- rotate     new keys; the next checkpoint is signed by the old one too
npm run audit -- keys       public keys, to hand to whoever verifies`

const settings = settingsOf(process.env)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    witness: { type: 'string' },
    agency: { type: 'string' },
    case: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
  },
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
    const auditKey = openKeyring(settings.audit.keyFile).macs.at(-1)
    const db = openDatabase(appUrl, { auditKey, options: '-c statement_timeout=0' })
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

const witnessFolder = values.witness ?? settings.audit.witnessFolder

/** The keys of this installation, and what its witness holds of an agency. */
function trustIn(keys: Keyring, agencyId: string): Trust {
  const { deployment, macs } = keys
  const held = [witnessFolder, deployment, agencyId] as const
  return {
    origin: originOf(keys, agencyId),
    keys: trustedOf(keys),
    macs,
    witnessed: readWitness(...held),
    restores: readRestores(...held),
  }
}

async function verify(): Promise<number> {
  const keys = openKeyring(settings.audit.keyFile)
  let wrong = 0
  await withDatabase(async (system) => {
    for (const { id, name } of await agenciesOf(system)) {
      const started = performance.now()
      const trust = trustIn(keys, id)
      const verdict = await asSystem(system, id, ({ tx }) => verifyAudit(tx, trust))
      tell(name, verdict, (performance.now() - started) / 1000)
      if (verdict.sealed > 0 && verdict.witnessed === 0)
        say(`   No checkpoint lies in ${witnessFolder}: without a witness a rollback cannot be seen.`)
      if (verdict.contradicted.length > 0)
        say('   Was it taken back to an earlier time on purpose? Then: npm run audit -- acknowledge-restore (docs/operations.md)')
      await asSystem(system, id, (work) => keepVerdict(work, verdict))
      wrong += verdict.findings.length
    }
  })
  return wrong === 0 ? 0 : 1
}

function tell(
  name: string,
  { sealed, waiting, checkpoints, witnessed, shredded, findings, restores }: Verdict,
  seconds: number,
): void {
  const sound = findings.length === 0 ? 'sound' : `NOT SOUND, ${findings.length} findings`
  say(
    `${name}: ${sound}. ${sealed} events sealed, ${waiting} waiting, ${shredded} payloads removed; ${checkpoints} checkpoints, ${witnessed} with the witness (${seconds.toFixed(1)} s)`,
  )
  for (const { at, by, reason, point, givenUp } of restores)
    say(
      `   Restored deliberately, said ${by} at ${at}: back to ${point.size} events, ${givenUp.length} checkpoints given up. Why: ${reason}`,
    )
  for (const { kind, at } of findings.slice(0, 50)) say(`   ${kind}: ${at}`)
}

async function exportTo(target: string): Promise<number> {
  const keys = openKeyring(settings.audit.keyFile)
  return withDatabase(async (system) => {
    const [only, ...others] = await agenciesOf(system)
    if (!only || others.length > 0) throw new Error('Say which agency with --agency NAME.')
    const { events, checkpoints, size } = await asSystem(system, only.id, ({ tx }) => exportAudit(tx, keys, target, values.case))
    const restores = readRestores(witnessFolder, keys.deployment, only.id)
    if (restores.length > 0)
      writeFileSync(join(target, 'restores.txt'), restores.map((note) => `${note}\n`).join(''), { mode: 0o600 })
    say(
      `${only.name}: ${events} of ${size} sealed events and ${checkpoints} checkpoints in ${target}. docs/audit.md has the script that verifies them.`,
    )
    return 0
  })
}

/** Answers with the name as it stands in the agency. */
async function administratorNamed(work: Work, name: string): Promise<string> {
  const administrators = (await listStaff(work)).filter(
    ({ roles, status }) => status === 'active' && roles.includes('administrator'),
  )
  const found = administrators.find((each) => each.name.toLowerCase() === name.trim().toLowerCase())
  if (found) return found.name
  throw new Error(
    `Say with --by which administrator answers for it: ${administrators.map((each) => `“${each.name}”`).join(', ')}.`,
  )
}

async function acknowledge({ by, reason }: { by: string; reason: string }): Promise<number> {
  const keys = openKeyring(settings.audit.keyFile)
  return withDatabase(async (system) => {
    const [only, ...others] = await agenciesOf(system)
    if (!only || others.length > 0) throw new Error('Say which agency with --agency NAME.')
    const note = await asSystem(system, only.id, async (work) =>
      acknowledgeRestore(work, keys, trustIn(keys, only.id), { by: await administratorNamed(work, by), reason }),
    )
    keepRestore(witnessFolder, keys.deployment, only.id, note)
    say(`${only.name}: the restore is acknowledged. The statement stands in the audit and lies in ${witnessFolder}:\n\n${note}`)
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
  if (command === 'acknowledge-restore' && values.by && values.reason)
    return acknowledge({ by: values.by, reason: values.reason })
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
