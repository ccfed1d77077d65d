// The chart of the client in view, read once for the frame and every tab that wants more than useClient() tells.
import { t } from '@lingui/core/macro'
import { useParam, useSearchParam } from '../../../web/address.ts'
import { useRead } from '../../../web/reads.ts'
import type { Chart } from '../chart.actions.ts'
import { chartPath } from './readAhead.ts'

export type { Chart }
export type CaseChart = NonNullable<Chart['inView']>

export function useChart() {
  const clientId = useParam('clientId')
  const [caseId] = useSearchParam('case')
  return useRead<Chart>(chartPath(clientId), { query: { case: caseId }, keepPrevious: true })
}

export type Subject = 'she' | 'he' | 'they' | null

/** 'she/her' → 'she'; anything the product has no words for → null, and the name is used. */
export function subjectOf(pronouns: string | null): Subject {
  const first = (pronouns ?? '').trim().toLowerCase().split(/[/ ,]/)[0]
  return first === 'she' || first === 'he' || first === 'they' ? first : null
}

export const firstName = (displayName: string): string => displayName.split(' ')[0] ?? displayName

export const wantsWords = (subject: Subject, name: string): string =>
  subject === 'she' ? t`What she wants` : subject === 'he' ? t`What he wants` : subject === 'they' ? t`What they want` : t`What ${name} wants`

export const aroundWords = (subject: Subject, name: string): string =>
  subject === 'she' ? t`Around her` : subject === 'he' ? t`Around him` : subject === 'they' ? t`Around them` : t`Around ${name}`
