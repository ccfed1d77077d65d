// The first tab: the composer on top of the one story; what the client wants, what is next and who is around at the side.
import { Trans } from '@lingui/react/macro'
import { Composer } from '../../contacts/web/Composer.tsx'
import type { ComposerFor } from '../../contacts/web/composing.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { firstName, subjectOf, useChart, type CaseChart, type Chart } from './chart.ts'
import { AroundCard, NextCard, WantsCard } from './SideCards.tsx'
import { Story } from './Story.tsx'
import { phaseWords } from './words.ts'
import classes from './client.module.css'

export default function StoryTab() {
  const { data: chart } = useChart()
  if (!chart) return null
  const { inView } = chart
  return (
    <>
      {inView && inView.phases.length > 0 && <p className={classes.phases}><Trans>Now: {inView.phases.map(phaseWords).join(', ')}</Trans></p>}
      <TwoColumns aside={<>{inView?.plan && <WantsCard chart={chart} plan={inView.plan} />}{inView && <NextCard inView={inView} clientId={chart.client.id} />}<AroundCard chart={chart} /></>}>
        {inView ? <Recording chart={chart} inView={inView} /> : <Card><Empty title={<Trans>There is no case to record in.</Trans>}><Trans>A contact belongs to a case. It opens when a referral is accepted.</Trans></Empty></Card>}
        <Story chart={chart} />
      </TwoColumns>
    </>
  )
}

const over: readonly string[] = ['voided', 'not_engaged']

function Recording({ chart, inView }: { chart: Chart; inView: CaseChart }) {
  const may = useMay()
  if (!may('write-contacts') || over.includes(inView.status)) return null
  return <Composer key={inView.id} of={composerFor(chart, inView)} />
}

function composerFor({ client, reach, around }: Chart, inView: CaseChart): ComposerFor {
  return {
    caseId: inView.id, clientId: client.id, name: firstName(client.displayName), subject: subjectOf(client.pronouns),
    interpreterNeeded: client.interpreter === 'needed', safeContactRequired: reach.safeContact === 'required', safeContactRule: reach.said?.instruction ?? null,
    points: reach.points.map(({ id, text, whoAnswers, decision }) => ({ id, text: whoAnswers ? `${text} (${whoAnswers})` : text, may: decision.may, why: decision.why })),
    people: around.map(({ id, name, relationshipNote, relationship }) => ({ id, name, role: relationshipNote || relationship })),
    goals: (inView.plan?.goals ?? []).filter(({ status }) => status === 'active').map(({ id, clientWords, level, baseline, levels }) => ({ id, clientWords, level, baseline, levels })),
    drafts: inView.drafts,
    purpose: inView.status === 'pending_engagement' ? 'engagement' : inView.phases.includes('assessing') ? 'assessment' : inView.phases.includes('planning') ? 'planning' : inView.status === 'closing' ? 'closure' : 'monitoring',
  }
}
