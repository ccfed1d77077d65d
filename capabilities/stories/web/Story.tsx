// The one story of a client: everything that happened, newest first, filtered by what the address says; every entry says who and when.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { Problem, type Query } from '../../../web/api.ts'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chips } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Loading } from '../../../web/design/Loading.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { useMe } from '../../../web/me.tsx'
import { clockWords, dayOf, exactWords, shortDayWords } from '../../../web/words.ts'
import { LabelMarks } from '../../labels/web/LabelMarks.tsx'
import type { StoryEntry } from '../story.ts'
import type { Chart } from './chart.ts'
import { storyRead } from './readAhead.ts'
import { StoryFilters } from './StoryFilters.tsx'
import { tell } from './storyLines.tsx'
import classes from './client.module.css'

export function Story({ chart }: { chart: Chart }) {
  const { pages, filtered } = useStory(chart)
  const authors = pages.data?.pages[0]?.authors ?? []
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Card title={<Trans>Story</Trans>} aside={<StoryFilters authors={authors} goals={chart.inView?.plan?.goals ?? []} />}>
      {pages.isPending && <Loading lines={8} />}
      {pages.error instanceof Problem && <div style={{ padding: 16 }}><ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} /></div>}
      {pages.data && entries.length === 0 && <NothingYet filtered={filtered} />}
      <ol className={classes.story} style={{ listStyle: 'none', margin: 0 }} aria-label={t`Story, newest first`}>
        {entries.map((entry) => <Entry key={entry.id} entry={entry} chart={chart} />)}
      </ol>
      {pages.hasNextPage && <div className={`${classes.more} no-print`}><Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}><Trans>Earlier</Trans></Button></div>}
    </Card>
  )
}

function useStory({ client, inView }: Chart) {
  const [kind] = useSearchParam('kind')
  const [staff] = useSearchParam('by')
  const [goal] = useSearchParam('goal')
  const [from] = useSearchParam('from')
  const [until] = useSearchParam('until')
  const query: Query = { case: inView?.id, kind, staff, goal, from, until }
  const pages = useInfiniteQuery(storyRead(client.id, query))
  return { pages, filtered: [kind, staff, goal, from, until].some((each) => each !== '') }
}

function NothingYet({ filtered }: { filtered: boolean }) {
  return filtered
    ? <Empty title={<Trans>Nothing of this kind.</Trans>}><Trans>Choose Everything to see the whole story.</Trans></Empty>
    : <Empty title={<Trans>The story begins here.</Trans>}><Trans>The first call, what was said and agreed, every step: it is all told on this page, by whom and when.</Trans></Empty>
}

function Entry({ entry, chart }: { entry: StoryEntry; chart: Chart }) {
  const { tone, text, detail, href } = tell(entry)
  const place = href === undefined ? undefined : href.startsWith('/') ? href : `/clients/${chart.client.id}/${href}${chart.inView ? `?case=${chart.inView.id}` : ''}`
  const by = [detail, entry.staffName ?? t`Continuum`].filter(Boolean)
  return (
    <li className={classes.entry}>
      <When entry={entry} />
      <span className={`${classes.dot} ${classes[tone]}`} aria-hidden />
      <div>
        <p className={classes.said}>{place ? <GoTo href={place} data-row-link>{text}</GoTo> : text}</p>
        <p className={classes.by}>{by.map((each, index) => <span key={index}>{index > 0 && ' · '}{each}</span>)}</p>
        {entry.labels.length > 0 && <Chips><LabelMarks labels={entry.labels} /></Chips>}
      </div>
    </li>
  )
}

/** When it happened; where it was written on another day, that too, for the two are different facts. */
function When({ entry: { occurredAt, recordedAt } }: { entry: StoryEntry }) {
  const { today, agency } = useMe()
  const day = dayOf(occurredAt, agency.timeZone)
  const recordedOn = dayOf(recordedAt, agency.timeZone)
  const exact = recordedOn === day ? exactWords(occurredAt, agency.timeZone) : t`${exactWords(occurredAt, agency.timeZone)}; written down ${exactWords(recordedAt, agency.timeZone)}`
  return (
    <div className={classes.when}>
      <time dateTime={occurredAt} title={exact}>{day === today ? <>{t`Today`}<br />{clockWords(occurredAt, agency.timeZone)}</> : shortDayWords(day, today)}</time>
    </div>
  )
}
