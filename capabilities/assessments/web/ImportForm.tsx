// Bringing in a FHIR questionnaire: choose the file, see what would be asked and what could not, name licence and attribution.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { plural, t } from '@lingui/core/macro'
import { Button, Checkbox, FileInput } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { ChoiceField, fieldId, Form, LongTextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Unsupported } from '../importing.ts'
import { LicenceStatus, type ImportedInstrument, type Instrument } from '../instrument.ts'
import { allItems, asks, type Questionnaire } from '../questionnaire.ts'
import { licenceWords } from './words.ts'
import classes from './assessments.module.css'

interface Preview {
  title: string
  instrumentVersion: string
  copyright: string
  questions: Questionnaire
  unsupported: Unsupported[]
}
type Json = Record<string, unknown>

export function ImportForm({ onDone }: { onDone: () => void }) {
  const [file, setFile] = useState<Json | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const { save: look, problem, saved: preview, reset } = useWrite<{ questionnaire: Json }, Preview>('POST', '/administration/instruments/preview')
  const open = async (chosen: File | null) => {
    reset()
    const read = chosen ? readJson(await chosen.text()) : null
    setUnreadable(chosen !== null && read === null)
    setFile(read)
    if (read) await look({ questionnaire: read })
  }
  return (
    <div className={classes.lines}>
      <FileInput label={t`FHIR R4 Questionnaire (JSON)`} placeholder={t`Choose a file`} accept=".json,application/json,application/fhir+json" onChange={(chosen) => void open(chosen)} error={unreadable && t`This file is not JSON. Export the questionnaire as FHIR JSON and choose that file.`} />
      <ProblemNotice problem={problem} />
      {file && preview && <ImportDetails key={preview.title} file={file} preview={preview} onDone={onDone} />}
      <div><Button variant="subtle" size="compact-sm" onClick={onDone}><Trans>Cancel</Trans></Button></div>
    </div>
  )
}

function readJson(text: string): Json | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : null
  } catch {
    return null
  }
}

function ImportDetails({ file, preview, onDone }: { file: Json; preview: Preview; onDone: () => void }) {
  const { _ } = useLingui()
  const [id] = useState(newId)
  const [licence, setLicence] = useState<ImportedInstrument['licence']>('awaiting-licence')
  const [licenceNote, setNote] = useState('')
  const [attribution, setAttribution] = useState(preview.copyright)
  const [acceptUnsupported, accept] = useState(false)
  const { save, saving, problem } = useWrite<ImportedInstrument, Instrument>('POST', '/administration/instruments', { onSaved: ({ title }) => { sayDone(t`${title} is here.`); onDone() } })
  const questions = allItems(preview.questions.item).filter(asks).length
  const licences = LicenceStatus.options.filter((each) => each !== 'score-only')
  return (
    <Form onSave={() => void save({ id, questionnaire: file, licence, licenceNote, attribution, acceptUnsupported })} saving={saving} problem={problem} saveLabel={<Trans>Bring it in</Trans>}>
      <p><strong>{preview.title}</strong> {preview.instrumentVersion} · {plural(questions, { one: '# question', other: '# questions' })}</p>
      {preview.unsupported.length > 0 && (
        <div>
          <p><Trans>These items cannot be asked here. They will stay in the form as a note to ask them on paper.</Trans></p>
          <ul>{preview.unsupported.map(({ linkId, text, why }) => <li key={`${linkId} ${why}`}>{text || linkId}: {why}</li>)}</ul>
          <Checkbox label={t`I have looked at the list; it is still of use`} checked={acceptUnsupported} onChange={(event) => accept(event.currentTarget.checked)} />
        </div>
      )}
      <ChoiceField path="licence" label={t`Licence`} problem={problem} data={licences.map((code) => ({ value: code, label: _(licenceWords[code]) }))} value={licence} onChange={(code) => setLicence(licences.find((each) => each === code) ?? licence)} />
      <LongTextField path="licenceNote" label={t`Licence or written permission: which, from whom, from when`} optional={licence !== 'licensed'} problem={problem} value={licenceNote} onChange={(event) => setNote(event.currentTarget.value)} />
      <LongTextField path="attribution" id={fieldId('attribution')} label={t`Attribution, shown wherever it is asked`} problem={problem} value={attribution} onChange={(event) => setAttribution(event.currentTarget.value)} />
    </Form>
  )
}
