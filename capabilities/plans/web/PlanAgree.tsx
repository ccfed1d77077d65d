// Agreeing on the plan: its text is fixed, read together, and signed, agreed by word of mouth, or not signed with the reason (INV-30).
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { DayField, fieldId, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { languageWords } from '../../../web/words.ts'
import { useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import type { Signature } from '../agreement.ts'
import type { VersionView } from '../plan.actions.ts'
import { Changes } from './Changes.tsx'
import classes from './plan.module.css'
import { PlanDocument } from './PlanDocument.tsx'
import { usePlan, usePlanPaths, usePlanSave, type PlanView } from './usePlan.ts'

export default function PlanAgree() {
  const plan = usePlan()
  const paths = usePlanPaths()
  return (
    <div className={classes.page}>
      <div className={classes.itemHead}>
        <h2 style={{ fontSize: 18 }}><Trans>Agreeing on the plan</Trans></h2>
        <GoTo href={paths.edit}><Trans>Change the plan</Trans></GoTo>
      </div>
      <Reading of={plan} lines={8}>{(view) => <Step view={view} />}</Reading>
    </div>
  )
}

function Step({ view }: { view: PlanView }) {
  const { proposed, proposalChanges, active } = view
  if (proposed && proposalChanges.length === 0) return <ReadAndSign versionId={proposed.id} view={view} />
  if (active?.signature?.kind === 'verbal' && view.changes.length === 0) return <ReadAndSign versionId={active.id} view={view} later />
  return <Propose view={view} />
}

function Propose({ view }: { view: PlanView }) {
  const { missing, proposed, active, changes, proposalChanges, client } = view
  const [language, setLanguage] = useState(client.language ?? 'en')
  const { save, saving, problem } = usePlanSave('POST', '/plan/versions')
  const isSame = active !== null && changes.length === 0
  const languages = [...new Set(['en', 'es', 'vi', 'zh', 'ar', 'fr', 'ht', 'ko', 'pt', 'ru', 'so', 'tl', language])]
  if (isSame) return <Card padded><Trans>Plan {active.number} is agreed and says exactly this. There is nothing new to agree on.</Trans></Card>
  return (
    <Card title={<Trans>What {client.name} is asked to agree to</Trans>} padded>
      <ProblemNotice problem={problem} />
      {missing.length > 0 && !problem && (
        <>
          <p><Trans>Before the plan can be agreed:</Trans></p>
          <ul className={classes.missing}>{missing.map(({ code, message, href }) => <li key={`${code} ${message}`}>{href ? <GoTo href={href}>{message}</GoTo> : message}</li>)}</ul>
        </>
      )}
      {proposed && <p className={classes.caution}><Trans>The plan was changed after plan {proposed.number} was proposed, so it is proposed again.</Trans></p>}
      {(proposed || active) && <Changes changes={proposed ? proposalChanges : changes} />}
      {missing.length === 0 && <p className="soft"><Trans>The text is kept as it is now, so that {client.name} agrees to exactly what was read.</Trans></p>}
      <div style={{ display: 'flex', gap: 12, alignItems: 'end', flexWrap: 'wrap', marginTop: 12 }}>
        <Select label={t`Talked over in`} value={language} allowDeselect={false} searchable data={languages.map((value) => ({ value, label: languageWords(value) }))} onChange={(value) => setLanguage(value ?? 'en')} />
        <Button loading={saving} disabled={missing.length > 0} onClick={() => void save({ language })}><Trans>Propose this plan</Trans></Button>
      </div>
    </Card>
  )
}

function ReadAndSign({ versionId, view, later = false }: { versionId: string; view: PlanView; later?: boolean }) {
  const { caseId } = useClient()
  const { agency } = useMe()
  const version = useRead<VersionView>(`/cases/${caseId}/plan/versions/${versionId}`)
  return (
    <Reading of={version} lines={10}>
      {(read) => (
        <>
          <PlanDocument version={read} agencyName={agency.name} />
          <SignatureForm versionId={versionId} language={read.language} view={view} later={later} />
        </>
      )}
    </Reading>
  )
}

type Kind = Signature['kind']
const isKind = (value: string): value is Kind => ['signed', 'verbal', 'refused'].includes(value)

function SignatureForm({ versionId, language, view, later }: { versionId: string; language: string; view: PlanView; later: boolean }) {
  const go = useGo()
  const paths = usePlanPaths()
  const [signature, setSignature] = useState<Signature>({ kind: 'signed', by: 'client', name: view.client.name, method: 'in-person', language, interpreter: '', reason: '', expiresOn: null })
  const set = (change: Partial<Signature>) => setSignature((before) => ({ ...before, ...change }))
  const { save, saving, problem } = usePlanSave<Signature>('POST', `/plan/versions/${versionId}/${later ? 'signature' : 'agreement'}`, () => {
    sayDone(later ? t`The signature is recorded.` : t`The plan is agreed. Give ${view.client.name} a copy within five business days.`)
    go(paths.plan)
  })
  const { kind, by, name, method, interpreter, reason, expiresOn } = signature
  const kinds = [{ value: 'signed', label: t`Signed` }, ...(later ? [] : [{ value: 'verbal', label: t`Agreed by word` }]), { value: 'refused', label: t`Not signed` }]
  const choose = (value: string) => {
    if (isKind(value)) set({ kind: value, method: value === 'verbal' ? 'by-phone' : 'in-person' })
  }
  return (
    <Card title={<Trans>How was it agreed?</Trans>} padded>
      <Form onSave={() => void save(signature)} saving={saving} problem={problem} saveLabel={kind === 'signed' ? <Trans>Record the signature</Trans> : kind === 'verbal' ? <Trans>Record the agreement</Trans> : <Trans>Record the refusal</Trans>}>
        <SegmentedControl fullWidth aria-label={t`How was it agreed?`} value={kind} data={kinds} onChange={choose} />
        {kind === 'refused' && <p className="soft small"><Trans>Not signing is the client’s right. The plan goes on; the refusal and its reason are kept and reported.</Trans></p>}
        <Select id={fieldId('by')} label={t`By whom?`} value={by} allowDeselect={false} data={[{ value: 'client', label: view.client.name }, { value: 'representative', label: t`Their representative` }]}
          onChange={(value) => set(value === 'representative' ? { by: 'representative', name: '' } : { by: 'client', name: view.client.name })} />
        <TextField path="name" label={t`Name, as signed`} value={name} optional={kind === 'refused' && by === 'client'} problem={problem} onChange={(event) => set({ name: event.currentTarget.value })} />
        {kind === 'refused' && <LongTextField path="reason" label={t`Why not?`} description={t`In the client’s words if you can.`} value={reason} problem={problem} onChange={(event) => set({ reason: event.currentTarget.value })} />}
        {kind === 'verbal' && <DayField path="expiresOn" label={t`Signature by`} description={t`Within 30 days`} value={expiresOn ?? ''} problem={problem} onChange={(event) => set({ expiresOn: event.currentTarget.value || null })} />}
        <Select label={t`How?`} value={method} allowDeselect={false} data={[{ value: 'in-person', label: t`In person` }, { value: 'on-paper', label: t`On paper` }, { value: 'on-screen', label: t`On screen` }, { value: 'by-phone', label: t`By phone` }]}
          onChange={(value) => set({ method: value === 'on-paper' || value === 'on-screen' || value === 'by-phone' ? value : 'in-person' })} />
        <TextField path="interpreter" label={t`Interpreter`} description={t`Name or number; leave it empty where none was needed.`} optional value={interpreter} problem={problem} onChange={(event) => set({ interpreter: event.currentTarget.value })} />
      </Form>
    </Card>
  )
}
