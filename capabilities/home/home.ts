// What the screen shows of the time one was away.
export interface Happened {
  id: string
  type: string
  subjectType: string
  subjectId: string
  staffId: string | null
  staffName: string | null
  occurredAt: string
  recordedAt: string
  caseId: string
  clientId: string
  clientName: string
  goalId: string | null
  details: Record<string, unknown>
}
export interface SinceYouLeft {
  since: string
  items: Happened[]
}
