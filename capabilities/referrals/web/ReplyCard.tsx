// Answers the source: what was said before, by when the next answer is due, and a draft of the words; a letter can be printed.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { DateText, DueText } from '../../../web/design/DateText.tsx'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { ReferralPage, SaidReply } from '../page.ts'
import { letterTo, type Reply } from '../reply.ts'
import { choicesOf, replyChannelWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { codeIn } from './WhyFields.tsx'

export function ReplyCard({ page, writes }: { page: ReferralPage; writes: boolean }) {
  const { referral, replies, replyDueOn } = page
  const [opened, setOpened] = useState(false)
  const href = `/referrals/${referral.id}/letter`
  return (
    <Card padded title={<Trans>Reply to the source</Trans>} aside={replyDueOn && <DueText day={replyDueOn} />}>
      <div className={classes.stack}>
        {replyDueOn && replies.length === 0 && <p className="soft"><Trans>Referral sources hear from us within 1 business day, and again when we have decided.</Trans></p>}
        {replies.map((reply) => <Said key={reply.id} reply={reply} />)}
        {writes && (opened ? <ReplyForm page={page} onDone={() => setOpened(false)} /> : (
          <div>
            <Button variant={replyDueOn ? 'filled' : 'default'} size="compact-md" mr={10} onClick={() => setOpened(true)}><Trans>Record a reply</Trans></Button>
            <GoTo href={href}><Trans>Letter to print</Trans></GoTo>
          </div>
        ))}
      </div>
    </Card>
  )
}

const Said = ({ reply }: { reply: SaidReply }) => (
  <div>
    <div className="soft small"><DateText day={reply.saidOn} /> · {replyChannelWords()[reply.channel].toLocaleLowerCase()} · {t`to ${reply.saidTo}`}{reply.by ? ` · ${reply.by}` : ''}</div>
    <div className={classes.said}>{reply.words}</div>
  </div>
)

function ReplyForm({ page: { referral }, onDone }: { page: ReferralPage; onDone: () => void }) {
  const { today } = useMe()
  const { facts, status, informationQuestion } = referral
  const [reply, setReply] = useState<Reply>(() => {
    const letter = letterTo({ facts, status, receivedInWords: longDayWords(facts.receivedOn), question: informationQuestion })
    return { id: newId(), channel: 'phone', saidTo: facts.source.person ?? facts.source.organization ?? '', text: letter.paragraphs.join('\n\n'), saidOn: today }
  })
  const say = useWrite<Reply, SaidReply[]>('POST', `/referrals/${referral.id}/replies`, {
    renews: [referral.id],
    onSaved: () => {
      sayDone(t`The reply is recorded.`)
      onDone()
    },
  })
  return (
    <Form onSave={() => void say.save(reply)} saving={say.saving} problem={say.problem} saveLabel={<Trans>Record it</Trans>} others={<Button variant="default" onClick={onDone}><Trans>Not now</Trans></Button>}>
      <ChoiceField path="channel" label={t`How`} problem={say.problem} data={choicesOf(replyChannelWords())} value={reply.channel} onChange={(value) => setReply({ ...reply, channel: codeIn(replyChannelWords(), value) ?? reply.channel })} />
      <TextField path="saidTo" label={t`To whom`} problem={say.problem} value={reply.saidTo} onChange={(event) => setReply({ ...reply, saidTo: event.currentTarget.value })} />
      <LongTextField path="text" label={t`What was said`} description={t`No health facts: only that we have it, and what follows.`} problem={say.problem} value={reply.text} onChange={(event) => setReply({ ...reply, text: event.currentTarget.value })} />
      <DayField path="saidOn" label={t`On`} max={today} problem={say.problem} value={reply.saidOn} onChange={(event) => setReply({ ...reply, saidOn: event.currentTarget.value })} />
    </Form>
  )
}
