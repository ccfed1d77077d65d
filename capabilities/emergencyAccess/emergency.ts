// Opening a record in an emergency: for which reasons, how long, and how it is looked at afterwards (M13, practice-model U23). Rules only.
import { z } from 'zod'

export const reasonCodes = ['client-in-danger', 'others-in-danger', 'medical-emergency', 'team-unreachable'] as const
export type ReasonCode = (typeof reasonCodes)[number]
export const longestMinutes = 240
/** The review is due within two business days (U23). */
export const reviewBusinessDays = 2

/** Whole name and exact birth date, because an emergency is no reason to browse. */
export const EmergencySearch = z.object({ name: z.string().trim().min(2, 'Write the whole name.').max(200), birthDate: z.iso.date('Write the whole birth date.') })
export type EmergencySearch = z.infer<typeof EmergencySearch>

export const OpenInEmergency = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  reasonCode: z.enum(reasonCodes),
  reason: z.string().trim().min(10, 'Say in a sentence what is happening.').max(1000),
  minutes: z.number().int().min(15).max(longestMinutes, 'Four hours at most. It can be opened again, with a new reason.').default(60),
  password: z.string().max(1000).default(''),
})
export type OpenInEmergency = z.infer<typeof OpenInEmergency>

export const verdicts = ['justified', 'not-justified', 'follow-up'] as const
export const EmergencyReview = z.object({ id: z.uuid().optional(), verdict: z.enum(verdicts), words: z.string().trim().min(3, 'Say what you found.').max(2000) })
export type EmergencyReview = z.infer<typeof EmergencyReview>

export interface Emergency {
  id: string
  staffId: string
  staffName: string | null
  clientId: string
  /** Null where the reader may not know the client: the sealed stay unobservable to reviewers too (INV-02). */
  clientName: string | null
  reasonCode: ReasonCode
  reason: string
  fromAt: string
  untilAt: string
  endedAt: string | null
  version: number
  told: string[]
  verdict: (typeof verdicts)[number] | null
  words: string | null
  reviewedAt: string | null
  reviewedByName: string | null
}
export interface FoundInEmergency { id: string; displayName: string; birthDate: string | null }

/** In force from its beginning until its end, its time, whichever is first; the end itself is outside. */
export const inForce = ({ fromAt, untilAt, endedAt }: Pick<Emergency, 'fromAt' | 'untilAt' | 'endedAt'>, now: string): boolean => {
  const at = Date.parse(now)
  return endedAt === null && Date.parse(fromAt) <= at && at < Date.parse(untilAt)
}
