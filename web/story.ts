// How a capability tells its own events in the story: one line of words per event type.
import type { ReactNode } from 'react'

export interface StoryEvent {
  id: string
  type: string
  subjectType: string
  subjectId: string
  staffId: string | null
  staffName: string | null
  occurredAt: string
  recordedAt: string
  caseId: string | null
  goalId: string | null
  details: Record<string, unknown>
}
/** moved = something improved or was met; agreement = signatures and consent; caution = needs care; late = unsafe or overdue */
export type StoryTone = 'plain' | 'brand' | 'moved' | 'agreement' | 'caution' | 'late'
export interface StoryLine { tone: StoryTone; text: ReactNode; detail?: ReactNode; href?: string }
export type StoryLines = Record<string, (event: StoryEvent) => StoryLine>
