// Step-up: before an act that opens more than usual, whoever is signed in shows again who they are (M11): the password, or, where the agency's identity
// provider let them in, having been asked there in the last five minutes. In a demonstration nobody has a password.
import { sql } from 'kysely'
import type { Tx } from '../db.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { passwordMatches } from './password.ts'

export interface MySignIn {
  /** password, passkey, oidc … */
  method: string
  /** Asked for proof in the last five minutes */
  lately: boolean
  /** What the identity provider is called, where it let this person in */
  label: string | null
  agencySlug: string
}
export async function mySignIn(tx: Tx): Promise<MySignIn> {
  const { rows } = await sql<MySignIn>`select method, lately, label, agency_slug as "agencySlug" from authz.my_sign_in()`.execute(
    tx,
  )
  return rows[0] ?? { method: 'none', lately: false, label: null, agencySlug: '' }
}

/** @throws step-up.provider-needed where the provider has not asked lately. Answers whether the provider vouches, so that no password is needed. */
export async function vouchedByProvider({ tx }: Work): Promise<boolean> {
  const { method, lately, label } = await mySignIn(tx)
  if (method !== 'oidc') return false
  if (!lately)
    refuse('step-up.provider-needed', `Confirm with ${label ?? 'your provider'} that it is you, then save again.`, {
      params: { label: label ?? '' },
    })
  return true
}

/** @throws step-up.wrong (the password is not theirs), step-up.provider-needed */
export async function requirePasswordAgain(work: Work, password: string): Promise<void> {
  if (work.demonstration || (await vouchedByProvider(work))) return
  const { rows } = await sql<{
    passwordHash: string | null
  }>`select password_hash as "passwordHash" from authz.my_login()`.execute(work.tx)
  if (await passwordMatches(rows[0]?.passwordHash, password)) return
  const message = 'That is not your password. It is asked again because this opens a record that is not yours.'
  refuse('step-up.wrong', message, { issues: [{ path: 'password', message }] })
}
