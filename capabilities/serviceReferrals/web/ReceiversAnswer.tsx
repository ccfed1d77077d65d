// What the receiver answers: yes or no, whether they have room, an appointment, how it went.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField, fieldId, Form, issueAt, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useWrite } from '../../../web/reads.ts'
import { capacities, isOpen, type Status } from '../codes.ts'
import type { Answered, ReceiversPage } from '../receiver.actions.ts'
import { endingOf, noReason, ReasonFields } from './AnswerForms.tsx'
import classes from './services.module.css'
import { capacityWords } from './serviceWords.ts'

/** Where an answer goes: behind a link its code is shown, with an account the referral stands in the path. */
export interface Answering {
  path: string
  link?: string
}
interface Props {
  view: ReceiversPage
  to: Answering
  onEnded: () => void
  onAnswered: () => void
}

function useAnswer(path: string, { to, onEnded, onAnswered }: Omit<Props, 'view'>) {
  return useWrite<object, Answered>('POST', `${to.path}${path}`, { ...(to.link && { link: to.link }), onSaved: ({ status }) => (isOpen(status) && path !== '/capacity' ? onAnswered() : onEnded()) })
}

/** In the receiver's words, what each next state means. */
const actWords = (from: Status): Partial<Record<Status, string>> => ({
  accepted: t`Yes, we take it`,
  rejected: t`No, we cannot`,
  'in-progress': from === 'on-hold' ? t`It goes on` : t`We have begun`,
  'on-hold': t`It has to wait`,
  completed: t`It is done`,
  failed: t`It did not work out`,
  cancelled: t`We cannot after all`,
})

export function ReceiversAnswer({ view, ...rest }: Props) {
  if (view.intent === 'inquiry') return <Room {...rest} />
  return (
    <>
      <Acts key={view.status} view={view} {...rest} />
      {view.status !== 'requested' && <Appoint key={view.appointment?.day ?? 'none'} view={view} {...rest} />}
    </>
  )
}

function Acts({ view, ...rest }: Props) {
  const [to, setTo] = useState<Status | null>(null)
  const [why, setWhy] = useState(noReason)
  const { save, saving, problem } = useAnswer('/answers', rest)
  const words = actWords(view.status)
  const ending = to && endingOf(to)
  const press = (next: Status) => (endingOf(next) ? setTo(to === next ? null : next) : void save({ to: next }))
  return (
    <section className={classes.stack} aria-label={t`Your answer`}>
      <h2>{view.status === 'requested' ? <Trans>Will you take it?</Trans> : <Trans>How is it going?</Trans>}</h2>
      {!ending && <ProblemNotice problem={problem} />}
      <div className={classes.buttons}>
        {view.mayBecome.map((next) => <Button key={next} variant={next === 'accepted' || next === 'completed' ? 'filled' : 'default'} loading={saving && !ending} aria-expanded={endingOf(next) ? to === next : undefined} onClick={() => press(next)}>{words[next]}</Button>)}
      </div>
      {ending && (
        <Form onSave={() => void save({ to, ...why })} saving={saving} problem={problem} saveLabel={<Trans>Send this answer</Trans>}>
          <ReasonFields ending={ending} why={why} set={setWhy} problem={problem} />
        </Form>
      )}
    </section>
  )
}

function Appoint({ view: { appointment }, ...rest }: Props) {
  const [wanted, setWanted] = useState({ day: appointment?.day ?? '', time: appointment?.time ?? '09:00', note: appointment?.note ?? '' })
  const { save, saving, problem } = useAnswer('/appointment', rest)
  return (
    <section className={classes.stack} aria-label={t`Appointment`}>
      <h2>{appointment ? <Trans>Move the appointment</Trans> : <Trans>Set an appointment</Trans>}</h2>
      <Form onSave={() => void save(wanted)} saving={saving} problem={problem} saveLabel={<Trans>Send the appointment</Trans>}>
        <DayField path="day" label={t`Day`} value={wanted.day} problem={problem} onChange={(event) => setWanted({ ...wanted, day: event.currentTarget.value })} />
        <TextInput id={fieldId('time')} type="time" label={t`Time`} value={wanted.time} error={issueAt(problem, 'time')} onChange={(event) => setWanted({ ...wanted, time: event.currentTarget.value })} />
        <TextField path="note" label={t`What to bring, whom to ask for`} optional value={wanted.note} problem={problem} onChange={(event) => setWanted({ ...wanted, note: event.currentTarget.value })} />
      </Form>
    </section>
  )
}

function Room(rest: Omit<Props, 'view'>) {
  const { _ } = useLingui()
  const [capacity, setCapacity] = useState('')
  const [words, setWords] = useState('')
  const { save, saving, problem } = useAnswer('/capacity', rest)
  return (
    <Form onSave={() => void save({ capacity, words })} saving={saving} problem={problem} saveLabel={<Trans>Send this answer</Trans>}>
      <Radio.Group id={fieldId('capacity')} label={t`Do you have room?`} value={capacity} error={issueAt(problem, 'capacity')} onChange={setCapacity}>
        <Stack gap={6} mt={6}>{capacities.map((each) => <Radio key={each} value={each} label={_(capacityWords[each])} />)}</Stack>
      </Radio.Group>
      <LongTextField path="words" label={t`In words`} optional minRows={2} value={words} problem={problem} onChange={(event) => setWords(event.currentTarget.value)} />
    </Form>
  )
}
