// Makes the receiver's secret (80 bits); the database keeps its digest only.
import { createHash, randomBytes } from 'node:crypto'
import { letters } from './code.ts'

export const newCode = (): string => [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')

/** What the door compares (platform/http/door.ts). */
export const codeDigest = (code: string): Buffer => createHash('sha256').update(code).digest()
