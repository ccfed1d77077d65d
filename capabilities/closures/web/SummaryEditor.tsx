// Writing the summary: what the record says is there already; goals and outcomes come from it and are not typed.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card } from '../../../web/design/Card.tsx'
import { ChoiceField, DayField, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { milesWords, minutesWords } from '../../../web/words.ts'
import { Disposition, needsNextSteps, type SummaryContent } from '../closure.ts'
import type { ClosureView } from '../view.ts'
import { dispositionWords } from './closureWords.ts'
import { ServiceList, UnmetNeedList } from './EntryLists.tsx'
import classes from './closure.module.css'
import { GoalTable, OutcomeTable } from './SummaryTables.tsx'
import type { SummaryDraft } from './summaryDraft.ts'

export function SummaryEditor({ view, draft }: { view: ClosureView; draft: SummaryDraft }) {
  const { content, change } = draft
  return (
    <>
      <Card title={<Trans>What we did together</Trans>} padded>
        <div className={classes.entries}>
          <Words name="course" label={t`What was done and what changed`} draft={draft} />
          <Words name="agreementWords" label={t`What the client says about closing, in their words`} optional draft={draft} />
          <ChoiceField path="disposition" label={t`Where the person is now`} value={content.disposition} data={Disposition.options.map((value) => ({ value, label: dispositionWords(value) }))}
            onChange={(value) => change('disposition', Disposition.options.find((each) => each === value) ?? null)} />
        </div>
      </Card>
      <Card title={<Trans>Goals, from the plan</Trans>}><GoalTable goals={view.document.goals} /></Card>
      <Card title={<Trans>Measures, first and last</Trans>} padded>
        <div className={classes.entries}>
          <OutcomeTable outcomes={view.document.outcomes} />
          <Words name="outcomesMissingReason" label={t`Where there is no final measure: why`} optional draft={draft} />
        </div>
      </Card>
      <Card title={<Trans>What goes on, and what is open</Trans>} padded>
        <div className={classes.entries}>
          <ServiceList entries={content.services} onChange={(services) => change('services', services)} />
          <UnmetNeedList entries={content.unmetNeeds} onChange={(needs) => change('unmetNeeds', needs)} />
        </div>
      </Card>
      {needsNextSteps(view.reason) && <NextSteps draft={draft} />}
      <TimeCard view={view} draft={draft} />
    </>
  )
}

type WordField = { [Name in keyof SummaryContent]: SummaryContent[Name] extends string ? Name : never }[keyof SummaryContent]

function Words({ name, label, optional, draft }: { name: WordField; label: string; optional?: boolean; draft: SummaryDraft }) {
  return <LongTextField path={name} label={label} {...(optional && { optional })} value={draft.content[name]} problem={draft.problem} onChange={(event) => draft.change(name, event.currentTarget.value)} />
}

function NextSteps({ draft }: { draft: SummaryDraft }) {
  return (
    <Card title={<Trans>From now on</Trans>} padded>
      <div className={classes.entries}>
        <Words name="selfManagement" label={t`What the person does themselves`} draft={draft} />
        <Words name="warningSigns" label={t`Warning signs, and whom to call`} draft={draft} />
        <Words name="aftercare" label={t`How it goes on: the aftercare or transition plan`} draft={draft} />
        <Words name="reengagement" label={t`How and when they can come back`} draft={draft} />
        <DayField path="checkOn" label={t`We ask how they are on`} optional value={draft.content.checkOn ?? ''} onChange={(event) => draft.change('checkOn', event.currentTarget.value || null)} />
      </div>
    </Card>
  )
}

const timeChoices: NonNullable<SummaryContent['time']>[] = ['billed', 'written-off', 'not-billed']

function TimeCard({ view, draft }: { view: ClosureView; draft: SummaryDraft }) {
  const { contacts, durationMinutes, travelMinutes, distanceTenthsMile } = view.time
  const labels = { billed: t`Billed`, 'written-off': t`Written off`, 'not-billed': t`Not billed in this program` }
  return (
    <Card title={<Trans>Time</Trans>} padded>
      <div className={classes.entries}>
        <p className={classes.state}><Trans>{contacts} signed contacts: {minutesWords(durationMinutes)} of work, {minutesWords(travelMinutes)} on the road, {milesWords(distanceTenthsMile)}.</Trans></p>
        <ChoiceField path="time" label={t`What became of the time`} value={draft.content.time} data={timeChoices.map((value) => ({ value, label: labels[value] }))} onChange={(value) => draft.change('time', timeChoices.find((each) => each === value) ?? null)} />
        {draft.content.time === 'written-off' && <TextField path="timeNote" label={t`Why it is written off`} value={draft.content.timeNote} onChange={(event) => draft.change('timeNote', event.currentTarget.value)} />}
      </div>
    </Card>
  )
}
