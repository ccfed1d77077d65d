// The referral on paper: what is asked, for whom, and how to answer with the code. The code comes after the # and is never sent.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useParam } from '../../../web/address.ts'
import { Reading } from '../../../web/design/Reading.tsx'
import { speak } from '../../../web/i18n.ts'
import { useMe } from '../../../web/me.tsx'
import { longDayWords } from '../../../web/words.ts'
import { useLingui } from '@lingui/react'
import { codeText, readCode } from '../code.ts'
import type { ServiceReferralView } from '../view.actions.ts'
import { linkOf } from './linkCode.ts'
import { PackageView } from './PackageView.tsx'
import classes from './services.module.css'
import { useServiceReferral } from './useServices.ts'

export default function PrintScreen() {
  const page = useServiceReferral(useParam('serviceReferralId'))
  const { i18n } = useLingui()
  const other = i18n.locale === 'es' ? 'en' : 'es'
  return (
    <div className={classes.stack}>
      <div className={`${classes.buttons} no-print`}>
        <Button onClick={() => window.print()}><Trans>Print</Trans></Button>
        <Button variant="default" lang={other} onClick={() => void speak(other, true)}>{other === 'en' ? 'English' : 'Español'}</Button>
      </div>
      <Reading of={page} lines={8}>{(view) => <Paper view={view} />}</Reading>
    </div>
  )
}

function Paper({ view: { package: sent, referral } }: { view: ServiceReferralView }) {
  const { today } = useMe()
  const code = readCode(window.location.hash.slice(1))
  return (
    <article className={classes.paper} aria-label={t`Referral on paper`}>
      <div>
        <p className="soft">{[sent.agency.name, sent.agency.phone].filter(Boolean).join(' · ')}</p>
        <h2>{referral.intent === 'inquiry' ? <Trans>Do you have room?</Trans> : <Trans>A referral for you</Trans>}</h2>
        <p>{referral.performerName} · {longDayWords(referral.requestedOn ?? today)}</p>
      </div>
      <PackageView sent={sent} />
      {code ? <HowToAnswer code={code} /> : <p><Trans>Please answer by phone to {sent.agency.name}.</Trans></p>}
      <p className="soft small"><Trans>This paper may hold what only you should read. Keep it safe, and destroy it when it is done.</Trans></p>
    </article>
  )
}

function HowToAnswer({ code }: { code: string }) {
  const [picture, setPicture] = useState('')
  const link = linkOf(code)
  useEffect(() => {
    void import('qrcode').then(({ default: qrcode }) => qrcode.toDataURL(link, { margin: 1, width: 264 })).then(setPicture)
  }, [link])
  return (
    <div className={classes.how}>
      {picture && <img src={picture} alt={t`The link as a picture to scan`} />}
      <div>
        <strong><Trans>How to answer</Trans></strong>
        <p><Trans>Scan the picture, or open {`${window.location.origin}/answer`} and type this code. You need no account. It works for 30 days.</Trans></p>
        <p className={classes.code}>{codeText(code)}</p>
      </div>
    </div>
  )
}
