// The seal of the record: how it stands, and the letter that carries it out of the house each morning.
import { sealStanding } from '../../platform/audit/standing.ts'
import { canMail, mailLetter } from '../../platform/mail.ts'
import type { Verdict } from '../../platform/audit/verify.ts'
import type { Work } from '../../platform/work.ts'
import { privacyOfficerAddress } from '../team/team.actions.ts'
import { addVerification, lastVerification } from './safekeeping.store.ts'
import type { SealView } from './seal.ts'

export async function recordSeal(work: Work): Promise<SealView> {
  const [standing, verified] = await Promise.all([sealStanding(work.tx), lastVerification(work.tx)])
  return { ...standing, verified }
}

/** Kept for the screen; the audit itself is not touched, so that looking at it changes nothing in it. */
export async function keepVerdict(work: Work, { sealed, witnessed, findings }: Pick<Verdict, 'sealed' | 'witnessed' | 'findings'>): Promise<void> {
  await addVerification(work.tx, { sealed, witnessed, findings: findings.length, kinds: [...new Set(findings.map(({ kind }) => kind))].sort() })
}

/** To whoever guards privacy here; nothing without a mail server, without that person or before the first seal. The letter holds no word of anybody's record. */
export async function mailCheckpoint(work: Work): Promise<void> {
  if (!canMail()) return
  const [{ checkpoint }, to] = await Promise.all([sealStanding(work.tx), privacyOfficerAddress(work)])
  if (!checkpoint || !to) return
  await mailLetter({
    to,
    subject: `${work.agencyName}: checkpoint of ${work.today}`,
    text: `This is the signed checkpoint of your agency's audit. Keep this letter: with it, anybody can prove later whether what was recorded until today has been changed (docs/audit.md).\n\n${checkpoint.note}`,
  })
}
