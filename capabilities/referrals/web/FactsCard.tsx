// What is written down about a referral, in the source's words first.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { languageWords, longDayWords } from '../../../web/words.ts'
import type { ReferralPage } from '../page.ts'
import type { PersonAddress } from '../person.ts'
import type { Background } from '../prefill.ts'
import type { Facts } from '../referral.ts'
import { factWords, fromWords, fundingWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function FactsCard({ page: { referral }, action }: { page: Pick<ReferralPage, 'referral'>; action?: ReactNode }) {
  const { facts, background } = referral
  return (
    <Card padded title={<Trans>What we were told</Trans>} aside={action}>
      {facts.reason && (
        <blockquote className={classes.quote} style={{ margin: '4px 0 12px' }}>
          “{facts.reason}”
        </blockquote>
      )}
      <dl className={classes.facts} style={{ margin: 0 }}>
        <PersonLines facts={facts} />
        <ScopeLines facts={facts} />
        <Line name={t`Safety`}>{referral.safetyDone}</Line>
        {background.length > 0 && <BackgroundLines background={background} />}
      </dl>
    </Card>
  )
}

function PersonLines({ facts }: { facts: Facts }) {
  const { person, source } = facts
  const reach = person.contactWays.map(
    (way) => `${way.value}${way.safe === 'unsafe' ? ` (${t`not safe`})` : way.safe === 'safe' ? ` (${t`safe`})` : ''}`,
  )
  return (
    <>
      <Line name={t`They ask`}>{facts.questions && <span className={classes.said}>{facts.questions}</span>}</Line>
      <Line name={t`Source`}>
        {fromWords(source)}
        {[source.phone, source.email].filter(Boolean).map((way) => (
          <span key={way}> · {way}</span>
        ))}
      </Line>
      <Line name={t`Born`}>{person.birthDate && birthWords(person.birthDate, person.birthDatePrecision)}</Line>
      <Line name={t`Died`}>{person.deceasedOn && <DateText day={person.deceasedOn} />}</Line>
      <Line name={t`Speaks`}>{person.spokenLanguage && languageWords(person.spokenLanguage)}</Line>
      <Line name={t`Reach`}>{[...reach, facts.safeContactNote].filter(Boolean).join(' · ')}</Line>
      <Line name={t`Lives`}>{person.addresses.map(addressWords).join(' · ')}</Line>
      <Line name={t`Also known as`}>
        {person.otherNames.map(({ given, family }) => [given, family].filter(Boolean).join(' ')).join(', ')}
      </Line>
      <Line name={t`Describes as`}>{[...person.selfDescribed.race, ...person.selfDescribed.ethnicity].join(', ')}</Line>
    </>
  )
}

function ScopeLines({ facts: { scope } }: { facts: Facts }) {
  return (
    <>
      <Line name={t`Asked for`}>{scope.asked}</Line>
      <Line name={t`Who pays`}>
        {[scope.funding === 'not-known' ? null : fundingWords()[scope.funding], scope.payer, scope.memberId]
          .filter(Boolean)
          .join(' · ')}
      </Line>
      <Line name={t`Claim`}>
        {[scope.claimNumber, scope.injuredOn && t`injured ${longDayWords(scope.injuredOn)}`, scope.employer]
          .filter(Boolean)
          .join(' · ')}
      </Line>
      <Line name={t`Authorized`}>
        {[
          scope.authorizedServices,
          scope.authorizedMinutes && t`${scope.authorizedMinutes / 60} hours`,
          scope.authorizationEndsOn && t`until ${longDayWords(scope.authorizationEndsOn)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Line>
    </>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <div className={classes.factRow}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function birthWords(day: string, precision: 'day' | 'month' | 'year' | 'unknown'): string {
  if (precision === 'year') return day.slice(0, 4)
  return precision === 'month' ? day.slice(0, 7) : longDayWords(day).replace(/^\S+ /, '')
}

export const addressWords = ({ lines, city, state, postalCode }: PersonAddress): string =>
  [...lines, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** Conditions, providers and people from an electronic record that somebody confirmed. */
function BackgroundLines({ background }: { background: Background[] }) {
  const words = factWords()
  const kinds = [...new Set(background.map(({ about }) => about))]
  return (
    <>
      {kinds.map((about) => (
        <Line key={about} name={words[about]}>
          {background
            .filter((each) => each.about === about)
            .map(backgroundWords)
            .join(' · ')}
        </Line>
      ))}
    </>
  )
}

export function backgroundWords(each: Background): string {
  switch (each.about) {
    case 'condition':
      return each.value.since ? t`${each.value.words} (since ${each.value.since.slice(0, 4)})` : each.value.words
    case 'provider':
      return [each.value.name, each.value.role, each.value.lastSeenOn && t`last seen ${longDayWords(each.value.lastSeenOn)}`]
        .filter(Boolean)
        .join(', ')
    case 'careTeam':
      return [each.value.name, each.value.role].filter(Boolean).join(', ')
    case 'support':
      return [each.value.name, each.value.relation].filter(Boolean).join(', ')
    case 'coverage':
      return [each.value.payer, each.value.memberId].filter(Boolean).join(', ')
    case 'death':
      return each.value.date ? longDayWords(each.value.date) : t`day not known`
  }
}
