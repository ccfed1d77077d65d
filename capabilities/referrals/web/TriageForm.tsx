// Triage: how urgent, for which program, and what was done at once where somebody is in danger.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, Form } from '../../../web/design/Form.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Triage } from '../decision.ts'
import type { ProgramLabel } from '../page.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { Choice, Long } from './fields.tsx'
import { dangerWords, urgencyWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'

export function TriageForm({ page: { referral } }: DecisionProps) {
  const { facts, safetyDone } = referral
  const programs = useRead<{ programs: ProgramLabel[] }>('/referrals/programs').data?.programs ?? []
  const [wanted, setWanted] = useState<Triage>(() => ({
    urgency: facts.urgency ?? 'routine',
    danger: facts.danger,
    safetyDone,
    programId: facts.programId,
    note: null,
  }))
  const triage = useDecision<Triage>(referral.id, 'triage', t`Triaged. Now it can be decided.`)
  const set = (more: Partial<Triage>) => setWanted({ ...wanted, ...more })
  return (
    <Form
      onSave={() => void triage.save(wanted)}
      saving={triage.saving}
      problem={triage.problem}
      saveLabel={<Trans>Triage</Trans>}
    >
      <UrgencyFields wanted={wanted} set={set} problem={triage.problem} />
      <ChoiceField
        path="programId"
        optional
        label={t`Program`}
        problem={triage.problem}
        value={wanted.programId}
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(programId) => set({ programId })}
      />
      <Long
        path="note"
        optional={!facts.danger || wanted.urgency === 'urgent-safety'}
        short
        label={t`Note`}
        problem={triage.problem}
        value={wanted.note}
        onText={(note) => set({ note })}
      />
    </Form>
  )
}

function UrgencyFields({
  wanted,
  set,
  problem,
}: {
  wanted: Triage
  set: (more: Partial<Triage>) => void
  problem: Problem | null
}) {
  const { urgency, danger, safetyDone } = wanted
  return (
    <>
      <Choice
        path="urgency"
        label={t`How urgent`}
        description={t`Danger never waits on a list: it is seen to today.`}
        problem={problem}
        words={urgencyWords()}
        value={urgency}
        onCode={(code) => set({ urgency: code ?? urgency, danger: code === 'urgent-safety' ? danger : null })}
      />
      {urgency === 'urgent-safety' && (
        <>
          <Choice
            path="danger"
            label={t`What is the danger?`}
            problem={problem}
            words={dangerWords()}
            value={danger}
            onCode={(code) => set({ danger: code })}
          />
          <Long
            path="safetyDone"
            label={t`What was done for their safety today`}
            description={t`Who was called, what was agreed`}
            problem={problem}
            value={safetyDone}
            onText={(words) => set({ safetyDone: words })}
          />
        </>
      )}
    </>
  )
}
