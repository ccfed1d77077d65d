// What the receiver told us, and taking a referral back, each with its coded reason.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { capacities, reasonsFor, type Ending, type Reason } from '../codes.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import { capacityWords, reasonWords, statusWords } from './serviceWords.ts'
import { useServiceSave } from './useServices.ts'

const endings: readonly string[] = ['rejected', 'on-hold', 'failed', 'cancelled'] satisfies Ending[]
export const endingOf = (to: string): Ending | null => (to === 'rejected' || to === 'on-hold' || to === 'failed' || to === 'cancelled' ? to : null)
const saysWhy = (to: string): boolean => endings.includes(to)

interface Why {
  reasonCode: Reason | null
  reason: string
}
export const noReason: Why = { reasonCode: null, reason: '' }

/** The coded reason and, where it says more, the words. */
export function ReasonFields({ ending, why, set, problem }: { ending: Ending; why: Why; set: (why: Why) => void; problem: Problem | null }) {
  const { _ } = useLingui()
  const offered = reasonsFor(ending)
  return (
    <>
      <ChoiceField path="reasonCode" label={t`The reason`} value={why.reasonCode} problem={problem} data={offered.map((value) => ({ value, label: _(reasonWords[value]) }))} onChange={(value) => set({ ...why, reasonCode: offered.find((each) => each === value) ?? null })} />
      <LongTextField path="reason" label={t`In words`} optional={why.reasonCode !== 'other'} minRows={2} value={why.reason} problem={problem} onChange={(event) => set({ ...why, reason: event.currentTarget.value })} />
    </>
  )
}

export function AnswerForm({ view: { referral, targetMay }, onDone }: { view: ServiceReferralView; onDone: () => void }) {
  const { _ } = useLingui()
  const [to, setTo] = useState<(typeof targetMay)[number] | ''>(targetMay[0] ?? '')
  const [why, setWhy] = useState(noReason)
  const ending = endingOf(to)
  const { save, saving, problem } = useServiceSave<object>('POST', `/${referral.id}/answers`, () => { sayDone(t`Written down.`); onDone() })
  return (
    <Form onSave={() => void save(saysWhy(to) ? { to, ...why } : { to })} saving={saving} problem={problem} saveLabel={<Trans>Write it down</Trans>}>
      <ChoiceField path="to" label={t`What did they say?`} value={to} problem={problem} data={targetMay.map((value) => ({ value, label: _(statusWords[value]) }))} onChange={(value) => setTo(targetMay.find((each) => each === value) ?? '')} />
      {ending && <ReasonFields ending={ending} why={why} set={setWhy} problem={problem} />}
    </Form>
  )
}

export function CapacityForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { _ } = useLingui()
  const [capacity, setCapacity] = useState<string>('has')
  const [words, setWords] = useState('')
  const { save, saving, problem } = useServiceSave<object>('POST', `/${id}/capacity`, () => { sayDone(t`Written down.`); onDone() })
  return (
    <Form onSave={() => void save({ capacity, words })} saving={saving} problem={problem} saveLabel={<Trans>Write it down</Trans>}>
      <ChoiceField path="capacity" label={t`What did they say?`} value={capacity} problem={problem} data={capacities.map((value) => ({ value, label: _(capacityWords[value]) }))} onChange={(value) => setCapacity(value ?? 'has')} />
      <LongTextField path="words" label={t`In words`} optional minRows={2} value={words} problem={problem} onChange={(event) => setWords(event.currentTarget.value)} />
    </Form>
  )
}

export function WithdrawForm({ id, onDone }: { id: string; onDone: () => void }) {
  const [to, setTo] = useState<'cancelled' | 'entered-in-error'>('cancelled')
  const [why, setWhy] = useState(noReason)
  const { save, saving, problem } = useServiceSave<object>('POST', `/${id}/withdrawal`, () => { sayDone(t`Taken back. The link is dead.`); onDone() })
  return (
    <Form onSave={() => void save(to === 'cancelled' ? { to, ...why } : { to, reason: why.reason || null })} saving={saving} problem={problem} saveLabel={<Trans>Take it back</Trans>}>
      <ChoiceField path="to" label={t`What is it?`} value={to} data={[{ value: 'cancelled', label: t`We call it off` }, { value: 'entered-in-error', label: t`It was a mistake and never meant anything` }]} onChange={(value) => setTo(value === 'entered-in-error' ? 'entered-in-error' : 'cancelled')} />
      {to === 'cancelled' && <ReasonFields ending="cancelled" why={why} set={setWhy} problem={problem} />}
    </Form>
  )
}
