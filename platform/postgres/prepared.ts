// A cluster made while the product is installed, empty but migrated. A new installation's data folder begins as a copy of it, because making
// the cluster and migrating it would take a third of the first start (ADR 0213).
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Identity } from './identity.ts'
import { cleanEnvironment } from './initialise.ts'
import { owner } from './initialise.ts'
import { migrationsDigest } from './migrate.ts'
import type { Place } from './place.ts'

const run = promisify(execFile)

/** Written last: what the cluster was made from. Without it, or with other words, there is nothing to copy. */
export const stampIn = (folder: string) => join(folder, 'made-from')
export const madeFrom = ({ version }: Binaries): string =>
  createHash('sha256').update(`${version}\n${migrationsDigest()}`).digest('hex')

export const isReady = (folder: string, binaries: Binaries): boolean =>
  existsSync(stampIn(folder)) && readFileSync(stampIn(folder), 'utf8') === madeFrom(binaries)

interface Wanted {
  /** Where `prepareCluster` made it. */
  folder: string
  binaries: Binaries
  place: Place
  identity: Identity | undefined
  password: string
}

/**
 * Copies the prepared cluster to its place, with a password, a key of the access context and a name of its own. False where there is none that fits: it was made from
 * other migrations, by another user, or cannot be copied. What was copied is on disk before it gets its name.
 */
export async function copyPrepared({ folder, binaries, place, identity, password }: Wanted): Promise<boolean> {
  const wanted = identity?.uid ?? process.getuid?.()
  if (process.platform === 'win32' || !isReady(folder, binaries)) return false
  const source = realpathSync(join(folder, 'postgres'))
  if (statSync(source).uid !== wanted) return false
  const copy = `${place.data}.preparing`
  rmSync(copy, { recursive: true, force: true })
  try {
    await run('cp', ['-Rp', source, copy])
    await takePossession(copy, { binaries, identity, password })
  } catch {
    rmSync(copy, { recursive: true, force: true })
    return false
  }
  rmdirSync(place.data)
  renameSync(copy, place.data)
  return true
}

/** The name tells the copies of one cluster apart, which all have its system identifier (platform/audit/incarnation.ts). */
async function takePossession(
  data: string,
  { binaries, identity, password }: Pick<Wanted, 'binaries' | 'identity' | 'password'>,
) {
  appendFileSync(join(data, 'postgresql.auto.conf'), `cluster_name = 'continuum ${randomBytes(8).toString('hex')}'\n`)
  const how = { ...identity, cwd: '/', env: cleanEnvironment() }
  const alone = run(binaries.postgres, ['--single', '-F', '-D', data, 'continuum'], how)
  alone.child.stdin?.end(`alter role ${owner} password '${password}'\nselect authz.renew_context_key()\n`)
  await alone
  await run(binaries.initdb, ['--sync-only', '-D', data], how)
}
