// The tables of assessments, answers, findings and amendments. Nothing else in the product reads or writes them.
import { sql, type ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Answers, Response } from './answer.ts'
import type { Assessment } from './assessment.ts'
import type { DomainDraft, DomainFinding } from './comprehensive.ts'

type Fixed<T> = ColumnType<T, T, never>
type Given<T> = ColumnType<T, T | undefined, never>
type Raised = ColumnType<number, number | undefined, number>
export interface StoredResponse extends Response {
  linkId: string
  source: string
  answeredAt: string
  answeredBy: string
  version: number
}
export interface StoredAmendment {
  id: string
  number: number
  linkId: string | null
  domain: string | null
  before: Response | DomainDraft | null
  after: Partial<Response & DomainDraft>
  reason: string
  recordedAt: string
  recordedBy: string
}
declare module '../../platform/db.ts' {
  interface Tables {
    assessment: { [K in keyof Assessment]: K extends 'version' ? Raised : K extends 'beganAt' ? Given<string> : Assessment[K] }
    assessmentResponse: Omit<StoredResponse, 'linkId' | 'version' | 'answeredBy'> & {
      agencyId: Given<string>
      id: Fixed<string>
      caseId: Fixed<string>
      assessmentId: Fixed<string>
      linkId: Fixed<string>
      answeredBy: ColumnType<string, string | undefined, string>
      version: Raised
    }
    domainFinding: Omit<DomainFinding, 'version'> & {
      agencyId: Given<string>
      caseId: Fixed<string>
      assessmentId: Fixed<string>
      version: Raised
    }
    assessmentAmendment: Omit<StoredAmendment, 'recordedAt' | 'recordedBy'> & {
      caseId: Fixed<string>
      assessmentId: Fixed<string>
      recordedAt: Given<string>
      recordedBy: Given<string>
    }
  }
}

const columns = [
  'id',
  'caseId',
  'instrumentId',
  'renders',
  'reason',
  'mode',
  'place',
  'language',
  'interpreter',
  'interpreterReference',
  'people',
  'status',
  'assessedOn',
  'assessedZone',
  'beganAt',
  'completedAt',
  'completedOn',
  'completedBy',
  'endReason',
  'version',
] as const
const responseColumns = ['linkId', 'answer', 'notAskedReason', 'source', 'answeredAt', 'answeredBy', 'version'] as const
const findingColumns = [
  'id',
  'domain',
  'outcome',
  'strengths',
  'limitations',
  'narrative',
  'conclusion',
  'completedAt',
  'completedOn',
  'completedBy',
  'version',
] as const

