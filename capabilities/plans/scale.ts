// Goal Attainment Scaling: five written levels, one weight, one baseline, and the T-score over several goals (INV-27).
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'

export const levels = [-2, -1, 0, 1, 2] as const
export const Level = z.literal(levels)
export type Level = z.infer<typeof Level>

export const Scorer = z.enum(['client', 'practitioner', 'caregiver'])
export type Scorer = z.infer<typeof Scorer>

/** LOINC codes of a Goal Attainment Scaling score by who gave it, and of the baseline (HL7 Person-Centered Outcomes). */
export const scoreCodes: Record<Scorer | 'baseline', string> = {
  client: '107334-5',
  practitioner: '107333-7',
  caregiver: '107331-1',
  baseline: '112296-9',
}

/** How strongly the goals of one person are taken to move together (Kiresuk and Sherman). */
export const correlation = 0.3

const levelText = z.string().trim().min(1, 'Describe what this level looks like.').max(300)

/** What each level looks like, from −2 (much less than hoped) by 0 (as hoped) to +2 (much more than hoped). */
export const LevelTexts = z
  .tuple([levelText, levelText, levelText, levelText, levelText])
  .refine((texts) => new Set(texts.map((text) => text.toLowerCase())).size === 5, 'Each level needs its own description.')
export type LevelTexts = z.infer<typeof LevelTexts>

export const NewScale = z.object({ texts: LevelTexts, weight: z.number().int().min(1).max(10).default(1) })
export type NewScale = z.infer<typeof NewScale>

export const Baseline = z.object({ level: Level, scoredBy: Scorer.default('practitioner') })
export type Baseline = z.infer<typeof Baseline>

export interface Scale extends NewScale {
  id: string
  revision: number
  baseline: Level | null
  baselineOn: string | null
  baselineBy: Scorer | null
}

/** What the person is like at this level, in the words agreed. */
export const textOf = (texts: readonly string[], level: Level): string => texts[level + 2] ?? ''

/** INV-27: what the five levels say is settled with the baseline. Refuses `goal.baseline-already-set`. */
export function setBaseline(scale: Scale, { level, scoredBy }: Baseline, today: string): Scale {
  if (scale.baseline !== null)
    refuse('goal.baseline-already-set', 'The baseline of this scale is set. To change the levels, write a new version of the scale.')
  return { ...scale, baseline: level, baselineOn: today, baselineBy: scoredBy }
}

/**
 * INV-27: a scale without a baseline is rewritten in place; once the baseline is set, changed wording is a new version
 * of the goal's scale, which starts without a baseline, and earlier scores keep the wording they were given against.
 */
export function rescale(current: Scale | null, wanted: NewScale): NewScale & { revision: number; replaces: boolean } {
  if (!current) return { ...wanted, revision: 1, replaces: false }
  const settled = current.baseline !== null
  return { ...wanted, revision: settled ? current.revision + 1 : current.revision, replaces: settled }
}

/**
 * T = 50 + 10·Σ(wx) / √((1−ρ)·Σw² + ρ·(Σw)²), ρ = 0.3, in hundredths; 50 is “as hoped” on every goal (INV-27, SC-07 A1).
 * Null when no goal has a level: there is nothing to say, which is not 50.
 */
export function tScore(goals: readonly { weight: number; level: number }[]): number | null {
  if (goals.length === 0) return null
  const sum = (value: (goal: { weight: number; level: number }) => number) => goals.reduce((total, goal) => total + value(goal), 0)
  const weights = sum(({ weight }) => weight)
  const spread = Math.sqrt((1 - correlation) * sum(({ weight }) => weight ** 2) + correlation * weights ** 2)
  return Math.round((50 + (10 * sum(({ weight, level }) => weight * level)) / spread) * 100) / 100
}

/** T at the baseline and now, over the goals that have a scale with a baseline; a goal not scored since stands at its baseline. */
export function attainment(goals: readonly { scale: Scale | null; level: Level | null }[]) {
  const scaled = goals.flatMap(({ scale, level }) =>
    scale && scale.baseline !== null ? [{ weight: scale.weight, baseline: scale.baseline, level: level ?? scale.baseline }] : [],
  )
  return {
    goals: scaled.length,
    baseline: tScore(scaled.map(({ weight, baseline }) => ({ weight, level: baseline }))),
    now: tScore(scaled),
  }
}
