// Which special protection a row has, as bits and as words; who says so. Rules only (M7; the six labels of practice-model's segmentation).
import { z } from 'zod'

/** In the order of their bits: 1 is substance use (42 CFR part 2), 32 legal privilege. */
export const labels = ['substance-use', 'mental-health', 'hiv', 'domestic-violence', 'minor-consented', 'legal-privilege'] as const
export type Label = (typeof labels)[number]
export const labelSources = ['program', 'client', 'clinician', 'law', 'document', 'error'] as const
export const labelledKinds = ['client', 'case', 'contact', 'assessment', 'file', 'consent'] as const
export type LabelledKind = (typeof labelledKinds)[number]

export const bitOf = (label: Label): number => 1 << labels.indexOf(label)
export const maskOf = (chosen: readonly Label[]): number => chosen.reduce((mask, label) => mask | bitOf(label), 0)
export const labelsIn = (mask: number): Label[] => labels.filter((label) => (mask & bitOf(label)) !== 0)

const Reason = z.string().trim().min(3, 'Say why.').max(500)
export const SetLabels = z.object({
  id: z.uuid().optional(),
  kind: z.enum(labelledKinds),
  entityId: z.uuid(),
  labels: z.array(z.enum(labels)).max(labels.length),
  /** who says so */
  source: z.enum(labelSources),
  reason: Reason,
})
export type SetLabels = z.infer<typeof SetLabels>

export const NewClearance = z.object({ id: z.uuid().optional(), label: z.enum(labels), reason: Reason })
export type NewClearance = z.infer<typeof NewClearance>

/** An end of a clearance says why. */
export const EndingClearance = z.object({ reason: Reason })
export type EndingClearance = z.infer<typeof EndingClearance>

export interface LabelledRow { kind: string; id: string; caseId: string | null; labels: Label[]; source: string | null }
export interface LabelChange { id: string; kind: string; entityId: string; before: Label[]; after: Label[]; source: string; reason: string; setAt: string; setByName: string | null }
export interface Clearance { id: string; label: Label; reason: string; fromAt: string; grantedByName: string | null; untilAt: string | null; endedByName: string | null; endReason: string | null }
export interface ClearanceOfPerson extends Clearance { staffId: string; staffName: string }
