// Decisions that wait: ask for information, record the answer, put on the waitlist, take off it.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, DayField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import { addBusinessDays } from '../../../platform/time/business.ts'
import { addCivilDays } from '../../../platform/time/civil.ts'
import { longestWaitDays, type Answer, type InformationRequest, type Waitlisting } from '../decision.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { orNull } from './factsDraft.ts'
import { choicesOf, waitlistWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'
import { codeIn } from './fields.tsx'

export function AskForm({ page: { referral } }: DecisionProps) {
  const { today } = useMe()
  const [request, setRequest] = useState<InformationRequest>({
    question: '',
    askedOf: 'source',
    dueOn: addBusinessDays(today, 2),
  })
  const ask = useDecision<InformationRequest>(
    referral.id,
    'information-requests',
    t`Asked. It comes back when the answer is due.`,
  )
  const whom = { source: t`The source`, client: t`The person`, 'somebody-else': t`Somebody else` }
  return (
    <Form onSave={() => void ask.save(request)} saving={ask.saving} problem={ask.problem} saveLabel={<Trans>Ask</Trans>}>
      <LongTextField
        path="question"
        label={t`What do we need to know?`}
        problem={ask.problem}
        value={request.question}
        onChange={(event) => setRequest({ ...request, question: event.currentTarget.value })}
      />
      <ChoiceField
        path="askedOf"
        label={t`Whom do we ask?`}
        problem={ask.problem}
        data={choicesOf(whom)}
        value={request.askedOf}
        onChange={(value) => setRequest({ ...request, askedOf: codeIn(whom, value) ?? request.askedOf })}
      />
      <DayField
        path="dueOn"
        label={t`Answer expected by`}
        min={today}
        problem={ask.problem}
        value={request.dueOn}
        onChange={(event) => setRequest({ ...request, dueOn: event.currentTarget.value })}
      />
    </Form>
  )
}

export function AnswerForm({ page: { referral } }: DecisionProps) {
  const [answer, setAnswer] = useState<Answer>({ answer: null, noAnswer: false })
  const record = useDecision<Answer>(referral.id, 'answers', t`Recorded. Now it can be decided.`)
  return (
    <Form
      onSave={() => void record.save(answer)}
      saving={record.saving}
      problem={record.problem}
      saveLabel={<Trans>Record</Trans>}
    >
      <LongTextField
        path="answer"
        label={t`What they answered`}
        optional={answer.noAnswer}
        disabled={answer.noAnswer}
        problem={record.problem}
        value={answer.answer ?? ''}
        onChange={(event) => setAnswer({ ...answer, answer: orNull(event.currentTarget.value) })}
      />
      <Checkbox
        label={t`No answer came; we decide without it`}
        checked={answer.noAnswer}
        onChange={(event) => setAnswer({ answer: null, noAnswer: event.currentTarget.checked })}
      />
    </Form>
  )
}

export function WaitlistForm({ page: { referral } }: DecisionProps) {
  const { today } = useMe()
  const [wanted, setWanted] = useState<Waitlisting>({ reason: 'no-capacity', note: null, reviewOn: addCivilDays(today, 14) })
  const wait = useDecision<Waitlisting>(referral.id, 'waitlisting', t`On the waitlist. Tell the source within 1 business day.`)
  return (
    <Form
      onSave={() => void wait.save(wanted)}
      saving={wait.saving}
      problem={wait.problem}
      saveLabel={<Trans>Put on the waitlist</Trans>}
    >
      <ChoiceField
        path="reason"
        label={t`Why does it wait?`}
        problem={wait.problem}
        data={choicesOf(waitlistWords())}
        value={wanted.reason}
        onChange={(value) => setWanted({ ...wanted, reason: codeIn(waitlistWords(), value) ?? wanted.reason })}
      />
      <DayField
        path="reviewOn"
        label={t`Look again on`}
        min={today}
        max={addCivilDays(today, longestWaitDays)}
        problem={wait.problem}
        value={wanted.reviewOn}
        onChange={(event) => setWanted({ ...wanted, reviewOn: event.currentTarget.value })}
      />
      <LongTextField
        path="note"
        optional
        label={t`Note`}
        minRows={2}
        problem={wait.problem}
        value={wanted.note ?? ''}
        onChange={(event) => setWanted({ ...wanted, note: orNull(event.currentTarget.value) })}
      />
    </Form>
  )
}

export function ReturnForm({ page: { referral } }: DecisionProps) {
  const [note, setNote] = useState('')
  const back = useDecision<{ note: string }>(referral.id, 'waitlist-return', t`Off the waitlist. Now it can be decided.`)
  return (
    <Form
      onSave={() => void back.save({ note })}
      saving={back.saving}
      problem={back.problem}
      saveLabel={<Trans>Take off the waitlist</Trans>}
    >
      <LongTextField
        path="note"
        label={t`What has changed?`}
        minRows={2}
        problem={back.problem}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Form>
  )
}
