// Needs: written down as concerns, talked over and confirmed with the client, ranked by them, and settled — declining included (INV-25).
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { Chip, ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { fieldId, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Disposition, NeedSource, NewNeed } from '../need.ts'
import { Cancel } from './GoalProgress.tsx'
import classes from './plan.module.css'
import { Section, type Place } from './Section.tsx'
import { usePlanSave, type PlanView } from './usePlan.ts'
import { dispositionWords, domainWords, sourceWords } from './words.ts'

type NeedInPlan = PlanView['needs'][number]

export function NeedsSection({ view, opened }: { view: PlanView; opened: Place }) {
  return (
    <Section id="needs" above={view.found.map((found) => <Found key={found.domain} found={found} />)} title={<Trans>Needs, in {view.client.name}’s order</Trans>} items={view.needs} opened={opened} addLabel={<Trans>Add a need</Trans>}
      lead={<Trans>What an assessment shows is a concern. It becomes a need when {view.client.name} agrees that it is one.</Trans>}
      nameOf={({ statement }) => t`Edit the need: ${statement}`} show={(need) => <NeedLine need={need} />}
      edit={(need, done) => <NeedForm need={need} onDone={done} />} />
  )
}

/** What the assessment found and no need speaks of: one press writes it down as a concern. */
function Found({ found: { assessmentId, domain, conclusion } }: { found: PlanView['found'][number] }) {
  const { _ } = useLingui()
  const { save, saving, problem } = usePlanSave('POST', '/needs')
  const area = domainWords[domain]
  return (
    <div className={classes.item}>
      <ProblemNotice problem={problem} />
      <div className={classes.itemHead}>
        <p><span className="soft"><Trans>The assessment found</Trans>{area && <>, {_(area).toLocaleLowerCase()}</>}:</span> {conclusion}</p>
        <Button size="compact-sm" variant="light" loading={saving} onClick={() => void save({ statement: conclusion.slice(0, 500), domain, source: 'assessment', assessmentId })}><Trans>Write it down</Trans></Button>
      </div>
    </div>
  )
}

function NeedLine({ need }: { need: NeedInPlan }) {
  const { _ } = useLingui()
  const area = domainWords[need.domain]
  const [open, setOpen] = useState<'confirm' | 'settle' | null>(null)
  const close = () => setOpen(null)
  const isDeclined = need.disposition === 'declined_by_client'
  return (
    <>
      <p className={classes.itemTitle}>{need.clientRank !== null && `${need.clientRank}. `}{need.clientWords ? <q>{need.clientWords}</q> : need.statement}</p>
      <p className={classes.meta}>
        {need.clientWords && <span>{need.statement}</span>}
        {area && <span>{_(area)}</span>}
        {need.safetyRank !== null && <span className={classes.caution}><Trans>safety {need.safetyRank}</Trans></span>}
        {need.dispositionReason && <span>{need.dispositionReason}</span>}
      </p>
      <Chips>
        {need.disposition !== 'open' ? <Chip tone={need.disposition === 'met' ? 'done' : 'plain'}>{_(dispositionWords[need.disposition])}</Chip>
          : need.certainty === 'confirmed' ? <Chip tone="done"><Trans>Confirmed with the client</Trans></Chip> : <Chip tone="today"><Trans>A concern, to talk over</Trans></Chip>}
        {need.certainty === 'concern' && !isDeclined && <ChipButton expanded={open === 'confirm'} onClick={() => setOpen(open === 'confirm' ? null : 'confirm')}><Trans>The client agrees</Trans></ChipButton>}
        {!isDeclined && <ChipButton expanded={open === 'settle'} onClick={() => setOpen(open === 'settle' ? null : 'settle')}><Trans>What becomes of it?</Trans></ChipButton>}
      </Chips>
      {open === 'confirm' && <ConfirmForm need={need} onDone={close} />}
      {open === 'settle' && <SettleForm need={need} onDone={close} />}
    </>
  )
}

function ConfirmForm({ need, onDone }: { need: NeedInPlan; onDone: () => void }) {
  const [by, setBy] = useState<'client' | 'representative'>('client')
  const [clientWords, setClientWords] = useState(need.clientWords)
  const { save, saving, problem } = usePlanSave('POST', `/needs/${need.id}/confirmation`, onDone)
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => void save({ by, clientWords })} saving={saving} problem={problem} saveLabel={<Trans>Confirm the need</Trans>} others={<Cancel onDone={onDone} />}>
        <TextField path="clientWords" label={t`In the client’s words`} optional value={clientWords} problem={problem} onChange={(event) => setClientWords(event.currentTarget.value)} />
        <Select label={t`Who agreed?`} value={by} allowDeselect={false} data={[{ value: 'client', label: t`The client` }, { value: 'representative', label: t`Their representative` }]} onChange={(value) => setBy(value === 'representative' ? 'representative' : 'client')} />
      </Form>
    </div>
  )
}

