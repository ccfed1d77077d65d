// Step-up: before an act that opens more than usual, whoever is signed in shows the password again (M11). In a demonstration nobody has one.
import { sql } from 'kysely'
import { refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { passwordMatches } from './password.ts'

/** @throws step-up.wrong (the password is not theirs) */
export async function requirePasswordAgain(work: Work, password: string): Promise<void> {
  if (work.demonstration) return
  const { rows } = await sql<{
    passwordHash: string | null
  }>`select password_hash as "passwordHash" from authz.my_login()`.execute(work.tx)
  if (await passwordMatches(rows[0]?.passwordHash, password)) return
  const message = 'That is not your password. It is asked again because this opens a record that is not yours.'
  refuse('step-up.wrong', message, { issues: [{ path: 'password', message }] })
}
