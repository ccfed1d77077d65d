// The assessment table. Nothing else in the product reads or writes it.
import type { ColumnType } from 'kysely'
import { json, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Assessment } from './assessment.ts'

interface AssessmentTable extends Omit<Assessment, 'version' | 'beganAt'> {
  agencyId: ColumnType<string, string | undefined, never>
  beganAt: ColumnType<string, string | undefined, never>
  version: ColumnType<number, number | undefined, number>
}
declare module '../../platform/db.ts' {
  interface Tables {
    assessment: AssessmentTable
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
