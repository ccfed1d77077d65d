// What people do with instruments: see what is offered, bring one in, attach its licence, retire it.
import { announceAgency } from '../../platform/events.ts'
import { changed, notFound, refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { acceptReading, readQuestionnaire, type Unsupported } from './importing.ts'
import { describe, shippedInstruments } from './instrument.shipped.ts'
import {
  changeInstrument,
  mayRenderItems,
  type ImportedInstrument,
  type Instrument,
  type InstrumentChange,
  type ScoreOnlyInstrument,
} from './instrument.ts'
import { addInstrument, saveInstrument, storedInstrument, storedInstrumentLine, storedInstruments } from './instrument.store.ts'

/** Every instrument of the agency, shipped ones included, by title; the latest version of a title first. */
export async function instrumentsHere({ tx }: Work): Promise<Instrument[]> {
  const stored = await storedInstruments(tx)
  const known = new Set(stored.map((each) => each.id))
  return [...stored, ...shippedInstruments().filter((each) => !known.has(each.id))].toSorted(
    (a, b) => a.title.localeCompare(b.title) || b.instrumentVersion.localeCompare(a.instrumentVersion),
  )
}

/** What the lists show: everything about an instrument but its questions. */
export async function instrumentLines(work: Work) {
  return (await instrumentsHere(work)).map(({ questionnaire, ...line }) => ({
    ...line,
    description: questionnaire?.description ?? '',
  }))
}

/** The words of a shipped instrument never change under its id, so they are not fetched; its licence and state may. */
export async function findInstrument({ tx }: Work, id: string): Promise<Instrument> {
  const shipped = shippedInstruments().find((each) => each.id === id)
  if (shipped) return { ...shipped, ...(await storedInstrumentLine(tx, id)) }
  return (await storedInstrument(tx, id)) ?? notFound('instrument')
}

/** Questions leave the store only where the licence allows them to be shown (INV-23). */
export async function readInstrument(work: Work, id: string): Promise<Instrument> {
  const instrument = await findInstrument(work, id)
  return instrument.mayRender ? instrument : { ...instrument, questionnaire: null }
}

/** The instrument, written into the agency's record when it is a shipped one used for the first time. */
export async function keepInstrument(work: Work, id: string): Promise<Instrument> {
  const instrument = await findInstrument(work, id)
  if (shippedInstruments().some((each) => each.id === id)) await addInstrument(work.tx, instrument, { unlessThere: true })
  return instrument
}

/** Reads a questionnaire without keeping it: what would be asked, what could not be, which licence it claims. */
export async function previewQuestionnaire(_work: Work, { questionnaire }: { questionnaire: unknown }) {
  const { questionnaire: form, unsupported } = readQuestionnaire(questionnaire)
  const { title, url, instrumentVersion, language, kind, scoreKeys } = describe(form)
  return {
    title,
    url,
    instrumentVersion,
    language,
    kind,
    scoreKeys,
    copyright: form.copyright ?? '',
    questions: form,
    unsupported,
  }
}

/** Refuses with `instrument.not-a-questionnaire`, `instrument.unsupported`, `instrument.version-known` and `instrument.no-licence-note`. */
export async function importInstrument(
  work: Work,
  wanted: ImportedInstrument,
): Promise<Instrument & { unsupported: Unsupported[] }> {
  const reading = readQuestionnaire(wanted.questionnaire)
  const questionnaire = acceptReading(reading, wanted.acceptUnsupported)
  if (wanted.licence === 'licensed' && wanted.licenceNote === '')
    refuse('instrument.no-licence-note', 'Say which licence or written permission this is, from whom and from when.')
  const { licence, licenceNote, attribution } = wanted
  const instrument: Instrument = {
    id: wanted.id,
    ...describe(questionnaire),
    licence,
    licenceNote,
    attribution,
    mayRender: mayRenderItems(licence),
    status: 'active',
    version: 1,
  }
  await mustBeNew(work, instrument)
  await addInstrument(work.tx, instrument)
  await announceAgency(work, 'instrument.imported', { entity: 'instrument', id: instrument.id, version: 1 }, { licence })
  return { ...instrument, unsupported: reading.unsupported }
}

/** An instrument whose questions stay with its publisher: only its name and the scales of its scores are kept (INV-23). */
export async function addScoreOnlyInstrument(
  work: Work,
  { id, title, instrumentVersion, licenceNote, attribution, scores }: ScoreOnlyInstrument,
): Promise<Instrument> {
  const instrument: Instrument = {
    id,
    url: `urn:continuum:score-only:${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    instrumentVersion,
    title,
    kind: 'screen',
    language: 'en',
    questionnaire: null,
    licence: 'score-only',
    licenceNote,
    attribution,
    mayRender: false,
    requiredDomains: [],
    scoreKeys: scores,
    status: 'active',
    version: 1,
  }
  await mustBeNew(work, instrument)
  await addInstrument(work.tx, instrument)
  await announceAgency(work, 'instrument.added', { entity: 'instrument', id, version: 1 }, { licence: 'score-only' })
  return instrument
}

async function mustBeNew(work: Work, { url, instrumentVersion, title }: Instrument): Promise<void> {
  const there = (await instrumentsHere(work)).some((each) => each.url === url && each.instrumentVersion === instrumentVersion)
  if (there)
    refuse(
      'instrument.version-known',
      `${title}, version ${instrumentVersion}, is here already. A changed form or scoring needs a new version, so that earlier scores keep their meaning.`,
      { status: 409 },
    )
}

/** Offers it or retires it, or attaches the licence it waited for. */
export async function reviseInstrument(work: Work, id: string, change: InstrumentChange): Promise<Instrument> {
  const instrument = await keepInstrument(work, id)
  if (work.expectedVersion !== undefined && work.expectedVersion !== instrument.version) changed('instrument', instrument)
  const saved = await saveInstrument(work.tx, changeInstrument(instrument, change))
  await announceAgency(
    work,
    'instrument.revised',
    { entity: 'instrument', id, version: saved.version },
    { status: saved.status, licence: saved.licence },
  )
  return saved
}
