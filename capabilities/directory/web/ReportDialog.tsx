// "Something is wrong here": one choice, a word more if there is time, and whoever keeps the directory is asked to look.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import { wrongThings, type WrongThing } from '../freshness.ts'
import { wrongWords } from './findWords.ts'

export function ReportDialog({ serviceId, name, onClose }: { serviceId: string; name: string; onClose: () => void }) {
  const [wrong, setWrong] = useState<WrongThing>('phone')
  const [note, setNote] = useState('')
  const [id] = useState(newId)
  const { save, saving, problem } = useWrite('POST', `/directory/services/${serviceId}/reports`, {
    renews: [serviceId],
    onSaved: () => {
      sayDone(t`Thank you. Whoever keeps the directory looks at it.`)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t`What is wrong with ${name}?`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ id, wrong, note })} saving={saving} problem={problem} saveLabel={<Trans>Report it</Trans>}>
        <Chips label={t`What is wrong`}>
          {wrongThings.map((each) => <ChipButton key={each} pressed={wrong === each} onClick={() => setWrong(each)}>{wrongWords(each)}</ChipButton>)}
        </Chips>
        <LongTextField path="note" optional={wrong !== 'other'} label={t`What did you see or hear?`} value={note} onChange={(event) => setNote(event.currentTarget.value)} problem={problem} />
      </Form>
    </Modal>
  )
}
