// The team: for a supervisor who needs help first, their load, late work and cases to move; for everybody else who works here.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { ProgressBar } from '../../../web/design/Scale.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { pointsWords } from '../../cases/web/caseWords.ts'
import { answersWithoutCredential, isOver, type TeamLine, type TeamOverview } from '../supervision.ts'
import { Directory } from './Directory.tsx'
import { PersonWork } from './PersonWork.tsx'
import classes from './team.module.css'

export default function TeamScreen() {
  const supervises = useMay()('reassign')
  const { today } = useMe()
  if (!supervises) return <Screen title={t`Team`} lead={<Trans>Who works here, and how to name them.</Trans>}><Directory /></Screen>
  return <Screen title={t`Team`} lead={<Trans>Those whom waiting harms come first. Open cases and late work as of <DateText day={today} />. <GoTo href="/receivers">Receivers with an account</GoTo></Trans>}><Supervised /></Screen>
}

function Supervised() {
  const team = useRead<TeamOverview>('/team')
  const [person] = useSearchParam('person')
  return (
    <Reading of={team} lines={8}>
      {(overview) => {
        const chosen = overview.people.find(({ id }) => id === person)
        return (
          <>
            <Card title={overview.programs.length > 0 ? <Trans>Programs you supervise: {overview.programs.map(({ name }) => name).join(', ')}</Trans> : <Trans>You supervise no program yet.</Trans>}>
              <Totals overview={overview} />
              {overview.people.length === 0
                ? <Empty title={<Trans>Nobody works cases here yet.</Trans>}><Trans>An administrator adds colleagues and gives them roles.</Trans></Empty>
                : <div role="list" aria-label={t`People`}>{overview.people.map((line) => <Person key={line.id} line={line} chosen={line.id === person} />)}</div>}
            </Card>
            {chosen && <PersonWork key={chosen.id} person={chosen} />}
          </>
        )
      }}
    </Reading>
  )
}

function Totals({ overview: { totals } }: { overview: TeamOverview }) {
  return (
    <div className={classes.totals}>
      <span><b>{totals.openCases}</b><Trans>open cases</Trans></span>
      <span><b>{totals.late}</b><Trans>late tasks</Trans></span>
      <span><b>{totals.safety}</b><Trans>safety tasks</Trans></span>
      <span><b>{totals.overCapacity}</b><Trans>above what they may carry</Trans></span>
    </div>
  )
}

function Person({ line, chosen }: { line: TeamLine; chosen: boolean }) {
  const { name, credentialLine, openCases, pointsTenths, capacityPoints } = line
  const cases = plural(openCases, { one: '# open case', other: '# open cases' })
  return (
    <div role="listitem" className={classes.person} data-chosen={chosen}>
      <div>
        <div className={classes.name}><GoTo href={chosen ? '/team' : `/team?person=${line.id}`} data-row-link aria-expanded={chosen}>{name}</GoTo></div>
        <div className={classes.said}>{[credentialLine, cases].filter(Boolean).join(' · ')}</div>
      </div>
      <div className={classes.load}>
        <ProgressBar done={Math.min(pointsTenths, capacityPoints * 10)} of={Math.max(capacityPoints * 10, 1)} label={t`Points of ${name}`} />
        <span><Trans>{pointsWords(pointsTenths)} of {capacityPoints} points</Trans></span>
      </div>
      <div className={classes.chips}><Concerns line={line} /></div>
    </div>
  )
}

function Concerns({ line }: { line: TeamLine }) {
  const { safety, late, credential } = line
  const calm = safety === 0 && late === 0 && !isOver(line) && !answersWithoutCredential(line) && credential?.standing !== 'expiring'
  return (
    <>
      {safety > 0 && <Chip tone="late">{plural(safety, { one: '# safety task', other: '# safety tasks' })}</Chip>}
      {answersWithoutCredential(line) && <Chip tone="late"><Trans>No valid credential</Trans></Chip>}
      {late > 0 && <Chip tone="late">{plural(late, { one: '# late', other: '# late' })}</Chip>}
      {isOver(line) && <Chip tone="today"><Trans>Above capacity</Trans></Chip>}
      {credential?.standing === 'expiring' && credential.expiresOn && <Chip tone="today"><Trans>{credential.title} ends <DateText day={credential.expiresOn} short /></Trans></Chip>}
      {calm && <Chip tone="done"><Trans>Nothing late</Trans></Chip>}
    </>
  )
}
