// What is asked for and who pays; workers' compensation names the claim, the services and the hours.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { NumberInput } from '@mantine/core'
import { ChoiceField, fieldId, issueAt } from '../../../web/design/Form.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ProgramLabel } from '../page.ts'
import type { Scope } from '../referral.ts'
import { changeFacts, changeScope, type FieldsProps } from './factsDraft.ts'
import { Choice, Day, Long, Text } from './fields.tsx'
import { fundingWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function ScopeFields({ draft, change, problem }: FieldsProps) {
  const { scope, programId } = draft.facts
  const programs = useRead<{ programs: ProgramLabel[] }>('/referrals/programs').data?.programs ?? []
  const kind = programs.find(({ id }) => id === programId)?.kind
  const compensation = scope.funding === 'workers-compensation' || kind === 'workers-compensation'
  const set = (more: Partial<Scope>) => change(changeScope(draft, more))
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        <Trans>What is asked for, and who pays?</Trans>
      </legend>
      <ChoiceField
        path="programId"
        optional
        label={t`Program`}
        problem={problem}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={programId}
        onChange={(value) => change(changeFacts(draft, { programId: value }))}
      />
      <Long
        path="scope.asked"
        optional
        short
        label={t`What is asked for`}
        description={t`“Medical case management, field”, “transition from hospital”`}
        problem={problem}
        value={scope.asked}
        onText={(asked) => set({ asked })}
      />
      <PayerFields scope={scope} set={set} problem={problem} />
      {compensation && <CompensationFields scope={scope} set={set} problem={problem} />}
    </fieldset>
  )
}

interface ScopeProps extends Pick<FieldsProps, 'problem'> {
  scope: Scope
  set: (more: Partial<Scope>) => void
}

function PayerFields({ scope, set, problem }: ScopeProps) {
  return (
    <>
      <Choice
        path="scope.funding"
        label={t`Who pays`}
        problem={problem}
        words={fundingWords()}
        value={scope.funding}
        onCode={(code) => set({ funding: code ?? scope.funding })}
      />
      <div className={classes.pair}>
        <Text
          path="scope.payer"
          label={t`Payer`}
          optional
          problem={problem}
          value={scope.payer}
          onText={(payer) => set({ payer })}
        />
        <Text
          path="scope.memberId"
          label={t`Member number`}
          optional
          problem={problem}
          value={scope.memberId}
          onText={(memberId) => set({ memberId })}
        />
      </div>
    </>
  )
}

function CompensationFields({ scope, set, problem }: ScopeProps) {
  const text = (part: 'claimNumber' | 'employer' | 'authorizedServices', label: string) => (
    <Text path={`scope.${part}`} label={label} problem={problem} value={scope[part]} onText={(words) => set({ [part]: words })} />
  )
  const day = (part: 'injuredOn' | 'authorizationEndsOn', label: string) => (
    <Day
      path={`scope.${part}`}
      label={label}
      optional
      problem={problem}
      value={scope[part]}
      onText={(words) => set({ [part]: words })}
    />
  )
  return (
    <>
      <div className={classes.pair}>
        {text('claimNumber', t`Claim number`)}
        {day('injuredOn', t`Injured on`)}
      </div>
      {text('employer', t`Employer`)}
      {text('authorizedServices', t`Services authorized`)}
      <div className={classes.pair}>
        <NumberInput
          id={fieldId('scope.authorizedMinutes')}
          label={t`Hours authorized`}
          min={0}
          max={10_000}
          decimalScale={1}
          hideControls
          error={issueAt(problem, 'scope.authorizedMinutes')}
          value={scope.authorizedMinutes === null ? '' : scope.authorizedMinutes / 60}
          onChange={(hours) => set({ authorizedMinutes: typeof hours === 'number' && hours > 0 ? Math.round(hours * 60) : null })}
        />
        {day('authorizationEndsOn', t`Authorized until`)}
      </div>
    </>
  )
}
