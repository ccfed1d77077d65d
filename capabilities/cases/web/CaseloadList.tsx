// The caseload: filters in the address, the next due day of each case, phases as they follow from the record.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { LongRows } from '../../../web/design/LongRows.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Row } from '../../../web/design/Row.tsx'
import { useList, useRead } from '../../../web/reads.ts'
import type { Phase } from '../phase.ts'
import type { Caseload, CaseloadItem } from '../view.ts'
import { levelWords, phaseWords, statusWords } from './caseWords.ts'
import classes from './cases.module.css'

const pageSize = 500
/** One's own at '/caseload', a person's a supervisor looks at at '/staff/…/caseload'. */
export const useCaseload = (path: string, query: Record<string, string> = {}) => useList<Caseload>(path, { query, pageSize })

export function CaseloadList({ path, title, empty }: { path: string; title: ReactNode; empty?: ReactNode }) {
  const [query, filters] = useFilters()
  const { first, items, more } = useCaseload(path, query)
  const unfiltered = Object.entries(query).every(([name, each]) => each === '' || name === 'sort')
  return (
    <Card title={title} aside={<div className={classes.filters}>{filters}</div>} id="caseload">
      <Reading of={first}>
        {() => items.length === 0
          ? (empty && unfiltered ? empty : <Empty title={<Trans>No case fits these filters.</Trans>} />)
          : <LongRows key={JSON.stringify(query)} label={t`Cases`} items={items} row={CaseRow} total={more ? undefined : items.length} onMore={more} />}
      </Reading>
      {more && !first.problem && <p className={classes.more}><Trans>More cases follow…</Trans></p>}
      {first.data && first.problem && <div className={classes.more}><ProblemNotice problem={first.problem} onRetry={() => void first.refetch()} /></div>}
    </Card>
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
