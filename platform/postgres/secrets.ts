// The installation's own secrets: random values made once, kept in one file that only its owner can read.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileOf = (dataDir: string) => join(dataDir, 'secrets.json')

function readAll(dataDir: string): Record<string, string> {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return {}
  chmodSync(file, 0o600)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The secret of that name; 256 random bits, hex, made on first use. Written beside and renamed, so a crash never leaves half a file. */
export function secret(dataDir: string, name: string): string {
  const all = readAll(dataDir)
  const known = all[name]
  if (known) return known
  mkdirSync(dataDir, { recursive: true })
  const made = randomBytes(32).toString('hex')
  const beside = `${fileOf(dataDir)}.${process.pid}`
  writeFileSync(beside, JSON.stringify({ ...all, [name]: made }, null, 2) + '\n', { mode: 0o600 })
  try {
    if (Object.keys(all).length === 0) linkSync(beside, fileOf(dataDir))
    else renameSync(beside, fileOf(dataDir))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return secret(dataDir, name)
  } finally {
    rmSync(beside, { force: true })
  }
  return made
}
