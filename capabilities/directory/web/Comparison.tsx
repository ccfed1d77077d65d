// Two to four services side by side in plain words, for the client to choose from; it prints on one page, in the language on screen.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { i18n } from '@lingui/core'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { speak } from '../../../web/i18n.ts'
import { useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { TopActions } from '../../../web/design/TopActions.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { Found } from '../finding.ts'
import classes from './directory.module.css'
import { ageWords, capacityWords, costWords, exclusionWords, farWords, freshnessWords, hoursWords, wheelchairWords } from './findWords.ts'
import { askedOf, emptyQuestion, type ForClient } from './question.ts'

export function Comparison({ client, zip = '' }: { client: ForClient; zip?: string }) {
  const [entries] = useSearchParam('entries')
  const asked = JSON.stringify(askedOf({ ...emptyQuestion, zip }, client))
  const found = useRead<Found[]>('/directory/comparison', { query: { entries, search: asked } })
  return (
    <>
      <TopActions><InTheirLanguage /><Button onClick={() => window.print()}><Trans>Print</Trans></Button></TopActions>
      <Reading of={found} lines={8}>{(options) => <Card label={t`Services side by side`}><div className={classes.scroll} tabIndex={0} role="region" aria-label={t`Table of services`}><Table options={options} /></div></Card>}</Reading>
    </>
  )
}

/** For the client to read and take home. This browser stays in that language until the same button is pressed again. */
function InTheirLanguage() {
  const other = i18n.locale === 'es' ? 'en' : 'es'
  return <Button variant="default" lang={other} onClick={() => void speak(other, true)}>{other === 'es' ? 'En español' : 'In English'}</Button>
}

function Table({ options }: { options: Found[] }) {
  const { today } = useMe()
  const rows: [string, (option: Found) => ReactNode][] = [
    [t`What they do`, ({ summary }) => summary],
    [t`Where`, ({ addressLines }) => addressLines.join(', ') || t`By phone or online`],
    [t`How far`, ({ distanceMiles }) => farWords(distanceMiles)],
    [t`When`, ({ schedules }) => lines(schedules.map(hoursWords), t`Ask for the hours`)],
    [t`Phone`, ({ phone }) => phone ?? t`Not known`],
    [t`Cost`, ({ cost, costWords: words }) => [costWords(cost), cost === 'free' ? null : words].filter(Boolean).join('. ')],
    [t`Accepts`, ({ payers }) => payers.join(', ') || t`Not known`],
    [t`Who can go`, (option) => [ageWords(option), option.eligibility].filter(Boolean).join('. ')],
    [t`Bring`, ({ documents }) => lines(documents, t`Nothing we know of`)],
    [t`Languages`, ({ languages }) => languages.map(languageWords).join(', ') || t`Ask`],
    [t`Wheelchair access`, ({ wheelchair }) => wheelchairWords(wheelchair)],
    [t`Is there room?`, ({ capacity }) => capacityWords(capacity)],
    [t`Good to know`, ({ exclusions }) => lines(exclusions.map(exclusionWords), t`Nothing`)],
    [t`How sure we are`, ({ freshness, verifiedBy }) => freshnessWords(freshness, verifiedBy)],
  ]
  return (
    <table className={classes.table}>
      <caption className="visually-hidden"><Trans>Services to choose from, as of {today}</Trans></caption>
      <thead>
        <tr><th scope="col"><span className={classes.choice} aria-hidden /><Trans>My choice</Trans></th>{options.map(({ id, name, organization }) => <th key={id} scope="col"><span className={classes.choice} aria-hidden />{name}<div className="small soft">{organization}</div></th>)}</tr>
      </thead>
      <tbody>
        {rows.map(([title, say]) => <tr key={title}><th scope="row">{title}</th>{options.map((option) => <td key={option.id}>{say(option)}</td>)}</tr>)}
      </tbody>
    </table>
  )
}

const lines = (all: string[], none: string): ReactNode => (all.length === 0 ? none : all.length === 1 ? all[0] : <ul>{all.map((each) => <li key={each}>{each}</li>)}</ul>)
