// The seal of the record: how it stands, and the letter that carries it out of the house each morning.
import { sealStanding } from '../../platform/audit/standing.ts'
import { canMail, mailLetter } from '../../platform/mail.ts'
import type { Work } from '../../platform/work.ts'
import { privacyOfficerAddress } from '../team/team.actions.ts'
import type { SealView } from './seal.ts'

export const recordSeal = (work: Work): Promise<SealView> => sealStanding(work.tx)

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
