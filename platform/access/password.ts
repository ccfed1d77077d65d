// Passwords: argon2id with 64 MiB (M11), a queue of two so that sign-ins cannot exhaust memory; long enough, and not one everybody tries first.
import { hash, verify } from '@node-rs/argon2'
import { test as isCommon } from 'fxa-common-password-list'
import { refuse } from '../refusal.ts'

const argon2id = 2
const options = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 }
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await act()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, options))

/** Compares in the same time whether or not the account exists. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password')
  const kept = stored ?? (await decoy)
  return (await inTurn(() => verify(kept, password).catch(() => false))) && Boolean(stored)
}
let decoy: Promise<string> | undefined

/** Length is what protects; there are no composition rules (NIST SP 800-63B 5.1.1). */
export function requireGoodPassword(password: string): void {
  const issue = (message: string) => refuse('password.weak', message, { issues: [{ path: 'password', message }] })
  if ([...password].length < 12) issue('Use at least 12 characters. A short sentence works well.')
  if (isCommon(password) || isCommon(password.toLowerCase()))
    issue('This password is one of those tried first by attackers. Choose another.')
}
