// Beginning an assessment: which one, why now, how and with whom. Scores-only instruments take their number here.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { useGo, useSearchParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Assessment, Circumstances, NewAssessment } from '../assessment.ts'
import type { InstrumentLine } from '../record.ts'
import { CircumstancesFields } from './CircumstancesFields.tsx'
import { ScoreForm } from './ScoreForm.tsx'
import { kindWords, licenceWords } from './words.ts'
import classes from './assessments.module.css'

export default function StartScreen() {
  const instruments = useRead<InstrumentLine[]>('/instruments')
  const { caseId } = useClient()
  if (!caseId) return null
  return <div className={classes.column}><Reading of={instruments}>{(offered) => <Start offered={offered.filter(({ status }) => status === 'active')} caseId={caseId} />}</Reading></div>
}

function Start({ offered, caseId }: { offered: InstrumentLine[]; caseId: string }) {
  const [chosen] = useSearchParam('instrument')
  const instrument = offered.find(({ id }) => id === chosen)
  if (!instrument) return <Choose offered={offered} caseId={caseId} />
  return (
    <Card title={instrument.title} padded>
      <div className={classes.lines}>
        <p>{instrument.description}</p>
        {instrument.licence === 'score-only' ? <ScoreForm instrument={instrument} caseId={caseId} /> : <BeginForm instrument={instrument} caseId={caseId} />}
        <p className="small soft">{instrument.attribution}</p>
      </div>
    </Card>
  )
}

function Choose({ offered, caseId }: { offered: InstrumentLine[]; caseId: string }) {
  const { clientId } = useClient()
  const { _ } = useLingui()
  const first = (line: InstrumentLine) => (line.kind === 'comprehensive' ? 0 : 1)
  return (
    <Card title={<Trans>Which one?</Trans>}>
      <Rows label={t`Instruments`}>
        {offered.toSorted((a, b) => first(a) - first(b)).map((line) => (
          <Row
            key={line.id} plain title={line.title} why={line.description || line.attribution} when={line.licence === 'score-only' || line.licence === 'awaiting-licence' ? <Chip>{_(licenceWords[line.licence])}</Chip> : _(kindWords[line.kind])}
            href={line.licence === 'awaiting-licence' ? undefined : `/clients/${clientId}/assessments/new?case=${caseId}&instrument=${line.id}`}
          />
        ))}
      </Rows>
    </Card>
  )
}

interface Person {
  spokenLanguage?: string | null
  interpreter?: string | null
}

function BeginForm({ instrument, caseId }: { instrument: InstrumentLine; caseId: string }) {
  const { clientId, displayName } = useClient()
  const person = useRead<Person>(`/clients/${clientId}`)
  if (person.isPending) return null
  return <Circumstanced key={clientId} instrument={instrument} caseId={caseId} start={startingWith(displayName, instrument, person.data)} />
}

const startingWith = (name: string, { kind }: InstrumentLine, person: Person | undefined): Circumstances => ({
  reason: kind === 'comprehensive' ? 'initial' : 'screening',
  mode: 'face-to-face',
  place: null,
  language: person?.spokenLanguage ?? 'en',
  interpreter: person?.interpreter === 'needed' ? 'qualified' : 'not-needed',
  interpreterReference: '',
  people: [{ name, relation: 'client', informant: true }],
})

function Circumstanced({ instrument, caseId, start }: { instrument: InstrumentLine; caseId: string; start: Circumstances }) {
  const { clientId } = useClient()
  const go = useGo()
  const [id] = useState(newId)
  const [given, setGiven] = useState(start)
  const { save, saving, problem } = useWrite<NewAssessment, Assessment>('POST', `/cases/${caseId}/assessments`, {
    renews: [caseId],
    onSaved: () => go(`/clients/${clientId}/assessments/${id}?case=${caseId}`),
  })
  return (
    <Form onSave={() => void save({ id, instrumentId: instrument.id, ...given })} saving={saving} problem={problem} saveLabel={<Trans>Begin</Trans>}>
      <CircumstancesFields value={given} onChange={setGiven} problem={problem} />
    </Form>
  )
}
