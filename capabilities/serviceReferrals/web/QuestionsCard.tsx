// Questions of the receiver and our answers.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { isOpen } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import classes from './services.module.css'
import { useServiceSave } from './useServices.ts'

export function QuestionsCard({ view: { referral, messages, mayWrite, links } }: { view: ServiceReferralView }) {
  const [words, setWords] = useState('')
  const { save, saving, problem } = useServiceSave<object>('POST', `/${referral.id}/messages`, () => setWords(''))
  const mayReply = mayWrite && isOpen(referral.status) && links.some(({ alive }) => alive)
  if (messages.length === 0 && !mayReply) return null
  return (
    <Card title={<Trans>Questions</Trans>}>
      <div className={classes.padded}>
        {messages.length === 0 && <p className="soft"><Trans>{referral.performerName} has asked nothing.</Trans></p>}
        {messages.map((each) => (
          <div key={each.id} className={classes.said}>
            <p>{each.words}</p>
            <span className="soft small">{each.author === 'receiver' ? referral.performerName : (each.createdByName ?? <Trans>Us</Trans>)} · <MomentText at={each.at} /></span>
          </div>
        ))}
        {mayReply && (
          <Form onSave={() => void save({ words })} saving={saving} problem={problem} saveLabel={<Trans>Send to them</Trans>}>
            <LongTextField path="words" label={t`Write to them`} description={t`They read it behind their link. Say no more than they need.`} minRows={2} value={words} problem={problem} onChange={(event) => setWords(event.currentTarget.value)} />
          </Form>
        )}
      </div>
    </Card>
  )
}
