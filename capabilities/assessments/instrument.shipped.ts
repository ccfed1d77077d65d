// The instruments that come with the product: only texts that may be embedded (practice model, Appendix C). Each version has one fixed id.
import comprehensive from './instruments/comprehensive.json' with { type: 'json' }
import dailyLiving from './instruments/daily-living.json' with { type: 'json' }
import gad7 from './instruments/gad-7.json' with { type: 'json' }
import phq2 from './instruments/phq-2.json' with { type: 'json' }
import phq9 from './instruments/phq-9.json' with { type: 'json' }
import selfSufficiency from './instruments/self-sufficiency.json' with { type: 'json' }
import { domainsOf } from './comprehensive.ts'
import { kindOf, type Instrument } from './instrument.ts'
import { Questionnaire } from './questionnaire.ts'
import { scoreRules } from './score.ts'

export const shippedInstrumentIds = {
  comprehensive: '0190a000-0000-7000-8000-000000000001',
  phq2: '0190a000-0000-7000-8000-000000000002',
  phq9: '0190a000-0000-7000-8000-000000000003',
  gad7: '0190a000-0000-7000-8000-000000000004',
  dailyLiving: '0190a000-0000-7000-8000-000000000005',
  selfSufficiency: '0190a000-0000-7000-8000-000000000006',
} as const

/** The product's own forms are offered to every agency; their row is written the first time one is used. */
const made = (): readonly Instrument[] => [
  shipped(shippedInstrumentIds.comprehensive, comprehensive, 'Continuum’s own form.'),
  shipped(shippedInstrumentIds.phq2, phq2, 'Pfizer: no copyright restriction, no charge.'),
  shipped(shippedInstrumentIds.phq9, phq9, 'Pfizer: no copyright restriction, no charge.'),
  shipped(shippedInstrumentIds.gad7, gad7, 'Pfizer: no copyright restriction, no charge.'),
  shipped(shippedInstrumentIds.dailyLiving, dailyLiving, 'Continuum’s own form.'),
  shipped(shippedInstrumentIds.selfSufficiency, selfSufficiency, 'Continuum’s own form.'),
]
let read: readonly Instrument[] | undefined
/** Read and checked when the first one is asked for. */
export const shippedInstruments = (): readonly Instrument[] => (read ??= made())

function shipped(id: string, resource: unknown, licenceNote: string): Instrument {
  const questionnaire = Questionnaire.parse(resource)
  return {
    id,
    ...describe(questionnaire),
    licence: 'free',
    licenceNote,
    attribution: questionnaire.copyright ?? '',
    mayRender: true,
    status: 'active',
    version: 1,
  }
}

/** What a questionnaire says about itself, in the words of an instrument. */
export function describe(questionnaire: Questionnaire) {
  return {
    url: questionnaire.url ?? `urn:questionnaire:${questionnaire.name ?? questionnaire.title ?? 'unnamed'}`,
    instrumentVersion: questionnaire.version ?? '1',
    title: questionnaire.title ?? questionnaire.name ?? 'Untitled questionnaire',
    kind: kindOf(questionnaire),
    language: questionnaire.language ?? 'en',
    questionnaire,
    requiredDomains: domainsOf(questionnaire).map((domain) => domain.code),
    scoreKeys: scoreRules(questionnaire).map(({ key, title, low, high }) => ({ key, title, low, high })),
  }
}
