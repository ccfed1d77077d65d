// Decisions that end it here: decline with other help named, or hand over to an agency that takes the person on.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Declination, Redirection } from '../decision.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { orNull } from './factsDraft.ts'
import { choicesOf, declineWords, notToldWords, redirectWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'
import { codeIn } from './WhyFields.tsx'

export function DeclineForm({ page: { referral } }: DecisionProps) {
  const { today } = useMe()
  const [wanted, setWanted] = useState<Declination>({ reason: 'not-eligible', note: '', alternatives: '', toldOn: null, notToldBecause: null })
  const decline = useDecision<Declination>(referral.id, 'decline', t`Declined. Tell the source within 1 business day.`)
  const set = (more: Partial<Declination>) => setWanted({ ...wanted, ...more })
  const told = wanted.toldOn !== null ? 'told' : (wanted.notToldBecause ?? null)
  const choices = { told: t`Yes, the person was told`, ...notToldWords() }
  const answer = (value: string | null) => set(value === 'told' ? { toldOn: today, notToldBecause: null } : { toldOn: null, notToldBecause: codeIn(notToldWords(), value) })
  return (
    <Form onSave={() => void decline.save(wanted)} saving={decline.saving} problem={decline.problem} saveLabel={<Trans>Decline</Trans>}>
      <ChoiceField path="reason" label={t`Why`} problem={decline.problem} data={choicesOf(declineWords())} value={wanted.reason} onChange={(value) => set({ reason: codeIn(declineWords(), value) ?? wanted.reason })} />
      <LongTextField path="note" label={t`In your words`} minRows={2} problem={decline.problem} value={wanted.note} onChange={(event) => set({ note: event.currentTarget.value })} />
      <LongTextField path="alternatives" label={t`Other help named`} description={t`Where the person can turn instead`} minRows={2} problem={decline.problem} value={wanted.alternatives} onChange={(event) => set({ alternatives: event.currentTarget.value })} />
      <ChoiceField path="toldOn" label={t`Was the person told of it?`} problem={decline.problem} data={choicesOf(choices)} value={told} onChange={answer} />
      {wanted.toldOn !== null && <DayField path="toldDay" label={t`Told on`} max={today} value={wanted.toldOn} onChange={(event) => set({ toldOn: event.currentTarget.value })} />}
    </Form>
  )
}

export function RedirectForm({ page: { referral } }: DecisionProps) {
  const { today } = useMe()
  const [wanted, setWanted] = useState<Redirection>({ reason: 'better-fit', organization: '', contactPerson: '', contactHow: '', handoff: 'live-introduction', handedOverOn: today, basis: 'client-agreed', note: null })
  const redirect = useDecision<Redirection>(referral.id, 'redirection', t`Handed over. Tell the source within 1 business day.`)
  const set = (more: Partial<Redirection>) => setWanted({ ...wanted, ...more })
  const { problem } = redirect
  const text = (path: 'organization' | 'contactPerson' | 'contactHow', label: string) => (
    <TextField path={path} label={label} problem={problem} autoComplete="off" value={wanted[path]} onChange={(event) => set({ [path]: event.currentTarget.value })} />
  )
  const handoffs = { 'live-introduction': t`Introduced live, on the phone or in person`, 'call-ahead': t`We called ahead; the person goes there`, written: t`In writing only` }
  const bases = { 'client-agreed': t`The person agreed to it`, 'nothing-identifying-shared': t`We told them nothing that identifies the person` }
  return (
    <Form onSave={() => void redirect.save(wanted)} saving={redirect.saving} problem={problem} saveLabel={<Trans>It is handed over</Trans>}>
      <ChoiceField path="reason" label={t`Why there?`} problem={problem} data={choicesOf(redirectWords())} value={wanted.reason} onChange={(value) => set({ reason: codeIn(redirectWords(), value) ?? wanted.reason })} />
      {text('organization', t`Agency`)}
      {text('contactPerson', t`Who takes over there`)}
      {text('contactHow', t`How to reach them`)}
      <ChoiceField path="handoff" label={t`How was the person introduced?`} problem={problem} data={choicesOf(handoffs)} value={wanted.handoff} onChange={(value) => set({ handoff: codeIn(handoffs, value) ?? wanted.handoff })} />
      <ChoiceField path="basis" label={t`May they know?`} problem={problem} data={choicesOf(bases)} value={wanted.basis} onChange={(value) => set({ basis: codeIn(bases, value) ?? wanted.basis })} />
      <DayField path="handedOverOn" label={t`Handed over on`} max={today} problem={problem} value={wanted.handedOverOn} onChange={(event) => set({ handedOverOn: event.currentTarget.value })} />
      <LongTextField path="note" optional label={t`Note`} minRows={2} problem={problem} value={wanted.note ?? ''} onChange={(event) => set({ note: orNull(event.currentTarget.value) })} />
    </Form>
  )
}
