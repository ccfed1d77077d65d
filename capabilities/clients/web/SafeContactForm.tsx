// Writing down what the client said about being reached safely.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import type { SafeContactAnswer } from '../safeContact.ts'
import { bound } from './bound.ts'
import { useClientWrite } from './InPlace.tsx'

export function SafeContactForm({ said, onDone }: { said: SafeContactAnswer | null; onDone: () => void }) {
  const { answer = '', instruction = '', codeWord = '', askedOf = 'client' } = said ?? {}
  const [fields, setFields] = useState<Record<string, string | null>>({ answer, instruction, codeWord, askedOf })
  const { save, saving, problem } = useClientWrite<object>('/safe-contact', onDone)
  const change = (more: Record<string, string | null>) => setFields({ ...fields, ...more })
  const { text } = bound(fields, change, problem)
  const unanswered = issueAt(problem, 'answer') && t`Choose one.`
  return (
    <Form onSave={() => void save(fields)} saving={saving} problem={problem} saveLabel={<Trans>Save the answer</Trans>}>
      <Choice
        label={t`May we reach you on any number, at any time?`}
        value={fields.answer}
        onChange={(picked) => change({ answer: picked })}
        error={unanswered}
      >
        <Radio value="no-restriction" label={t`Yes, no limits`} />
        <Radio value="required" label={t`No, only in safe ways`} />
      </Choice>
      {fields.answer === 'required' && (
        <>
          <TextField
            {...text('instruction')}
            label={t`What must colleagues know before they call?`}
            optional
            placeholder={t`Call after 17:00, leave no voicemail`}
          />
          <TextField {...text('codeWord')} label={t`Code word`} optional />
        </>
      )}
      <Choice label={t`Who answered?`} value={fields.askedOf} onChange={(picked) => change({ askedOf: picked })}>
        <Radio value="client" label={t`The client`} />
        <Radio value="representative" label={t`Somebody who speaks for the client`} />
      </Choice>
    </Form>
  )
}

interface ChoiceProps {
  label: string
  value: string | null | undefined
  onChange: (value: string) => void
  error?: string | undefined
  children: React.ReactNode
}

function Choice({ label, value, onChange, error, children }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value ?? ''} onChange={onChange} error={error}>
      <Stack gap={6} mt={6}>
        {children}
      </Stack>
    </Radio.Group>
  )
}
