// What a list of things that need a person holds; the order is in task.ts, the query in worklist.store.ts.
import type { Task } from './task.ts'

export interface WorklistItem extends Pick<Task, 'id' | 'rule' | 'title' | 'params' | 'aboutType' | 'aboutId' | 'clientId' | 'caseId' | 'staffId' | 'role' | 'dueOn' | 'priority' | 'snoozedUntil' | 'version'> {
  clientName: string | null
  pronouns: string | null
  caseNumber: string | null
  askedBy: string | null
}
export interface Counts {
  open: number
  safety: number
  late: number
  today: number
  /** The next day after today on which something is due. */
  nextDueOn: string | null
}
export interface Page {
  items: WorklistItem[]
  after: string | null
}

/** The answer of GET /tasks/mine. */
export interface Worklist extends Page {
  counts: Counts
  today: string
}
