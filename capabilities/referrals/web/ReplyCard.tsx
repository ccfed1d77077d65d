// Answers the source: what was said before, by when the next answer is due, and a draft of the words; a letter can be printed.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { DateText, DueText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import type { ReferralPage, SaidReply } from '../page.ts'
import { replyChannelWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { ReplyForm } from './ReplyForm.tsx'

export function ReplyCard({ page, writes }: { page: ReferralPage; writes: boolean }) {
  const { referral, replies, replyDueOn } = page
  const [opened, setOpened] = useState(false)
  const href = `/referrals/${referral.id}/letter`
  return (
    <Card padded title={<Trans>Reply to the source</Trans>} aside={replyDueOn && <DueText day={replyDueOn} />}>
      <div className={classes.stack}>
        {replyDueOn && replies.length === 0 && (
          <p className="soft">
            <Trans>Referral sources hear from us within 1 business day, and again when we have decided.</Trans>
          </p>
        )}
        {replies.map((reply) => (
          <Said key={reply.id} reply={reply} />
        ))}
        {writes &&
          (opened ? (
            <ReplyForm page={page} onDone={() => setOpened(false)} />
          ) : (
            <div>
              <Button variant={replyDueOn ? 'filled' : 'default'} size="compact-md" mr={10} onClick={() => setOpened(true)}>
                <Trans>Record a reply</Trans>
              </Button>
              <GoTo href={href}>
                <Trans>Letter to print</Trans>
              </GoTo>
            </div>
          ))}
      </div>
    </Card>
  )
}

const Said = ({ reply }: { reply: SaidReply }) => (
  <div>
    <div className="soft small">
      <DateText day={reply.saidOn} /> · {replyChannelWords()[reply.channel].toLocaleLowerCase()} · {t`to ${reply.saidTo}`}
      {reply.by ? ` · ${reply.by}` : ''}
    </div>
    <div className={classes.said}>{reply.words}</div>
  </div>
)
