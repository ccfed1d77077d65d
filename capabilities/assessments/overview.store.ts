// What the list of assessments reads in one go: each with its progress, its instrument and who completed it.
import { sql } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import type { AssessmentLine, StaffName } from './record.ts'

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

export const namesOf = (tx: Tx, ids: readonly string[]): Promise<StaffName[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('staffLabel')
        .select(['id', 'name', 'credentialLine'])
        .where('id', 'in', [...new Set(ids)])
        .execute()
