// The agency: name, time zone, language, how long a sign-in waits, the public page, and what stands at the top of documents.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Checkbox, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ChoiceField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Agency, AgencyDetails } from '../agency.ts'

export function AgencyPanel() {
  const agency = useRead<Agency>('/agency')
  return <Card title={<Trans>The agency</Trans>} padded><Reading of={agency}>{(read) => <AgencyForm key={read.version} agency={read} />}</Reading></Card>
}

function AgencyForm({ agency }: { agency: Agency }) {
  const [details, set] = useState<AgencyDetails>({ name: agency.name, timeZone: agency.timeZone, locale: agency.locale, idleMinutes: agency.idleMinutes, selfReferralOpen: agency.selfReferralOpen, letterhead: agency.letterhead })
  const change = (changes: Partial<AgencyDetails>) => set((now) => ({ ...now, ...changes }))
  const letterhead = (changes: Partial<AgencyDetails['letterhead']>) => change({ letterhead: { ...details.letterhead, ...changes } })
  const { save, saving, problem } = useWrite<AgencyDetails, Agency>('PATCH', '/agency', { renews: ['/me'], onSaved: () => sayDone(t`The agency is saved.`) })
  const selfReferral = `${window.location.origin}/self-referral?agency=${agency.slug}`
  return (
    <Form onSave={() => void save(details, { ifMatch: agency.version })} saving={saving} problem={problem}>
      <TextField path="name" label={t`Name`} value={details.name} problem={problem} onChange={(event) => change({ name: event.currentTarget.value })} />
      <ChoiceField path="timeZone" label={t`Time zone`} searchable value={details.timeZone} problem={problem} data={Intl.supportedValuesOf('timeZone')} onChange={(zone) => zone && change({ timeZone: zone })} description={t`Due days and dates are those of this zone.`} />
      <ChoiceField path="locale" label={t`Language`} value={details.locale} problem={problem} data={[{ value: 'en', label: 'English' }, { value: 'es', label: 'Español' }]} onChange={(locale) => change({ locale: locale === 'es' ? 'es' : 'en' })} />
      <NumberInput id={fieldId('idleMinutes')} label={t`Minutes until somebody who does nothing is signed out`} min={1} max={480} value={details.idleMinutes} error={issueAt(problem, 'idleMinutes')} onChange={(minutes) => change({ idleMinutes: Number(minutes) })} />
      <Checkbox label={t`People may refer themselves on the public page`} description={selfReferral} checked={details.selfReferralOpen} onChange={(event) => change({ selfReferralOpen: event.currentTarget.checked })} />
      <TextField path="letterhead.address" label={t`Address on documents`} optional value={details.letterhead.address} onChange={(event) => letterhead({ address: event.currentTarget.value })} />
      <TextField path="letterhead.phone" label={t`Phone on documents`} optional value={details.letterhead.phone} onChange={(event) => letterhead({ phone: event.currentTarget.value })} />
      <TextField path="letterhead.complaints" label={t`Where to complain, on documents`} optional value={details.letterhead.complaints} onChange={(event) => letterhead({ complaints: event.currentTarget.value })} />
    </Form>
  )
}
