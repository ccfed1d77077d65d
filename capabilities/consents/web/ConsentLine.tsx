// One consent in a list: what it allows, until when, how it was given, what it lacks, how it ended, and what can be done.
import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Chip, type ChipTone } from '../../../web/design/Chip.tsx'
import { DateText, MomentText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { daysBetween, languageWords } from '../../../web/words.ts'
import type { ConsentEnding } from '../consent.ts'
import type { JudgedConsent } from '../judged.ts'
import type { Editing } from './ConsentEditor.tsx'
import classes from './consents.module.css'
import { kindWords, lackWords, methodWords, standingWords } from './consentWords.ts'
import { EndingForm } from './EndingForm.tsx'
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
  const [open, setOpen] = useState<'revoke' | 'end' | null>(null)
  const close = () => setOpen(null)
  return (
    <li className={classes.consent}>
      <div className={classes.head}>
        <b>{kindWords(consent.kind)}</b> <Chip tone={tones[consent.standing]}>{standingWords(consent.standing)}</Chip>{' '}
        <Until consent={consent} />
        <Acts consent={consent} onEdit={onEdit} onOpen={setOpen} />
      </div>
      <What consent={consent} />
      <p className={classes.how}>
        <How consent={consent} />
      </p>
      {consent.missing.length > 0 && <p className={classes.lacks}>{consent.missing.map(lackWords).join(' ')}</p>}
      {consent.ending && <Ended ending={consent.ending} />}
      {open === 'revoke' && <RevokeForm consent={consent} onDone={close} />}
      {open === 'end' && <EndingForm consent={consent} onDone={close} />}
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

function Ended({ ending: { kind, at, byWhom, relianceNote } }: { ending: ConsentEnding }) {
  return (
    <p className={classes.how}>
      {kind === 'revoked' ? <Trans>Revoked by {byWhom}</Trans> : <Trans>Ended, noted by {byWhom}</Trans>}, <MomentText at={at} />
      {relianceNote && <> · {relianceNote}</>}
    </p>
  )
}

interface ActsProps {
  consent: JudgedConsent
  onEdit: (editing: Editing) => void
  onOpen: (form: 'revoke' | 'end') => void
}

function Acts({ consent, onEdit, onOpen }: ActsProps) {
  const { clientId } = useClient()
  const may = useMay()
  const { kind, standing, ending } = consent
  const writes = may('write-consents')
  const lasting = writes && kind !== 'role_disclosure' && kind !== 'rights_notice'
  return (
    <span className={`${classes.acts} no-print`}>
      {kind === 'hipaa_authorization' && (
        <GoTo href={`/clients/${clientId}/consents/print?consent=${consent.id}`}>
          <Trans>Print</Trans>
        </GoTo>
      )}
      {writes && standing === 'draft' && (
        <Act onClick={() => onEdit({ kind, draft: consent })}>
          <Trans>Go on</Trans>
        </Act>
      )}
      {lasting && (standing === 'active' || standing === 'expired') && !ending && (
        <Act onClick={() => onEdit({ kind, renews: consent })}>
          <Trans>Renew</Trans>
        </Act>
      )}
      {lasting && standing === 'active' && (
        <Act onClick={() => onOpen('end')}>
          <Trans>Ended…</Trans>
        </Act>
      )}
      {lasting && standing === 'active' && (
        <Act onClick={() => onOpen('revoke')}>
          <Trans>Revoke…</Trans>
        </Act>
      )}
    </span>
  )
}

function Act({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onClick}>
      {children}
    </Button>
  )
}
