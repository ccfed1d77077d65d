// A new service referral, from a need, a goal or the directory: written as a draft first; nothing leaves before it was previewed.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGo, useSearchParam } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useRead } from '../../../web/reads.ts'
import { areaOf, minimumNecessary, serviceTypes } from '../codes.ts'
import type { ServiceReferral } from '../serviceReferral.ts'
import type { Choices } from '../view.actions.ts'
import { bodyOf, ReferralForm, type Draft } from './ReferralForm.tsx'
import classes from './services.module.css'
import { useServicePaths, useServiceSave } from './useServices.ts'

export default function NewServiceReferral() {
  const { caseId } = useClient()
  const choices = useRead<Choices>(`/cases/${caseId}/service-referrals/choices`, { enabled: caseId !== null })
  return (
    <div style={{ maxWidth: 720 }}>
      <Card title={<Trans>New service referral</Trans>}>
        <div className={classes.padded}><Reading of={choices} lines={8}>{(offered) => <Begin choices={offered} />}</Reading></div>
      </Card>
    </div>
  )
}

function Begin({ choices }: { choices: Choices }) {
  const [needId] = useSearchParam('need')
  const [goalId] = useSearchParam('goal')
  const [type] = useSearchParam('type')
  const [serviceId] = useSearchParam('service')
  const [at] = useSearchParam('at')
  const go = useGo()
  const paths = useServicePaths()
  const need = choices.needs.find(({ id }) => id === needId)
  const [draft, setDraft] = useState<Draft>({
    intent: 'referral', kind: serviceId ? 'service' : 'organization', service: serviceId ? { id: serviceId, at: at || null, name: '' } : null, name: '', email: '', phone: '', supportMemberId: '',
    serviceType: serviceTypes.find((each) => each === type) ?? serviceTypes.find((each) => need && areaOf[each] === need.domain) ?? '', needId: need?.id ?? null,
    goalId: choices.goals.find(({ id }) => id === goalId)?.id ?? null, priority: 'routine', request: '', items: [...minimumNecessary],
  })
  const [id] = useState(newId)
  const { save, saving, problem } = useServiceSave<object, ServiceReferral>('POST', '', (drafted) => go(paths.one(drafted.id)))
  return (
    <ReferralForm draft={draft} set={(more) => setDraft({ ...draft, ...more })} choices={choices} isNew problem={problem} saving={saving} saveLabel={t`Preview it`}
      onSave={() => void save({ id, ...bodyOf(draft) })} others={<Button variant="default" onClick={() => go(paths.all)}><Trans>Cancel</Trans></Button>} />
  )
}
