// The client's copy of an agreed plan: printed in plain words, in their language where the catalog has it, and written down as given (U9).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import type { Locale } from '../../../web/i18n.ts'
import { languageWords } from '../../../web/words.ts'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { CopyGiven } from '../agreement.ts'
import type { VersionView } from '../plan.actions.ts'
import { catalogFor, InLanguage } from './inLanguage.tsx'
import classes from './plan.module.css'
import { PlanDocument } from './PlanDocument.tsx'
import { useMayPlan, usePlanPaths, usePlanSave } from './usePlan.ts'

export default function PlanCopy() {
  const { caseId } = useClient()
  const [versionId] = useSearchParam('version')
  const version = useRead<VersionView>(`/cases/${caseId}/plan/versions/${versionId}`, { enabled: versionId !== '' })
  return <Reading of={version} lines={10}>{(read) => <Copy version={read} />}</Reading>
}

function Copy({ version }: { version: VersionView }) {
  const { agency } = useMe()
  const paths = usePlanPaths()
  const mayPlan = useMayPlan()
  const wanted = version.client.language ?? version.language
  const [locale, setLocale] = useState<Locale>(catalogFor(wanted) ?? 'en')
  return (
    <div className={classes.page}>
      <div className={`${classes.itemHead} no-print`}>
        <GoTo href={paths.plan}><Trans>Back to the plan</Trans></GoTo>
        <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap' }}>
          <SegmentedControl aria-label={t`Language of the copy`} value={locale} data={[{ value: 'en', label: 'English' }, { value: 'es', label: 'Español' }]} onChange={(value) => setLocale(value === 'es' ? 'es' : 'en')} />
          <Button onClick={() => window.print()}><Trans>Print the copy</Trans></Button>
        </div>
      </div>
      {!catalogFor(wanted) && <p className="soft no-print"><Trans>{version.client.name} speaks {languageWords(wanted)}. Continuum has no {languageWords(wanted)} text yet: read the copy together with an interpreter, or have it translated.</Trans></p>}
      <div className={classes.alone}><InLanguage locale={locale}><PlanDocument version={version} agencyName={agency.name} /></InLanguage></div>
      {version.agreedOn && <div className="no-print"><Given version={version} locale={locale} mayPlan={mayPlan} /></div>}
    </div>
  )
}

function Given({ version, locale, mayPlan }: { version: VersionView; locale: Locale; mayPlan: boolean }) {
  const [copy, setCopy] = useState<CopyGiven>({ to: version.client.name, language: locale, method: 'handed-over' })
  const { save, saving, problem } = usePlanSave<CopyGiven>('POST', `/plan/versions/${version.id}/copies`)
  const methods = [{ value: 'handed-over', label: t`Handed over` }, { value: 'mailed', label: t`Mailed` }, { value: 'emailed', label: t`E-mailed` }, { value: 'read-aloud', label: t`Read aloud` }]
  return (
    <Card title={<Trans>Copies given</Trans>} padded>
      {version.copies.map((each) => (
        <p key={`${each.givenOn} ${each.givenTo} ${each.method}`}><DateText day={each.givenOn} />: {each.givenTo}, {methods.find(({ value }) => value === each.method)?.label}, {languageWords(each.language)}</p>
      ))}
      {version.copies.length === 0 && version.copyDueOn && <p className="soft"><Trans>None yet. {version.client.name} should have one by <DateText day={version.copyDueOn} />.</Trans></p>}
      {mayPlan && (
        <div className={classes.inPlace}>
          <Form onSave={() => void save({ ...copy, language: locale })} saving={saving} problem={problem} saveLabel={<Trans>Record that it was given</Trans>}>
            <TextField path="to" label={t`To whom?`} value={copy.to} problem={problem} onChange={(event) => { const to = event.currentTarget.value; setCopy((before) => ({ ...before, to })) }} />
            <Select label={t`How?`} value={copy.method} allowDeselect={false} data={methods} onChange={(value) => setCopy((before) => ({ ...before, method: value === 'mailed' || value === 'emailed' || value === 'read-aloud' ? value : 'handed-over' }))} />
          </Form>
        </div>
      )}
    </Card>
  )
}
