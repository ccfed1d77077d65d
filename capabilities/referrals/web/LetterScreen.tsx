// The letter to the source, ready to print: the agency, the day, the claim or name, what was decided; nothing about health.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useParam } from '../../../web/address.ts'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { ReferralPage } from '../page.ts'
import { letterTo } from '../reply.ts'
import classes from './referrals.module.css'

export default function LetterScreen() {
  const referralId = useParam('referralId')
  const page = useRead<ReferralPage>(`/referrals/${referralId}`)
  const actions = (
    <>
      <GoTo href={`/referrals/${referralId}`}>
        <Trans>Back to the referral</Trans>
      </GoTo>
      <Button onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
    </>
  )
  return (
    <Screen title={t`Letter to the source`} ownHeading actions={actions}>
      <Reading of={page}>{(found) => <Letter page={found} />}</Reading>
    </Screen>
  )
}

function Letter({ page: { referral } }: { page: ReferralPage }) {
  const { agency, staff, today } = useMe()
  const { facts, status, informationQuestion } = referral
  const { to, subject, paragraphs } = letterTo({
    facts,
    status,
    receivedInWords: longDayWords(facts.receivedOn),
    question: informationQuestion,
  })
  return (
    <article className={classes.letter}>
      <p>
        <strong>{agency.name}</strong>
      </p>
      <p>{longDayWords(today)}</p>
      <p>{to.join('\n') || t`To whom it may concern`}</p>
      <h1 style={{ fontSize: 16 }}>{subject}</h1>
      {paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>
        {[staff.name, staff.credentialLine].filter(Boolean).join(', ')}
        {'\n'}
        {agency.name}
      </p>
    </article>
  )
}
