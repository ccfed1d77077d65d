// Building the plan with the client at the screen: what matters, needs, goals, steps, services, who took part — one column, saved piece by piece.
import { Trans } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { useLocation } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { GoalsSection } from './GoalEditor.tsx'
import { NeedsSection } from './NeedEditor.tsx'
import classes from './plan.module.css'
import { ServicesSection } from './ServiceEditor.tsx'
import { StepsSection } from './StepEditor.tsx'
import { MattersSection, ParticipationSection, SafetySection } from './TextEditor.tsx'
import { useMayPlan, usePlan, usePlanPaths, type PlanView } from './usePlan.ts'

export default function PlanEdit() {
  const plan = usePlan()
  const paths = usePlanPaths()
  const mayPlan = useMayPlan()
  return (
    <div style={{ display: 'grid', gap: 18 }}>
      <div className={classes.itemHead}>
        <h2 style={{ fontSize: 18 }}><Trans>Building the plan together</Trans></h2>
        <GoTo href={paths.plan}><Trans>Back to the plan</Trans></GoTo>
      </div>
      <Reading of={plan} lines={8}>{(view) => (mayPlan ? <TwoColumns aside={<StillMissing view={view} />}><Sections view={view} /></TwoColumns> : <Card padded><Trans>This plan can be read, not changed: the case has ended, or your role reads plans.</Trans></Card>)}</Reading>
    </div>
  )
}

function Sections({ view }: { view: PlanView }) {
  const { hash, state } = useLocation()
  const opened = { id: hash, visit: state.__TSR_key ?? '' }
  useEffect(() => {
    if (!hash) return undefined
    // After the item has opened, so that the first field takes the focus.
    const timer = setTimeout(() => {
      const place = document.getElementById(hash)
      place?.scrollIntoView({ block: 'start' })
      place?.querySelector<HTMLElement>('textarea, input, button')?.focus({ preventScroll: true })
    }, 60)
    return () => clearTimeout(timer)
  }, [hash, opened.visit])
  return (
    <>
      <MattersSection view={view} />
      <NeedsSection view={view} opened={opened} />
      <GoalsSection view={view} opened={opened} />
      <StepsSection view={view} opened={opened} />
      <ServicesSection view={view} opened={opened} />
      <SafetySection view={view} />
      <ParticipationSection view={view} />
    </>
  )
}

/** Beside the sections, below them on a phone: what is still missing, and the way to the agreement. */
function StillMissing({ view: { missing, active, changes } }: { view: PlanView }) {
  const paths = usePlanPaths()
  const go = useGo()
  const isSame = active !== null && changes.length === 0
  return (
    <div className={classes.beside}>
      <Card title={<Trans>Before it can be agreed</Trans>}>
        {missing.length > 0 && (
          <ul className={classes.missing}>
            {missing.map(({ code, message, href }) => <li key={`${code} ${message}`}>{href ? <GoTo href={href}>{message}</GoTo> : message}</li>)}
          </ul>
        )}
        <div className={classes.onward}>
          <span aria-live="polite">
            {missing.length > 0 ? plural(missing.length, { one: '# thing is still missing', other: '# things are still missing' }) : isSame ? <Trans>The agreed plan says exactly this</Trans> : <Trans>Ready for the client’s agreement</Trans>}
          </span>
          <Button onClick={() => go(paths.agree)} disabled={missing.length > 0 || isSame}><Trans>Go through it and agree</Trans></Button>
        </div>
      </Card>
    </div>
  )
}
