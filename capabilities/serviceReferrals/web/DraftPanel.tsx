// A draft before it leaves: exactly what the receiver will see, the ground on which it may be told, and the way it goes.
import { useLingui } from '@lingui/react'
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { ChoiceField, fieldId, Form, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead } from '../../../web/reads.ts'
import { opensLink, ways, type Way } from '../codes.ts'
import type { Choices, ServiceReferralView } from '../view.actions.ts'
import { digestHex, makeCode } from './linkCode.ts'
import { PackageView } from './PackageView.tsx'
import { bodyOf, ReferralForm, type Draft } from './ReferralForm.tsx'
import classes from './services.module.css'
import { groundWords, wayWords, type Ground } from './serviceWords.ts'
import { useServicePaths, useServiceSave } from './useServices.ts'

export function DraftPanel({ view, onSent }: { view: ServiceReferralView; onSent: (code: string | null) => void }) {
  const [editing, setEditing] = useState(false)
  const { caseId } = useClient()
  const choices = useRead<Choices>(`/cases/${caseId}/service-referrals/choices`)
  return (
    <>
      <Card title={<Trans>What {view.referral.performerName} will see</Trans>} aside={view.mayWrite && <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}><Trans>Change it</Trans></Button>} padded>
        <PackageView sent={view.package} />
      </Card>
      {view.mayWrite && <Card title={<Trans>Send it</Trans>}><div className={classes.padded}><Reading of={choices}>{(offered) => <SendForm view={view} choices={offered} onSent={onSent} />}</Reading></div></Card>}
      <Modal opened={editing} onClose={() => setEditing(false)} title={<Trans>Change the draft</Trans>} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
        <Reading of={choices}>{(offered) => <Change view={view} choices={offered} onDone={() => setEditing(false)} />}</Reading>
      </Modal>
    </>
  )
}

function Change({ view, choices, onDone }: { view: ServiceReferralView; choices: Choices; onDone: () => void }) {
  const { referral } = view
  const { serviceId, serviceAtLocationId, performerName, performerEmail, performerPhone, supportMemberId, intent, serviceType, needId, goalId, priority, request, items } = referral
  const [draft, setDraft] = useState<Draft>({
    intent, serviceType, needId, goalId, priority, request, items, kind: referral.performerKind, service: serviceId ? { id: serviceId, at: serviceAtLocationId, name: performerName } : null,
    name: referral.performerKind === 'organization' ? performerName : '', email: performerEmail, phone: performerPhone, supportMemberId: supportMemberId ?? '',
  })
  const { save, saving, problem } = useServiceSave<object>('PATCH', `/${referral.id}`, onDone)
  const send = () => {
    const { intent: _, ...change } = bodyOf(draft)
    void save(change, { ifMatch: view.version })
  }
  return <ReferralForm draft={draft} set={(more) => setDraft({ ...draft, ...more })} choices={choices} isNew={false} problem={problem} saving={saving} saveLabel={t`Save`} onSave={send} />
}

const isGround = (value: string): value is Ground => value in groundWords
const grounds = Object.keys(groundWords).filter(isGround)

function SendForm({ view, choices, onSent }: { view: ServiceReferralView; choices: Choices; onSent: (code: string | null) => void }) {
  const { _ } = useLingui()
  const { referral } = view
  const { displayName } = useClient()
  const isInquiry = referral.intent === 'inquiry'
  const [way, setWay] = useState<Way>(referral.performerEmail && choices.canMail ? 'link-email' : 'link-printed')
  const [sentTo, setSentTo] = useState(referral.performerEmail || referral.performerName)
  const [ground, setGround] = useState<Ground>(choices.authorizations.length > 0 ? 'authorization' : 'treatment')
  const [consentId, setConsentId] = useState(choices.authorizations[0]?.id ?? '')
  const [explanation, setExplanation] = useState('')
  const { save, saving, problem } = useServiceSave<object, { mailed: boolean }>('POST', `/${referral.id}/sending`)
  const basis = isInquiry ? null : ground === 'authorization' ? { ground, consentId } : { ground, explanation }
  const send = async () => {
    const code = opensLink(way) ? makeCode() : null
    const sent = await save({ way, sentTo, basis, codeDigest: code && (await digestHex(code)) })
    if (!sent) return
    sayDone(sent.mailed ? t`Sent. The e-mail is on its way.` : t`Sent.`)
    onSent(sent.mailed ? null : code)
  }
  return (
    <Form onSave={() => void send()} saving={saving} problem={problem} saveLabel={isInquiry ? <Trans>Send the question</Trans> : <Trans>Send the referral</Trans>} others={<Withdraw view={view} />}>
      {!isInquiry && (
        <>
          <ChoiceField path="basis" label={t`On what ground may this be told?`} value={ground} problem={problem} data={grounds.map((value) => ({ value, label: _(groundWords[value]) }))} onChange={(value) => setGround(value && isGround(value) ? value : 'treatment')} />
          {ground === 'authorization' && (choices.authorizations.length === 0
            ? <p id={fieldId('basis.consentId')} className={classes.notice}><Trans>No authorization of {displayName} is in force.</Trans> <RecordOne /></p>
            : <ChoiceField path="basis.consentId" label={t`Which authorization`} value={consentId} problem={problem} data={choices.authorizations.map(({ id, recipients, information }) => ({ value: id, label: `${recipients.join(', ')}: ${information}`.slice(0, 120) }))} onChange={(value) => setConsentId(value ?? '')} />)}
          {ground !== 'authorization' && <TextField path="basis.explanation" label={t`What it rests on`} optional={ground !== 'required_by_law' && ground !== 'serious_threat'} value={explanation} problem={problem} onChange={(event) => setExplanation(event.currentTarget.value)} />}
        </>
      )}
      <ChoiceField path="way" label={t`How does it go?`} value={way} problem={problem} data={ways.map((value) => ({ value, label: _(wayWords[value]) }))} onChange={(value) => setWay(ways.find((each) => each === value) ?? 'phone')} />
      <TextField path="sentTo" label={way === 'link-email' ? t`To which e-mail address` : t`To whom`} value={sentTo} problem={problem} onChange={(event) => setSentTo(event.currentTarget.value)} />
      {opensLink(way) && <p className="soft small">{way === 'link-email' && choices.canMail ? <Trans>They get a link that works for 30 days. The e-mail itself says nothing about anybody.</Trans> : <Trans>You get a link and a code to hand over. It works for 30 days, until you take it back or the consent ends.</Trans>}</p>}
    </Form>
  )
}

function RecordOne() {
  const { clientId, caseId } = useClient()
  return <GoTo href={`/clients/${clientId}/consents?case=${caseId}`}><Trans>Record one</Trans></GoTo>
}

function Withdraw({ view }: { view: ServiceReferralView }) {
  const go = useGo()
  const paths = useServicePaths()
  const { save, saving } = useServiceSave('POST', `/${view.referral.id}/withdrawal`, () => go(paths.all))
  return <Button variant="subtle" color="red" loading={saving} onClick={() => void save({ to: 'entered-in-error' })}><Trans>Discard the draft</Trans></Button>
}
