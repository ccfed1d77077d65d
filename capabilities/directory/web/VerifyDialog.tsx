// Somebody asked, looked or went there: how, and what they found. That makes the entry fresh and settles what was asked about it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import { useState } from 'react'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import { settles, verificationResults, verificationWays, type Verification } from '../freshness.ts'
import { resultWords, wayWords } from './findWords.ts'

export function VerifyDialog({ serviceId, name, onClose }: { serviceId: string; name: string; onClose: () => void }) {
  const [verification, set] = useState<Verification>({ way: 'phone', result: 'right', note: '' })
  const { save, saving, problem } = useWrite<Verification>('POST', `/directory/services/${serviceId}/verifications`, {
    renews: [serviceId],
    onSaved: () => {
      sayDone(settles(verification) ? t`Verified today.` : t`Kept in the history; it still waits to be verified.`)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t`Verify ${name}`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save(verification)} saving={saving} problem={problem} saveLabel={<Trans>Keep it</Trans>}>
        <Chips label={t`How`}>
          {verificationWays.map((way) => <ChipButton key={way} pressed={verification.way === way} onClick={() => set({ ...verification, way })}>{wayWords(way)}</ChipButton>)}
        </Chips>
        <Chips label={t`What you found`}>
          {verificationResults.map((result) => <ChipButton key={result} pressed={verification.result === result} onClick={() => set({ ...verification, result })}>{resultWords(result)}</ChipButton>)}
        </Chips>
        {verification.result === 'gone' && <p className="soft"><Trans>Searches will leave it out; what was recorded about it stays.</Trans></p>}
        <LongTextField path="note" optional label={t`Who said so, or what you saw`} value={verification.note} onChange={(event) => set({ ...verification, note: event.currentTarget.value })} problem={problem} />
      </Form>
    </Modal>
  )
}
