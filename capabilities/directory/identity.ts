// The ids of what comes from elsewhere: a UUID stays, any other id becomes one that is the same every time (RFC 9562, version 5).
import { createHash } from 'node:crypto'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Made once for this product; never changes. */
const house = '6f1d6c1e-7f0e-4d7b-9a56-3c1f3b0f2a11'

export function uuidOf(name: string, namespace: string = house): string {
  const bytes = createHash('sha1').update(Buffer.from(namespace.replaceAll('-', ''), 'hex')).update(name).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** `table` and `id` as the source has them. The same row of the same source is the same entry at every import. */
export function identityOf(source: string, table: string, id: string): string {
  const plain = id.trim().toLowerCase()
  return uuid.test(plain) ? plain : uuidOf(`${source}/${table}/${id.trim()}`)
}

/** A package's or folder's name as the name of a source. */
export function sourceNamed(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+|-+$/g, '').slice(0, 100)
  return plain || 'directory'
}
