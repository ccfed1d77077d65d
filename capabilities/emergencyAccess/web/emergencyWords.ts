// The words for reasons and verdicts of emergency access.
import { t } from '@lingui/core/macro'
import type { Emergency, ReasonCode } from '../emergency.ts'

export const reasonWords = (code: ReasonCode): string =>
  ({ 'client-in-danger': t`The client is in danger`, 'others-in-danger': t`Others are in danger`, 'medical-emergency': t`A medical emergency`, 'team-unreachable': t`Nobody of the team can be reached` })[code]

export const verdictWords = (verdict: NonNullable<Emergency['verdict']>): string =>
  ({ justified: t`It was justified`, 'not-justified': t`It was not justified`, 'follow-up': t`Something must follow` })[verdict]
