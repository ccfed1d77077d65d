// What an instrument is: a questionnaire in one version, with its licence and attribution. Licence gate of INV-23. Pure.
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { extensionUrl, part, type Questionnaire } from './questionnaire.ts'

/**
 * `free`: the text may be shown and copied. `licensed`: shown under a licence that is on file. `awaiting-licence`: known, not usable yet.
 * `score-only`: results may be kept, the questions may not be shown (practice model, Appendix C).
 */
export const LicenceStatus = z.enum(['free', 'licensed', 'awaiting-licence', 'score-only'])
export type LicenceStatus = z.infer<typeof LicenceStatus>

export type InstrumentKind = 'screen' | 'grid' | 'rubric' | 'comprehensive'
export type InstrumentStatus = 'active' | 'retired'

export interface Instrument {
  id: string
  url: string
  instrumentVersion: string
  title: string
  kind: InstrumentKind
  language: string
  /** Null when the items may not be kept: a score-only instrument. */
  questionnaire: Questionnaire | null
  licence: LicenceStatus
  licenceNote: string
  attribution: string
  mayRender: boolean
  requiredDomains: string[]
  scoreKeys: ScoreKey[]
  status: InstrumentStatus
  version: number
}
export interface ScoreKey {
  key: string
  title: string
  low: number
  high: number
}

export const mayRenderItems = (licence: LicenceStatus): boolean => licence === 'free' || licence === 'licensed'

const kinds: readonly InstrumentKind[] = ['screen', 'grid', 'rubric', 'comprehensive']
export function kindOf(questionnaire: Questionnaire): InstrumentKind {
  const said = part(questionnaire, extensionUrl.kind)?.valueCode
  return kinds.find((kind) => kind === said) ?? 'screen'
}

const note = z.string().trim().max(4000)
const scoreKey = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/),
  title: z.string().trim().min(1).max(200),
  low: z.number(),
  high: z.number(),
})

/** What an administrator says when bringing in a questionnaire: its licence and attribution are always asked. */
export const ImportedInstrument = z.object({
  id: z.uuid(),
  questionnaire: z.record(z.string(), z.unknown()),
  licence: LicenceStatus.exclude(['score-only']),
  licenceNote: note.default(''),
  attribution: note.min(1),
  acceptUnsupported: z.boolean().default(false),
})
export type ImportedInstrument = z.infer<typeof ImportedInstrument>

/** A licensed instrument whose questions may not be shown: only its name and its scores are known here. */
export const ScoreOnlyInstrument = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  instrumentVersion: z.string().trim().min(1).max(100),
  licenceNote: note.default(''),
  attribution: note.min(1),
  scores: z.array(scoreKey).min(1).max(30),
})
export type ScoreOnlyInstrument = z.infer<typeof ScoreOnlyInstrument>

/** What may change about an instrument in use: whether it is offered, and the licence it waited for. Its content never changes (INV-19). */
export const InstrumentChange = z.object({
  status: z.enum(['active', 'retired']).optional(),
  licence: z.literal('licensed').optional(),
  licenceNote: note.optional(),
})
export type InstrumentChange = z.infer<typeof InstrumentChange>

/** A licence arrives only for an instrument that waited for one, and says what it is. Refuses with `instrument.licence-not-awaited` and `instrument.no-licence-note`. */
export function changeInstrument(instrument: Instrument, { status, licence, licenceNote }: InstrumentChange): Instrument {
  if (licence && instrument.licence !== 'awaiting-licence')
    refuse('instrument.licence-not-awaited', `${instrument.title} does not wait for a licence. Bring in a new version instead.`)
  if (licence && !licenceNote?.trim())
    refuse('instrument.no-licence-note', 'Say which licence or written permission this is, from whom and from when.')
  const next = licence ?? instrument.licence
  return {
    ...instrument,
    status: status ?? instrument.status,
    licence: next,
    licenceNote: licenceNote ?? instrument.licenceNote,
    mayRender: mayRenderItems(next),
  }
}

/** Whether an assessment with this instrument may begin. Refuses with `instrument.retired`, `instrument.awaiting-licence`, `instrument.score-only`. */
export function mayBeAsked(instrument: Instrument): Questionnaire {
  if (instrument.status === 'retired')
    refuse('instrument.retired', `${instrument.title} is no longer offered here. Choose another version.`)
  if (instrument.licence === 'awaiting-licence')
    refuse(
      'instrument.awaiting-licence',
      `${instrument.title} waits for its licence. An administrator attaches it under Instruments.`,
    )
  return (
    instrument.questionnaire ??
    refuse(
      'instrument.score-only',
      `The questions of ${instrument.title} may not be shown. Ask them on the publisher’s form and record the score.`,
    )
  )
}
