// Attaching the licence an instrument waited for.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { InstrumentChange } from '../instrument.ts'
import type { InstrumentLine } from '../record.ts'

export function LicenceDialog({ line }: { line: InstrumentLine }) {
  const [open, setOpen] = useState(false)
  const [licenceNote, setNote] = useState(line.licenceNote)
  const { save, saving, problem } = useWrite<InstrumentChange>('PATCH', `/administration/instruments/${line.id}`, { renews: [line.id], onSaved: () => setOpen(false) })
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}><Trans>Attach the licence</Trans><span className="visually-hidden"> {line.title}</span></Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={line.title} closeButtonProps={{ 'aria-label': t`Close` }}>
        <Form onSave={() => void save({ licence: 'licensed', licenceNote }, { ifMatch: line.version })} saving={saving} problem={problem}>
          <LongTextField path="licenceNote" label={t`Licence or written permission: which, from whom, from when`} problem={problem} value={licenceNote} onChange={(event) => setNote(event.currentTarget.value)} />
        </Form>
      </Modal>
    </>
  )
}
