// What people see of cases: one whole, a person's caseload, a client's cases. One round trip each.
import { saw, type CaseWork, type ClientWork, type Work } from '../../platform/work.ts'
import { openStatuses, type Case, type CaseStatus } from './case.ts'
import { carriedBy, caseload } from './caseload.store.ts'
import { casesOfClient, changesOfCase, findCase } from './case.store.ts'
import { unableToReach } from './outreach.ts'
import { acuitiesOf, attemptsOf } from './outreach.store.ts'
import { phasesOf } from './phase.ts'
import { teamOf, transfersOf } from './team.store.ts'
import { possible } from './transition.ts'
import type { Caseload, CaseloadQuery, CaseView } from './view.ts'
import { loadOf } from './weight.ts'

export async function viewCase(work: CaseWork): Promise<CaseView> {
  const { tx, caseId, zone } = work
  const [caseRecord, team, changes, transfers, acuities, attempts] = await Promise.all([
    findCase(tx, caseId), teamOf(tx, caseId), changesOfCase(tx, caseId), transfersOf(tx, caseId), acuitiesOf(tx, caseId), attemptsOf(tx, caseId, zone),
  ])
  return { ...caseRecord, possible: possible(caseRecord.status), team, changes, transfers, acuities, attempts, outreach: unableToReach(attempts) }
}

export const casesOf = (work: ClientWork): Promise<Case[]> => casesOfClient(work.tx, work.clientId)

const usualPage = 50
/** A filter by phase looks at the whole caseload of one person, which is a few hundred cases at most. */
const wholeCaseload = 500

/** The cases somebody works, as far as the asker may know them, with their weight and what is due next. */
export async function caseloadOf(work: Work, staffId: string, query: CaseloadQuery): Promise<Caseload> {
  const { status = 'open', sort = 'due', phase, limit = usualPage } = query
  const statuses: CaseStatus[] = status === 'open' ? openStatuses : status === 'over' ? ['closed', 'not_engaged'] : [status]
  const [rows, carried] = await Promise.all([
    caseload(work.tx, {
      staffId, statuses, programId: query.program, acuity: query.acuity, sort, after: query.after ? readPlace(query.after) : null, limit: phase ? wholeCaseload : limit + 1,
    }),
    carriedBy(work.tx, staffId),
  ])
  const inPhase = rows
    .map((row) => ({ row, phases: phasesOf({ status: row.status, events: new Set(row.events), acuityLevel: row.acuityLevel }) }))
    .filter(({ phases }) => !phase || phases.includes(phase))
  const last = !phase && rows.length > limit ? rows[limit - 1] : undefined
  const shown = phase ? inPhase : inPhase.slice(0, limit)
  saw(work, shown.map(({ row }) => row.clientId))
  return {
    ...loadOf(carried.levels), capacityPoints: carried.capacityPoints,
    items: shown.map(({ row: { events: _, sortKey: __, ...row }, phases }) => ({ ...row, phases })),
    after: last ? Buffer.from(JSON.stringify([last.sortKey, last.id])).toString('base64url') : null,
  }
}

export function readPlace(text: string): { key: string; id: string } | null {
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString())
    return typeof key === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? { key, id } : null
  } catch {
    return null
  }
}
