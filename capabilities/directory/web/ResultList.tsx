// What was found, one after another: what it is, why it stands here, what might exclude this client, how old what we know is.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Checkbox } from '@mantine/core'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Listed } from '../finding.ts'
import classes from './directory.module.css'
import { capacityWords, exclusionWords, freshnessWords, opennessWords, reasonWords } from './findWords.ts'

export interface InStep {
  /** the result that list and map both mark */
  marked: string | null
  mark: (id: string | null) => void
}
interface ListProps extends InStep {
  found: Listed[]
  chosen: string[]
  choose: (id: string) => void
  hrefOf: (found: Listed) => string
}

export function ResultList({ found, ...rest }: ListProps) {
  return (
    <ol className={classes.results} aria-label={t`Services found`} data-rows>
      {found.map((each, index) => (
        <li key={each.id} id={`found-${each.id}`} className={each.id === rest.marked ? classes.marked : classes.result} onMouseEnter={() => rest.mark(each.id)} onFocus={() => rest.mark(each.id)}>
          <Result found={each} number={index + 1} {...rest} />
        </li>
      ))}
    </ol>
  )
}

function Result({ found, number, chosen, choose, hrefOf }: Omit<ListProps, 'found'> & { found: Listed; number: number }) {
  const { today } = useMe()
  const place = [found.organization, ...found.addressLines].filter(Boolean).join(' · ')
  const closed = found.openness.state === 'closed'
  return (
    <>
      <span className={classes.number} aria-hidden>{number}</span>
      <div className={classes.what}>
        <h3 className={classes.name}><GoTo href={hrefOf(found)} data-row-link>{found.name}</GoTo></h3>
        <p className={classes.place}>{place || t`By phone or online`}</p>
        <Chips label={t`At a glance`}>
          <Chip tone={found.openness.state === 'open' ? 'done' : 'plain'}>{opennessWords(found.openness, today)}</Chip>
          {found.capacity && <Chip tone={found.capacity === 'has' ? 'done' : 'today'}>{capacityWords(found.capacity)}</Chip>}
          <Chip tone={found.freshness.stale ? 'today' : 'plain'}>{freshnessWords(found.freshness, found.verifiedBy)}</Chip>
        </Chips>
        <p className={classes.why}><Trans>Why here: {whyOf(found, closed)}</Trans></p>
        <Exclusions found={found} />
      </div>
      <div className={`${classes.act} no-print`}>
        {found.phone && <a className={classes.phone} href={`tel:${found.phone.replaceAll(/[^+\d]/g, '')}`}>{found.phone}</a>}
        <Checkbox size="sm" label={t`Compare`} aria-label={t`Compare ${found.name}`} checked={chosen.includes(found.id)} disabled={chosen.length >= 4 && !chosen.includes(found.id)} onChange={() => choose(found.id)} />
      </div>
    </>
  )
}

/** Every point is said, the strongest reason first. */
const whyOf = ({ reasons }: Listed, closed: boolean): string => {
  const words = reasons.filter(({ code }) => code !== 'open' || !closed).map(reasonWords)
  return words.length > 0 ? words.join(', ') : t`nothing speaks for or against it`
}

export function Exclusions({ found }: { found: Pick<Listed, 'exclusions'> }) {
  if (found.exclusions.length === 0) return null
  return (
    <ul className={classes.exclusions} aria-label={t`What might exclude this client`}>
      {found.exclusions.map((each) => (
        <li key={each.code} className={each.weight === 'certain' ? classes.certain : undefined}>
          {each.weight === 'certain' ? <strong><Trans>Excluded.</Trans></strong> : <span className="soft"><Trans>Ask first.</Trans></span>} {exclusionWords(each)}
        </li>
      ))}
    </ul>
  )
}
