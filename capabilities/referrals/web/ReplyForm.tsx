// The reply that was given to the source, with a draft of the words: what happened, never the person's health.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { newId, type Problem } from '../../../web/api.ts'
import { Form } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { Referral, ReferralPage, SaidReply } from '../page.ts'
import { letterTo, type Reply } from '../reply.ts'
import { Choice, Day, Long, Text } from './fields.tsx'
import { replyChannelWords } from './referralWords.ts'

/** What could be said today, to whoever refers. */
function draftOf({ facts, status, informationQuestion }: Referral, today: string): Reply {
  const { paragraphs } = letterTo({
    facts,
    status,
    receivedInWords: longDayWords(facts.receivedOn),
    question: informationQuestion,
  })
  const saidTo = facts.source.person ?? facts.source.organization ?? ''
  return { id: newId(), channel: 'phone', saidTo, text: paragraphs.join('\n\n'), saidOn: today }
}

export function ReplyForm({ page: { referral }, onDone }: { page: ReferralPage; onDone: () => void }) {
  const { today } = useMe()
  const [reply, setReply] = useState<Reply>(() => draftOf(referral, today))
  const say = useWrite<Reply, SaidReply[]>('POST', `/referrals/${referral.id}/replies`, {
    renews: [referral.id],
    onSaved: () => {
      sayDone(t`The reply is recorded.`)
      onDone()
    },
  })
  const later = (
    <Button variant="default" onClick={onDone}>
      <Trans>Not now</Trans>
    </Button>
  )
  return (
    <Form
      onSave={() => void say.save(reply)}
      saving={say.saving}
      problem={say.problem}
      saveLabel={<Trans>Record it</Trans>}
      others={later}
    >
      <ReplyFields reply={reply} set={(more) => setReply({ ...reply, ...more })} problem={say.problem} />
    </Form>
  )
}

function ReplyFields({ reply, set, problem }: { reply: Reply; set: (more: Partial<Reply>) => void; problem: Problem | null }) {
  const { today } = useMe()
  return (
    <>
      <Choice
        path="channel"
        label={t`How`}
        problem={problem}
        words={replyChannelWords()}
        value={reply.channel}
        onCode={(code) => set({ channel: code ?? reply.channel })}
      />
      <Text
        path="saidTo"
        label={t`To whom`}
        problem={problem}
        value={reply.saidTo}
        onText={(words) => set({ saidTo: words ?? '' })}
      />
      <Long
        path="text"
        label={t`What was said`}
        description={t`No health facts: only that we have it, and what follows.`}
        problem={problem}
        value={reply.text}
        onText={(words) => set({ text: words ?? '' })}
      />
      <Day
        path="saidOn"
        label={t`On`}
        max={today}
        problem={problem}
        value={reply.saidOn}
        onText={(day) => set({ saidOn: day ?? today })}
      />
    </>
  )
}
