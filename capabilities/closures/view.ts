// What the Closure screen reads: where the case stands, what is missing, the summary and its document. Types only.
import type { Missing } from '../../platform/refusal.ts'
import type { SummaryContent, SummaryStatus, TimeSpent } from './closure.ts'
import type { ClosureDocument } from './document.ts'

export interface SignedSummary {
  id: string
  status: SummaryStatus
  digest: string | null
  signedAt: string | null
  signedByName: string | null
  signedOffAt: string | null
  signedOffByName: string | null
  signOffNote: string
  returnedAt: string | null
  returnedByName: string | null
  returnNote: string | null
}
export interface ClosureView {
  status: string
  reason: string | null
  explanation: string | null
  closingOn: string | null
  closedOn: string | null
  /** Civil day by which the summary is signed; null before closing began. */
  dueOn: string | null
  /** Null until something was written. */
  summary: SignedSummary | null
  version: number
  content: SummaryContent
  time: TimeSpent
  missing: Missing[]
  document: ClosureDocument
  may: { write: boolean; decide: boolean; close: boolean }
}
