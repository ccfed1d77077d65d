// What the database keeps of a secret that only its holder has (a sign-in's token, an invitation, a receiver's code): its SHA-256, never itself.
import { createHash } from 'node:crypto'

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
