// Chooses a colleague: name, credential, and whether they may take cases today.
import { t } from '@lingui/core/macro'
import type { SelectProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField } from '../../../web/design/Form.tsx'
import { useRead } from '../../../web/reads.ts'

interface Colleague {
  id: string
  name: string
  credentialLine: string | null
  status: string
  roles: string[]
}
interface Props {
  path: string
  label: ReactNode
  value: string | null
  onChange: (staffId: string | null) => void
  problem?: Problem | null
  /** leave these out: who has it already */
  except?: string[]
  /** only people who hold one of these roles */
  roles?: string[]
  description?: SelectProps['description']
  optional?: boolean
}

export function StaffField({ except = [], roles, ...field }: Props) {
  const { data = [] } = useRead<Colleague[]>('/staff')
  const colleagues = data.filter((each) => each.status === 'active' && !except.includes(each.id) && (!roles || roles.some((role) => each.roles.includes(role))))
  const said = (each: Colleague) => (each.credentialLine ? `${each.name}, ${each.credentialLine}` : each.name)
  return <ChoiceField {...field} data={colleagues.map((each) => ({ value: each.id, label: said(each) }))} searchable nothingFoundMessage={t`Nobody of that name works here.`} />
}
