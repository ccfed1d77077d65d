// Handing over to an agency that takes the person on: why, who there, how they were introduced, and on what basis they may know.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { Form } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Redirection } from '../decision.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { Choice, Day, Long, Text } from './fields.tsx'
import { redirectWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'

interface Redirecting {
  wanted: Redirection
  set: (more: Partial<Redirection>) => void
  problem: Problem | null
}

export function RedirectForm({ page: { referral } }: DecisionProps) {
  const { today } = useMe()
  const [wanted, setWanted] = useState<Redirection>({
    reason: 'better-fit',
    organization: '',
    contactPerson: '',
    contactHow: '',
    handoff: 'live-introduction',
    handedOverOn: today,
    basis: 'client-agreed',
    note: null,
  })
  const redirect = useDecision<Redirection>(referral.id, 'redirection', t`Handed over. Tell the source within 1 business day.`)
  const redirecting = {
    wanted,
    set: (more: Partial<Redirection>) => setWanted({ ...wanted, ...more }),
    problem: redirect.problem,
  }
  return (
    <Form
      onSave={() => void redirect.save(wanted)}
      saving={redirect.saving}
      problem={redirect.problem}
      saveLabel={<Trans>It is handed over</Trans>}
    >
      <WhereFields {...redirecting} />
      <HandoffFields {...redirecting} />
    </Form>
  )
}

function WhereFields({ wanted, set, problem }: Redirecting) {
  const text = (part: 'organization' | 'contactPerson' | 'contactHow', label: string) => (
    <Text path={part} label={label} problem={problem} value={wanted[part]} onText={(words) => set({ [part]: words ?? '' })} />
  )
  return (
    <>
      <Choice
        path="reason"
        label={t`Why there?`}
        problem={problem}
        words={redirectWords()}
        value={wanted.reason}
        onCode={(code) => set({ reason: code ?? wanted.reason })}
      />
      {text('organization', t`Agency`)}
      {text('contactPerson', t`Who takes over there`)}
      {text('contactHow', t`How to reach them`)}
    </>
  )
}

function HandoffFields({ wanted, set, problem }: Redirecting) {
  const { today } = useMe()
  const handoffs = {
    'live-introduction': t`Introduced live, on the phone or in person`,
    'call-ahead': t`We called ahead; the person goes there`,
    written: t`In writing only`,
  }
  const bases = {
    'client-agreed': t`The person agreed to it`,
    'nothing-identifying-shared': t`We told them nothing that identifies the person`,
  }
  const { handoff, basis, handedOverOn, note } = wanted
  return (
    <>
      <Choice
        path="handoff"
        label={t`How was the person introduced?`}
        problem={problem}
        words={handoffs}
        value={handoff}
        onCode={(code) => set({ handoff: code ?? handoff })}
      />
      <Choice
        path="basis"
        label={t`May they know?`}
        problem={problem}
        words={bases}
        value={basis}
        onCode={(code) => set({ basis: code ?? basis })}
      />
      <Day
        path="handedOverOn"
        label={t`Handed over on`}
        max={today}
        problem={problem}
        value={handedOverOn}
        onText={(day) => set({ handedOverOn: day ?? today })}
      />
      <Long path="note" optional short label={t`Note`} problem={problem} value={note} onText={(words) => set({ note: words })} />
    </>
  )
}