function SettleForm({ need, onDone }: { need: NeedInPlan; onDone: () => void }) {
  const { _ } = useLingui()
  const [disposition, setDisposition] = useState<Disposition>(need.disposition === 'open' ? 'deferred' : 'open')
  const [reason, setReason] = useState('')
  const { save, saving, problem } = usePlanSave('POST', `/needs/${need.id}/disposition`, onDone)
  const possible = Disposition.options.filter((each) => each !== need.disposition && (each !== 'met' || need.certainty === 'confirmed'))
  return (
    <div className={classes.inPlace}>
      <Form onSave={() => void save({ disposition, reason })} saving={saving} problem={problem} others={<Cancel onDone={onDone} />}>
        <Select id={fieldId('disposition')} label={t`What becomes of this need?`} value={disposition} allowDeselect={false} data={possible.map((value) => ({ value, label: _(dispositionWords[value]) }))} onChange={(value) => setDisposition(Disposition.safeParse(value).data ?? 'deferred')} />
        {disposition === 'declined_by_client' && <p className="soft small"><Trans>This is the client’s decision, and it stands.</Trans></p>}
        {disposition !== 'open' && <LongTextField path="reason" label={t`Why?`} value={reason} problem={problem} minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />}
      </Form>
    </div>
  )
}

function NeedForm({ need, onDone }: { need: NeedInPlan | null; onDone: () => void }) {
  const { _ } = useLingui()
  const [wanted, setWanted] = useState<Omit<NewNeed, 'statement' | 'domain'> & { statement: string; domain: string }>(need ?? { ...NewNeed.parse({ statement: '-', domain: '-' }), statement: '', domain: '' })
  const set = (change: Partial<NewNeed>) => setWanted((before) => ({ ...before, ...change }))
  const { save, saving, problem } = usePlanSave<object>(need ? 'PATCH' : 'POST', need ? `/needs/${need.id}` : '/needs', onDone)
  const { clientWords, statement, domain, source, evidence, clientRank, safetyRank } = wanted
  const rank = (value: string | number) => (typeof value === 'number' ? value : null)
  return (
    <Form onSave={() => void save({ clientWords, statement, domain, source, evidence, clientRank, safetyRank }, { ifMatch: need?.version })} saving={saving} problem={problem}
      saveLabel={need ? <Trans>Save the need</Trans> : <Trans>Add the need</Trans>} others={<Cancel onDone={onDone} />}>
      <TextField path="clientWords" label={t`In the client’s words`} optional value={clientWords} problem={problem} onChange={(event) => set({ clientWords: event.currentTarget.value })} />
      <TextField path="statement" label={t`In ours`} value={statement} problem={problem} onChange={(event) => set({ statement: event.currentTarget.value })} />
      <Select id={fieldId('domain')} label={t`Area of life`} searchable value={domain || null} data={Object.entries(domainWords).map(([value, words]) => ({ value, label: _(words) }))} onChange={(value) => set({ domain: value ?? '' })} />
      <Select id={fieldId('source')} label={t`How do we know?`} value={source} allowDeselect={false} data={NeedSource.options.map((value) => ({ value, label: _(sourceWords[value]) }))} onChange={(value) => set({ source: NeedSource.safeParse(value).data ?? 'client' })} />
      <TextField path="evidence" label={t`What shows it?`} optional value={evidence} problem={problem} onChange={(event) => set({ evidence: event.currentTarget.value })} />
      <div className={classes.two}>
        <NumberInput id={fieldId('clientRank')} label={t`Client’s order (optional)`} description={t`1 comes first`} min={1} max={99} value={clientRank ?? ''} onChange={(value) => set({ clientRank: rank(value) })} />
        <NumberInput id={fieldId('safetyRank')} label={t`Safety order (optional)`} description={t`1 is most urgent`} min={1} max={99} value={safetyRank ?? ''} onChange={(value) => set({ safetyRank: rank(value) })} />
      </div>
    </Form>
  )
}
