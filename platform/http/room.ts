// Whether the disk of the database has room left. While there is little, saves are refused in words: a database that runs out entirely ends itself.
import { statfsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

export interface Room {
  isShort(): boolean
}

/** Two segments of the database's log, a checkpoint, and what reading writes down in the audit until somebody makes room. */
const leastBytes = 64 * 1_048_576
const lookEveryMs = 500

/** Looks at most twice a second. */
export function roomOn(folder: string, least = leastBytes): Room {
  let [lookedAt, short] = [-lookEveryMs, false]
  return {
    isShort() {
      if (performance.now() - lookedAt < lookEveryMs) return short
      lookedAt = performance.now()
      const { bavail, bsize } = statfsSync(folder)
      short = bavail * bsize < least
      return short
    },
  }
}

/** Signing in and out goes on, so that people can read what is there. */
const isSave = (method: string, url: string): boolean =>
  method !== 'GET' && url.startsWith('/api/') && !url.startsWith('/api/sign-')

/** Refuses saves before their bodies are read: 503 `storage-full`, as where the disk itself says so. */
export function keepRoom(app: FastifyInstance, room: Room): void {
  app.addHook('onRequest', async ({ method, url }) => {
    if (isSave(method, url) && room.isShort()) throw Object.assign(new Error('little room is left'), { code: 'ENOSPC' })
  })
}
