// The summary as it is read and printed: its sections with the facts of the day it was signed, and its digest.
import { createHash } from 'node:crypto'
import type { GoalOutcome, MeasuredOutcome, SummaryContent } from './closure.ts'

export interface ClosureDocument {
  agency: { name: string; address: string; phone: string; complaints: string }
  client: { name: string; birthDate: string | null; language: string | null }
  case: { number: string; programName: string; openedOn: string; activatedOn: string | null; closingOn: string | null }
  caseManager: { name: string; credentialLine: string }
  reason: string
  explanation: string
  clientView: string | null
  clientToldOn: string | null
  notToldBecause: string | null
  agreementWords: string
  course: string
  goals: GoalOutcome[]
  attainment: { goals: number; baseline: number | null; now: number | null }
  outcomes: MeasuredOutcome[]
  outcomesMissingReason: string
  services: SummaryContent['services']
  unmetNeeds: SummaryContent['unmetNeeds']
  selfManagement: string
  warningSigns: string
  aftercare: string
  reengagement: string
  checkOn: string | null
  disposition: string | null
  signature: { name: string; credentialLine: string; on: string } | null
}

/** SHA-256 of the document with its keys in order, so that it is the same after any storage. */
export function digestOf(document: ClosureDocument): Buffer {
  return createHash('sha256').update(inOrder(document)).digest()
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${inOrder(each)}`).join(',')}}`
}
