// Makes the receiver's secret (80 bits); the database keeps its digest only.
import { randomBytes } from 'node:crypto'
import { letters } from './code.ts'

export const newCode = (): string => [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
