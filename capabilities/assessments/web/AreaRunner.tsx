// The comprehensive assessment being done: one area of life at a time, all of them in view, in whatever order the conversation takes.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProgressBar } from '../../../web/design/Scale.tsx'
import { missingForCompletion } from '../assessment.ts'
import { domainsOf, isConcluded, type Domain } from '../comprehensive.ts'
import { extensionUrl, part, type Questionnaire } from '../questionnaire.ts'
import type { AssessmentView } from '../record.ts'
import { AreaForm } from './AreaForm.tsx'
import { Finish } from './Finish.tsx'
import { QuestionList } from './QuestionList.tsx'
import { RunnerHead } from './RunnerHead.tsx'
import { SafetyWaits } from './SafetyWaits.tsx'
import { SaveMark } from './SaveMark.tsx'
import { useAnswering } from './useAnswering.ts'
import { useAreas, type Areas } from './useAreas.ts'
import classes from './assessments.module.css'

export function AreaRunner({ view, path, questionnaire, here }: { view: AssessmentView; path: string; questionnaire: Questionnaire; here: string }) {
  const answering = useAnswering(view, path)
  const areas = useAreas(view, path)
  const domains = domainsOf(questionnaire)
  const [chosen, choose] = useSearchParam('domain')
  const [left] = useState(() => domains.find(({ code }) => !isConcluded(areas.draftOf(code)))?.code) // where it was left
  const shown = domains.findIndex(({ code }) => code === (chosen || left))
  const place = chosen === 'finish' ? domains.length : Math.max(shown, 0)
  const current = domains[place]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (chosen) heading.current?.focus()
  }, [chosen])
  const done = domains.filter(({ code }) => isConcluded(areas.draftOf(code))).length
  const missing = missingForCompletion(questionnaire, answering.answers, areas.findings, (where) => `${here}&${where}`)
  const unsaved = answering.unsaved + areas.unsaved
  const items = questionnaire.item.filter((item) => part(item, extensionUrl.domain)?.valueCode === current?.code)
  return (
    <div className={classes.runner}>
      <div className={classes.column}>
        <RunnerHead view={view} path={path} />
        <NativeSelect className={classes.jump} aria-label={t`Area`} value={current?.code ?? 'finish'} onChange={(event) => choose(event.currentTarget.value)}
          data={[...domains.map(({ code, title }, at) => ({ value: code, label: `${isConcluded(areas.draftOf(code)) ? '✓' : at + 1}  ${title}` })), { value: 'finish', label: t`Complete` }]} />
        {current ? (
          <>
            <h3 className={classes.area} tabIndex={-1} ref={heading}><Trans>{place + 1} of {domains.length}</Trans> · <strong>{current.title}</strong></h3>
            <QuestionList items={items.flatMap((item) => item.item ?? [])} view={view} answering={answering} />
            <AreaForm key={current.code} title={current.title} slot={areas.slots[current.code]} before={areas.beforeOf(current.code)} onWrite={(draft, more) => areas.write(current.code, draft, more)} onTakeTheirs={() => areas.takeTheirs(current.code)} onKeepMine={() => areas.keepMine(current.code)} />
          </>
        ) : <Finish view={view} path={path} missing={missing} before={async () => { await answering.flush(); await areas.flush() }} />}
        <div className={classes.bar}>
          <div>
            <span><Trans>{done} of {domains.length} areas concluded</Trans><span className={classes.kept}> · <SaveMark state={unsaved > 0 ? 'saving' : 'saved'} /></span></span>
            <ProgressBar done={done} of={domains.length} label={t`Areas concluded`} />
          </div>
          <SafetyWaits view={view} />
          <Button variant="default" disabled={place === 0} onClick={() => choose(domains[place - 1]?.code ?? null)}><Trans>Back</Trans></Button>
          {current && <Button onClick={() => choose(domains[place + 1]?.code ?? 'finish')}>{place + 1 < domains.length ? <Trans>Next area</Trans> : <Trans>To the end</Trans>}</Button>}
        </div>
      </div>
      <div className={classes.aside}><AreaList domains={domains} areas={areas} current={current?.code} here={here} /></div>
    </div>
  )
}

function AreaList({ domains, areas, current, here }: { domains: Domain[]; areas: Areas; current: string | undefined; here: string }) {
  return (
    <Card label={t`Areas`}>
      <ul className={classes.areas}>
        {domains.map(({ code, title }) => {
          const done = isConcluded(areas.draftOf(code))
          const begun = !done && areas.slots[code] !== undefined
          return (
            <li key={code}>
              <GoTo href={`${here}&domain=${code}`} replace aria-current={code === current}>
                <span className={`${classes.dot} ${done ? classes.dotDone : begun ? classes.dotBegun : ''}`} aria-hidden>{done && '✓'}</span>
                <span>{title}<span className="visually-hidden">{done ? t`, concluded` : begun ? t`, begun` : t`, open`}</span></span>
              </GoTo>
            </li>
          )
        })}
        <li><GoTo href={`${here}&domain=finish`} replace aria-current={current === undefined}><Trans>Complete</Trans></GoTo></li>
      </ul>
    </Card>
  )
}
