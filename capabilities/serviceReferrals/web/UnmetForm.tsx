// A need for which there is nobody to ask, written down so that it is counted (INV-38).
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import { reasonsFor } from '../codes.ts'
import type { ServiceReferralList } from '../view.actions.ts'
import classes from './services.module.css'
import { reasonWords } from './serviceWords.ts'
import { TypeField } from './TypeField.tsx'

export function UnmetForm({ needs, onDone }: { needs: ServiceReferralList['needs']; onDone: () => void }) {
  const { _ } = useLingui()
  const { caseId } = useClient()
  const [wanted, setWanted] = useState<{ serviceType: string; reasonCode: string; needId: string | null; note: string }>({ serviceType: '', reasonCode: 'no-service-exists', needId: null, note: '' })
  const set = (more: Partial<typeof wanted>) => setWanted({ ...wanted, ...more })
  const { save, saving, problem } = useWrite('POST', `/cases/${caseId}/unmet-needs`, { renews: [caseId ?? ''], onSaved: () => { sayDone(t`Written down.`); onDone() } })
  return (
    <div className={classes.padded}>
      <Form onSave={() => void save(wanted)} saving={saving} problem={problem} others={<Button variant="default" onClick={onDone}><Trans>Cancel</Trans></Button>}>
        <TypeField value={wanted.serviceType} problem={problem} onChange={(serviceType) => set({ serviceType })} />
        <ChoiceField path="reasonCode" label={t`Why it cannot be met`} value={wanted.reasonCode} problem={problem} data={reasonsFor('not-met').map((value) => ({ value, label: _(reasonWords[value]) }))} onChange={(value) => set({ reasonCode: value ?? '' })} />
        <ChoiceField path="needId" label={t`Which need`} optional value={wanted.needId} data={needs.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={(needId) => set({ needId })} />
        <TextField path="note" label={t`Note`} optional value={wanted.note} problem={problem} onChange={(event) => set({ note: event.currentTarget.value })} />
      </Form>
    </div>
  )
}
