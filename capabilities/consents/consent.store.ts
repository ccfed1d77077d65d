// Consents, their endings and the warnings given. Nothing else in the product reads or writes these tables.
import { sql, type ColumnType } from 'kysely'
import type { Tx } from '../../platform/db.ts'
import { changed, notFound } from '../../platform/refusal.ts'
import type { Consent, ConsentContent, ConsentEnding } from './consent.ts'
import type { WarningDays } from './expiry.ts'

type Given<T> = ColumnType<T, T | undefined, T>
type ConsentColumns = Omit<Consent, 'ending' | 'supersededAt' | 'version' | 'createdAt' | 'createdBy'>
declare module '../../platform/db.ts' {
  interface Tables {
    consent: ConsentColumns & {
      version: Given<number>
      createdAt: ColumnType<string, never, never>
      createdBy: ColumnType<string | null, never, never>
    }
    consentEnding: ConsentEnding & { id: string; clientId: string; consentId: string }
    consentWarning: { consentId: string; clientId: string; days: WarningDays }
  }
}

const own = [
  'id',
  'clientId',
  'programId',
  'kind',
  'state',
  'grantorName',
  'grantorCapacity',
  'supportMemberId',
  'authority',
  'discloser',
  'recipients',
  'information',
  'informationFrom',
  'informationUntil',
  'purposes',
  'effectiveAt',
  'expiresOn',
  'expiresEvent',
  'signedOn',
  'method',
  'witness',
  'language',
  'interpreter',
  'statesRightToRevoke',
  'statesConditioning',
  'statesRedisclosure',
  'statementsVersion',
  'copyGivenOn',
  'conditions',
  'textMessages',
  'emailMessages',
  'supersedesId',
  'createdAt',
  'createdBy',
  'version',
] as const

export interface ConsentFilter {
  clientId?: string
  id?: string
  /** Only recorded consents whose last day lies in this span (both ends included). */
  expiring?: { from: string; until: string }
}

/** With how each ended and what superseded it, so that its standing can be judged for any instant. */
export async function consentsWhere(tx: Tx, { clientId, id, expiring }: ConsentFilter): Promise<Consent[]> {
  const rows = await tx
    .selectFrom('consent as c')
    .leftJoin('consentEnding as e', 'e.consentId', 'c.id')
    .leftJoin('consent as s', (join) => join.onRef('s.supersedesId', '=', 'c.id').on('s.state', '=', 'active'))
    .select(own.map((column) => `c.${column}` as const))
    .select([
      'e.kind as endKind',
      'e.at as endAt',
      'e.method as endMethod',
      'e.byWhom as endByWhom',
      'e.relianceNote as endNote',
      's.effectiveAt as supersededAt',
    ])
    .$if(clientId !== undefined, (consents) => consents.where('c.clientId', '=', clientId ?? ''))
    .$if(id !== undefined, (consents) => consents.where('c.id', '=', id ?? ''))
    .$if(expiring !== undefined, (consents) =>
      consents
        .where('c.state', '=', 'active')
        .where('c.expiresOn', '>=', expiring?.from ?? '')
        .where('c.expiresOn', '<=', expiring?.until ?? ''),
    )
    .orderBy('c.createdAt', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map(({ endKind, endAt, endMethod, endByWhom, endNote, ...consent }) => ({
    ...consent,
    ending:
      endKind && endAt && endMethod
        ? { kind: endKind, at: endAt, method: endMethod, byWhom: endByWhom ?? '', relianceNote: endNote ?? '' }
        : null,
  }))
}

export async function findConsent(tx: Tx, clientId: string, id: string): Promise<Consent> {
  const [found] = await consentsWhere(tx, { clientId, id })
  return found ?? notFound('consent')
}

type Content = Omit<ConsentContent, 'effectiveOn'> & Pick<Consent, 'state' | 'effectiveAt'>

export async function addConsent(tx: Tx, consent: Content & { id: string; clientId: string }): Promise<Consent> {
  await tx.insertInto('consent').values(consent).execute()
  return findConsent(tx, consent.clientId, consent.id)
}

/** Changes a draft, only if nobody saved first. */
export async function saveDraft(tx: Tx, clientId: string, id: string, version: number, content: Content): Promise<Consent> {
  const { numUpdatedRows } = await tx
    .updateTable('consent')
    .set({ ...content, version: version + 1 })
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  const now = await findConsent(tx, clientId, id)
  return numUpdatedRows === 1n ? now : changed('consent', now)
}

export const addEnding = (tx: Tx, ending: ConsentEnding & { id: string; clientId: string; consentId: string }) =>
  tx.insertInto('consentEnding').values(ending).execute()

/** True the first time this warning is written for this consent. */
export async function warnOnce(tx: Tx, warning: { consentId: string; clientId: string; days: WarningDays }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consentWarning')
    .values(warning)
    .onConflict((given) => given.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface Accountable {
  caseId: string
  programId: string
  staffId: string
}

/** The primary case managers of the client's open cases, from the team rows that access itself stands on. */
export async function primaryCaseManagers(tx: Tx, clientId: string): Promise<Accountable[]> {
  const { rows } = await sql<Accountable>`
    select k.id as case_id, k.program_id, t.staff_id from case_record k
    join case_team t on t.agency_id = k.agency_id and t.case_id = k.id and t.role = 'primary' and t.until_at is null
    where k.client_id = ${clientId} and k.status in ('pending_engagement', 'active', 'suspended', 'closing') order by k.opened_on, k.id`.execute(
    tx,
  )
  return rows
}
