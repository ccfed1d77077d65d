// The dialog that changes where a case stands: each step asks for what the record needs, and nothing else.
import { t } from '@lingui/core/macro'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseView } from '../view.ts'
import { ClosingForm } from './ClosingForm.tsx'
import { DeathForm, EndForm } from './EndForms.tsx'
import { BecauseForm, PauseForm } from './PauseForms.tsx'
import type { Asking } from './StatusPanel.tsx'
import { SuccessorForm } from './SuccessorForm.tsx'
import { TransferForm } from './TransferForm.tsx'

export interface StepProps {
  view: CaseView
  onClose: () => void
}

export default function CaseDialog({ view, asking, onClose }: StepProps & { asking: Asking }) {
  const step = { view, onClose }
  const steps: Record<Asking, [string, () => ReactNode]> = {
    end: [t`End without engagement`, () => <EndForm {...step} />],
    pause: [t`Pause the work`, () => <PauseForm {...step} />],
    resume: [t`Go on with the work`, () => <BecauseForm {...step} to="resumption" label={t`What changed?`} save={t`Go on`} />],
    close: [t`Begin closing`, () => <ClosingForm {...step} />],
    reopen: [t`Reopen the case`, () => <BecauseForm {...step} to="reopening" label={t`Why is it reopened?`} save={t`Reopen`} />],
    successor: [t`Open a case that follows`, () => <SuccessorForm {...step} />],
    void: [t`Entered in error`, () => <BecauseForm {...step} to="void" label={t`What was the error?`} hint={t`The record stays, with this reason. Nothing is deleted.`} save={t`Mark as entered in error`} />],
    death: [t`The person has died`, () => <DeathForm {...step} />],
    transfer: [t`Pass the case on`, () => <TransferForm {...step} />],
  }
  const [title, form] = steps[asking]
  return <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }} size="lg">{form()}</Modal>
}
