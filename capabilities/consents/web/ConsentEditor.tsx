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

export function ConsentEditor({
  editing: { kind, draft, renews },
  language,
  onDone,
}: {
  editing: Editing
  language: string
  onDone: () => void
}) {
  const { clientId, displayName } = useClient()
  const { today } = useMe()
  const go = useGo()
  const start = draft
    ? ConsentContent.parse({ ...draft, effectiveOn: null, signedOn: draft.signedOn ?? today })
    : renews
      ? renewalOf(renews, today)
      : emptyConsent(kind, { name: displayName, today, language })
  const {
    value: consent,
    change: changeDraft,
    drop,
  } = useDraft<ConsentContent>(`consent:${clientId}:${kind}:${draft?.id ?? renews?.id ?? 'new'}`, start)
  const path = `/clients/${clientId}/consents`
  const record = useWrite<ConsentContent, JudgedConsent>(
    draft ? 'PATCH' : 'POST',
    draft ? `${path}/${draft.id}/signature` : path,
    { renews: [clientId] },
  )
  const keep = useWrite<ConsentContent, JudgedConsent>(
    draft ? 'PATCH' : 'POST',
    draft ? `${path}/${draft.id}` : `${path}/drafts`,
    { renews: [clientId] },
  )
  const missing = missingElements(consent)
  const fields: ConsentFields = {
    consent,
    problem: record.problem,
    change: (more) => changeDraft((now) => ({ ...now, ...more })),
  }
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
  const keepAndPrint = async (print: boolean) => {
    const kept = await keep.save({ ...consent, signedOn: null, method: consent.method }, { ifMatch: draft?.version })
    if (!kept) return
    await done()
    if (print) go(`/clients/${clientId}/consents/print?consent=${kept.id}`)
  }
  const isAuthorization = kind === 'hipaa_authorization'
  return (
    <Card padded title={kindWords(kind)} aside={renews && <Trans>in the place of the one before</Trans>}>
      <Form
        onSave={() => void save()}
        saving={record.saving}
        problem={record.problem ?? keep.problem}
        saveLabel={isAuthorization && missing.length > 0 ? <Trans>Record as it is (defective)</Trans> : <Trans>Record</Trans>}
        others={
          <>
            <Button variant="default" onClick={() => void done()}>
              <Trans>Cancel</Trans>
            </Button>
            {isAuthorization && (
              <Button variant="default" loading={keep.saving} onClick={() => void keepAndPrint(false)}>
                <Trans>Keep as draft</Trans>
              </Button>
            )}
            {isAuthorization && (
              <Button variant="default" onClick={() => void keepAndPrint(true)}>
                <Trans>Print to sign</Trans>
              </Button>
            )}
          </>
        }
      >
        {isAuthorization ? <AuthorizationFields {...fields} /> : <SimpleFields {...fields} />}
        {missing.length > 0 && (
          <p role="status" className="soft">
            <Trans>Still missing:</Trans> {missing.map(lackWords).join(' ')}
          </p>
        )}
      </Form>
    </Card>
  )
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
