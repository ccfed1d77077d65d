// What became of an entry: verified, reported, changed from what to what, by whom and when.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import type { EntryEvent } from '../freshness.store.ts'
import classes from './directory.module.css'
import { changeWords } from './fields.ts'
import { resultWords, wayWords, wrongWords } from './findWords.ts'

export function HistoryCard({ history: all }: { history: EntryEvent[] }) {
  const history = all.filter((event) => whatWords(event) !== null)
  return (
    <Card title={<Trans>History</Trans>} aside={history.length}>
      {history.length === 0 ? <Empty title={<Trans>Nothing has changed since it came in.</Trans>} /> : (
        <ol className={classes.history} aria-label={t`History`}>
          {history.map((event) => (
            <li key={`${event.kind} ${event.id}`}>
              <MomentText at={event.at} /> · {event.by ?? t`The system`} · {whatWords(event)}{event.note && <> · <q>{event.note}</q></>}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

function whatWords({ kind: told, what, was, becomes }: EntryEvent): string | null {
  if (told === 'report') return t`Reported as wrong: ${wrongWords(what)}`
  if (told === 'verification') {
    const [result = '', way = ''] = what.split(' ')
    return t`Verified ${wayWords(way)}: ${resultWords(result)}`
  }
  const [kind = '', field = ''] = what.split('.')
  return changeWords(kind, field, was, becomes)
}
