// The HTTP surface of gaps: the report, and the same as a file.
import { read, type Route } from '../../platform/capability.ts'
import { gapFile, gapReport } from './gap.actions.ts'
import { GapQuestion } from './gap.ts'

export const gapRoutes: Route[] = [
  read('/gaps', 'read-gaps', gapReport, { query: GapQuestion, summary: 'What became of service referrals and what could not be met, as of a day, without small numbers' }),
  read('/gaps/file', 'read-gaps', gapFile, { query: GapQuestion, summary: 'The same figures as CSV' }),
]
