// Where checkpoints go so that whoever rewrites the database cannot also rewrite what was signed: a file elsewhere, and another installation over HTTP.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifierKeyText } from './checkpoint.ts'
import type { Keyring } from './keys.ts'

export interface Publication {
  agencyId: string
  size: number
  note: string
  /** The RFC 6962 proof that this tree begins with the earlier one. */
  proofFrom(earlier: number): Promise<Buffer[]>
}
export interface Witness {
  name: string
  publish(publication: Publication): Promise<void>
}

const noteFile = (folder: string, deployment: string, agencyId: string) => join(folder, deployment, `${agencyId}.notes`)
const keysFile = (folder: string, deployment: string) => join(folder, deployment, 'verifier-keys')

function appendNote(folder: string, deployment: string, agencyId: string, note: string): void {
  appendFileSync(noteFile(folder, deployment, agencyId), `${note}\n`, { flush: true, mode: 0o600 })
}

/** Appends each note to one file an agency, and each new public key to `verifier-keys`; on the disk before it returns. */
export function fileWitness(folder: string, keysNow: () => Keyring): Witness {
  return {
    name: 'file',
    publish: async ({ agencyId, note }) => {
      const keys = keysNow()
      mkdirSync(join(folder, keys.deployment), { recursive: true, mode: 0o700 })
      const file = keysFile(folder, keys.deployment)
      const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
      for (const line of keys.signers.map((each) => `${verifierKeyText(each)}\n`))
        if (!known.includes(line)) appendFileSync(file, line, { flush: true, mode: 0o600 })
      appendNote(folder, keys.deployment, agencyId, note)
    },
  }
}

/** The notes of a witness file, oldest first. A last one that was cut off while being written is left out. */
export function readWitness(folder: string, deployment: string, agencyId: string): string[] {
  const file = noteFile(folder, deployment, agencyId)
  return existsSync(file) ? notesIn(readFileSync(file, 'utf8')) : []
}
export const notesIn = (text: string): string[] => text.match(/(?:[^\n]+\n){3,}\n(?:— [^\n]+\n)+(?=\n)/g) ?? []

/** Public keys that were ever published to this folder. */
export function readWitnessedKeys(folder: string, deployment: string): string[] {
  const file = keysFile(folder, deployment)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
}

const restoresFile = (folder: string, deployment: string, agencyId: string) => join(folder, deployment, `${agencyId}.restores`)

/** Statements about deliberate restores, oldest first. */
export function readRestores(folder: string, deployment: string, agencyId: string): string[] {
  const file = restoresFile(folder, deployment, agencyId)
  return existsSync(file) ? notesIn(readFileSync(file, 'utf8')) : []
}
export function keepRestore(folder: string, deployment: string, agencyId: string, note: string): void {
  mkdirSync(join(folder, deployment), { recursive: true, mode: 0o700 })
  appendFileSync(restoresFile(folder, deployment, agencyId), `${note}\n`, { flush: true, mode: 0o600 })
}

/**
 * Another installation or agency that checks the consistency proof before it cosigns (c2sp.org/tlog-witness, add-checkpoint).
 * Its cosignatures go to `keep`. Refuses when the witness does: it has seen another history.
 */
export function httpWitness(url: string, keep: (agencyId: string, note: string) => void): Witness {
  const seen = new Map<string, number>()
  const send = async ({ agencyId, size, note, proofFrom }: Publication, earlier: number): Promise<Response> => {
    const proof = earlier > 0 && earlier < size ? await proofFrom(earlier) : []
    const body = `old ${earlier}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`
    const response = await fetch(new URL('add-checkpoint', url), { method: 'POST', body, signal: AbortSignal.timeout(5_000) })
    if (response.ok) {
      seen.set(agencyId, size)
      keep(agencyId, note + (await response.text()))
    }
    return response
  }
  return {
    name: 'http',
    publish: async (publication) => {
      const first = await send(publication, seen.get(publication.agencyId) ?? 0)
      if (first.ok) return
      const standsAt = first.status === 409 ? Number(await first.text()) : Number.NaN
      const again = Number.isInteger(standsAt) && standsAt <= publication.size ? await send(publication, standsAt) : first
      if (!again.ok)
        throw new Error(`The witness at ${new URL(url).host} refused checkpoint ${publication.size}: ${again.status}.`)
    },
  }
}

/** The witnesses an installation was told of: always the file, and the one over HTTP whose cosigned notes go to the same file. */
export function witnessesOf(told: { witnessFolder: string; witnessUrl: string | undefined }, keys: () => Keyring): Witness[] {
  const file = fileWitness(told.witnessFolder, keys)
  if (!told.witnessUrl) return [file]
  const keep = (agencyId: string, note: string) => appendNote(told.witnessFolder, keys().deployment, agencyId, note)
  return [file, httpWitness(told.witnessUrl, keep)]
}
