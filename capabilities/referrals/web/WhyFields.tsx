// Who asks, why, and how urgent it is.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useMe } from '../../../web/me.tsx'
import type { Source } from '../referral.ts'
import { changeFacts, changeSource, type FieldsProps } from './factsDraft.ts'
import { Choice, Day, Long, Text } from './fields.tsx'
import { channelWords, dangerWords, sourceWords, urgencyWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function SourceFields({ draft, change, problem }: FieldsProps) {
  const { source } = draft.facts
  const text = (part: Exclude<keyof Source, 'kind'>, label: string, type?: 'tel' | 'email') => (
    <Text
      path={`source.${part}`}
      label={label}
      optional
      problem={problem}
      {...(type && { type })}
      value={source[part]}
      onText={(words) => change(changeSource(draft, { [part]: words }))}
    />
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        <Trans>Who refers?</Trans>
      </legend>
      <Choice
        path="source.kind"
        label={t`The source is`}
        problem={problem}
        words={sourceWords()}
        value={source.kind}
        onCode={(kind) => change(changeSource(draft, { kind }))}
      />
      {source.kind !== 'self' && (
        <div className={classes.pair}>
          {text('person', t`Name`)}
          {text('organization', t`Organization`)}
        </div>
      )}
      <div className={classes.pair}>
        {text('phone', t`Their phone`, 'tel')}
        {text('email', t`Their e-mail`, 'email')}
      </div>
      <ArrivalFields draft={draft} change={change} problem={problem} />
    </fieldset>
  )
}

function ArrivalFields({ draft, change, problem }: FieldsProps) {
  const { channel, receivedOn } = draft.facts
  const { today } = useMe()
  return (
    <div className={classes.pair}>
      <Choice
        path="channel"
        label={t`It came`}
        problem={problem}
        words={channelWords()}
        value={channel}
        onCode={(code) => change(changeFacts(draft, { channel: code ?? channel }))}
      />
      <Day
        path="receivedOn"
        label={t`Received on`}
        max={today}
        problem={problem}
        value={receivedOn}
        onText={(day) => change(changeFacts(draft, { receivedOn: day ?? today }))}
      />
    </div>
  )
}

export function ReasonFields({ draft, change, problem }: FieldsProps) {
  const { reason, questions } = draft.facts
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        <Trans>Why now?</Trans>
      </legend>
      <Long
        path="reason"
        label={t`Why the person is referred`}
        problem={problem}
        value={reason}
        onText={(words) => change(changeFacts(draft, { reason: words }))}
      />
      <Long
        path="questions"
        optional
        short
        label={t`What the source asks us`}
        problem={problem}
        value={questions}
        onText={(words) => change(changeFacts(draft, { questions: words }))}
      />
      <UrgencyFields draft={draft} change={change} problem={problem} />
    </fieldset>
  )
}

function UrgencyFields({ draft, change, problem }: FieldsProps) {
  const { urgency, danger } = draft.facts
  return (
    <div className={classes.pair}>
      <Choice
        path="urgency"
        optional
        label={t`How urgent`}
        problem={problem}
        words={urgencyWords()}
        value={urgency}
        onCode={(code) => change(changeFacts(draft, { urgency: code, danger: code === 'urgent-safety' ? danger : null }))}
      />
      {urgency === 'urgent-safety' && (
        <Choice
          path="danger"
          label={t`What is the danger?`}
          problem={problem}
          words={dangerWords()}
          value={danger}
          onCode={(code) => change(changeFacts(draft, { danger: code }))}
        />
      )}
    </div>
  )
}
