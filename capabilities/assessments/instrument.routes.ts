// The HTTP surface of instruments: what may be asked here, and the administrator's import, licence and retirement.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import {
  addScoreOnlyInstrument,
  importInstrument,
  instrumentLines,
  previewQuestionnaire,
  readInstrument,
  reviseInstrument,
} from './instrument.actions.ts'
import { ImportedInstrument, InstrumentChange, ScoreOnlyInstrument } from './instrument.ts'

const administration = '/administration/instruments'
const Preview = z.object({ questionnaire: z.record(z.string(), z.unknown()) })

export const instrumentRoutes: Route[] = [
  read('/instruments', 'read-assessments', (work) => instrumentLines(work), { summary: 'Instruments offered here' }),
  read(administration, 'manage-instruments', (work) => instrumentLines(work), { summary: 'Instruments, for the administrator' }),
  read(
    `${administration}/:instrumentId`,
    'manage-instruments',
    (work, _, { instrumentId }) => readInstrument(work, instrumentId),
    { summary: 'One instrument with its questions, where its licence allows' },
  ),
  write(`${administration}/preview`, 'manage-instruments', Preview, previewQuestionnaire, {
    summary: 'Read a FHIR Questionnaire without keeping it',
  }),
  write(administration, 'manage-instruments', ImportedInstrument, importInstrument, { summary: 'Bring in a FHIR Questionnaire' }),
  write(`${administration}/score-only`, 'manage-instruments', ScoreOnlyInstrument, addScoreOnlyInstrument, {
    summary: 'Add an instrument of which only scores are kept',
  }),
  change(
    `${administration}/:instrumentId`,
    'manage-instruments',
    InstrumentChange,
    (work, revision, { instrumentId }) => reviseInstrument(work, instrumentId, revision),
    { summary: 'Offer, retire, or attach the licence' },
  ),
]
