// The versions of an entry: who saved, when, and what changed from what to what; what was saved at once stands together.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card } from '../../../web/design/Card.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Change } from '../edit.store.ts'
import classes from './directory.module.css'
import { editorAt } from './PlacesCard.tsx'
import { changeWords, type Path } from './fields.ts'

export function VersionsCard({ path, id }: { path: Path; id: string }) {
  const changes = useRead<Change[]>(`${editorAt(path, id)}/changes`)
  return <Card title={<Trans>Versions</Trans>}><Reading of={changes}>{(all) => <Versions versions={versionsOf(all)} />}</Reading></Card>
}

/** The database keeps one row a field; those of one save have its instant. */
function versionsOf(changes: readonly Change[]): Change[][] {
  const versions: Change[][] = []
  for (const each of changes.filter(({ kind, field, was, became }) => changeWords(kind, field, was, became) !== null)) {
    const last = versions.at(-1)
    if (last?.[0]?.at === each.at && last[0].by === each.by) last.push(each)
    else versions.push([each])
  }
  return versions
}

function Versions({ versions }: { versions: Change[][] }) {
  if (versions.length === 0) return <Empty title={<Trans>Nothing has changed since it came in.</Trans>} />
  return (
    <ol className={classes.history} aria-label={t`Versions`}>
      {versions.map(([first, ...rest], number) => first && (
        <li key={`${first.at} ${first.by} ${number}`}>
          <MomentText at={first.at} /> · {first.by ?? t`The system`}
          <ul>{[first, ...rest].map(({ kind, field, was, became }) => <li key={`${kind} ${field} ${became}`}>{changeWords(kind, field, was, became)}</li>)}</ul>
        </li>
      ))}
    </ol>
  )
}
