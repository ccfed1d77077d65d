// Which operating-system user runs PostgreSQL: ourselves, or `nobody` when we are root, because PostgreSQL refuses to run as root.
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Identity {
  uid: number
  gid: number
}

/** Undefined means: run as whoever we are. */
export function postgresIdentity(): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid)
    throw new Error('PostgreSQL does not run as root and there is no user "nobody". Start Continuum as an ordinary user.')
  return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
}

/** Whether that user may pass through the directory and every directory above it, by mode bits. */
export function mayEnter(directory: string, identity: Identity | undefined): boolean {
  if (!identity) return true
  const stat = statSync(directory)
  const bit = stat.uid === identity.uid ? 0o100 : stat.gid === identity.gid ? 0o010 : 0o001
  const above = dirname(directory)
  return (stat.mode & bit) !== 0 && (above === directory || mayEnter(above, identity))
}
