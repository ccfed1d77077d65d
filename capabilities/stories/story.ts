// The story of a client: which kinds of entries there are, how one asks for a part of it, and where the next page begins. Rules only.
import { z } from 'zod'
import { isCivilDate } from '../../platform/time/civil.ts'
import type { Label } from '../labels/label.ts'

/** What a person filters by, and the event types that belong to it (the part before the dot). */
export const kinds = {
  contacts: ['contact'],
  assessments: ['assessment', 'screen', 'score', 'safety', 'instrument'],
  plan: ['plan', 'goal', 'need', 'barrier', 'intervention', 'service', 'service-referral'],
  status: ['case', 'closure', 'referral', 'file'],
  people: ['client', 'support', 'household', 'contact-point', 'address', 'identifier', 'demographic', 'risk', 'safe-contact', 'exclusion', 'emergency-access'],
  consents: ['consent'],
  tasks: ['task'],
} as const
export type StoryKind = keyof typeof kinds
export const storyKinds = z.enum(['contacts', 'assessments', 'plan', 'status', 'people', 'consents', 'tasks'])

const day = z.string().refine(isCivilDate, 'Choose a day.')
export const StoryQuery = z.object({
  case: z.uuid().optional(),
  kind: storyKinds.optional(),
  /** who did it */
  staff: z.uuid().optional(),
  goal: z.uuid().optional(),
  /** civil days, both included */
  from: day.optional(),
  until: day.optional(),
  after: z.string().max(120).optional(),
})
export type StoryQuery = z.infer<typeof StoryQuery>

export interface Place { occurredAt: string; id: string }

/** Where a page ended, as one word for the address. */
export const placeText = ({ occurredAt, id }: Place): string => `${occurredAt}_${id}`

export function readPlace(text: string | undefined): Place | null {
  const [occurredAt = '', id = ''] = (text ?? '').split('_')
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(occurredAt)) ? { occurredAt, id } : null
}

export const pageSize = 40

export interface StoryEntry {
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
  /** special protection of what it tells of */
  labels: Label[]
  details: Record<string, unknown>
}

/** One person on one day: looked at the record, or changed it. */
export interface Look {
  staffId: string | null
  staffName: string | null
  on: string
  lastAt: string
  times: number
  changed: boolean
  /** pages and acts, the most telling first */
  acts: string[]
}
