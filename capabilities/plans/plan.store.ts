// The working plan of a case (table plan) and what the plan is read together with: needs, goals, steps, services, barriers.
import { type Generated } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed } from '../../platform/refusal.ts'
import { barriersOfCase } from './barrier.store.ts'
import type { Barrier } from './barrier.ts'
import { goalsOfCase } from './goal.store.ts'
import { needsOfCase } from './need.store.ts'
import { Narrative, type WorkingPlan } from './plan.ts'
import { interventionsOfCase, servicesOfCase } from './step.store.ts'

declare module '../../platform/db.ts' {
  interface Tables {
    plan: { id: string; caseId: string; narrative: Narrative; version: Generated<number> }
  }
}

export interface PlanText {
  narrative: Narrative
  version: number // 0 while nothing has been written
}

export async function planText(tx: Tx, caseId: string): Promise<PlanText> {
  const row = await tx.selectFrom('plan').select(['narrative', 'version']).where('caseId', '=', caseId).executeTakeFirst()
  return row ? { ...row, narrative: Narrative.parse(row.narrative) } : { narrative: Narrative.parse({}), version: 0 }
}

/** Saves only over the version that was seen; the first words make the row. */
export async function savePlanText(tx: Tx, caseId: string, narrative: Narrative, seen: number): Promise<PlanText> {
  const saved =
    seen === 0
      ? await tx
          .insertInto('plan')
          .values({ id: newId(), caseId, narrative: json(narrative) })
          .onConflict((row) => row.doNothing())
          .returning(['narrative', 'version'])
          .executeTakeFirst()
      : await tx
          .updateTable('plan')
          .set({ narrative: json(narrative), version: seen + 1 })
          .where('caseId', '=', caseId)
          .where('version', '=', seen)
          .returning(['narrative', 'version'])
          .executeTakeFirst()
  return saved ?? changed('plan', await planText(tx, caseId))
}

export async function workingPlan(tx: Tx, caseId: string): Promise<WorkingPlan & { barriers: Barrier[]; version: number }> {
  const [{ narrative, version }, needs, goals, interventions, services, barriers] = await Promise.all([
    planText(tx, caseId), needsOfCase(tx, caseId), goalsOfCase(tx, caseId), interventionsOfCase(tx, caseId), servicesOfCase(tx, caseId),
    barriersOfCase(tx, caseId),
  ])
  return { narrative, version, needs, goals, interventions, services, barriers }
}

/** Who a plan names: staff by id, and the client, as they are called today. */
export async function namesFor(tx: Tx, clientId: string, staffIds: (string | null | undefined)[]): Promise<{ client: string; language: string | null; staff: Map<string, string> }> {
  const wanted = [...new Set(staffIds.filter((id) => typeof id === 'string'))]
  const [client, staff] = await Promise.all([
    tx.selectFrom('clientLabel').select(['displayName', 'spokenLanguage']).where('id', '=', clientId).executeTakeFirstOrThrow(),
    wanted.length ? tx.selectFrom('staffLabel').select(['id', 'name']).where('id', 'in', wanted).execute() : [],
  ])
  return { client: client.displayName, language: client.spokenLanguage, staff: new Map(staff.map(({ id, name }) => [id, name])) }
}

export async function acuityOf(tx: Tx, caseId: string): Promise<number | null> {
  const { acuityLevel } = await tx.selectFrom('caseKey').select('acuityLevel').where('id', '=', caseId).executeTakeFirstOrThrow()
  return acuityLevel
}
