// The caseload: filters in the address, the next due day of each case, phases as they follow from the record.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button, NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Phase } from '../phase.ts'
import type { Caseload, CaseloadItem } from '../view.ts'
import { levelWords, phaseWords, statusWords } from './caseWords.ts'
import classes from './cases.module.css'

/** `path`: '/caseload' for one's own, '/staff/…/caseload' for a person a supervisor looks at. */
export function CaseloadList({ path, title, empty }: { path: string; title: ReactNode; empty?: ReactNode }) {
  const [query, filters] = useFilters()
  const first = useRead<Caseload>(path, { query, keepPrevious: true })
  return (
    <Card title={title} aside={<div className={classes.filters}>{filters}</div>} id="caseload">
      <Reading of={first}>
        {(page) => page.items.length === 0
          ? (empty && Object.values(query).every((each) => each === '' || each === 'due') ? empty : <Empty title={<Trans>No case fits these filters.</Trans>} />)
          : <Page key={JSON.stringify(query)} page={page} path={path} query={query} />}
      </Reading>
    </Card>
  )
}

function Page({ page, path, query }: { page: Caseload; path: string; query: Record<string, string> }) {
  const [more, show] = useState(false)
  const next = useRead<Caseload>(path, { query: { ...query, after: page.after }, enabled: more && page.after !== null })
  return (
    <>
      <Rows label={t`Cases`}>{page.items.map((item) => <CaseRow key={item.id} item={item} />)}</Rows>
      {page.after !== null && !more && <div className={classes.more}><Button variant="default" size="compact-sm" onClick={() => show(true)}><Trans>Show more</Trans></Button></div>}
      {more && <Reading of={next}>{(rest) => <Page page={rest} path={path} query={query} />}</Reading>}
    </>
  )
}

function CaseRow({ item }: { item: CaseloadItem }) {
  const said = [statusWords(item.status), item.programName, levelWords(item.acuityLevel), ...item.phases.map(phaseWords)]
  return (
    <Row
      title={item.displayName}
      why={<>{said.join(' · ')} · {item.number}</>}
      due={item.nextDueOn}
      when={item.openTasks > 0 ? undefined : <Trans>nothing due</Trans>}
      href={`/clients/${item.clientId}/story?case=${item.id}`}
      action={item.openTasks > 1 ? <span className={classes.soft}>{plural(item.openTasks, { one: '# due', other: '# due' })}</span> : undefined}
    />
  )
}

function useFilters(): [Record<string, string>, ReactNode] {
  const [status, setStatus] = useSearchParam('status')
  const [acuity, setAcuity] = useSearchParam('acuity')
  const [program, setProgram] = useSearchParam('program')
  const [phase, setPhase] = useSearchParam('phase')
  const [sort, setSort] = useSearchParam('sort')
  const { data: programs = [] } = useRead<Array<{ id: string; name: string }>>('/programs')
  const choice = (label: string, value: string, set: (to: string | null) => void, data: Array<{ value: string; label: string }>) => (
    <NativeSelect key={label} aria-label={label} size="xs" value={value} data={data} onChange={(event) => set(event.currentTarget.value)} />
  )
  const filters = (
    <>
      {choice(t`Status`, status, setStatus, [
        { value: '', label: t`Open cases` }, ...(['pending_engagement', 'active', 'suspended', 'closing'] as const).map((each) => ({ value: each, label: statusWords(each) })), { value: 'over', label: t`Ended cases` },
      ])}
      {choice(t`Program`, program, setProgram, [{ value: '', label: t`All programs` }, ...programs.map(({ id, name }) => ({ value: id, label: name }))])}
      {choice(t`Level`, acuity, setAcuity, [{ value: '', label: t`All levels` }, ...[4, 3, 2, 1].map((each) => ({ value: String(each), label: levelWords(each) }))])}
      {choice(t`Phase`, phase, setPhase, [{ value: '', label: t`All phases` }, ...phaseChoices.map((each) => ({ value: each, label: phaseWords(each) }))])}
      {choice(t`Order`, sort, setSort, [{ value: '', label: t`Next due first` }, { value: 'name', label: t`By name` }, { value: 'acuity', label: t`Highest level first` }, { value: 'opened', label: t`Newest first` }])}
    </>
  )
  return [{ status, acuity, program, phase, sort }, filters]
}

const phaseChoices: Phase[] = ['screening', 'assessing', 'stratifying', 'planning', 'implementing', 'following-up', 'transitioning', 'communicating-post-transition', 'evaluating']
