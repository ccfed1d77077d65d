// The root key of the installation: it wraps the agencies' keys and never enters the database. A file by default; a key management service by two functions.
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { openSealed, sealWith } from './seal.ts'

/** What a key management service has to offer. `about` names the key that is wrapped; what is unwrapped under another name is refused. */
export interface KeyKeeper {
  wrap(key: Buffer, about: string): Promise<Buffer>
  unwrap(wrapped: Buffer, about: string): Promise<Buffer>
}

/** `CONTINUUM_ROOT_KEY_FILE`, or beside the embedded database's folder. Several servers of one database need the same file. */
export const rootKeyFile = (): string =>
  process.env.CONTINUUM_ROOT_KEY_FILE ?? join(resolve(process.env.CONTINUUM_DATA ?? '.continuum'), 'root.key')

const keyBytes = 32
const nameOf = (key: Buffer): Buffer => createHash('sha256').update('continuum root key').update(key).digest().subarray(0, 8)

/** One key a line, hex, the newest first. Old ones stay until everything they wrapped is wrapped anew. */
function readKeys(file: string): Buffer[] {
  const keys = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from(line.trim(), 'hex'))
  if (keys.length === 0 || keys.some((key) => key.length !== keyBytes))
    throw new Error(`${file} does not hold root keys: one a line, ${keyBytes * 2} hexadecimal digits. Put the kept copy back.`)
  return keys
}

function writeBeside(file: string, keys: readonly Buffer[]): string {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(beside, keys.map((key) => `${key.toString('hex')}\n`).join(''), { mode: 0o600 })
  return beside
}

/** Makes the key on first use. Written beside and linked, so that of two first uses one wins and no half file is read. */
function makeFirstKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = writeBeside(file, [randomBytes(keyBytes)])
  try {
    linkSync(beside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Puts a new key first. Whoever rotates then wraps the agencies' keys anew; `forgetOldRootKeys` ends it. */
export function addRootKey(file: string): void {
  renameSync(writeBeside(file, [randomBytes(keyBytes), ...readKeys(file)]), file)
}

/** Keeps the newest key only: what an older one wrapped, in the database or a backup of it, stays shut. */
export function forgetOldRootKeys(file: string): void {
  renameSync(writeBeside(file, readKeys(file).slice(0, 1)), file)
}

/** The keeper of a key file. Read once; @throws a plain sentence when the file lacks the key that wrapped something. */
export function fileKeeper(file: string): KeyKeeper {
  if (!existsSync(file)) makeFirstKey(file)
  chmodSync(file, 0o600)
  const keys = readKeys(file)
  const named = new Map(keys.map((key) => [nameOf(key).toString('hex'), key]))
  const [newest] = keys
  return {
    wrap: async (key, about) => Buffer.concat([nameOf(newest!), sealWith(newest!, about, key)]),
    unwrap: async (wrapped, about) => {
      const key = named.get(wrapped.subarray(0, 8).toString('hex'))
      if (!key) throw new Error(`The root key in ${file} is not the one this database was written with. Put the kept copy back.`)
      return openSealed(key, about, wrapped.subarray(8))
    },
  }
}

let chosen: KeyKeeper | undefined
/** The installation's keeper: the file, unless another was chosen at the start. */
export const keyKeeper = (): KeyKeeper => (chosen ??= fileKeeper(rootKeyFile()))
/** A key management service in place of the file; undefined goes back to the file and reads it again. */
export function keepKeysWith(keeper: KeyKeeper | undefined): void {
  chosen = keeper
}
