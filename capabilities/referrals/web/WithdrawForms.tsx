// It is not ours to decide any more: withdrawn by the source or the person, or a duplicate of what we have.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead } from '../../../web/reads.ts'
import type { DuplicateMark, Withdrawal } from '../decision.ts'
import type { Similar } from '../page.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { orNull } from './factsDraft.ts'
import { choicesOf, withdrawWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { SimilarCard } from './SimilarCard.tsx'
import { useDecision } from './useDecision.ts'
import { codeIn } from './fields.tsx'

export function WithdrawForm({ page: { referral } }: DecisionProps) {
  const [wanted, setWanted] = useState<Withdrawal>({ by: 'source', reason: 'no-longer-needed', note: null })
  const withdraw = useDecision<Withdrawal>(referral.id, 'withdrawal', t`Withdrawn.`)
  const whom = { source: t`The source`, client: t`The person` }
  return (
    <Form
      onSave={() => void withdraw.save(wanted)}
      saving={withdraw.saving}
      problem={withdraw.problem}
      saveLabel={<Trans>Record the withdrawal</Trans>}
    >
      <ChoiceField
        path="by"
        label={t`Who withdraws it?`}
        problem={withdraw.problem}
        data={choicesOf(whom)}
        value={wanted.by}
        onChange={(value) => setWanted({ ...wanted, by: codeIn(whom, value) ?? wanted.by })}
      />
      <ChoiceField
        path="reason"
        label={t`Why`}
        problem={withdraw.problem}
        data={choicesOf(withdrawWords())}
        value={wanted.reason}
        onChange={(value) => setWanted({ ...wanted, reason: codeIn(withdrawWords(), value) ?? wanted.reason })}
      />
      <LongTextField
        path="note"
        optional
        label={t`Note`}
        minRows={2}
        problem={withdraw.problem}
        value={wanted.note ?? ''}
        onChange={(event) => setWanted({ ...wanted, note: orNull(event.currentTarget.value) })}
      />
    </Form>
  )
}

export function DuplicateForm({ page: { referral } }: DecisionProps) {
  const similar = useRead<Similar>(`/referrals/${referral.id}/similar`)
  const mark = useDecision<DuplicateMark>(referral.id, 'duplicate', t`Marked as a duplicate; the other one goes on.`)
  const button = (of: DuplicateMark['of'], id: string) => (
    <Button variant="default" size="compact-sm" loading={mark.saving} onClick={() => void mark.save({ of, id, note: null })}>
      <Trans>This is the one</Trans>
    </Button>
  )
  return (
    <div className={classes.stack}>
      <p className="soft">
        <Trans>Choose what it duplicates. Both stay in the record; only the other one goes on.</Trans>
      </p>
      <ProblemNotice problem={mark.problem} />
      <Reading of={similar}>
        {(found) => (
          <SimilarCard
            similar={found}
            clientAction={({ client }) => button('client', client.id)}
            referralAction={({ id }) => button('referral', id)}
          />
        )}
      </Reading>
    </div>
  )
}
