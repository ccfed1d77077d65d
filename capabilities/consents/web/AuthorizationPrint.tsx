// The authorization on paper: the six elements and the statements in plain words, with lines to sign; prints on its own.
import { Trans } from '@lingui/react/macro'
import { useSearchParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { longDayWords } from '../../../web/words.ts'
import type { ConsentPage, JudgedConsent } from '../judged.ts'
import classes from './consents.module.css'

/** On paper a date has its year, and no weekday: "31 December 2026". */
const dateOnPaper = (day: string) => longDayWords(day).replace(/^\S+ /, '')

export default function AuthorizationPrint() {
  const { clientId, displayName } = useClient()
  const [consentId] = useSearchParam('consent')
  const page = useRead<ConsentPage>(`/clients/${clientId}/consents`)
  return (
    <Reading of={page}>
      {({ consents }) => {
        const consent = consents.find(({ id, kind }) => id === consentId && kind === 'hipaa_authorization')
        return consent ? (
          <Paper consent={consent} name={displayName} />
        ) : (
          <Empty title={<Trans>There is no such authorization.</Trans>} />
        )
      }}
    </Reading>
  )
}

function Paper({ consent, name }: { consent: JudgedConsent; name: string }) {
  const { agency } = useMe()
  return (
    <article className={classes.paper}>
      <h1>
        <Trans>Permission to share information about me</Trans>
      </h1>
      <p>
        {agency.name} · {name}
      </p>
      <Elements consent={consent} />
      <Statements agencyName={agency.name} />
      <h2>
        <Trans>6. Signature</Trans>
      </h2>
      {consent.state === 'draft' ? <Lines /> : <Signed consent={consent} />}
      <p className={classes.how}>{consent.statementsVersion}</p>
    </article>
  )
}

function Elements({ consent }: { consent: JudgedConsent }) {
  const { information, informationFrom, informationUntil, discloser, recipients, purposes, expiresOn, expiresEvent } = consent
  return (
    <>
      <h2>
        <Trans>1. What may be shared</Trans>
      </h2>
      <p>
        <Filled>{information}</Filled> {informationFrom && <Trans>from {dateOnPaper(informationFrom)}</Trans>}{' '}
        {informationUntil && <Trans>until {dateOnPaper(informationUntil)}</Trans>}
      </p>
      <h2>
        <Trans>2. Who may share it</Trans>
      </h2>
      <p>
        <Filled>{discloser}</Filled>
      </p>
      <h2>
        <Trans>3. Who may receive it</Trans>
      </h2>
      <p>
        <Filled>{recipients.join('; ')}</Filled>
      </p>
      <h2>
        <Trans>4. What it is for</Trans>
      </h2>
      <p>
        <Filled>{purposes.join('; ')}</Filled>
      </p>
      <h2>
        <Trans>5. When it ends</Trans>
      </h2>
      <p>
        <Filled>{expiresOn ? dateOnPaper(expiresOn) : expiresEvent}</Filled>
      </p>
    </>
  )
}

/** The three statements of 45 CFR 164.508(c)(2), and the copy of (c)(4), in plain words. */
function Statements({ agencyName }: { agencyName: string }) {
  return (
    <>
      <h2>
        <Trans>What I should know</Trans>
      </h2>
      <ul>
        <li>
          <Trans>
            I can take back this permission at any time. I write to {agencyName}, or tell my case manager and put it in writing.
            It stops from then on. It cannot undo what was already shared.
          </Trans>
        </li>
        <li>
          <Trans>
            I do not have to sign. My care, payment and services do not depend on it, unless I was told so in writing.
          </Trans>
        </li>
        <li>
          <Trans>Whoever gets the information may share it with others. Privacy law may then no longer protect it.</Trans>
        </li>
        <li>
          <Trans>I get a copy of this page.</Trans>
        </li>
      </ul>
    </>
  )
}

function Filled({ children }: { children: React.ReactNode }) {
  return children ? <>{children}</> : <span className={classes.line} />
}

function Lines() {
  return (
    <>
      <p>
        <Trans>Signature</Trans> <span className={classes.line} /> <Trans>Date</Trans>{' '}
        <span className={classes.line} style={{ minWidth: 120 }} />
      </p>
      <p>
        <Trans>If signed for the client: name and authority</Trans> <span className={classes.line} />
      </p>
      <p>
        <Trans>Interpreter</Trans> <span className={classes.line} />
      </p>
    </>
  )
}

function Signed({ consent }: { consent: JudgedConsent }) {
  return (
    <p>
      <Trans>Signed by {[consent.grantorName, consent.authority].filter(Boolean).join(', ')}</Trans>
      {consent.signedOn && <>, {dateOnPaper(consent.signedOn)}</>}
      {consent.interpreter && (
        <>
          {' '}
          · <Trans>interpreter {consent.interpreter}</Trans>
        </>
      )}
    </p>
  )
}
