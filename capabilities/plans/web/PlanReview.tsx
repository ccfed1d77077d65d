// Reviewing the plan with the client: each need, goal, step and barrier is looked at, then the plan stays or becomes a new version.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Form, LongTextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { ProgressBar } from '../../../web/design/Scale.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead } from '../../../web/reads.ts'
import type { ReviewView } from '../review.actions.ts'
import type { Conclusion, Reviewed } from '../review.ts'
import { Changes } from './Changes.tsx'
import { GoalCard } from './GoalCard.tsx'
import classes from './plan.module.css'
import { usePlan, usePlanPaths, usePlanSave, type PlanView } from './usePlan.ts'
import { kindWords } from './words.ts'

type Item = ReviewView['items'][number]

export default function PlanReview() {
  const plan = usePlan()
  const paths = usePlanPaths()
  return (
    <div className={classes.page}>
      <div className={classes.itemHead}>
        <h2 style={{ fontSize: 18 }}><Trans>Reviewing the plan</Trans></h2>
        <GoTo href={paths.plan}><Trans>Back to the plan</Trans></GoTo>
      </div>
      <Reading of={plan}>{(view) => (view.openReviewId ? <Review reviewId={view.openReviewId} view={view} /> : <Start view={view} />)}</Reading>
    </div>
  )
}

function Start({ view }: { view: PlanView }) {
  const { save, saving, problem } = usePlanSave('POST', '/plan/reviews')
  return (
    <Card padded>
      <ProblemNotice problem={problem} />
      <Empty title={view.active ? <Trans>Go through plan {view.active.number} with {view.client.name}</Trans> : <Trans>There is no agreed plan to review yet.</Trans>}
        action={view.active && <Button loading={saving} onClick={() => void save({})}><Trans>Begin the review</Trans></Button>}>
        <Trans>Each need, goal, step and barrier is looked at once. You can stop and go on later.</Trans>
      </Empty>
    </Card>
  )
}

function Review({ reviewId, view }: { reviewId: string; view: PlanView }) {
  const { caseId } = useClient()
  const review = useRead<ReviewView>(`/cases/${caseId}/plan/reviews/${reviewId}`)
  return (
    <Reading of={review} lines={8}>
      {(read) => (
        <>
          <Card padded>
            <p aria-live="polite"><strong>{read.notYetReviewed === 0 ? <Trans>Everything is reviewed.</Trans> : plural(read.notYetReviewed, { one: '# item is not yet reviewed.', other: '# items are not yet reviewed.' })}</strong></p>
            <div style={{ marginTop: 8 }}><ProgressBar done={read.items.length - read.notYetReviewed} of={read.items.length} label={t`Reviewed items`} /></div>
          </Card>
          <Card title={<Trans>Item by item</Trans>}>
            {read.items.map((item) => <ItemReview key={item.itemId} item={item} found={read.reviewed.find(({ itemId }) => itemId === item.itemId)} reviewId={reviewId} view={view} />)}
          </Card>
          {read.changes.length > 0 && <Card title={<Trans>Changed since plan {read.number} was agreed</Trans>} padded><Changes changes={read.changes} /></Card>}
          <Conclude review={read} />
        </>
      )}
    </Reading>
  )
}

function ItemReview({ item, found, reviewId, view }: { item: Item; found: Reviewed | undefined; reviewId: string; view: PlanView }) {
  const { _ } = useLingui()
  const paths = usePlanPaths()
  const [note, setNote] = useState(found?.note ?? '')
  const { save, problem } = usePlanSave<Reviewed>('PUT', `/plan/reviews/${reviewId}/items`)
  const record = (finding: Reviewed['finding']) => void save({ kind: item.kind, itemId: item.itemId, finding, note })
  const goal = view.goals.find(({ id }) => id === item.itemId)
  const findings = [{ value: 'continues', label: t`Stays` }, { value: 'changes', label: t`Changes` }, { value: 'ends', label: t`Ends` }]
  const isFinding = (value: string): value is Reviewed['finding'] => findings.some((each) => each.value === value)
  return (
    <div className={classes.item} id={item.itemId}>
      <p className={classes.meta}><span>{_(kindWords[item.kind])}</span>{!found && <span className={classes.caution}><Trans>not yet reviewed</Trans></span>}</p>
      {goal ? <div className={classes.embedded}><GoalCard goal={goal} view={view} /></div> : <p className={classes.itemTitle}>{item.title}</p>}
      <ProblemNotice problem={problem} />
      <div className={classes.actions}>
        <SegmentedControl aria-label={t`What do you find about “${item.title}”?`} value={found?.finding ?? ''} data={findings} onChange={(value) => isFinding(value) && record(value)} />
        <TextInput aria-label={t`Note on “${item.title}”`} placeholder={t`Note (optional)`} value={note} onChange={(event) => setNote(event.currentTarget.value)} onBlur={() => found && note !== found.note && record(found.finding)} style={{ flex: '1 1 200px' }} />
        {found && found.finding !== 'continues' && <GoTo href={`${paths.edit}#${item.itemId}`}><Trans>Change it in the plan</Trans></GoTo>}
      </div>
    </div>
  )
}

function Conclude({ review }: { review: ReviewView }) {
  const go = useGo()
  const paths = usePlanPaths()
  const [outcome, setOutcome] = useState<Conclusion['outcome'] | null>(null)
  const chosen = outcome ?? (review.changes.length > 0 ? 'new-version' : 'no-change')
  const [summary, setSummary] = useState('')
  const [clientTookPart, setTookPart] = useState(true)
  const { save, saving, problem } = usePlanSave<Conclusion>('POST', `/plan/reviews/${review.id}/conclusion`, () => {
    sayDone(chosen === 'no-change' ? t`The review is concluded. The next one is on your list.` : t`The review is concluded. Now agree on the new version.`)
    go(chosen === 'no-change' ? paths.plan : paths.agree)
  })
  return (
    <Card title={<Trans>How does the plan stand?</Trans>} padded>
      <Form onSave={() => void save({ outcome: chosen, summary, clientTookPart })} saving={saving} problem={problem} saveLabel={<Trans>Conclude the review</Trans>}>
        <SegmentedControl aria-label={t`Outcome of the review`} value={chosen} data={[{ value: 'no-change', label: t`No change` }, { value: 'new-version', label: t`A new version` }]} onChange={(value) => setOutcome(value === 'new-version' ? 'new-version' : 'no-change')} />
        <LongTextField path="summary" label={t`In a sentence`} value={summary} problem={problem} minRows={2} onChange={(event) => setSummary(event.currentTarget.value)} />
        <Checkbox label={t`The client took part in this review`} checked={clientTookPart} onChange={(event) => setTookPart(event.currentTarget.checked)} />
      </Form>
    </Card>
  )
}
