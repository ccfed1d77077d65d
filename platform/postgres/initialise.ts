// Makes a new cluster: beside its final place first, so that a preparation cut short is simply made again.
import { execFile } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { Identity } from './identity.ts'
import type { Place } from './place.ts'

export const owner = 'continuum_owner'

/** PG* variables of whoever started us would reach the server and change what it does. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' })

const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** The password reaches initdb by a file in a private folder: a command line can be read by everybody on the machine. */
function passwordFile(password: string, identity: Identity | undefined): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'continuum-'))
  const file = join(folder, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  if (identity) for (const path of [folder, file]) chownSync(path, identity.uid, identity.gid)
  return { file, folder }
}

export async function initialise(
  binaries: Binaries,
  place: Place,
  identity: Identity | undefined,
  superuser: { password: string; sync: boolean },
): Promise<void> {
  const making = `${place.data}.preparing`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { mode: 0o700 })
  if (identity) chownSync(making, identity.uid, identity.gid)
  const { file, folder } = passwordFile(superuser.password, identity)
  const cluster = ['-D', making, '-U', owner, '-A', 'scram-sha-256', `--pwfile=${file}`, '--data-checksums', '--no-instructions']
  const args = [...cluster, ...locale, ...(superuser.sync ? [] : ['--no-sync'])]
  const preparing = promisify(execFile)(binaries.initdb, args, { ...identity, cwd: '/', env: cleanEnvironment() })
  const abandon = () => preparing.child.kill()
  process.once('exit', abandon)
  await preparing
    .catch((error: { stderr?: string; message: string }) => {
      throw new Error(`PostgreSQL could not prepare ${place.data}: ${error.stderr || error.message}`)
    })
    .finally(() => rmSync(folder, { recursive: true }))
  process.off('exit', abandon)
  rmdirSync(place.data)
  renameSync(making, place.data)
}
