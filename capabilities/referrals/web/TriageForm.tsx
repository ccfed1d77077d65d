// Triage: how urgent, for which program, and what was done at once where somebody is in danger.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { ChoiceField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Triage } from '../decision.ts'
import type { ProgramLabel } from '../page.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { orNull } from './factsDraft.ts'
import { choicesOf, dangerWords, urgencyWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'
import { codeIn } from './WhyFields.tsx'

export function TriageForm({ page: { referral } }: DecisionProps) {
  const { facts } = referral
  const programs = useRead<{ programs: ProgramLabel[] }>('/referrals/programs')
  const [wanted, setWanted] = useState<Triage>({ urgency: facts.urgency ?? 'routine', danger: facts.danger, safetyDone: referral.safetyDone, programId: facts.programId, note: null })
  const triage = useDecision<Triage>(referral.id, 'triage', t`Triaged. Now it can be decided.`)
  const set = (more: Partial<Triage>) => setWanted({ ...wanted, ...more })
  const urgent = wanted.urgency === 'urgent-safety'
  return (
    <Form onSave={() => void triage.save(wanted)} saving={triage.saving} problem={triage.problem} saveLabel={<Trans>Triage</Trans>}>
      <ChoiceField
        path="urgency" label={t`How urgent`} description={t`Danger never waits on a list: it is seen to today.`} problem={triage.problem} data={choicesOf(urgencyWords())} value={wanted.urgency}
        onChange={(value) => set({ urgency: codeIn(urgencyWords(), value) ?? wanted.urgency, danger: value === 'urgent-safety' ? wanted.danger : null })}
      />
      {urgent && <ChoiceField path="danger" label={t`What is the danger?`} problem={triage.problem} data={choicesOf(dangerWords())} value={wanted.danger} onChange={(value) => set({ danger: codeIn(dangerWords(), value) })} />}
      {urgent && <LongTextField path="safetyDone" label={t`What was done for their safety today`} description={t`Who was called, what was agreed`} problem={triage.problem} value={wanted.safetyDone ?? ''} onChange={(event) => set({ safetyDone: orNull(event.currentTarget.value) })} />}
      <ChoiceField
        path="programId" optional label={t`Program`} problem={triage.problem} value={wanted.programId} data={(programs.data?.programs ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(programId) => set({ programId })}
      />
      <LongTextField path="note" optional={!facts.danger || urgent} label={t`Note`} minRows={2} problem={triage.problem} value={wanted.note ?? ''} onChange={(event) => set({ note: orNull(event.currentTarget.value) })} />
    </Form>
  )
}
