// The steps and service lines of a plan: the tables intervention and service_line.
import type { Generated } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Intervention, NewIntervention } from './intervention.ts'
import type { Party } from './party.ts'
import type { NewServiceLine, ServiceLine } from './service.ts'

interface InterventionRow extends Omit<NewIntervention, 'accountable'> {
  id: string
  caseId: string
  accountableKind: Party['kind']
  accountableStaffId: string | null
  accountableName: string | null
  status: Generated<Intervention['status']>
  outcome: Generated<string | null>
  endedOn: Generated<string | null>
  version: Generated<number>
  createdAt: Generated<string>
}

declare module '../../platform/db.ts' {
  interface Tables {
    intervention: InterventionRow
    serviceLine: Omit<ServiceLine, 'version' | 'withdrawnOn' | 'withdrawnBecause'> & {
      withdrawnOn: Generated<string | null>
      withdrawnBecause: Generated<string | null>
      version: Generated<number>
      createdAt: Generated<string>
    }
  }
}

const columns = [
  'id', 'caseId', 'goalId', 'description', 'accountableKind', 'accountableStaffId', 'accountableName', 'assisting', 'due', 'frequency',
  'status', 'outcome', 'endedOn', 'version',
] as const

interface Stored extends Omit<Intervention, 'accountable'> {
  accountableKind: Party['kind']
  accountableStaffId: string | null
  accountableName: string | null
}
const read = ({ accountableKind, accountableStaffId, accountableName, ...step }: Stored): Intervention => ({
  ...step,
  accountable: { kind: accountableKind, staffId: accountableStaffId, name: accountableName },
})
const written = <Step extends NewIntervention>({ accountable, assisting, ...step }: Step) => ({
  ...step,
  accountableKind: accountable.kind,
  accountableStaffId: accountable.staffId,
  accountableName: accountable.name,
  assisting: json(assisting),
})

export async function addIntervention(tx: Tx, caseId: string, wanted: NewIntervention): Promise<Intervention> {
  return read(await tx.insertInto('intervention').values({ ...written(wanted), id: newId(), caseId }).returning(columns).executeTakeFirstOrThrow())
}

export async function interventionsOfCase(tx: Tx, caseId: string): Promise<Intervention[]> {
  const rows = await tx.selectFrom('intervention').select(columns).where('caseId', '=', caseId).orderBy('due').orderBy('createdAt').execute()
  return rows.map(read)
}

export async function findIntervention(tx: Tx, caseId: string, id: string): Promise<Intervention> {
  const row = await tx.selectFrom('intervention').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return row ? read(row) : notFound('step')
}

/** Saves only over the version that was seen. */
export async function saveIntervention(tx: Tx, step: Intervention, seen: number): Promise<Intervention> {
  const { id, caseId, version: _, ...fields } = step
  const saved = await tx
    .updateTable('intervention')
    .set({ ...written(fields), version: seen + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning(columns)
    .executeTakeFirst()
  return saved ? read(saved) : changed('step', await findIntervention(tx, caseId, id))
}

const serviceColumns = [
  'id', 'caseId', 'goalId', 'scope', 'isPaid', 'provider', 'amount', 'unit', 'frequency', 'duration', 'funding', 'startsOn', 'endsOn',
  'withdrawnOn', 'withdrawnBecause', 'version',
] as const

export function addServiceLine(tx: Tx, caseId: string, wanted: NewServiceLine): Promise<ServiceLine> {
  return tx.insertInto('serviceLine').values({ ...wanted, id: newId(), caseId }).returning(serviceColumns).executeTakeFirstOrThrow()
}

export function servicesOfCase(tx: Tx, caseId: string): Promise<ServiceLine[]> {
  return tx.selectFrom('serviceLine').select(serviceColumns).where('caseId', '=', caseId).orderBy('createdAt').execute()
}

export async function findServiceLine(tx: Tx, caseId: string, id: string): Promise<ServiceLine> {
  const line = await tx.selectFrom('serviceLine').select(serviceColumns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return line ?? notFound('service')
}

/** Saves only over the version that was seen. */
export async function saveServiceLine(tx: Tx, { id, caseId, version: _, ...line }: ServiceLine, seen: number): Promise<ServiceLine> {
  const saved = await tx
    .updateTable('serviceLine')
    .set({ ...line, version: seen + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning(serviceColumns)
    .executeTakeFirst()
  return saved ?? changed('service', await findServiceLine(tx, caseId, id))
}
