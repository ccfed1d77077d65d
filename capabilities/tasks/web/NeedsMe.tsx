// What needs me, the most harmful delay first; more pages follow where they end.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, NativeSelect } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { LongRows } from '../../../web/design/LongRows.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Worklist, WorklistItem } from '../worklist.ts'
import { TaskRow } from './TaskRow.tsx'

export const useWorklist = () => useRead<Worklist>('/tasks/mine')

type Show = '' | 'now' | 'mine' | 'own'
const showOf = (text: string): Show => (text === 'now' || text === 'mine' || text === 'own' ? text : '')

export function NeedsMe({ list, add }: { list: ReturnType<typeof useWorklist>; add: ReactNode }) {
  const [chosen, choose] = useSearchParam('show')
  const show = showOf(chosen)
  const data = [{ value: '', label: t`Everything` }, { value: 'now', label: t`Late and today` }, { value: 'mine', label: t`Asked of me by name` }, { value: 'own', label: t`My own to-dos` }]
  return (
    <Card title={<Trans>Needs me</Trans>} aside={<NativeSelect aria-label={t`Show`} size="xs" value={show} data={data} onChange={(event) => choose(event.currentTarget.value)} />}>
      <Reading of={list} lines={6}>
        {(page) => page.counts.open === 0
          ? <Empty title={<Trans>Nothing needs you.</Trans>} action={add}><Trans>What comes due on your cases appears here, the most harmful delay first.</Trans></Empty>
          : <Page page={page} show={show} />}
      </Reading>
    </Card>
  )
}

const ItemRow = ({ item }: { item: WorklistItem }) => <TaskRow task={item} />

function Page({ page, show }: { page: Worklist; show: Show }) {
  const { today, staff } = useMe()
  const [more, go] = useState(false)
  const next = useRead<Worklist>('/tasks/mine', { query: { after: page.after }, enabled: more && page.after !== null })
  const fits = (item: WorklistItem) =>
    show === 'now' ? item.priority === 'safety' || item.dueOn <= today : show === 'mine' ? item.staffId === staff.id : show === 'own' ? item.rule === 'own' : true
  const shown = page.items.filter(fits)
  return (
    <>
      {shown.length === 0 ? <Empty title={<Trans>Nothing of this kind.</Trans>} /> : <LongRows label={t`What needs me`} items={shown} row={ItemRow} />}
      {page.after !== null && !more && <div style={{ padding: '10px 16px' }}><Button variant="default" size="compact-sm" onClick={() => go(true)}><Trans>Show more</Trans></Button></div>}
      {more && <Reading of={next}>{(rest) => <Page page={rest} show={show} />}</Reading>}
    </>
  )
}
