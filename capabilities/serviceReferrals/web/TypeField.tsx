// Choosing the kind of service.
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField } from '../../../web/design/Form.tsx'
import { serviceTypes, type ServiceType } from '../codes.ts'
import { typeWords } from './serviceWords.ts'

export function TypeField({ value, problem, onChange }: { value: string; problem: Problem | null; onChange: (type: ServiceType | '') => void }) {
  const { _ } = useLingui()
  return <ChoiceField path="serviceType" label={t`Kind of service`} searchable value={value || null} problem={problem} data={serviceTypes.map((type) => ({ value: type, label: _(typeWords[type]) }))} onChange={(chosen) => onChange(serviceTypes.find((type) => type === chosen) ?? '')} />
}
