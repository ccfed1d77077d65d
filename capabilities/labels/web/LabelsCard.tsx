// The labels of one row (a note, a case, the client): which, since when and why; setting and taking away, for whoever is cleared.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chips } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { LabelsOfClient } from '../label.actions.ts'
import { labels as allLabels, labelSources, type Label, type LabelChange, type LabelledKind, type SetLabels } from '../label.ts'
import classes from './labels.module.css'
import { LabelMarks } from './LabelMarks.tsx'
import { labelWords, sourceWords } from './labelWords.ts'

interface Of { kind: LabelledKind; entityId: string }

export function LabelsCard(of: Of) {
  const { clientId } = useClient()
  const [changing, change] = useState(false)
  const may = useMay()
  const known = useRead<LabelsOfClient>(`/clients/${clientId}/labels`, { enabled: may('read-case') })
  if (!may('read-case')) return null
  const cleared = known.data?.mine.map(({ label }) => label) ?? []
  const button = may('write-case') && cleared.length > 0 && (
    <Button variant="subtle" size="compact-sm" aria-expanded={changing} onClick={() => change(!changing)}>{changing ? <Trans>Cancel</Trans> : <Trans>Change labels</Trans>}</Button>
  )
  return (
    <Card title={<Trans>Special protection</Trans>} aside={button} padded>
      <Reading of={known} lines={2}>
        {({ rows, changes }) => {
          const row = rows.find(({ id }) => id === of.entityId)
          return (
            <div className={classes.stack}>
              <Now labels={row?.labels ?? []} inherited={row?.source === 'inherited'} />
              {changing && <Change of={of} before={row?.labels ?? []} cleared={cleared} onDone={() => change(false)} />}
              {may('write-case') && cleared.length === 0 && <p className="soft small"><Trans>Setting one needs clearance for it. An administrator grants it, with a reason.</Trans></p>}
              <History changes={changes.filter(({ entityId }) => entityId === of.entityId)} />
            </div>
          )
        }}
      </Reading>
    </Card>
  )
}

function Now({ labels, inherited }: { labels: Label[]; inherited: boolean }) {
  if (labels.length === 0) return <p className="soft"><Trans>No label: whoever may know the case sees it.</Trans></p>
  return (
    <>
      <Chips label={t`Labels`}><LabelMarks labels={labels} /></Chips>
      <p className="soft small">{inherited ? <Trans>It comes from the case or the client. Only colleagues who are cleared see it.</Trans> : <Trans>Only colleagues who are cleared see it, on the team or not.</Trans>}</p>
    </>
  )
}

function Change({ of, before, cleared, onDone }: { of: Of; before: Label[]; cleared: Label[]; onDone: () => void }) {
  const { clientId, caseId } = useClient()
  const [chosen, choose] = useState<Label[]>(before)
  const [said, say] = useState<Pick<SetLabels, 'source' | 'reason'>>({ source: 'clinician', reason: '' })
  const done = () => {
    sayDone(<Trans>The labels are changed.</Trans>)
    onDone()
  }
  const { save, saving, problem } = useWrite<SetLabels, LabelsOfClient>('POST', `/clients/${clientId}/labels`, { renews: [clientId, ...(caseId ? [caseId] : [])], onSaved: done })
  return (
    <Form fields={{ reason: 'labels-reason' }} onSave={() => void save({ ...of, labels: chosen, ...said })} saving={saving} problem={problem} saveLabel={<Trans>Set the labels</Trans>}>
      <fieldset className={classes.choice}>
        <legend><Trans>It is about</Trans></legend>
        {allLabels.filter((label) => cleared.includes(label)).map((label) => (
          <Checkbox key={label} label={labelWords(label)} checked={chosen.includes(label)} onChange={(event) => choose(event.currentTarget.checked ? [...chosen, label] : chosen.filter((each) => each !== label))} />
        ))}
      </fieldset>
      <p className="soft small"><Trans>From then on it is there only for colleagues who are cleared: for everybody else as if it had never been written.</Trans></p>
      <ChoiceField path="source" id="labels-source" label={t`Who says so?`} problem={problem} value={said.source} data={labelSources.map((value) => ({ value, label: sourceWords(value) }))} onChange={(source) => say({ ...said, source: labelSources.find((each) => each === source) ?? said.source })} />
      <TextField path="reason" id="labels-reason" label={t`Why?`} problem={problem} value={said.reason} onChange={(event) => say({ ...said, reason: event.currentTarget.value })} autoComplete="off" />
    </Form>
  )
}

export function History({ changes }: { changes: LabelChange[] }) {
  if (changes.length === 0) return null
  return (
    <details className={classes.history}>
      <summary><Trans>How it was changed</Trans></summary>
      <ul aria-label={t`Changes of labels`}>
        {changes.map((each) => {
          const [before, after] = [worded(each.before), worded(each.after)]
          const said = labelSources.find((source) => source === each.source)
          return (
            <li key={each.id}>
              <div>{before} → {after}</div>
              <div className="soft small">{[said && sourceWords(said), each.reason, each.setByName].filter(Boolean).join(' · ')} · <MomentText at={each.setAt} /></div>
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const worded = (labels: Label[]): string => (labels.length === 0 ? t`no label` : labels.map(labelWords).join(', '))
