// Searching the directory: the form, the list and the map in step, and the options chosen to lay side by side. For a client or for anybody.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Loading } from '../../../web/design/Loading.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Findings, Listed } from '../finding.ts'
import classes from './directory.module.css'
import { askedOf, emptyQuestion, useQuestion, type ForClient, type Question } from './question.ts'
import { ResultList } from './ResultList.tsx'
import { SearchForm, type OfferedChoices, type UsualPayer } from './SearchForm.tsx'

const ResultMap = lazy(() => import('./ResultMap.tsx'))
const noTiles = { url: null, attribution: '' }

export interface FindProps {
  /** whose search this is: a client's id, or 'anybody' */
  whose: string
  client: ForClient
  first?: Partial<Question>
  /** of the client's record; a condition that can be taken away */
  payer?: UsualPayer | null
  hrefOf: (found: Listed) => string
  comparisonAt: string
}

export function FindServices({ whose, client, first, payer = null, hrefOf, comparisonAt }: FindProps) {
  const [question, change] = useQuestion(whose, { ...emptyQuestion, ...first })
  const asked = useMemo(() => JSON.stringify(askedOf(question, client)), [question, client])
  const [settled] = useDebouncedValue(asked, 200)
  const choices = useRead<OfferedChoices>('/directory/choices')
  const findings = useRead<Findings>('/directory/search', { query: { search: settled }, keepPrevious: true })
  return (
    <div className={classes.column}>
      <Card label={t`Search`} padded><SearchForm question={question} change={change} choices={choices.data} payer={payer} /></Card>
      <Reading of={findings} lines={8}>
        {(answer) => <Answer findings={answer} question={question} isEmpty={choices.data?.entries === 0} hrefOf={hrefOf} comparisonAt={comparisonAt} />}
      </Reading>
    </div>
  )
}

interface AnswerProps extends Pick<FindProps, 'hrefOf' | 'comparisonAt'> {
  findings: Findings
  question: Question
  isEmpty: boolean
}

function Answer({ findings, question, isEmpty, hrefOf, comparisonAt }: AnswerProps) {
  const { found, more, from } = findings
  const go = useGo()
  const [marked, mark] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const tiles = useRead<{ url: string | null; attribution: string }>('/directory/map')
  const choose = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id]))
  const open = (id: string) => {
    mark(id)
    const line = document.getElementById(`found-${id}`)
    line?.scrollIntoView({ block: 'nearest' })
    line?.querySelector('a')?.focus({ preventScroll: true })
  }
  if (found.length === 0) return <Card><Nothing isEmpty={isEmpty} question={question} /></Card>
  return (
    <div className={classes.sides}>
      <Card title={<span role="status">{headingOf(findings)}</span>} aside={chosen.length > 0 && <CompareButton count={chosen.length} onClick={() => go(`${comparisonAt}${comparisonAt.includes('?') ? '&' : '?'}entries=${chosen.join(',')}`)} />}>
        <ReadAs findings={findings} zip={question.zip} />
        <ResultList found={found} marked={marked} mark={mark} chosen={chosen} choose={choose} hrefOf={hrefOf} />
        {more && <p className={classes.note}><Trans>There are more. A word more, or fewer miles, brings the others.</Trans></p>}
      </Card>
      <div className={`${classes.beside} no-print`}>
        <Suspense fallback={<Loading lines={6} />}>
          <ResultMap found={found} from={from} tiles={tiles.data ?? noTiles} marked={marked} mark={mark} open={open} />
        </Suspense>
        <p className={classes.note}><Trans>Distances are as the crow flies. A point is numbered as in the list.</Trans></p>
      </div>
    </div>
  )
}

const CompareButton = ({ count, onClick }: { count: number; onClick: () => void }) => (
  <Button size="compact-sm" disabled={count < 2} onClick={onClick}>{count < 2 ? t`Choose one more to compare` : t`Lay ${count} side by side`}</Button>
)

const headingOf = ({ found, more }: Findings): string =>
  more ? t`The ${found.length} that fit best` : plural(found.length, { one: '# service fits', other: '# services fit' })

function ReadAs({ findings: { readAs, placeUnknown }, zip }: { findings: Findings; zip: string }) {
  if (readAs.length === 0 && !placeUnknown) return null
  return (
    <div className={classes.note}>
      {readAs.map(({ typed, words }) => <p key={typed}><Trans>Nothing is called “{typed}”. Shown: {words.join(', ')}.</Trans></p>)}
      {placeUnknown && <p><Trans>The directory knows no place in {zip}, so distances are left out.</Trans></p>}
    </div>
  )
}

function Nothing({ isEmpty, question }: { isEmpty: boolean; question: Question }) {
  if (isEmpty)
    return <Empty title={<Trans>The directory is empty.</Trans>}><Trans>Services come in by import (an HSDS package), or one by one by whoever keeps the directory.</Trans></Empty>
  const filtered = question.openNow || question.free || question.wheelchair || question.withRoom || question.fresh || question.eligible || question.language !== null || question.payer !== null
  return (
    <Empty title={<Trans>Nothing fits all of this.</Trans>}>
      {filtered ? <Trans>Take away one of the conditions, or look farther.</Trans> : <Trans>Try another word for it, or look farther.</Trans>}
    </Empty>
  )
}
