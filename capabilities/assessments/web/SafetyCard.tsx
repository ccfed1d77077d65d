// A safety answer that waits for its response, and the note that is signed to close it. It cannot be closed in any other way.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { newId } from '../../../web/api.ts'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { ConcernWithResponse } from '../record.ts'
import type { NewSafetyResponse, SafetyAction } from '../safety.ts'
import { actionWords, codesOf } from './words.ts'
import classes from './assessments.module.css'

export function SafetyCard({ concern, path, renews }: { concern: ConcernWithResponse; path: string; renews: string[] }) {
  const may = useMay()
  if (concern.response) return <SafetyAnswered concern={concern} />
  return (
    <section className={classes.safety} aria-label={t`Safety answer`} id="safety">
      <div>
        <h2><Trans>Respond today: {concern.concern}</Trans></h2>
        <p className="soft"><Trans>Answered <MomentText at={concern.raisedAt} />, asked by {concern.raisedByName}. This stays open until you sign what was done.</Trans></p>
      </div>
      {may('write-assessments') && <ResponseForm concern={concern} path={path} renews={renews} />}
    </section>
  )
}

function ResponseForm({ concern, path, renews }: { concern: ConcernWithResponse; path: string; renews: string[] }) {
  const { staff } = useMe()
  const { _ } = useLingui()
  const [id] = useState(newId)
  const [actions, setActions] = useState<SafetyAction[]>([])
  const [spokeWith, setSpokeWith] = useState('')
  const [narrative, setNarrative] = useState('')
  const { save, saving, problem } = useWrite<NewSafetyResponse>('POST', `${path}/safety-concerns/${concern.id}/response`, { renews, onSaved: () => sayDone(t`Signed. The safety task is closed.`) })
  return (
    <Form onSave={() => void save({ id, actions, spokeWith, narrative, signed: true })} saving={saving} problem={problem} saveLabel={<Trans>Sign as {staff.name}</Trans>}>
      <Checkbox.Group label={t`What was done`} value={actions} onChange={(chosen) => setActions(codesOf(actionWords).filter((code) => chosen.includes(code)))}>
        <div className={classes.checks}>{codesOf(actionWords).map((code) => <Checkbox key={code} value={code} label={_(actionWords[code])} />)}</div>
      </Checkbox.Group>
      <TextField path="spokeWith" label={t`Who you spoke with, and how`} problem={problem} value={spokeWith} onChange={(event) => setSpokeWith(event.currentTarget.value)} />
      <LongTextField path="narrative" label={t`What was said, what was decided, what comes next`} problem={problem} value={narrative} onChange={(event) => setNarrative(event.currentTarget.value)} />
    </Form>
  )
}

function SafetyAnswered({ concern: { concern, response } }: { concern: ConcernWithResponse }) {
  const { _ } = useLingui()
  if (!response) return null
  return (
    <div className={classes.domain}>
      <h3>{concern}</h3>
      <p className="soft">{response.actions.map((action) => _(actionWords[action])).join(' · ')}. <Trans>Spoke with: {response.spokeWith}.</Trans></p>
      <p>{response.narrative}</p>
      <p className="soft"><Trans>Signed by {response.signedByName}, <MomentText at={response.signedAt} /></Trans></p>
    </div>
  )
}
