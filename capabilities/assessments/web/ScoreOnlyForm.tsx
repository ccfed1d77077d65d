// Adding an instrument whose questions stay with its publisher: its name, its attribution, and the scale of its score.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Group, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Instrument, ScoreOnlyInstrument } from '../instrument.ts'

export function ScoreOnlyForm({ onDone }: { onDone: () => void }) {
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [instrumentVersion, setVersion] = useState('1')
  const [attribution, setAttribution] = useState('')
  const [scale, setScale] = useState({ title: t`Total`, low: 0, high: 30 })
  const { save, saving, problem } = useWrite<ScoreOnlyInstrument, Instrument>('POST', '/administration/instruments/score-only', { onSaved: (made) => { sayDone(t`${made.title} is here.`); onDone() } })
  const add = () => save({ id, title, instrumentVersion, licenceNote: '', attribution, scores: [{ key: 'total', ...scale }] })
  const number = (value: string | number, otherwise: number) => (typeof value === 'number' ? value : otherwise)
  return (
    <Form onSave={() => void add()} saving={saving} problem={problem} others={<Button variant="subtle" onClick={onDone}><Trans>Cancel</Trans></Button>} saveLabel={<Trans>Add it</Trans>}>
      <TextField path="title" label={t`Name`} problem={problem} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <TextField path="instrumentVersion" label={t`Version`} problem={problem} value={instrumentVersion} onChange={(event) => setVersion(event.currentTarget.value)} />
      <LongTextField path="attribution" label={t`Attribution and terms`} problem={problem} value={attribution} onChange={(event) => setAttribution(event.currentTarget.value)} />
      <TextField path="scores.0.title" label={t`Name of the score`} problem={problem} value={scale.title} onChange={(event) => setScale({ ...scale, title: event.currentTarget.value })} />
      <Group grow>
        <NumberInput label={t`Lowest`} value={scale.low} onChange={(value) => setScale({ ...scale, low: number(value, scale.low) })} />
        <NumberInput label={t`Highest`} value={scale.high} onChange={(value) => setScale({ ...scale, high: number(value, scale.high) })} />
      </Group>
    </Form>
  )
}
