// A checkpoint: how many leaves a tree has and their root, as a C2SP signed note (c2sp.org/tlog-checkpoint, c2sp.org/signed-note) under Ed25519.
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

export interface Checkpoint {
  /** Names the log: deployment and agency. */
  origin: string
  size: number
  root: Buffer
}
export interface Signer {
  name: string
  privateKey: KeyObject
}
/** What a verifier trusts: a name, the key's four-byte id and the key. */
export interface VerifierKey {
  name: string
  id: string
  publicKey: KeyObject
}
export interface Note {
  text: string
  signatures: { name: string; id: string; signature: Buffer }[]
}

const ed25519 = 1
/** DER of an Ed25519 public key up to its 32 bytes (RFC 8410). */
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const rawOf = (key: KeyObject): Buffer =>
  (key.type === 'public' ? key : createPublicKey(key)).export({ format: 'der', type: 'spki' }).subarray(spki.length)
const typed = (key: KeyObject): Buffer => Buffer.concat([Buffer.of(ed25519), rawOf(key)])

function idOf(name: string, key: KeyObject): Buffer {
  return createHash('sha256').update(`${name}\n`).update(typed(key)).digest().subarray(0, 4)
}

/** `name+id+key`, the form in which a public key is handed over (c2sp.org/signed-note, vkey). */
export function verifierKeyText({ name, privateKey }: Signer): string {
  return `${name}+${idOf(name, privateKey).toString('hex')}+${typed(privateKey).toString('base64')}`
}

/** Refuses a key that is not Ed25519 or whose id is not its own. */
export function readVerifierKey(text: string): VerifierKey {
  const [, name = '', id = '', key = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ed25519) throw new Error('This is not an Ed25519 verifier key (name+id+base64).')
  const publicKey = createPublicKey({ key: Buffer.concat([spki, bytes.subarray(1)]), format: 'der', type: 'spki' })
  if (idOf(name, publicKey).toString('hex') !== id) throw new Error('The verifier key does not have the id it claims.')
  return { name, id, publicKey }
}

export const textOf = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${root.toString('base64')}\n`

/** One signature line for each signer: after a rotation the old key signs beside the new one, once. */
export function signNote(text: string, signers: Signer[]): string {
  const lines = signers.map(({ name, privateKey }) => {
    const signature = sign(null, Buffer.from(text), privateKey)
    return `— ${name} ${Buffer.concat([idOf(name, privateKey), signature]).toString('base64')}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** The parts of a note, unverified; null when it is not one. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const lines = note.slice(end + 2, -1).split('\n')
  const signatures = lines.map((line) => /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line))
  if (signatures.some((each) => !each)) return null
  return {
    text: note.slice(0, end + 1),
    signatures: signatures.map((each) => {
      const bytes = Buffer.from(each?.[2] ?? '', 'base64')
      return { name: each?.[1] ?? '', id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) }
    }),
  }
}

/** The keys among `trusted` that signed this note. */
export function signersOf(note: Note, trusted: VerifierKey[]): VerifierKey[] {
  return trusted.filter((key) =>
    note.signatures.some(
      ({ name, id, signature }) =>
        name === key.name && id === key.id && verify(null, Buffer.from(note.text), key.publicKey, signature),
    ),
  )
}

/** The checkpoint of a note's text; null when the text is not one. Lines after the root are extensions and are left alone. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split('\n')
  const bytes = Buffer.from(root ?? '', 'base64')
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || bytes.length !== 32) return null
  return { origin, size: Number(size), root: bytes }
}

/** The checkpoint of a note that at least one trusted key signed; null otherwise. */
export function openCheckpoint(note: string, trusted: VerifierKey[]): Checkpoint | null {
  const parts = readNote(note)
  return parts && signersOf(parts, trusted).length > 0 ? readCheckpoint(parts.text) : null
}
