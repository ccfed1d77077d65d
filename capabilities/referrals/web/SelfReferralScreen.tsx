// The public page: a person asks for help for themselves or somebody close, in plain words, without an account. Nothing is kept in this browser.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { speak } from '../../../web/i18n.ts'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { useLingui } from '@lingui/react'
import type { SelfReferral } from '../selfReferral.ts'
import classes from './referrals.module.css'
import { SelfReferralForm } from './SelfReferralForm.tsx'

const emptyForm = (id: string): SelfReferral => ({
  id,
  forWhom: 'me',
  name: '',
  yourName: null,
  relation: null,
  birthDate: null,
  language: null,
  interpreter: false,
  help: '',
  danger: null,
  phone: null,
  email: null,
  safe: 'any-way',
  safeHow: null,
  mayLeaveMessage: false,
  website: '',
})

export default function SelfReferralScreen() {
  const [agency] = useSearchParam('agency')
  const { i18n } = useLingui()
  const [form, setForm] = useState(() => emptyForm(newId()))
  const about = useRead<{ agencyName: string }>('/public/self-referral', { query: { agency } })
  const ask = useWrite<SelfReferral>('POST', `/public/self-referral${agency ? `?agency=${encodeURIComponent(agency)}` : ''}`)
  useEffect(() => {
    document.title = t`Ask for help`
  }, [i18n.locale])
  const send = () => void ask.save({ ...form, language: form.language ?? (i18n.locale === 'es' ? 'es' : null) })
  return (
    <main className={classes.public}>
      <Head />
      <Reading of={about}>
        {({ agencyName }) =>
          ask.saved ? (
            <Thanks agencyName={agencyName} />
          ) : (
            <>
              <h1>
                <Trans>Ask {agencyName} for help</Trans>
              </h1>
              <p>
                <Trans>
                  Tell us who you are and what you need. A person reads it and gets in touch with you. It is free to ask.
                </Trans>
              </p>
              <Danger />
              <SelfReferralForm
                form={form}
                set={(more) => setForm({ ...form, ...more })}
                problem={ask.problem}
                saving={ask.saving}
                onSend={send}
              />
            </>
          )
        }
      </Reading>
    </main>
  )
}

/** The other language, and a way out for somebody who must not be seen here. */
function Head() {
  const { i18n } = useLingui()
  const other = i18n.locale === 'es' ? 'en' : 'es'
  return (
    <div className={classes.publicHead}>
      <Button variant="default" lang={other} onClick={() => void speak(other)}>
        {other === 'en' ? 'English' : 'Español'}
      </Button>
      <Button color="red" variant="light" onClick={() => window.location.replace('https://www.weather.gov/')}>
        <Trans>Leave this page fast</Trans>
      </Button>
    </div>
  )
}

const Danger = () => (
  <div className={classes.danger}>
    <strong>
      <Trans>In danger right now? Call 911.</Trans>
    </strong>
    <span>
      <Trans>Thinking of suicide? Call or text 988, day and night.</Trans>
    </span>
  </div>
)

function Thanks({ agencyName }: { agencyName: string }) {
  return (
    <div role="status" className={classes.stack}>
      <h1>
        <Trans>Thank you. We have it.</Trans>
      </h1>
      <p>
        <Trans>Somebody from {agencyName} reads this by the next business day and reaches you the way you told us.</Trans>
      </p>
      <p>
        <Trans>You do not need to do anything else. You can close this page.</Trans>
      </p>
      <Danger />
    </div>
  )
}
