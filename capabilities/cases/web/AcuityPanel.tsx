// How much the case needs: the level, why, by whom; changing it keeps what was said before.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { CaseView } from '../view.ts'
import { weightOf } from '../weight.ts'
import { levelWords, pointsWords } from './caseWords.ts'
import classes from './cases.module.css'

export function AcuityPanel({ view }: { view: CaseView }) {
  const [changing, change] = useState(false)
  const over = view.status === 'closed' || view.status === 'not_engaged' || view.status === 'voided'
  const may = useMay()('write-case') && !over
  const [now, ...before] = view.acuities
  return (
    <Card title={<Trans>How much it needs</Trans>} aside={<Trans>{pointsWords(weightOf(view.acuityLevel))} points</Trans>} padded>
      <div><b>{levelWords(view.acuityLevel)}</b></div>
      {now && <p className={classes.said}>{now.why} <br /><small><MomentText at={now.recordedAt} /> · {now.staffName ?? 'Continuum'}</small></p>}
      {view.acuityLevel === null && <p className={classes.said}><Trans>Nobody has said yet how much this case needs. Until then it counts as moderate.</Trans></p>}
      {changing ? <LevelForm view={view} onClose={() => change(false)} /> : may && <Button variant="default" size="compact-sm" onClick={() => change(true)}><Trans>Change the level…</Trans></Button>}
      {before.length > 0 && (
        <ol className={classes.history}>
          {before.map((each) => <li key={each.id}>{levelWords(each.level)}<small>{each.why}</small><small><MomentText at={each.recordedAt} /> · {each.staffName ?? 'Continuum'}</small></li>)}
        </ol>
      )}
    </Card>
  )
}

function LevelForm({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const [level, setLevel] = useState(view.acuityLevel === null ? '' : String(view.acuityLevel))
  const [why, setWhy] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/acuity`, { renews: [view.id, view.clientId], onSaved: () => { onClose(); sayDone(t`The level is kept with its reason.`) } })
  return (
    <Form onSave={() => void save({ level: Number(level), why })} saving={saving} problem={problem} others={<Button variant="subtle" color="gray" onClick={onClose}><Trans>Leave it</Trans></Button>}>
      <Radio.Group label={<Trans>Level</Trans>} value={level} onChange={setLevel}>
        <Stack gap={6} mt={4}>{[4, 3, 2, 1].map((each) => <Radio key={each} value={String(each)} label={levelWords(each)} />)}</Stack>
      </Radio.Group>
      <LongTextField path="why" label={<Trans>Why?</Trans>} value={why} onChange={(event) => setWhy(event.currentTarget.value)} problem={problem} />
    </Form>
  )
}
