// At the side of the story: what the client wants in their words, what is due, and the people around them.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { DueText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { GasScale, signedLevel } from '../../../web/design/Scale.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { shortDayWords } from '../../../web/words.ts'
import { sayTask } from '../../tasks/web/taskWords.ts'
import { aroundWords, firstName, subjectOf, wantsWords, type CaseChart, type Chart } from './chart.ts'
import { mayKnowWords, relationshipWords, taskWords } from './words.ts'
import classes from './client.module.css'

type Plan = NonNullable<CaseChart['plan']>

export function WantsCard({ chart, plan }: { chart: Chart; plan: Plan }) {
  const { client, inView } = chart
  const title = wantsWords(subjectOf(client.pronouns), firstName(client.displayName))
  const href = `/clients/${client.id}/plan?case=${inView?.id ?? ''}`
  return (
    <Card title={title} aside={plan.versionNumber !== null ? <GoTo href={href}><Trans>Plan {plan.versionNumber}</Trans></GoTo> : undefined} padded>
      {plan.goals.length === 0 && <p className="soft"><Trans>Not asked yet. Start with what should be different.</Trans> <GoTo href={href}><Trans>Write the first goal</Trans></GoTo></p>}
      {plan.goals.map((goal) => (
        <div key={goal.id} className={classes.goal}>
          <q>{goal.clientWords || goal.statement}</q>
          {goal.baseline !== null && <GasScale level={goal.level} baseline={goal.baseline} />}
          <GoalFacts goal={goal} />
        </div>
      ))}
    </Card>
  )
}

function GoalFacts({ goal }: { goal: Plan['goals'][number] }) {
  const { today } = useMe()
  const { level, baseline, targetDate, barriers, status, attainment } = goal
  const moved = level !== null && level !== baseline
  return (
    <small>
      {attainment ? <Trans>Ended</Trans> : status === 'proposed' ? <Trans>Not agreed yet</Trans> : moved ? <Trans>Now {signedLevel(level)}</Trans> : baseline !== null ? <Trans>Baseline {signedLevel(baseline)}</Trans> : <Trans>No scale yet</Trans>}
      {targetDate && <> · <Trans>by {shortDayWords(targetDate, today)}</Trans></>}
      {barriers.map((barrier) => (
        <span key={barrier.id}> · <b><Trans>barrier: {barrier.statement}</Trans>, {plural(barrier.ageDays, { one: '# day', other: '# days' })}{barrier.ownerName && `, ${barrier.ownerName}`}</b></span>
      ))}
    </small>
  )
}

export function NextCard({ inView, clientId }: { inView: CaseChart; clientId: string }) {
  const shown = inView.next.slice(0, 8)
  return (
    <Card title={<Trans>Next</Trans>} padded>
      {shown.length === 0 && <p className="soft"><Trans>Nothing is due. What was promised last time?</Trans></p>}
      {shown.map((task) => <NextLine key={task.id} task={task} caseId={inView.id} clientId={clientId} />)}
    </Card>
  )
}

/** A generated task leads to where it is done; a person's own is ticked off here. */
function NextLine({ task, caseId, clientId }: { task: CaseChart['next'][number]; caseId: string; clientId: string }) {
  const { today } = useMe()
  const { save: reopen } = useWrite('POST', `/tasks/${task.id}/reopening`, { renews: [clientId] })
  const { save, saving } = useWrite('POST', `/tasks/${task.id}/completion`, { renews: [clientId], onSaved: () => sayDone(t`Done: ${taskWords(task)}`, () => void reopen({})) })
  const said = sayTask({ ...task, clientId, caseId }, today)
  const words = task.rule !== 'own' && said.action ? <GoTo href={said.action.href} title={said.why} style={{ textDecoration: 'none' }}>{taskWords(task)}</GoTo> : taskWords(task)
  return (
    <Fact name={words}>
      <span style={{ whiteSpace: 'nowrap' }}><DueText day={task.dueOn} />
      {task.rule === 'own' && <button type="button" className={`${classes.tick} no-print`} disabled={saving} onClick={() => void save({})} aria-label={t`Done: ${taskWords(task)}`} title={t`Done`}>✓</button>}</span>
    </Fact>
  )
}

export function AroundCard({ chart: { client, around, inView } }: { chart: Chart }) {
  const team = (inView?.team ?? []).filter(({ role }) => role !== 'primary')
  return (
    <Card title={aroundWords(subjectOf(client.pronouns), firstName(client.displayName))} aside={<GoTo href={`/clients/${client.id}/people`}><Trans>People</Trans></GoTo>} padded>
      {around.length + team.length === 0 && <p className="soft"><Trans>Nobody is named yet. Who helps, and who should know?</Trans></p>}
      {around.map((person) => (
        <div key={person.id} className={classes.person}>
          <span>{person.name} <small>{[person.relationshipNote || relationshipWords(person.relationship), person.caregivingTasks].filter(Boolean).join(', ')}</small></span>
          <small>{person.represents ? <Trans>decides with or for them</Trans> : mayKnowWords(person.mayKnow)}</small>
        </div>
      ))}
      {team.map((colleague) => (
        <div key={colleague.staffId} className={classes.person}>
          <span>{colleague.name} <small>{colleague.credentialLine}</small></span>
          <small>{colleague.role === 'covering' ? <Trans>covers</Trans> : <Trans>our team</Trans>}</small>
        </div>
      ))}
    </Card>
  )
}
