// Scores, safety concerns and their responses: rows that are only ever added.
import type { ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import type { ConcernWithResponse, SafetyConcern, SafetyResponse, StoredScore } from './record.ts'

type Added<T> = ColumnType<T, T, never>
type Given<T> = ColumnType<T, T | undefined, never>
type ScoreTable = { [K in keyof StoredScore]: Added<StoredScore[K]> } & { caseId: Added<string>; renders: Added<boolean> }
interface ConcernTable extends Omit<SafetyConcern, 'raisedAt' | 'raisedBy'> {
  caseId: Added<string>
  raisedAt: Given<string>
  raisedBy: Given<string>
}
interface SafetyResponseTable extends Omit<SafetyResponse, 'signedAt' | 'signedBy'> {
  caseId: Added<string>
  signedAt: Given<string>
  signedBy: Given<string>
}
declare module '../../platform/db.ts' {
  interface Tables {
    assessmentScore: ScoreTable
    safetyConcern: ConcernTable
    safetyResponse: SafetyResponseTable
  }
}

export async function addScores(
  tx: Tx,
  of: { caseId: string; renders: boolean },
  scores: readonly Omit<StoredScore, 'id'>[],
): Promise<void> {
  if (scores.length === 0) return
  await tx
    .insertInto('assessmentScore')
    .values(
      scores.map(({ band, rawAnswers, ...score }) => ({
        id: newId(),
        ...of,
        ...score,
        band: band && json(band),
        rawAnswers: rawAnswers && json(rawAnswers),
      })),
    )
    .execute()
}

/** Every score of the person that the reader may see, as it stands after corrections, earliest first. */
export async function scoresOf(tx: Tx, clientId: string): Promise<(StoredScore & { assessedOn: string })[]> {
  const rows = await tx
    .selectFrom('assessmentScore')
    .innerJoin('assessment', 'assessment.id', 'assessmentScore.assessmentId')
    .innerJoin('caseLabel', 'caseLabel.id', 'assessment.caseId')
    .select([
      'assessmentScore.id',
      'assessmentScore.assessmentId',
      'assessmentScore.instrumentId',
      'key',
      'value',
      'scorable',
      'missing',
      'prorated',
      'band',
      'rawAnswers',
      'amendment',
      'assessment.assessedOn',
    ])
    .where('caseLabel.clientId', '=', clientId)
    .where('assessment.status', 'in', ['completed', 'amended'])
    .orderBy('assessment.assessedOn')
    .orderBy('assessment.completedAt')
    .orderBy('amendment')
    .execute()
  const standing = new Map(rows.map((row) => [`${row.assessmentId} ${row.key}`, row]))
  return [...standing.values()]
}

/** Every score ever made of one assessment, corrections included. */
export const scoresEverMade = (tx: Tx, assessmentId: string): Promise<StoredScore[]> =>
  tx
    .selectFrom('assessmentScore')
    .select([
      'id',
      'assessmentId',
      'instrumentId',
      'key',
      'value',
      'scorable',
      'missing',
      'prorated',
      'band',
      'rawAnswers',
      'amendment',
    ])
    .where('assessmentId', '=', assessmentId)
    .orderBy('key')
    .orderBy('amendment')
    .execute()

export async function addConcern(
  tx: Tx,
  caseId: string,
  { answer, ...concern }: Omit<SafetyConcern, 'raisedAt' | 'raisedBy'>,
): Promise<void> {
  await tx
    .insertInto('safetyConcern')
    .values({ caseId, ...concern, answer: json(answer) })
    .execute()
}

export async function concernsOf(tx: Tx, assessmentIds: readonly string[]): Promise<ConcernWithResponse[]> {
  if (assessmentIds.length === 0) return []
  const [concerns, responses] = await Promise.all([
    tx
      .selectFrom('safetyConcern')
      .leftJoin('staffLabel', 'staffLabel.id', 'safetyConcern.raisedBy')
      .select([
        'safetyConcern.id',
        'assessmentId',
        'linkId',
        'concern',
        'answer',
        'raisedAt',
        'raisedOn',
        'raisedBy',
        'staffLabel.name as raisedByName',
      ])
      .where('assessmentId', 'in', assessmentIds)
      .orderBy('raisedAt')
      .execute(),
    tx
      .selectFrom('safetyResponse')
      .innerJoin('safetyConcern', 'safetyConcern.id', 'safetyResponse.concernId')
      .leftJoin('staffLabel', 'staffLabel.id', 'signedBy')
      .select([
        'safetyResponse.id',
        'concernId',
        'actions',
        'spokeWith',
        'narrative',
        'signedAt',
        'signedBy',
        'staffLabel.name as signedByName',
      ])
      .where('safetyConcern.assessmentId', 'in', assessmentIds)
      .execute(),
  ])
  return concerns.map((concern) => ({ ...concern, response: responses.find((each) => each.concernId === concern.id) ?? null }))
}

export async function addSafetyResponse(
  tx: Tx,
  caseId: string,
  response: Omit<SafetyResponse, 'signedAt' | 'signedBy'>,
): Promise<void> {
  await tx
    .insertInto('safetyResponse')
    .values({ caseId, ...response })
    .execute()
}
