// Plan versions, how they were agreed, signed off and given out: plan_version, plan_signature, plan_sign_off, plan_copy.
import type { ColumnType, Generated } from 'kysely'
import { json, newId, type Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { CopyGiven, Signature, SignOff } from './agreement.ts'
import type { PlanContent } from './plan.ts'

export interface PlanVersion {
  id: string
  caseId: string
  number: number
  status: 'proposed' | 'active' | 'superseded' | 'withdrawn'
  content: PlanContent
  assessmentId: string
  language: string
  participation: 'took-part' | 'through-representative' | 'declined-to-take-part'
  proposedOn: string
  proposedBy: string | null
  signatureId: string | null
  agreedOn: string | null
  endedOn: string | null
  endedBecause: string | null
  version: number
}

type Given<T> = ColumnType<T, never, never>
interface Recorded {
  id: string
  caseId: string
  planVersionId: string
  recordedAt: Given<string>
}
declare module '../../platform/db.ts' {
  interface Tables {
    planVersion: Omit<PlanVersion, 'status' | 'proposedBy' | 'signatureId' | 'agreedOn' | 'endedOn' | 'endedBecause' | 'version'> & {
      enrollmentId: ColumnType<string, string | undefined, never>
      status: Generated<PlanVersion['status']>
      proposedBy: Generated<string | null>
      signatureId: Generated<string | null>
      agreedOn: Generated<string | null>
      endedOn: Generated<string | null>
      endedBecause: Generated<string | null>
      version: Generated<number>
    }
    planSignature: Recorded & Omit<Signature, 'by'> & { signedBy: Signature['by']; givenOn: string; recordedBy: Given<string | null> }
    planSignOff: Recorded & SignOff & { decidedOn: string; decidedBy: Given<string> }
    planCopy: Recorded & Omit<CopyGiven, 'to' | 'givenOn'> & { givenTo: string; givenOn: string; recordedBy: Given<string | null> }
  }
}

const columns = [
  'id', 'caseId', 'number', 'status', 'content', 'assessmentId', 'language', 'participation', 'proposedOn', 'proposedBy', 'signatureId',
  'agreedOn', 'endedOn', 'endedBecause', 'version',
] as const

/** Numbered after the last version of the enrollment; the enrollment itself is the case's, set by the database. */
export async function addVersion(tx: Tx, wanted: Pick<PlanVersion, 'caseId' | 'content' | 'assessmentId' | 'language' | 'participation' | 'proposedOn'>): Promise<PlanVersion> {
  const last = await tx.selectFrom('planVersion').select('number').where('caseId', '=', wanted.caseId).orderBy('number', 'desc').executeTakeFirst()
  return tx
    .insertInto('planVersion')
    .values({ ...wanted, content: json(wanted.content), id: newId(), number: (last?.number ?? 0) + 1 })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export function versionsOfCase(tx: Tx, caseId: string): Promise<PlanVersion[]> {
  return tx.selectFrom('planVersion').select(columns).where('caseId', '=', caseId).orderBy('number', 'desc').execute()
}

export async function findVersion(tx: Tx, caseId: string, id: string): Promise<PlanVersion> {
  const version = await tx.selectFrom('planVersion').select(columns).where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()
  return version ?? notFound('plan-version')
}

export function versionInState(tx: Tx, caseId: string, status: PlanVersion['status']): Promise<PlanVersion | undefined> {
  return tx.selectFrom('planVersion').select(columns).where('caseId', '=', caseId).where('status', '=', status).executeTakeFirst()
}

/** The version agreed before this one, for the difference. */
export function versionBefore(tx: Tx, { caseId, number }: PlanVersion): Promise<PlanVersion | undefined> {
  return tx
    .selectFrom('planVersion')
    .select(columns)
    .where('caseId', '=', caseId)
    .where('number', '<', number)
    .where('status', '<>', 'withdrawn')
    .orderBy('number', 'desc')
    .executeTakeFirst()
}

type Move = Partial<Pick<PlanVersion, 'status' | 'signatureId' | 'agreedOn' | 'endedOn' | 'endedBecause'>>

export async function moveVersion(tx: Tx, { id, caseId, version }: PlanVersion, move: Move): Promise<PlanVersion> {
  const saved = await tx
    .updateTable('planVersion')
    .set({ ...move, version: version + 1 })
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(columns)
    .executeTakeFirst()
  return saved ?? changed('plan-version', await findVersion(tx, caseId, id))
}

export async function addSignature(tx: Tx, { id, caseId }: PlanVersion, { by, ...signature }: Signature, givenOn: string): Promise<string> {
  const signatureId = newId()
  await tx.insertInto('planSignature').values({ ...signature, signedBy: by, id: signatureId, caseId, planVersionId: id, givenOn }).execute()
  return signatureId
}

export async function addSignOff(tx: Tx, { id, caseId }: PlanVersion, decision: SignOff, decidedOn: string): Promise<void> {
  await tx.insertInto('planSignOff').values({ ...decision, id: newId(), caseId, planVersionId: id, decidedOn }).execute()
}

export async function addCopy(tx: Tx, { id, caseId }: PlanVersion, { to, ...copy }: CopyGiven & { givenOn: string }): Promise<void> {
  await tx.insertInto('planCopy').values({ ...copy, givenTo: to, id: newId(), caseId, planVersionId: id }).execute()
}

/** Signatures, sign-offs and copies of all versions of a case, oldest first. */
export async function paperwork(tx: Tx, caseId: string) {
  const [signatures, signOffs, copies] = await Promise.all([
    tx
      .selectFrom('planSignature')
      .select(['id', 'planVersionId', 'kind', 'signedBy', 'name', 'method', 'language', 'interpreter', 'reason', 'givenOn', 'expiresOn'])
      .where('caseId', '=', caseId)
      .orderBy('recordedAt')
      .execute(),
    tx
      .selectFrom('planSignOff')
      .innerJoin('staffLabel', 'staffLabel.id', 'planSignOff.decidedBy')
      .select(['planVersionId', 'decision', 'comment', 'decidedOn', 'staffLabel.name as decidedByName'])
      .where('caseId', '=', caseId)
      .orderBy('recordedAt')
      .execute(),
    tx.selectFrom('planCopy').select(['planVersionId', 'givenTo', 'language', 'method', 'givenOn']).where('caseId', '=', caseId).orderBy('recordedAt').execute(),
  ])
  return { signatures, signOffs, copies }
}
export type Paperwork = Awaited<ReturnType<typeof paperwork>>
