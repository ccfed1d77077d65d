// What the person says about themselves, each question on its own: several answers, own words, or preferring not to say.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { useMay } from '../../../web/me.tsx'
import { demographicKeys, demographicQuestions, type DemographicQuestion } from '../demographic.ts'
import type { GivenAnswer } from '../demographic.ts'
import { answerWords, questionWords } from './demographicWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { useClientWrite } from './InPlace.tsx'
import classes from './details.module.css'

export function DemographicsCard({ answers }: { answers: GivenAnswer[] }) {
  const [open, setOpen] = useState<DemographicQuestion | null>(null)
  const may = useMay()
  return (
    <Card title={<Trans>In their own words</Trans>}>
      <Entries label={t`What the client says about themselves`}>
        {demographicKeys.map((question) => {
          const answer = answers.find((each) => each.question === question)
          if (open === question)
            return (
              <li key={question} className={classes.entry}>
                <div style={{ flex: 1 }}>
                  <AnswerForm question={question} answer={answer} onDone={() => setOpen(null)} />
                </div>
              </li>
            )
          const ask = may('write-clients') && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={answer ? t`Change: ${questionWords(question)}` : t`Ask: ${questionWords(question)}`}
              onClick={() => setOpen(question)}
            >
              {answer ? <Trans>Change</Trans> : <Trans>Ask</Trans>}
            </Button>
          )
          return (
            <Entry key={question} kind={questionWords(question)} over={!answer} acts={ask}>
              {said(answer)}
            </Entry>
          )
        })}
      </Entries>
    </Card>
  )
}

function said(answer: GivenAnswer | undefined) {
  if (!answer) return <Trans>Not asked</Trans>
  if (answer.declined) return <Trans>Prefers not to say</Trans>
  return [...answer.codes.map(answerWords), answer.ownWords && `“${answer.ownWords}”`].filter(Boolean).join(', ')
}

function AnswerForm({
  question,
  answer,
  onDone,
}: {
  question: DemographicQuestion
  answer: GivenAnswer | undefined
  onDone: () => void
}) {
  const [fields, setFields] = useState({
    codes: answer?.codes ?? [],
    ownWords: answer?.ownWords ?? '',
    declined: answer?.declined ?? false,
  })
  const { save, saving, problem } = useClientWrite<object>('/demographics', onDone)
  return (
    <Form
      onSave={() => void save({ question, ...fields })}
      saving={saving}
      problem={problem}
      others={
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Checkbox.Group
        label={questionWords(question)}
        description={t`As many as the person says`}
        value={fields.codes}
        onChange={(codes) => setFields({ ...fields, codes, declined: false })}
      >
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', marginTop: 6 }}>
          {demographicQuestions[question].map((code) => (
            <Checkbox key={code} value={code} label={answerWords(code)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextField
        path="ownWords"
        label={t`In the person’s own words`}
        optional
        value={fields.ownWords}
        onChange={(event) => setFields({ ...fields, ownWords: event.currentTarget.value, declined: false })}
        problem={problem}
        autoComplete="off"
      />
      <Checkbox
        label={t`Prefers not to say`}
        checked={fields.declined}
        onChange={(event) =>
          setFields(event.currentTarget.checked ? { codes: [], ownWords: '', declined: true } : { ...fields, declined: false })
        }
      />
    </Form>
  )
}
