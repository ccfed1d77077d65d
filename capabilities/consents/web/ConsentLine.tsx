// One consent in a list: what it allows, until when, how it was given, what it lacks, how it ended, and what can be done.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Chip, type ChipTone } from '../../../web/design/Chip.tsx'
import { DateText, MomentText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { daysBetween, languageWords } from '../../../web/words.ts'
import type { JudgedConsent } from '../judged.ts'
import type { Editing } from './ConsentEditor.tsx'
import classes from './consents.module.css'
import { kindWords, lackWords, methodWords, standingWords } from './consentWords.ts'
import { RevokeForm } from './RevokeForm.tsx'

const tones: Record<JudgedConsent['standing'], ChipTone> = {
  active: 'done',
  'not-yet': 'plain',
  draft: 'today',
  defective: 'late',
  revoked: 'late',
  superseded: 'plain',
  expired: 'plain',
}

export function ConsentLine({ consent, onEdit }: { consent: JudgedConsent; onEdit: (editing: Editing) => void }) {
  const [revoking, setRevoking] = useState(false)
  return (
    <li className={classes.consent}>
      <div className={classes.head}>
        <b>{kindWords(consent.kind)}</b> <Chip tone={tones[consent.standing]}>{standingWords(consent.standing)}</Chip>{' '}
        <Until consent={consent} />
        <Acts consent={consent} onEdit={onEdit} onRevoke={() => setRevoking(true)} />
      </div>
      <What consent={consent} />
      <p className={classes.how}>
        <How consent={consent} />
      </p>
      {consent.missing.length > 0 && <p className={classes.lacks}>{consent.missing.map(lackWords).join(' ')}</p>}
      {consent.ending && (
        <p className={classes.how}>
          {consent.ending.kind === 'revoked' ? (
            <Trans>Revoked by {consent.ending.byWhom}</Trans>
          ) : (
            <Trans>Ended, noted by {consent.ending.byWhom}</Trans>
          )}
          , <MomentText at={consent.ending.at} />
          {consent.ending.relianceNote && <> · {consent.ending.relianceNote}</>}
        </p>
      )}
      {revoking && <RevokeForm consent={consent} onDone={() => setRevoking(false)} />}
    </li>
  )
}

function Until({ consent: { standing, expiresOn, expiresEvent } }: { consent: JudgedConsent }) {
  const { today } = useMe()
  if (standing !== 'active' || (!expiresOn && !expiresEvent)) return null
  if (!expiresOn)
    return (
      <span className={classes.how}>
        <Trans>until {expiresEvent}</Trans>
      </span>
    )
  const left = daysBetween(today, expiresOn)
  return (
    <span className={classes.how}>
      <Trans>until</Trans> <DateText day={expiresOn} />{' '}
      {left <= 60 && <Chip tone="today">{plural(left, { one: '# day left', other: '# days left' })}</Chip>}
    </span>
  )
}

function What({ consent }: { consent: JudgedConsent }) {
  if (consent.kind === 'communication_preference')
    return (
      <p>
        {[
          consent.textMessages && (consent.textMessages === 'yes' ? t`Text messages are welcome` : t`No text messages`),
          consent.emailMessages && (consent.emailMessages === 'yes' ? t`e-mail is welcome` : t`no e-mail`),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
    )
  if (consent.kind !== 'hipaa_authorization') return null
  return (
    <p>
      <Trans>
        {consent.discloser || '…'} may share with {consent.recipients.join(', ') || '…'}: {consent.information || '…'}
      </Trans>
      {consent.purposes.length > 0 && (
        <>
          {' '}
          · <Trans>for</Trans> {consent.purposes.join(', ')}
        </>
      )}
    </p>
  )
}

function How({ consent }: { consent: JudgedConsent }) {
  const { grantorName, authority, method, signedOn, witness, language, interpreter, copyGivenOn } = consent
  return (
    <>
      {[grantorName, authority].filter(Boolean).join(', ')}
      {method && <> · {methodWords(method)}</>}
      {signedOn && (
        <>
          {' '}
          · <DateText day={signedOn} />
        </>
      )}
      {language && language !== 'en' && <> · {languageWords(language)}</>}
      {interpreter && (
        <>
          {' '}
          · <Trans>interpreter {interpreter}</Trans>
        </>
      )}
      {witness && (
        <>
          {' '}
          · <Trans>heard by {witness}</Trans>
        </>
      )}
      {copyGivenOn && (
        <>
          {' '}
          · <Trans>copy given</Trans>
        </>
      )}
    </>
  )
}

function Acts({
  consent,
  onEdit,
  onRevoke,
}: {
  consent: JudgedConsent
  onEdit: (editing: Editing) => void
  onRevoke: () => void
}) {
  const { clientId } = useClient()
  const may = useMay()
  const { kind, standing, ending } = consent
  const lasting = kind !== 'role_disclosure' && kind !== 'rights_notice'
  return (
    <span className={`${classes.acts} no-print`}>
      {kind === 'hipaa_authorization' && (
        <GoTo href={`/clients/${clientId}/consents/print?consent=${consent.id}`}>
          <Trans>Print</Trans>
        </GoTo>
      )}
      {may('write-consents') && standing === 'draft' && (
        <Button size="compact-sm" variant="default" onClick={() => onEdit({ kind, draft: consent })}>
          <Trans>Go on</Trans>
        </Button>
      )}
      {may('write-consents') && lasting && (standing === 'active' || standing === 'expired') && !ending && (
        <Button size="compact-sm" variant="default" onClick={() => onEdit({ kind, renews: consent })}>
          <Trans>Renew</Trans>
        </Button>
      )}
      {may('write-consents') && standing === 'active' && lasting && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={onRevoke}>
          <Trans>Revoke…</Trans>
        </Button>
      )}
    </span>
  )
}
