// Sealing a few bytes: AES-256-GCM with a random 96-bit IV, bound to what they are about. Pure: it knows no key but the one it is given.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const [ivBytes, tagBytes] = [12, 16]

/** IV, tag, ciphertext. `about` is authenticated, not hidden: the same bytes put anywhere else do not open (NIST SP 800-38D). */
export function sealWith(key: Buffer, about: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** @throws when a bit was changed, the key is another, or the bytes were sealed about something else. */
export function openSealed(key: Buffer, about: string, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** The row and column that a sealed value belongs to. */
export interface Place {
  table: string
  row: string
  column: string
}

const format = 1
const headBytes = 5

/** `agency|table|row|column|key version` (M10). */
const about = (agencyId: string, { table, row, column }: Place, keyVersion: number): string =>
  ['continuum', agencyId, table, row, column, keyVersion].join('|')

/** One byte of format, four of key version, then the sealed bytes. */
export function sealAt(key: Buffer, keyVersion: number, agencyId: string, place: Place, text: string): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(format, 0)
  head.writeUInt32BE(keyVersion, 1)
  return Buffer.concat([head, sealWith(key, about(agencyId, place, keyVersion), Buffer.from(text))])
}

export function keyVersionOf(sealed: Buffer): number {
  if (sealed.length < headBytes + ivBytes + tagBytes || sealed.readUInt8(0) !== format)
    throw new Error('These bytes are not sealed by Continuum.')
  return sealed.readUInt32BE(1)
}

export function openAt(key: Buffer, agencyId: string, place: Place, sealed: Buffer): string {
  return openSealed(key, about(agencyId, place, keyVersionOf(sealed)), sealed.subarray(headBytes)).toString()
}
