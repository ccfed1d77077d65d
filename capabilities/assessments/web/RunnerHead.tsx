// What is being asked, how and with whom; can be completed while asking, left at any time, or set aside with a reason.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { Assessment, Circumstances, Withdrawal } from '../assessment.ts'
import type { AssessmentView } from '../record.ts'
import { CircumstancesFields, circumstancesOf } from './CircumstancesFields.tsx'
import { interpreterWords, modeWords, placeWords, relationWords } from './words.ts'
import classes from './assessments.module.css'

export function RunnerHead({ view, path }: { view: AssessmentView; path: string }) {
  const [open, setOpen] = useState<'circumstances' | 'stopped' | 'entered-in-error' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <div className={classes.head}>
        <div>
          <h2>{view.instrument.title}</h2>
          <Asked view={view} />
        </div>
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" size="compact-sm"><Trans>More</Trans></Button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setOpen('circumstances')}><Trans>How and with whom</Trans></Menu.Item>
            <Menu.Item onClick={() => setOpen('stopped')}><Trans>Stop here</Trans></Menu.Item>
            <Menu.Item onClick={() => setOpen('entered-in-error')}><Trans>Entered in error</Trans></Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <Modal opened={open === 'circumstances'} onClose={close} title={t`How and with whom`} closeButtonProps={{ 'aria-label': t`Close` }}><CircumstancesForm view={view} path={path} onDone={close} /></Modal>
      <Modal opened={open === 'stopped' || open === 'entered-in-error'} onClose={close} closeButtonProps={{ 'aria-label': t`Close` }} title={open === 'stopped' ? t`Stop this assessment` : t`Entered in error`}>
        {(open === 'stopped' || open === 'entered-in-error') && <SetAsideForm kind={open} view={view} path={path} onDone={close} />}
      </Modal>
    </>
  )
}

/** When, how, in which language and with whom it was asked. */
export function Asked({ view }: { view: AssessmentView }) {
  const { _ } = useLingui()
  const { mode, place, language, interpreter, interpreterReference, people } = view
  return (
    <Chips>
      <Chip><DateText day={view.assessedOn} /></Chip>
      {mode && <Chip>{_(modeWords[mode])}{place && mode === 'face-to-face' && `, ${_(placeWords[place]).toLocaleLowerCase()}`}</Chip>}
      {language && <Chip tone={interpreter === 'not-needed' ? 'plain' : 'language'}>{languageWords(language)}{interpreter && interpreter !== 'not-needed' && ` · ${_(interpreterWords[interpreter])}${interpreterReference && ` ${interpreterReference}`}`}</Chip>}
      {people.map(({ name, relation, informant }) => <Chip key={`${name} ${relation}`}>{name}, {_(relationWords[relation])}{informant && ` · ${t`told us`}`}</Chip>)}
    </Chips>
  )
}

function CircumstancesForm({ view, path, onDone }: { view: AssessmentView; path: string; onDone: () => void }) {
  const [given, setGiven] = useState<Circumstances>(() => circumstancesOf(view))
  const { save, saving, problem } = useWrite<Circumstances, Assessment>('PATCH', path, { renews: [view.id, view.caseId], onSaved: onDone })
  return <Form onSave={() => void save(given, { ifMatch: view.version })} saving={saving} problem={problem}><CircumstancesFields value={given} onChange={setGiven} problem={problem} /></Form>
}

function SetAsideForm({ kind, view, path, onDone }: { kind: Withdrawal['kind']; view: AssessmentView; path: string; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite<Withdrawal>('POST', `${path}/withdrawal`, { renews: [view.id, view.caseId], onSaved: onDone })
  return (
    <Form onSave={() => void save({ kind, reason })} saving={saving} problem={problem} saveLabel={<Trans>Set aside</Trans>}>
      <p><Trans>What was answered stays readable, with your reason. No more answers are taken.</Trans></p>
      <LongTextField path="reason" label={t`Why?`} problem={problem} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Form>
  )
}