export async function addAssessment(tx: Tx, { people, ...row }: Omit<Assessment, 'version' | 'beganAt'>): Promise<Assessment> {
  return tx
    .insertInto('assessment')
    .values({ ...row, people: json(people) })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function findAssessment(tx: Tx, caseId: string, id: string): Promise<Assessment> {
  const found = await tx
    .selectFrom('assessment')
    .select(columns)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? notFound('assessment')
}

/** The assessment, held until this transaction ends: answers and completion wait for each other. */
export async function holdAssessment(tx: Tx, caseId: string, id: string): Promise<Assessment> {
  const found = await tx
    .selectFrom('assessment')
    .select(columns)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return found ?? notFound('assessment')
}

export async function saveAssessment(
  tx: Tx,
  { id, version }: Assessment,
  changes: Partial<Omit<Assessment, 'id' | 'version' | 'people' | 'beganAt'>>,
  people?: Assessment['people'],
): Promise<Assessment> {
  const saved = await tx
    .updateTable('assessment')
    .set({ ...changes, ...(people && { people: json(people) }), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return saved ?? changed('assessment', await tx.selectFrom('assessment').select(columns).where('id', '=', id).executeTakeFirst())
}

export const openAssessmentWith = (tx: Tx, caseId: string, instrumentId: string): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('assessment')
    .select('id')
    .where('caseId', '=', caseId)
    .where('instrumentId', '=', instrumentId)
    .where('status', '=', 'in-progress')
    .executeTakeFirst()

export const responsesOf = (tx: Tx, assessmentId: string): Promise<StoredResponse[]> =>
  tx.selectFrom('assessmentResponse').select(responseColumns).where('assessmentId', '=', assessmentId).execute()

export const answersFrom = (responses: readonly StoredResponse[]): Answers =>
  Object.fromEntries(responses.map((each) => [each.linkId, each]))

export interface Answering {
  caseId: string
  assessmentId: string
  linkId: string
  given: Response & { source: string; seenVersion: number }
  at: string
  by: string
}
/** One answer in its place. Refuses with `answer.changed` when a colleague's newer answer is there, and shows it. */
export async function saveResponse(
  tx: Tx,
  { caseId, assessmentId, linkId, given: { answer, notAskedReason, source, seenVersion }, at, by }: Answering,
): Promise<StoredResponse> {
  const said = { answer: answer && json(answer), notAskedReason, source, answeredAt: at, answeredBy: by }
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('assessmentResponse')
          .values({ id: newId(), caseId, assessmentId, linkId, ...said })
          .onConflict((there) => there.columns(['agencyId', 'assessmentId', 'linkId']).doNothing())
          .returning(responseColumns)
          .executeTakeFirst()
      : await tx
          .updateTable('assessmentResponse')
          .set({ ...said, version: seenVersion + 1 })
          .where('assessmentId', '=', assessmentId)
          .where('linkId', '=', linkId)
          .where('version', '=', seenVersion)
          .returning(responseColumns)
          .executeTakeFirst()
  return (
    saved ??
    changed(
      'answer',
      (await responsesOf(tx, assessmentId)).find((each) => each.linkId === linkId),
    )
  )
}

export const findingsOf = (tx: Tx, assessmentId: string): Promise<DomainFinding[]> =>
  tx.selectFrom('domainFinding').select(findingColumns).where('assessmentId', '=', assessmentId).execute()

type Concluded = Pick<DomainFinding, 'completedAt' | 'completedOn' | 'completedBy'>
export interface AreaWritten {
  caseId: string
  assessmentId: string
  domain: string
  draft: DomainDraft & Concluded
  seenVersion: number
}
/** One area in its place. Refuses with `finding.changed` when a colleague's newer words are there, and shows them. */
export async function saveFinding(
  tx: Tx,
  { caseId, assessmentId, domain, draft, seenVersion }: AreaWritten,
): Promise<DomainFinding> {
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('domainFinding')
          .values({ id: newId(), caseId, assessmentId, domain, ...draft })
          .onConflict((there) => there.columns(['agencyId', 'assessmentId', 'domain']).doNothing())
          .returning(findingColumns)
          .executeTakeFirst()
      : await tx
          .updateTable('domainFinding')
          .set({ ...draft, version: seenVersion + 1 })
          .where('assessmentId', '=', assessmentId)
          .where('domain', '=', domain)
          .where('version', '=', seenVersion)
          .returning(findingColumns)
          .executeTakeFirst()
  return (
    saved ??
    changed(
      'finding',
      (await findingsOf(tx, assessmentId)).find((each) => each.domain === domain),
    )
  )
}

export const amendmentsOf = (tx: Tx, assessmentId: string): Promise<StoredAmendment[]> =>
  tx
    .selectFrom('assessmentAmendment')
    .select(['id', 'number', 'linkId', 'domain', 'before', 'after', 'reason', 'recordedAt', 'recordedBy'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('number')
    .execute()

export async function addAmendment(
  tx: Tx,
  amendment: Omit<StoredAmendment, 'recordedAt' | 'recordedBy' | 'id'> & { caseId: string; assessmentId: string },
): Promise<void> {
  const { before, after, ...row } = amendment
  await tx
    .insertInto('assessmentAmendment')
    .values({ id: newId(), ...row, before: before && json(before), after: json(after) })
    .execute()
}

/** The person's latest finished assessment with this very instrument and version, on any case the reader may see: its answers stand beside the new ones (INV-24). */
export function previousWith(
  tx: Tx,
  clientId: string,
  { id, instrumentId, assessedOn }: Pick<Assessment, 'id' | 'instrumentId' | 'assessedOn'>,
): Promise<{ id: string; assessedOn: string } | undefined> {
  return tx
    .selectFrom('assessment')
    .innerJoin('caseLabel', 'caseLabel.id', 'assessment.caseId')
    .select(['assessment.id', 'assessment.assessedOn'])
    .where('caseLabel.clientId', '=', clientId)
    .where('assessment.instrumentId', '=', instrumentId)
    .where('assessment.id', '!=', id)
    .where('assessment.assessedOn', '<=', assessedOn)
    .where('assessment.status', 'in', ['completed', 'amended'])
    .orderBy('assessment.assessedOn', 'desc')
    .orderBy('assessment.completedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface AssessmentLine extends Pick<
  Assessment,
  | 'id'
  | 'caseId'
  | 'instrumentId'
  | 'renders'
  | 'reason'
  | 'mode'
  | 'status'
  | 'assessedOn'
  | 'beganAt'
  | 'completedOn'
  | 'endReason'
  | 'version'
> {
  title: string
  instrumentVersion: string
  kind: string
  areas: number
  answered: number
  concluded: number
  completedByName: string | null
}
/** Every assessment of the person that the reader may see, latest first. */
export function assessmentsOf(tx: Tx, clientId: string): Promise<AssessmentLine[]> {
  return tx
    .selectFrom('assessment')
    .innerJoin('caseLabel', 'caseLabel.id', 'assessment.caseId')
    .innerJoin('instrument', 'instrument.id', 'assessment.instrumentId')
    .leftJoin('staffLabel', 'staffLabel.id', 'assessment.completedBy')
    .select([
      'assessment.id',
      'assessment.caseId',
      'assessment.instrumentId',
      'assessment.renders',
      'assessment.reason',
      'assessment.mode',
      'assessment.status',
      'assessment.assessedOn',
      'assessment.beganAt',
      'assessment.completedOn',
      'assessment.endReason',
      'assessment.version',
      'instrument.title',
      'instrument.instrumentVersion',
      'instrument.kind',
      'staffLabel.name as completedByName',
    ])
    .select(sql<number>`cardinality(instrument.required_domains)`.as('areas'))
    .select((of) =>
      of
        .selectFrom('assessmentResponse')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('assessmentResponse.assessmentId', '=', 'assessment.id')
        .where((each) => each.or([each('answer', 'is not', null), each('notAskedReason', 'is not', null)]))
        .$asScalar()
        .$castTo<number>()
        .as('answered'),
    )
    .select((of) =>
      of
        .selectFrom('domainFinding')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('domainFinding.assessmentId', '=', 'assessment.id')
        .where('domainFinding.completedOn', 'is not', null)
        .$asScalar()
        .$castTo<number>()
        .as('concluded'),
    )
    .where('caseLabel.clientId', '=', clientId)
    .orderBy('assessment.assessedOn', 'desc')
    .orderBy('assessment.beganAt', 'desc')
    .execute()
}

export function latestComprehensive(tx: Tx, caseId: string): Promise<{ id: string; completedOn: string | null } | undefined> {
  return tx
    .selectFrom('assessment')
    .innerJoin('instrument', 'instrument.id', 'assessment.instrumentId')
    .select(['assessment.id', 'assessment.completedOn'])
    .where('assessment.caseId', '=', caseId)
    .where('instrument.kind', '=', 'comprehensive')
    .where('assessment.status', 'in', ['completed', 'amended'])
    .orderBy('assessment.completedOn', 'desc')
    .orderBy('assessment.completedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}
