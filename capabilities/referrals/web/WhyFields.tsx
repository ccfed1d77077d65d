// Who asks, why, how urgent it is, what is asked for and who pays.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { NumberInput } from '@mantine/core'
import { ChoiceField, DayField, fieldId, issueAt, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ProgramLabel } from '../page.ts'
import type { Scope, Source } from '../referral.ts'
import { changeFacts, changeScope, changeSource, orNull } from './factsDraft.ts'
import { channelWords, choicesOf, dangerWords, fundingWords, sourceWords, urgencyWords } from './referralWords.ts'
import classes from './referrals.module.css'
import type { FieldsProps } from './WhoFields.tsx'

/** One of the codes of a list of words, or nothing. */
export function codeIn<Code extends string>(words: Record<Code, string>, value: string | null): Code | null {
  const isCode = (each: string): each is Code => each in words
  return value !== null && isCode(value) ? value : null
}

export function SourceFields({ draft, change, problem }: FieldsProps) {
  const { source, channel, receivedOn } = draft.facts
  const { today } = useMe()
  const text = (path: Exclude<keyof Source, 'kind'>, label: string, type = 'text') => (
    <TextField path={`source.${path}`} label={label} optional problem={problem} type={type} autoComplete="off" value={source[path] ?? ''} onChange={(event) => change(changeSource(draft, { [path]: orNull(event.currentTarget.value) }))} />
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend><Trans>Who refers?</Trans></legend>
      <ChoiceField path="source.kind" label={t`The source is`} problem={problem} data={choicesOf(sourceWords())} value={source.kind} onChange={(value) => change(changeSource(draft, { kind: codeIn(sourceWords(), value) }))} />
      {source.kind !== 'self' && <div className={classes.pair}>{text('person', t`Name`)}{text('organization', t`Organization`)}</div>}
      <div className={classes.pair}>{text('phone', t`Their phone`, 'tel')}{text('email', t`Their e-mail`, 'email')}</div>
      <div className={classes.pair}>
        <ChoiceField path="channel" label={t`It came`} problem={problem} data={choicesOf(channelWords())} value={channel} onChange={(value) => change(changeFacts(draft, { channel: codeIn(channelWords(), value) ?? channel }))} />
        <DayField path="receivedOn" label={t`Received on`} max={today} problem={problem} value={receivedOn} onChange={(event) => change(changeFacts(draft, { receivedOn: event.currentTarget.value }))} />
      </div>
    </fieldset>
  )
}

export function ReasonFields({ draft, change, problem }: FieldsProps) {
  const { reason, questions, urgency, danger } = draft.facts
  return (
    <fieldset className={classes.fieldset}>
      <legend><Trans>Why now?</Trans></legend>
      <LongTextField path="reason" label={t`Why the person is referred`} problem={problem} value={reason ?? ''} onChange={(event) => change(changeFacts(draft, { reason: orNull(event.currentTarget.value) }))} />
      <LongTextField path="questions" optional label={t`What the source asks us`} minRows={2} problem={problem} value={questions ?? ''} onChange={(event) => change(changeFacts(draft, { questions: orNull(event.currentTarget.value) }))} />
      <div className={classes.pair}>
        <ChoiceField
          path="urgency" optional label={t`How urgent`} problem={problem} data={choicesOf(urgencyWords())} value={urgency}
          onChange={(value) => change(changeFacts(draft, { urgency: codeIn(urgencyWords(), value), danger: value === 'urgent-safety' ? danger : null }))}
        />
        {urgency === 'urgent-safety' && (
          <ChoiceField path="danger" label={t`What is the danger?`} problem={problem} data={choicesOf(dangerWords())} value={danger} onChange={(value) => change(changeFacts(draft, { danger: codeIn(dangerWords(), value) }))} />
        )}
      </div>
    </fieldset>
  )
}

export function ScopeFields({ draft, change, problem }: FieldsProps) {
  const { scope, programId } = draft.facts
  const programs = useRead<{ programs: ProgramLabel[] }>('/referrals/programs')
  const data = (programs.data?.programs ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const kind = programs.data?.programs.find(({ id }) => id === programId)?.kind
  const compensation = scope.funding === 'workers-compensation' || kind === 'workers-compensation'
  const text = (path: 'payer' | 'memberId', label: string) => (
    <TextField path={`scope.${path}`} label={label} optional problem={problem} autoComplete="off" value={scope[path] ?? ''} onChange={(event) => change(changeScope(draft, { [path]: orNull(event.currentTarget.value) }))} />
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend><Trans>What is asked for, and who pays?</Trans></legend>
      <ChoiceField path="programId" optional label={t`Program`} problem={problem} data={data} value={programId} onChange={(value) => change(changeFacts(draft, { programId: value }))} />
      <LongTextField path="scope.asked" optional label={t`What is asked for`} description={t`“Medical case management, field”, “transition from hospital”`} minRows={2} problem={problem} value={scope.asked ?? ''} onChange={(event) => change(changeScope(draft, { asked: orNull(event.currentTarget.value) }))} />
      <ChoiceField path="scope.funding" label={t`Who pays`} problem={problem} data={choicesOf(fundingWords())} value={scope.funding} onChange={(value) => change(changeScope(draft, { funding: codeIn(fundingWords(), value) ?? scope.funding }))} />
      <div className={classes.pair}>{text('payer', t`Payer`)}{text('memberId', t`Member number`)}</div>
      {compensation && <CompensationFields draft={draft} change={change} problem={problem} />}
    </fieldset>
  )
}

function CompensationFields({ draft, change, problem }: FieldsProps) {
  const { scope } = draft.facts
  const text = (path: 'claimNumber' | 'employer' | 'authorizedServices', label: string) => (
    <TextField path={`scope.${path}`} label={label} problem={problem} autoComplete="off" value={scope[path] ?? ''} onChange={(event) => change(changeScope(draft, { [path]: orNull(event.currentTarget.value) }))} />
  )
  const day = (path: keyof Pick<Scope, 'injuredOn' | 'authorizationEndsOn'>, label: string) => (
    <DayField path={`scope.${path}`} label={label} optional problem={problem} value={scope[path] ?? ''} onChange={(event) => change(changeScope(draft, { [path]: orNull(event.currentTarget.value) }))} />
  )
  return (
    <>
      <div className={classes.pair}>{text('claimNumber', t`Claim number`)}{day('injuredOn', t`Injured on`)}</div>
      {text('employer', t`Employer`)}
      {text('authorizedServices', t`Services authorized`)}
      <div className={classes.pair}>
        <NumberInput
          id={fieldId('scope.authorizedMinutes')} label={t`Hours authorized`} min={0} max={10_000} step={1} decimalScale={1} hideControls error={issueAt(problem, 'scope.authorizedMinutes')}
          value={scope.authorizedMinutes === null ? '' : scope.authorizedMinutes / 60}
          onChange={(value) => change(changeScope(draft, { authorizedMinutes: typeof value === 'number' && value > 0 ? Math.round(value * 60) : null }))}
        />
        {day('authorizationEndsOn', t`Authorized until`)}
      </div>
    </>
  )
}
