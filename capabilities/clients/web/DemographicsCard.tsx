// What the person says about themselves, each question on its own: several answers, own words, or preferring not to say.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { useMay } from '../../../web/me.tsx'
import { demographicKeys, demographicQuestions, type DemographicQuestion } from '../demographic.ts'
import type { GivenAnswer } from '../demographic.ts'
import { bound } from './bound.ts'
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

interface AnswerFormProps {
  question: DemographicQuestion
  answer: GivenAnswer | undefined
  onDone: () => void
}

function AnswerForm({ question, answer, onDone }: AnswerFormProps) {
  const { codes = [], ownWords = '', declined = false } = answer ?? {}
  const [fields, setFields] = useState({ codes, ownWords, declined })
  const { save, saving, problem } = useClientWrite<object>('/demographics', onDone)
  const say = (more: object) => setFields({ ...fields, ...more, declined: false })
  const decline = (yes: boolean) => setFields(yes ? { codes: [], ownWords: '', declined: true } : { ...fields, declined: false })
  const { text } = bound(fields, say, problem)
  const cancel = (
    <Button variant="default" onClick={onDone}>
      <Trans>Cancel</Trans>
    </Button>
  )
  return (
    <Form onSave={() => void save({ question, ...fields })} saving={saving} problem={problem} others={cancel}>
      <Answers question={question} codes={fields.codes} onChange={(picked) => say({ codes: picked })} />
      <TextField {...text('ownWords')} label={t`In the person’s own words`} optional />
      <Checkbox
        label={t`Prefers not to say`}
        checked={fields.declined}
        onChange={(event) => decline(event.currentTarget.checked)}
      />
    </Form>
  )
}

function Answers({
  question,
  codes,
  onChange,
}: {
  question: DemographicQuestion
  codes: string[]
  onChange: (codes: string[]) => void
}) {
  return (
    <Checkbox.Group label={questionWords(question)} description={t`As many as the person says`} value={codes} onChange={onChange}>
      <Group gap="md" mt={6}>
        {demographicQuestions[question].map((code) => (
          <Checkbox key={code} value={code} label={answerWords(code)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
