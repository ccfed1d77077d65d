// Filling in a consent of a kind: what is missing is said while writing; it is recorded, kept as a draft, or printed to be signed.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Group, SimpleGrid } from '@mantine/core'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { DayField, Form } from '../../../web/design/Form.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useDraft } from '../../../web/draft.ts'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { missingElements } from '../completeness.ts'
import type { JudgedConsent } from '../judged.ts'
import { ConsentContent, type ConsentKind } from '../consent.ts'
import { AuthorizationFields } from './AuthorizationFields.tsx'
import { emptyConsent, renewalOf } from './consentForm.ts'
import { kindWords, lackWords } from './consentWords.ts'
import { dayOf, GivenFields, type ConsentFields } from './GivenFields.tsx'

export interface Editing {
  kind: ConsentKind
  /** a kept draft that goes on, or the consent that a new one stands in for */
  draft?: JudgedConsent
  renews?: JudgedConsent
}

interface EditorProps {
  editing: Editing
  language: string
  onDone: () => void
}

export function ConsentEditor({ editing, language, onDone }: EditorProps) {
  const { kind, renews } = editing
  const { consent, fields, record, keep, save, keepDraft, done } = useConsentForm(editing, language, onDone)
  const missing = missingElements(consent)
  const isAuthorization = kind === 'hipaa_authorization'
  const asItIs = isAuthorization && missing.length > 0
  const problem = record.problem ?? keep.problem
  const others = (
    <>
      <Button variant="default" onClick={() => void done()}>
        <Trans>Cancel</Trans>
      </Button>
      {isAuthorization && (
        <Button variant="default" loading={keep.saving} onClick={() => void keepDraft(false)}>
          <Trans>Keep as draft</Trans>
        </Button>
      )}
      {isAuthorization && (
        <Button variant="default" onClick={() => void keepDraft(true)}>
          <Trans>Print to sign</Trans>
        </Button>
      )}
    </>
  )
  return (
    <Card padded title={kindWords(kind)} aside={renews && <Trans>in the place of the one before</Trans>}>
      <Form
        onSave={() => void save()}
        saving={record.saving}
        problem={problem}
        saveLabel={asItIs ? <Trans>Record as it is (defective)</Trans> : <Trans>Record</Trans>}
        others={others}
      >
        {isAuthorization ? <AuthorizationFields {...fields} /> : <SimpleFields {...fields} />}
        {missing.length > 0 && !problem && (
          <p role="status" className="soft">
            <Trans>Still missing:</Trans> {missing.map(lackWords).join(' ')}
          </p>
        )}
      </Form>
    </Card>
  )
}

/** The form's state and its ways out: recorded, kept as a draft, printed, or left. What is typed is kept in this browser meanwhile. */
function useConsentForm({ kind, draft, renews }: Editing, language: string, onDone: () => void) {
  const { clientId, displayName } = useClient()
  const { today } = useMe()
  const go = useGo()
  const path = `/clients/${clientId}/consents`
  const start = startOf({ kind, draft, renews }, { name: displayName, today, language })
  const key = `consent:${clientId}:${kind}:${draft?.id ?? renews?.id ?? 'new'}`
  const { value: consent, change, drop } = useDraft<ConsentContent>(key, start)
  const write = { renews: [clientId] }
  const record = useWrite<ConsentContent, JudgedConsent>(
    draft ? 'PATCH' : 'POST',
    draft ? `${path}/${draft.id}/signature` : path,
    write,
  )
  const keep = useWrite<ConsentContent, JudgedConsent>(
    draft ? 'PATCH' : 'POST',
    draft ? `${path}/${draft.id}` : `${path}/drafts`,
    write,
  )
  const fields: ConsentFields = { consent, problem: record.problem, change: (more) => change((now) => ({ ...now, ...more })) }
  const done = async () => {
    await drop()
    onDone()
  }
  const save = async () => {
    const saved = await record.save(consent, { ifMatch: draft?.version })
    if (!saved) return
    await done()
    sayDone(saved.standing === 'defective' ? t`Kept, but defective: nothing may be shared under it.` : t`Recorded.`)
  }
  const keepDraft = async (print: boolean) => {
    const kept = await keep.save({ ...consent, signedOn: null }, { ifMatch: draft?.version })
    if (!kept) return
    await done()
    if (print) go(`/clients/${clientId}/consents/print?consent=${kept.id}`)
  }
  return { consent, fields, record, keep, save, keepDraft, done }
}

function startOf({ kind, draft, renews }: Editing, from: { name: string; today: string; language: string }): ConsentContent {
  if (draft) return ConsentContent.parse({ ...draft, effectiveOn: null, signedOn: draft.signedOn ?? from.today })
  return renews ? renewalOf(renews, from.today) : emptyConsent(kind, from)
}

function SimpleFields(fields: ConsentFields) {
  const { consent, change } = fields
  const lasts = consent.kind !== 'role_disclosure' && consent.kind !== 'rights_notice'
  return (
    <>
      {consent.kind === 'communication_preference' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <YesNo label={t`Text messages?`} value={consent.textMessages} onChange={(textMessages) => change({ textMessages })} />
          <YesNo label={t`E-mail?`} value={consent.emailMessages} onChange={(emailMessages) => change({ emailMessages })} />
        </SimpleGrid>
      )}
      <GivenFields {...fields} />
      {lasts && (
        <DayField
          {...dayOf(fields, 'expiresOn')}
          label={t`Ends on`}
          optional
          description={t`The last day it holds. Left empty, it holds until revoked.`}
        />
      )}
    </>
  )
}

function YesNo({
  label,
  value,
  onChange,
}: {
  label: string
  value: 'yes' | 'no' | null
  onChange: (value: 'yes' | 'no') => void
}) {
  return (
    <Radio.Group label={label} value={value} onChange={(picked) => onChange(picked === 'yes' ? 'yes' : 'no')}>
      <Group mt={6}>
        <Radio value="yes" label={t`Welcome`} />
        <Radio value="no" label={t`No`} />
      </Group>
    </Radio.Group>
  )
}
