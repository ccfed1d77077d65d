// How to reach the client: what they said, and for every number whether it may be used at this moment, and why.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { useMay } from '../../../web/me.tsx'
import type { ContactPoint } from '../contactPoint.ts'
import type { DecidedPoint, SafeContactNow } from '../safeContact.ts'
import { decisionWords, hoursWords } from './clientWords.ts'
import { ContactPointForm } from './ContactPointForm.tsx'
import { Entries, Entry } from './Entry.tsx'
import { CardWithForm, EndMenu } from './InPlace.tsx'
import { SafeContactForm } from './SafeContactForm.tsx'
import classes from './details.module.css'

export function ReachCard({ reach }: { reach: SafeContactNow }) {
  return (
    <>
      <CardWithForm
        title={<Trans>Reaching them safely</Trans>}
        add={reach.said ? t`Ask again` : t`Record the answer`}
        form={(close) => <SafeContactForm said={reach.said} onDone={close} />}
      >
        <Said reach={reach} />
      </CardWithForm>
      <CardWithForm
        title={<Trans>Phones and e-mail</Trans>}
        add={t`Add a number`}
        form={(close) => <ContactPointForm onDone={close} />}
      >
        {reach.points.length === 0 && (
          <Empty title={<Trans>No number or e-mail yet.</Trans>}>
            <Trans>How does the client want to be reached?</Trans>
          </Empty>
        )}
        <Entries label={t`Phones and e-mail`}>
          {reach.points.map((point) => (
            <Point key={point.id} point={point} />
          ))}
        </Entries>
      </CardWithForm>
    </>
  )
}

function Said({ reach: { safeContact, said } }: { reach: SafeContactNow }) {
  if (safeContact === 'not-asked' || !said)
    return (
      <Empty title={<Trans>Nobody has asked yet.</Trans>}>
        <Trans>Ask before the first call: is it safe to phone, to leave a message, to say who is calling?</Trans>
      </Empty>
    )
  return (
    <Entries label={t`What the client said`}>
      <Entry
        kind={
          safeContact === 'required' ? (
            <Chip tone="today">
              <Trans>Safe ways only</Trans>
            </Chip>
          ) : (
            <Chip tone="done">
              <Trans>No limits</Trans>
            </Chip>
          )
        }
        small={
          <>
            <Trans>Asked by {said.askedByName ?? t`Continuum`}</Trans> · <MomentText at={said.askedAt} />
          </>
        }
      >
        {said.instruction ||
          (safeContact === 'required' ? <Trans>Only where it is marked safe.</Trans> : <Trans>Any number may be used.</Trans>)}
        {said.codeWord && (
          <>
            {' '}
            <Trans>Code word: {said.codeWord}</Trans>
          </>
        )}
      </Entry>
    </Entries>
  )
}

function Point({ point }: { point: DecidedPoint }) {
  const [editing, setEditing] = useState(false)
  const may = useMay()
  if (editing)
    return (
      <li className={classes.entry}>
        <div style={{ flex: 1 }}>
          <ContactPointForm point={point} onDone={() => setEditing(false)} />
        </div>
      </li>
    )
  const acts = may('write-clients') && (
    <>
      <Button variant="subtle" size="compact-sm" aria-label={t`Change ${point.text}`} onClick={() => setEditing(true)}>
        <Trans>Change</Trans>
      </Button>
      <EndMenu path={`/contact-points/${point.id}`} what={point.text} />
    </>
  )
  return (
    <Entry kind={useWords(point)} small={rulesWords(point)} acts={acts}>
      {point.text} <Chip tone={point.decision.may ? 'done' : 'late'}>{decisionWords(point.decision)}</Chip>
    </Entry>
  )
}

function useWords({ system, use }: Pick<ContactPoint, 'system' | 'use'>): string {
  if (system === 'email') return t`E-mail`
  if (system === 'other') return t`Other way`
  return { mobile: t`Mobile`, home: t`Home phone`, work: t`Work phone`, 'someone-else': t`Somebody else’s phone` }[use]
}

/** "Leave no message · Sister answers · Mon–Fri 17:00–21:00 · no texts". */
function rulesWords({ leaveMessage, texting, whoAnswers, hours, note }: ContactPoint): string {
  const message = { yes: t`message is fine`, 'name-only': t`leave only your name`, no: t`leave no message`, 'not-asked': '' }[
    leaveMessage
  ]
  const texts = { yes: t`texts welcome`, no: t`no texts`, 'not-asked': '' }[texting]
  return [message, texts, whoAnswers && t`answered by ${whoAnswers}`, hours.length > 0 && hoursWords(hours), note]
    .filter(Boolean)
    .join(' · ')
}
