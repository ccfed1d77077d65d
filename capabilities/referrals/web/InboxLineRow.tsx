// One referral in the list: who, from whom, why, how old, what next, and whether the source has heard from us.
import { Trans } from '@lingui/react/macro'
import { Chip } from '../../../web/design/Chip.tsx'
import { Row } from '../../../web/design/Row.tsx'
import { useMe } from '../../../web/me.tsx'
import { dueWords, languageWords } from '../../../web/words.ts'
import type { InboxLine } from '../page.ts'
import { agoWords, channelWords, dangerWords, fromWords, nextWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function InboxLineRow({ line }: { line: InboxLine }) {
  const { today } = useMe()
  const from = fromWords({ kind: line.sourceKind, person: line.sourcePerson, organization: line.sourceOrganization })
  const why = line.danger ? dangerWords()[line.danger] : (line.reason ?? line.informationQuestion)
  return (
    <Row
      href={`/referrals/${line.id}`}
      due={line.next.dueOn}
      title={line.name}
      why={
        <>
          <span className={classes.reason}>{why ?? <Trans>Reason not written down yet</Trans>}</span>
          <span className={classes.meta}>
            <span>
              {from} · {channelWords()[line.channel]} · {agoWords(line.ageDays)}
              {line.programName ? ` · ${line.programName}` : ''}
            </span>
            <LineChips line={line} today={today} />
          </span>
        </>
      }
      action={<span className={classes.next}>{nextWords(line.next, today)}</span>}
    />
  )
}

/** What changes how somebody goes about it: the language, and a source that should hear from us by today. */
function LineChips({ line, today }: { line: InboxLine; today: string }) {
  const language = line.spokenLanguage && !line.spokenLanguage.startsWith('en') ? languageWords(line.spokenLanguage) : null
  const reply = line.replyDueOn ? dueWords(line.replyDueOn, today) : null
  return (
    <>
      {language && (
        <Chip tone="language">
          {language}
          {line.interpreter === 'needed' && <Trans> · interpreter needed</Trans>}
        </Chip>
      )}
      {reply && reply.tone !== 'later' && (
        <Chip tone={reply.tone}>
          <Trans>Reply to the source: {reply.text}</Trans>
        </Chip>
      )}
    </>
  )
}
