// The tables of answers, findings and amendments. Nothing else in the product reads or writes them.
import type { ColumnType } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed } from '../../platform/refusal.ts'
import type { Answers, Response } from './answer.ts'
import type { DomainDraft, DomainFinding } from './comprehensive.ts'
import type { StoredAmendment, StoredResponse } from './record.ts'

type Fixed<T> = ColumnType<T, T, never>
type Given<T> = ColumnType<T, T | undefined, never>
type Raised = ColumnType<number, number | undefined, number>
interface ResponseTable extends Omit<StoredResponse, 'linkId' | 'version' | 'answeredBy'> {
  agencyId: Given<string>
  id: Fixed<string>
  caseId: Fixed<string>
  assessmentId: Fixed<string>
  linkId: Fixed<string>
  answeredBy: ColumnType<string, string | undefined, string>
  version: Raised
}
interface FindingTable extends Omit<DomainFinding, 'version'> {
  agencyId: Given<string>
  caseId: Fixed<string>
  assessmentId: Fixed<string>
  version: Raised
}
interface AmendmentTable extends Omit<StoredAmendment, 'recordedAt' | 'recordedBy'> {
  caseId: Fixed<string>
  assessmentId: Fixed<string>
  recordedAt: Given<string>
  recordedBy: Given<string>
}
declare module '../../platform/db.ts' {
  interface Tables {
    assessmentResponse: ResponseTable
    domainFinding: FindingTable
    assessmentAmendment: AmendmentTable
  }
}

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

export const findingOf = (tx: Tx, assessmentId: string, domain: string): Promise<DomainFinding | undefined> =>
  tx
    .selectFrom('domainFinding')
    .select(findingColumns)
    .where('assessmentId', '=', assessmentId)
    .where('domain', '=', domain)
    .executeTakeFirst()

type Concluded = Pick<DomainFinding, 'completedAt' | 'completedOn' | 'completedBy'>
export interface AreaWritten {
  caseId: string
  assessmentId: string
  domain: string
  draft: DomainDraft & Concluded
  seenVersion: number
}
/** Areas in their place, all or none. Refuses with `finding.changed` when a colleague's newer words are there, and shows them. */
export async function saveFindings(tx: Tx, areas: AreaWritten[]): Promise<DomainFinding[]> {
  const [added, ...saved] = await Promise.all([
    addFindings(tx, areas.filter(({ seenVersion }) => seenVersion === 0)),
    ...areas.filter(({ seenVersion }) => seenVersion > 0).map((area) => saveFinding(tx, area)),
  ])
  const all = [...added, ...saved.filter((each) => each !== undefined)]
  const refused = areas.find(({ domain }) => !all.some((each) => each.domain === domain))
  if (refused) changed('finding', await findingOf(tx, refused.assessmentId, refused.domain))
  return all
}

async function addFindings(tx: Tx, areas: AreaWritten[]): Promise<DomainFinding[]> {
  if (areas.length === 0) return []
  return tx
    .insertInto('domainFinding')
    .values(areas.map(({ caseId, assessmentId, domain, draft }) => ({ id: newId(), caseId, assessmentId, domain, ...draft })))
    .onConflict((there) => there.columns(['agencyId', 'assessmentId', 'domain']).doNothing())
    .returning(findingColumns)
    .execute()
}

const saveFinding = (tx: Tx, { assessmentId, domain, draft, seenVersion }: AreaWritten): Promise<DomainFinding | undefined> =>
  tx
    .updateTable('domainFinding')
    .set({ ...draft, version: seenVersion + 1 })
    .where('assessmentId', '=', assessmentId)
    .where('domain', '=', domain)
    .where('version', '=', seenVersion)
    .returning(findingColumns)
    .executeTakeFirst()

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
