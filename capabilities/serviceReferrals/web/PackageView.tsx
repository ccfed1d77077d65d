// The package as the receiver reads it: the same component in our preview, on their page and on paper.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { languageWords, longDayWords } from '../../../web/words.ts'
import type { ConsentTold, Package, PackagePerson } from '../package.ts'
import classes from './services.module.css'
import { typeWords } from './serviceWords.ts'

export function PackageView({ sent }: { sent: Package }) {
  const { _ } = useLingui()
  const { agency, caseManager, person } = sent
  return (
    <dl className={classes.facts}>
      <Line name={<Trans>From</Trans>}>{[agency.name, agency.phone].filter(Boolean).join(' · ')}</Line>
      {caseManager && <Line name={<Trans>Case manager</Trans>}>{caseManager}</Line>}
      <Line name={<Trans>What is asked</Trans>}>{_(typeWords[sent.serviceType])}{sent.priority === 'urgent' && <strong> · <Trans>urgent</Trans></strong>}</Line>
      {sent.request && <Line name={<Trans>In words</Trans>}>{sent.request}</Line>}
      {sent.part2 && <Line name={<Trans>Protected</Trans>}><Trans>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</Trans></Line>}
      {sent.part2 && <Line name={<Trans>The consent</Trans>}>{sent.consent ? <ConsentWords consent={sent.consent} /> : <Trans>What the consent says stands here once it is sent.</Trans>}</Line>}
      {person ? <Person person={person} agency={agency.name} /> : <Line name={<Trans>For whom</Trans>}><Trans>We do not say. This only asks whether you have room.</Trans></Line>}
    </dl>
  )
}

function ConsentWords({ consent: { signedOn, discloser, information, purposes, expiresOn, expiresEvent } }: { consent: ConsentTold }) {
  const [signed, until, why] = [signedOn ? longDayWords(signedOn) : '', expiresOn ? longDayWords(expiresOn) : expiresEvent, purposes.join(', ')]
  const lines = [
    signed && <Trans>Signed by the person on {signed}</Trans>, discloser && <Trans>Who tells: {discloser}</Trans>, information && <Trans>What: {information}</Trans>,
    why && <Trans>What for: {why}</Trans>, until && <Trans>Until: {until}</Trans>, <Trans>The person may withdraw it at any time.</Trans>,
  ]
  return lines.map((line, at) => line && <span key={at} style={{ display: 'block' }}>{line}</span>)
}

function Person({ person, agency }: { person: PackagePerson; agency: string }) {
  const { contact, address, birthDate, language } = person
  return (
    <>
      {person.name && <Line name={<Trans>For</Trans>}>{person.name}{person.pronouns && ` (${person.pronouns})`}</Line>}
      {!person.name && person.pronouns && <Line name={<Trans>Pronouns</Trans>}>{person.pronouns}</Line>}
      {birthDate && <Line name={<Trans>Born</Trans>}>{/^\d{4}-\d\d-\d\d$/.test(birthDate) ? longDayWords(birthDate).replace(/^\S+ /, '') : birthDate}</Line>}
      {language && <Line name={<Trans>Language</Trans>}>{languageWords(language.tag)}{language.interpreter && <>, <Trans>interpreter needed</Trans></>}</Line>}
      {contact && (
        <Line name={<Trans>How to reach them</Trans>}>
          {contact.length === 0 ? <Trans>Through {agency}. Please do not look for another number.</Trans> : contact.map(({ text, message }) => <span key={text} style={{ display: 'block' }}>{text}{message === 'no' ? <>, <Trans>never leave a message</Trans></> : message === 'name-only' ? <>, <Trans>in a message say only your name</Trans></> : null}</span>)}
        </Line>
      )}
      {address && <Line name={<Trans>Address</Trans>}>{address.shown === 'protected' ? <Trans>Protected. Write to {agency}.</Trans> : address.lines.join('\n')}</Line>}
      {person.need && <Line name={<Trans>The need</Trans>}>{person.need}</Line>}
      {person.goal && <Line name={<Trans>What they want</Trans>}><q>{person.goal}</q></Line>}
    </>
  )
}

function Line({ name, children }: { name: ReactNode; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
