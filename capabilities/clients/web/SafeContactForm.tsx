// Writing down what the client said about being reached safely.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { Form, TextField } from '../../../web/design/Form.tsx'
import type { SafeContactAnswer } from '../safeContact.ts'
import { useClientWrite } from './InPlace.tsx'

export function SafeContactForm({ said, onDone }: { said: SafeContactAnswer | null; onDone: () => void }) {
  const [answer, setAnswer] = useState({
    answer: said?.answer ?? '',
    instruction: said?.instruction ?? '',
    codeWord: said?.codeWord ?? '',
    askedOf: said?.askedOf ?? 'client',
  })
  const { save, saving, problem } = useClientWrite<object>('/safe-contact', onDone)
  return (
    <Form onSave={() => void save(answer)} saving={saving} problem={problem} saveLabel={<Trans>Save the answer</Trans>}>
      <Radio.Group
        label={t`May we reach you on any number, at any time?`}
        value={answer.answer}
        onChange={(value) => setAnswer({ ...answer, answer: value })}
        error={problem?.issues.some(({ path }) => path === 'answer') ? t`Choose one.` : undefined}
      >
        <Stack gap={6} mt={6}>
          <Radio value="no-restriction" label={t`Yes, no limits`} />
          <Radio value="required" label={t`No, only in safe ways`} />
        </Stack>
      </Radio.Group>
      {answer.answer === 'required' && (
        <>
          <TextField
            path="instruction"
            label={t`What must colleagues know before they call?`}
            optional
            placeholder={t`Call after 17:00, leave no voicemail`}
            value={answer.instruction}
            onChange={(event) => setAnswer({ ...answer, instruction: event.currentTarget.value })}
            problem={problem}
          />
          <TextField
            path="codeWord"
            label={t`Code word`}
            optional
            value={answer.codeWord}
            onChange={(event) => setAnswer({ ...answer, codeWord: event.currentTarget.value })}
            problem={problem}
            autoComplete="off"
          />
        </>
      )}
      <Radio.Group
        label={t`Who answered?`}
        value={answer.askedOf}
        onChange={(value) => setAnswer({ ...answer, askedOf: value === 'representative' ? value : 'client' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="client" label={t`The client`} />
          <Radio value="representative" label={t`Somebody who speaks for the client`} />
        </Stack>
      </Radio.Group>
    </Form>
  )
}
