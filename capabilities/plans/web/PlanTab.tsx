// The plan of a client: what the client wants, who does what, what is in the way, which services it counts on.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { finalAttainment } from '../goal.ts'
import { firstName, subjectOf, wantsWords } from '../../stories/web/chart.ts'
import { BarriersCard } from './BarriersCard.tsx'
import { GoalCard } from './GoalCard.tsx'
import { PlanAside } from './PlanAside.tsx'
import { serviceAmount } from './serviceAmount.ts'
import { StepsCard } from './StepsCard.tsx'
import classes from './plan.module.css'
import { useMayPlan, usePlan, usePlanPaths, type PlanView } from './usePlan.ts'

export default function PlanTab() {
  const { caseId } = useClient()
  const plan = usePlan()
  if (!caseId) return <Card><Empty title={<Trans>There is no case yet.</Trans>}><Trans>A plan belongs to a case. Open one from a referral first.</Trans></Empty></Card>
  return (
    <Reading of={plan} lines={8}>
      {(view) => (
        <TwoColumns aside={<PlanAside view={view} />}>
          <Wants view={view} />
          <StepsCard view={view} />
          <BarriersCard view={view} />
          <ServicesCard view={view} />
        </TwoColumns>
      )}
    </Reading>
  )
}

function Wants({ view }: { view: PlanView }) {
  const paths = usePlanPaths()
  const go = useGo()
  const mayPlan = useMayPlan()
  const { displayName, pronouns } = useClient()
  const alive = view.goals.filter((goal) => !finalAttainment(goal))
  const ended = view.goals.filter(finalAttainment)
  return (
    <Card title={wantsWords(subjectOf(pronouns), firstName(displayName))} aside={mayPlan && <GoTo href={paths.edit}><Trans>Edit the plan</Trans></GoTo>}>
      {view.goals.length === 0 && (
        <Empty title={<Trans>No goals yet.</Trans>} action={mayPlan && <Button onClick={() => go(`${paths.edit}#goals`)}><Trans>Write the first goal</Trans></Button>}>
          <Trans>Begin with what {view.client.name} wants to be different, in their own words.</Trans>
        </Empty>
      )}
      <div className={classes.goals}>{alive.map((goal) => <GoalCard key={goal.id} goal={goal} view={view} />)}</div>
      {ended.length > 0 && (
        <details open={alive.length === 0}>
          <summary className={`${classes.add} soft`}><Trans>Ended goals ({ended.length})</Trans></summary>
          {ended.map((goal) => <GoalCard key={goal.id} goal={goal} view={view} />)}
        </details>
      )}
    </Card>
  )
}

function ServicesCard({ view }: { view: PlanView }) {
  const { _ } = useLingui()
  const paths = usePlanPaths()
  const mayPlan = useMayPlan()
  const services = view.services.filter(({ withdrawnOn }) => !withdrawnOn)
  return (
    <Card title={<Trans>Services and help</Trans>} aside={mayPlan && <GoTo href={`${paths.edit}#services`}><Trans>Add a service</Trans></GoTo>}>
      {services.length === 0 ? <Empty title={<Trans>None yet.</Trans>}><Trans>Paid services and the unpaid help of family and friends both belong here.</Trans></Empty> : (
        <ul className={`${classes.steps} ${classes.group}`}>
          {services.map((service) => (
            <li key={service.id}>
              <span>{service.scope}<span className="soft small"> · {service.provider}{serviceAmount(service, _) && <> · {serviceAmount(service, _)}</>}</span></span>
              <span className="small">{service.isPaid ? service.funding || <Trans>paid</Trans> : <Trans>unpaid</Trans>}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
