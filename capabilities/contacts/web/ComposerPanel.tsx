// What opens under the chips: the fields of one fact.
import { t } from '@lingui/core/macro'
import { NumberInput, Select, TextInput, Textarea } from '@mantine/core'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { useMe } from '../../../web/me.tsx'
import { AttemptResult, Purpose } from '../contact.ts'
import { BarrierPanel } from './BarrierPanel.tsx'
import type { Panel } from './ComposerChips.tsx'
import { modesOf, type ComposerFor, type Composing } from './composing.ts'
import { GoalsPanel } from './GoalsPanel.tsx'
import { NextPanel } from './NextPanel.tsx'
import { InterpreterPanel, NumberPanel, PeoplePanel } from './PeoplePanel.tsx'
import { instantFromLocal, localFromInstant } from './localTime.ts'
import { modeWords, purposeWords, resultWords } from './words.ts'
import classes from './composer.module.css'

export interface PanelProps { of: ComposerFor; now: Composing; change: (more: Partial<Composing>) => void }

export function ComposerPanel({ panel, ...rest }: PanelProps & { panel: Panel }) {
  return <div className={classes.panel}><PanelFields panel={panel} {...rest} /></div>
}

function PanelFields({ panel, of, now, change }: PanelProps & { panel: Panel }) {
  switch (panel) {
    case 'when': return <WhenFields now={now} change={change} />
    case 'time': return <TimeFields now={now} change={change} />
    case 'miles': return <MilesFields now={now} change={change} />
    case 'number': return <NumberPanel of={of} now={now} change={change} />
    case 'interpreter': return <InterpreterPanel now={now} change={change} />
    case 'people': return <PeoplePanel of={of} now={now} change={change} />
    case 'goals': return <GoalsPanel of={of} now={now} change={change} />
    case 'barrier': return <BarrierPanel of={of} now={now} change={change} />
    case 'next': return <NextPanel now={now} change={change} />
    case 'late': return <Textarea label={t`Why is this written only now?`} autosize minRows={2} value={now.lateReason} onChange={(event) => change({ lateReason: event.currentTarget.value })} />
    case 'way': return <Chosen label={t`How`} options={modesOf[now.form]} value={now.mode} words={(mode) => modeWords(mode)} onChoose={(mode) => change({ mode })} />
    case 'result': return <Chosen label={t`What came of it`} options={[...AttemptResult.options]} value={now.attemptResult} words={(result) => resultWords(result)} onChoose={(attemptResult) => change({ attemptResult })} />
    case 'purpose': return <Chosen label={t`What it was for`} options={[...Purpose.options]} value={now.purpose ?? of.purpose} words={(purpose) => purposeWords(purpose)} onChoose={(purpose) => change({ purpose })} />
  }
}

type Fields = Pick<PanelProps, 'now' | 'change'>

function Chosen<T extends string>({ label, options, value, words, onChoose }: { label: string; options: readonly T[]; value: T; words: (option: T) => string; onChoose: (option: T) => void }) {
  return (
    <div role="group" aria-label={label} className={classes.quick}>
      {options.map((option) => <ChipButton key={option} pressed={option === value} onClick={() => onChoose(option)}>{words(option)}</ChipButton>)}
    </div>
  )
}

function WhenFields({ now, change }: Fields) {
  const { agency } = useMe()
  const shown = localFromInstant(now.occurredAt ?? new Date().toISOString(), agency.timeZone)
  return (
    <div className={classes.fields}>
      <TextInput type="datetime-local" label={t`When it began`} value={shown} max={localFromInstant(new Date().toISOString(), agency.timeZone)} onChange={(event) => change({ occurredAt: instantFromLocal(event.currentTarget.value, agency.timeZone) })} />
      <Select label={t`Who began`} data={[{ value: 'outgoing', label: t`We did` }, { value: 'incoming', label: t`They did` }]} value={now.direction} allowDeselect={false} onChange={(direction) => change({ direction: direction === 'incoming' ? 'incoming' : 'outgoing' })} />
    </div>
  )
}

function TimeFields({ now, change }: Fields) {
  return (
    <>
      <NumberInput label={t`Minutes`} min={0} max={1440} allowDecimal={false} value={now.durationMinutes} onChange={(minutes) => change({ durationMinutes: Number(minutes) || 0 })} maw={160} />
      <div className={classes.quick} role="group" aria-label={t`Usual durations`}>
        {[5, 10, 15, 20, 25, 30, 45, 60, 75, 90].map((minutes) => <ChipButton key={minutes} pressed={minutes === now.durationMinutes} onClick={() => change({ durationMinutes: minutes })}>{String(minutes)}</ChipButton>)}
      </div>
    </>
  )
}

function MilesFields({ now, change }: Fields) {
  return (
    <div className={classes.fields}>
      <NumberInput label={t`Miles, there and back`} min={0} max={2000} decimalScale={1} step={0.1} value={now.distanceTenthsMile / 10} onChange={(miles) => change({ distanceTenthsMile: Math.round(Number(miles) * 10) || 0 })} maw={180} />
      <NumberInput label={t`Minutes on the way`} min={0} max={1440} allowDecimal={false} value={now.travelMinutes} onChange={(minutes) => change({ travelMinutes: Number(minutes) || 0 })} maw={180} />
    </div>
  )
}
