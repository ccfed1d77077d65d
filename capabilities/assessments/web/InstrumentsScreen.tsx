// Administration: the instruments of the agency, their licences, bringing in a questionnaire, adding one of which only scores are kept.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Button, Group } from '@mantine/core'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Instrument, InstrumentChange } from '../instrument.ts'
import type { InstrumentLine } from '../record.ts'
import { ImportForm } from './ImportForm.tsx'
import { LicenceDialog } from './LicenceDialog.tsx'
import { ScoreOnlyForm } from './ScoreOnlyForm.tsx'
import { kindWords, licenceWords } from './words.ts'
import classes from './assessments.module.css'

export default function InstrumentsScreen() {
  return (
    <Screen title={t`Instruments`} lead={<Trans>What may be asked here, and under which licence. A changed form or scoring is a new version; earlier scores keep theirs.</Trans>}>
      <InstrumentsPanel />
    </Screen>
  )
}

/** For the administration page: list, import and licences in one place. */
export function InstrumentsPanel() {
  const instruments = useRead<InstrumentLine[]>('/administration/instruments')
  const [adding, add] = useSearchParam('add')
  const done = () => add(null)
  return (
    <div className={classes.lines}>
      {adding === '' && (
        <Group gap={8}>
          <Button variant="default" onClick={() => add('questionnaire')}><Trans>Bring in a questionnaire</Trans></Button>
          <Button variant="default" onClick={() => add('scores')}><Trans>Add a scores-only instrument</Trans></Button>
        </Group>
      )}
      {adding === 'questionnaire' && <Card title={<Trans>Bring in a questionnaire</Trans>} padded><ImportForm onDone={done} /></Card>}
      {adding === 'scores' && <Card title={<Trans>An instrument of which only scores are kept</Trans>} padded><ScoreOnlyForm onDone={done} /></Card>}
      <Card title={<Trans>Instruments</Trans>}>
        <Reading of={instruments}>{(lines) => <Rows label={t`Instruments`}>{lines.map((line) => <Line key={line.id} line={line} />)}</Rows>}</Reading>
      </Card>
    </div>
  )
}

function Line({ line }: { line: InstrumentLine }) {
  const { _ } = useLingui()
  const path = `/administration/instruments/${line.id}`
  const { save, saving, problem } = useWrite<InstrumentChange, Instrument>('PATCH', path, { renews: [line.id], onSaved: ({ title }) => sayDone(t`${title} is saved.`) })
  const retired = line.status === 'retired'
  const action = line.licence === 'awaiting-licence'
    ? <LicenceDialog line={line} />
    : <Button variant="subtle" size="compact-sm" loading={saving} onClick={() => void save({ status: retired ? 'active' : 'retired' }, { ifMatch: line.version })}>{retired ? <Trans>Offer again</Trans> : <Trans>Retire</Trans>}<span className="visually-hidden"> {line.title}</span></Button>
  return (
    <>
      <Row
        plain title={<>{line.title} <span className="soft">{line.instrumentVersion}</span> {retired && <Chip><Trans>Retired</Trans></Chip>}</>}
        why={<>{line.attribution}{line.licenceNote && <> · {line.licenceNote}</>}</>}
        when={<Chip tone={line.licence === 'awaiting-licence' ? 'today' : 'plain'}>{line.kind === 'screen' ? '' : `${_(kindWords[line.kind])} · `}{_(licenceWords[line.licence])}</Chip>} action={action}
      />
      <ProblemNotice problem={problem} />
    </>
  )
}
