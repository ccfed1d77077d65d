// Where one cluster lives: its data folder, its socket and its log, each reachable by the user who runs PostgreSQL.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { shelter } from './binaries.ts'
import { mayEnter, type Identity } from './identity.ts'

export interface Place {
  /** PGDATA, real path, mode 0700, owned by PostgreSQL's user. */
  data: string
  /** Folder of the unix socket; undefined on Windows, where Node cannot open one. */
  socket: string | undefined
  logFile: string
}

/** Linux takes 107 bytes for a socket's path and macOS 103; the name itself takes `/.s.PGSQL.5432`. */
const longestSocketFolder = 85

const short = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12)

function privateFolder(path: string, identity: Identity | undefined): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const stat = lstatSync(path)
  const owner = identity?.uid ?? process.getuid?.() ?? stat.uid
  if (!stat.isDirectory() || (stat.uid !== owner && stat.uid !== process.getuid?.())) {
    throw new Error(`${path} belongs to somebody else. Remove it, or choose another folder with CONTINUUM_DATA.`)
  }
  if (identity) chownSync(path, identity.uid, identity.gid)
  chmodSync(path, 0o700)
  return path
}

/** PGDATA; where PostgreSQL's user cannot pass (root's home), the real folder is in the shelter and `postgres` is a link to it. */
function dataFolder(dataDir: string, identity: Identity | undefined): string {
  const wished = join(dataDir, 'postgres')
  if (!existsSync(wished) && !mayEnter(dataDir, identity)) {
    mkdirSync(shelter, { recursive: true, mode: 0o755 })
    symlinkSync(privateFolder(join(shelter, `data-${short(dataDir)}`), identity), wished)
  }
  return privateFolder(existsSync(wished) ? realpathSync(wished) : wished, identity)
}

function socketFolder(data: string, identity: Identity | undefined): string | undefined {
  if (process.platform === 'win32') return undefined
  return Buffer.byteLength(data) <= longestSocketFolder ? data : privateFolder(`/tmp/continuum-${short(data)}`, identity)
}

export function placeOf(dataDir: string, identity: Identity | undefined): Place {
  mkdirSync(dataDir, { recursive: true })
  const data = dataFolder(realpathSync(dataDir), identity)
  return { data, socket: socketFolder(data, identity), logFile: join(dataDir, 'postgres.log') }
}
