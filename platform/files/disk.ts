// Where the bytes of files are: one interface; this one keeps them on the local disk, named by agency and SHA-256.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

export interface Storage {
  /** Keeps bytes once however often they come, safely on disk when it resolves; answers their SHA-256. */
  keep(agencyId: string, bytes: Uint8Array): Promise<Buffer>
  /** The bytes, checked against their digest. Throws when they are gone or damaged. */
  open(agencyId: string, sha256: Buffer): Promise<Uint8Array>
}

/** The installation's own storage: `files` under the data folder. */
export const storage = (): Storage => diskAt(join(resolve(process.env.CONTINUUM_DATA ?? '.continuum'), 'files'))

export function diskAt(folder: string): Storage {
  const place = (agencyId: string, sha256: Buffer) => join(folder, agencyId, sha256.toString('hex', 0, 1), sha256.toString('hex'))
  return {
    async keep(agencyId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest()
      const path = place(agencyId, sha256)
      const there = await stat(path).catch(() => null)
      if (there?.size !== bytes.length) await writeSafely(path, bytes)
      return sha256
    },
    async open(agencyId, sha256) {
      const bytes = await readFile(place(agencyId, sha256))
      if (!createHash('sha256').update(bytes).digest().equals(sha256)) throw new Error('a stored file does not match its digest')
      return bytes
    },
  }
}

/** Under another name first, so that a power cut never leaves half a file under a good one. */
async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const quarantine = `${path}.${randomUUID()}`
  const file = await open(quarantine, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(quarantine, path)
  } catch (fault) {
    await file.close().catch(() => {})
    await rm(quarantine, { force: true })
    throw fault
  }
}
