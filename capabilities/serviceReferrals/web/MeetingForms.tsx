// An appointment, a warm handoff, and where the client stands in the outside program.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import type { ServiceReferralView } from '../view.actions.ts'
import classes from './services.module.css'
import { enrollmentWords } from './serviceWords.ts'
import { useServiceSave } from './useServices.ts'

export function AppointmentForm({ view: { referral, appointment }, onDone }: { view: ServiceReferralView; onDone: () => void }) {
  const [wanted, setWanted] = useState({ day: appointment?.day ?? '', time: appointment?.time ?? '09:00', note: referral.appointmentNote })
  const set = (more: Partial<typeof wanted>) => setWanted({ ...wanted, ...more })
  const { save, saving, problem } = useServiceSave<object>('POST', `/${referral.id}/appointment`, () => { sayDone(t`The appointment is written down. You are asked two business days after it.`); onDone() })
  return (
    <Form onSave={() => void save(wanted)} saving={saving} problem={problem} saveLabel={<Trans>Set the appointment</Trans>}>
      <div className={classes.two}>
        <DayField path="day" label={t`Day`} value={wanted.day} problem={problem} onChange={(event) => set({ day: event.currentTarget.value })} />
        <TextInput id={fieldId('time')} type="time" label={t`Time`} value={wanted.time} error={issueAt(problem, 'time')} onChange={(event) => set({ time: event.currentTarget.value })} />
      </div>
      <TextField path="note" label={t`Note`} optional value={wanted.note} problem={problem} onChange={(event) => set({ note: event.currentTarget.value })} />
    </Form>
  )
}

export function HandoffForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { today } = useMe()
  const [wanted, setWanted] = useState({ on: today, note: '' })
  const { save, saving, problem } = useServiceSave<object>('POST', `/${id}/warm-handoff`, () => { sayDone(t`Written down.`); onDone() })
  return (
    <Form onSave={() => void save(wanted)} saving={saving} problem={problem} saveLabel={<Trans>Write it down</Trans>}>
      <DayField path="on" label={t`When they were introduced to each other`} value={wanted.on} problem={problem} onChange={(event) => setWanted({ ...wanted, on: event.currentTarget.value })} />
      <TextField path="note" label={t`Who was there, and what was said`} optional value={wanted.note} problem={problem} onChange={(event) => setWanted({ ...wanted, note: event.currentTarget.value })} />
    </Form>
  )
}

export function EnrollmentForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { _ } = useLingui()
  const { today } = useMe()
  const [wanted, setWanted] = useState<{ state: string; from: string; until: string }>({ state: 'enrolled', from: today, until: '' })
  const { save, saving, problem } = useServiceSave<object>('POST', `/${id}/enrollment`, () => { sayDone(t`Written down.`); onDone() })
  return (
    <Form onSave={() => void save({ state: wanted.state, from: wanted.from || null, until: wanted.until || null })} saving={saving} problem={problem} saveLabel={<Trans>Write it down</Trans>}>
      <ChoiceField path="state" label={t`In their program the client is`} value={wanted.state} data={Object.entries(enrollmentWords).map(([value, words]) => ({ value, label: _(words) }))} onChange={(value) => setWanted({ ...wanted, state: value ?? 'enrolled' })} />
      <div className={classes.two}>
        <DayField path="from" label={t`Since`} optional={wanted.state === 'not-enrolled'} value={wanted.from} problem={problem} onChange={(event) => setWanted({ ...wanted, from: event.currentTarget.value })} />
        <DayField path="until" label={t`Until`} optional value={wanted.until} problem={problem} onChange={(event) => setWanted({ ...wanted, until: event.currentTarget.value })} />
      </div>
    </Form>
  )
}
