// Correcting a finished assessment: the new answer or conclusion, and why. What was recorded first stays.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { ChoiceField, Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { AnswerValue, Response } from '../answer.ts'
import type { Amendment } from '../assessment.ts'
import type { DomainFinding } from '../comprehensive.ts'
import type { Item } from '../questionnaire.ts'
import type { AssessmentView } from '../record.ts'
import { AnswerInput } from './AnswerInput.tsx'
import { codesOf, outcomeWords } from './words.ts'
import classes from './assessments.module.css'

export type Amended = { about: 'answer'; item: Item; response: Response | undefined } | { about: 'domain'; title: string; finding: DomainFinding }

export function AmendDialog({ view, path, amended, onClose }: { view: AssessmentView; path: string; amended: Amended | null; onClose: () => void }) {
  return (
    <Modal opened={amended !== null} onClose={onClose} title={t`Correct`} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      {amended?.about === 'answer' && <AmendAnswer amended={amended} view={view} path={path} onClose={onClose} />}
      {amended?.about === 'domain' && <AmendArea amended={amended} view={view} path={path} onClose={onClose} />}
    </Modal>
  )
}

interface AmendProps<Of extends Amended> {
  amended: Of
  view: AssessmentView
  path: string
  onClose: () => void
}
const useAmending = (view: AssessmentView, path: string, onClose: () => void) =>
  useWrite<Amendment>('POST', `${path}/amendments`, {
    renews: [view.id, view.caseId],
    onSaved: () => {
      sayDone(t`Corrected. The first record stays readable.`)
      onClose()
    },
  })

function AmendAnswer({ amended: { item, response }, view, path, onClose }: AmendProps<Extract<Amended, { about: 'answer' }>>) {
  const { save, saving, problem } = useAmending(view, path, onClose)
  const [answer, setAnswer] = useState<AnswerValue[] | null>(response?.answer ?? null)
  const [reason, setReason] = useState('')
  return (
    <Form onSave={() => void save({ about: 'answer', linkId: item.linkId, answer, notAskedReason: null, reason })} saving={saving} problem={problem} saveLabel={<Trans>Add the correction</Trans>}>
      <fieldset className={classes.question}>
        <legend className={classes.asked}>{item.text}</legend>
        <AnswerInput item={item} values={answer ?? []} onGive={setAnswer} onNext={() => {}} />
      </fieldset>
      <LongTextField path="reason" label={t`Why is it corrected?`} problem={problem} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Form>
  )
}

function AmendArea({ amended: { title, finding }, view, path, onClose }: AmendProps<Extract<Amended, { about: 'domain' }>>) {
  const { _ } = useLingui()
  const { save, saving, problem } = useAmending(view, path, onClose)
  const [outcome, setOutcome] = useState(finding.outcome ?? 'finding')
  const [conclusion, setConclusion] = useState(finding.conclusion)
  const [narrative, setNarrative] = useState(finding.narrative)
  const [reason, setReason] = useState('')
  return (
    <Form onSave={() => void save({ about: 'domain', domain: finding.domain, outcome, conclusion, narrative, reason })} saving={saving} problem={problem} saveLabel={<Trans>Add the correction</Trans>}>
      <strong>{title}</strong>
      <ChoiceField path="outcome" label={t`What was found`} problem={problem} data={codesOf(outcomeWords).map((code) => ({ value: code, label: _(outcomeWords[code]) }))} value={outcome} onChange={(code) => setOutcome(codesOf(outcomeWords).find((each) => each === code) ?? outcome)} />
      <LongTextField path="conclusion" label={t`Conclusion: what this means for the plan`} problem={problem} value={conclusion} onChange={(event) => setConclusion(event.currentTarget.value)} />
      <LongTextField path="narrative" label={t`What was said and seen`} optional problem={problem} value={narrative} onChange={(event) => setNarrative(event.currentTarget.value)} />
      <LongTextField path="reason" label={t`Why is it corrected?`} problem={problem} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Form>
  )
}
