// The people the tests talk about. Names stand for situations: Maya works the cases, Zoe must not know them, Omar supervises, Bea belongs to another agency.
import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { capabilities } from '../capabilities.ts'
import { digestOf } from '../platform/access/digest.ts'
import type { Role } from '../platform/access/permissions.ts'
import { newId, type Database } from '../platform/db.ts'
import { caseWorkOf } from '../platform/http/door.ts'
import { buildServer } from '../platform/http/server.ts'
import { asSystem } from '../platform/jobs.ts'
import type { CaseWork, Work } from '../platform/work.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export const people = {
  maya: { name: 'Maya Ortiz', credentialLine: 'RN CCM', roles: ['caseManager'] },
  zoe: { name: 'Zoe Park', credentialLine: 'LMSW', roles: ['caseManager'] },
  omar: { name: 'Omar Haddad', credentialLine: 'LCSW', roles: ['supervisor'] },
  ines: { name: 'Ines Duarte', credentialLine: '', roles: ['intake'] },
  quinn: { name: 'Quinn Abel', credentialLine: '', roles: ['quality'] },
  bill: { name: 'Bill Sato', credentialLine: '', roles: ['billing'] },
  ada: { name: 'Ada Voss', credentialLine: '', roles: ['administrator'] },
  bea: { name: 'Bea Lind', credentialLine: 'RN', roles: ['caseManager', 'intake', 'supervisor', 'quality'] },
} as const satisfies Record<string, { name: string; credentialLine: string; roles: Role[] }>
type Staffer = keyof typeof people
/** And Pia, who receives referrals at another organization; `test/receivers.ts` lets her in. */
export type Person = Staffer | 'pia'

export interface Reply {
  status: number
  // Tests look into answers freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
  headers: Record<string, unknown>
}
interface Sending {
  ifMatch?: number
  key?: string
  headers?: Record<string, string>
}

export interface World {
  database: TestDatabase
  db: Database
  app: FastifyInstance
  agencyId: string
  otherAgencyId: string
  programId: string
  otherProgramId: string
  staffId: Record<Person, string>
  tokens: Record<Person, string>
  as(person: Person): {
    get(url: string, headers?: Record<string, string>): Promise<Reply>
    post(url: string, body?: unknown, sending?: Sending): Promise<Reply>
    patch(url: string, body: unknown, sending?: Sending): Promise<Reply>
    put(url: string, body: unknown, sending?: Sending): Promise<Reply>
    upload(url: string, file: { name: string; bytes: Uint8Array; type?: string }, fields?: Record<string, string>): Promise<Reply>
  }
  work<T>(person: Person | 'system', act: (work: Work) => Promise<T>): Promise<T>
  onCase<T>(person: Person | 'system', caseId: string, act: (work: CaseWork) => Promise<T>): Promise<T>
  openCase(options?: {
    status?: string
    displayName?: string
    programId?: string
    acuityLevel?: number
    /** of somebody who is there already */
    clientId?: string
  }): Promise<{ caseId: string; clientId: string }>
  /** SQL as the owner of the tables, past row-level security: to break rules on purpose and to look. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  asOwner(sql: string, values?: unknown[]): Promise<any[]>
  /** Fixes the product's clock; null sets it going again. */
  setClock(at: string | null): Promise<void>
  cookieOf(person: Person): string
  close(): Promise<void>
}

export async function world(): Promise<World> {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  owner.on('error', () => {}) // a drill ends its server on purpose
  await owner.connect()
  const asOwner: World['asOwner'] = async (sql, values) => (await owner.query(sql, values)).rows
  const app = await buildServer({ db: database.db, capabilities })
  await app.ready()
  const seeded = await seed(asOwner)
  const agencyOf = (person: Person) => (person === 'bea' ? seeded.otherAgencyId : seeded.agencyId)
  const w: World = {
    database,
    db: database.db,
    app,
    ...seeded,
    asOwner,
    as: (person) => callerOf(app, seeded.tokens[person]),
    cookieOf: (person) => `continuum=${seeded.tokens[person]}`,
    work: (person, act) =>
      person === 'system'
        ? asSystem(database, seeded.agencyId, act)
        : asSystem(database, agencyOf(person), act, { asStaff: seeded.staffId[person] }),
    onCase: (person, caseId, act) => w.work(person, async (work) => act(await caseWorkOf(work, caseId))),
    openCase: (options) => openCase(asOwner, seeded, options),
    setClock: async (at) => {
      await asOwner('delete from authz.fixed_clock')
      if (at) await asOwner('insert into authz.fixed_clock (at) values ($1)', [at])
    },
    close: async () => {
      await app.close()
      await owner.end()
      await database.drop()
    },
  }
  return w
}

type Seeded = Pick<World, 'agencyId' | 'otherAgencyId' | 'programId' | 'otherProgramId' | 'staffId' | 'tokens'>

async function seed(asOwner: World['asOwner']): Promise<Seeded> {
  const [agencyId, otherAgencyId, programId, otherProgramId] = [newId(), newId(), newId(), newId()]
  await asOwner(
    `insert into agency (agency_id, name, slug) values ($1, 'Harborview Case Management', 'harborview'), ($2, 'Bayside Services', 'bayside')`,
    [agencyId, otherAgencyId],
  )
  await asOwner(
    `insert into program (agency_id, id, name, kind, jurisdiction) values ($1, $2, 'Workers’ compensation', 'workers-compensation', 'NC'), ($3, $4, 'Community support', 'community-support', 'NC')`,
    [agencyId, programId, otherAgencyId, otherProgramId],
  )
  const staffId = {} as Record<Person, string>
  const tokens = {} as Record<Person, string>
  for (const person of Object.keys(people) as Staffer[]) {
    const { name, credentialLine, roles } = people[person]
    const agency = person === 'bea' ? otherAgencyId : agencyId
    staffId[person] = newId()
    tokens[person] = randomBytes(32).toString('base64url')
    await asOwner('insert into staff (agency_id, id, name, email, credential_line) values ($1, $2, $3, $4, $5)', [
      agency,
      staffId[person],
      name,
      `${person}@example.org`,
      credentialLine,
    ])
    for (const role of roles)
      await asOwner('insert into staff_role (agency_id, staff_id, role) values ($1, $2, $3)', [agency, staffId[person], role])
    await asOwner('insert into authz.login (email_key, agency_id, staff_id) values ($1, $2, $3)', [
      `${person}@example.org`,
      agency,
      staffId[person],
    ])
    await asOwner("insert into authz.sign_in (token_digest, agency_id, staff_id, method) values ($1, $2, $3, 'test')", [
      digestOf(tokens[person]),
      agency,
      staffId[person],
    ])
  }
  for (const person of ['maya', 'zoe', 'omar'] as const)
    await asOwner(
      `insert into credential (agency_id, id, staff_id, kind, title, jurisdiction, number, expires_on) values ($1, $2, $3, 'licence', 'Professional licence', 'NC', $4, '2099-12-31')`,
      [agencyId, newId(), staffId[person], `NC-${person}`],
    )
  await asOwner('insert into program_supervisor (agency_id, program_id, staff_id) values ($1, $2, $3), ($4, $5, $6)', [
    agencyId,
    programId,
    staffId.omar,
    otherAgencyId,
    otherProgramId,
    staffId.bea,
  ])
  return { agencyId, otherAgencyId, programId, otherProgramId, staffId, tokens }
}

/** A case as it stands in the base tables, Maya its primary case manager; capabilities' own tests use their actions for more. */
async function openCase(
  asOwner: World['asOwner'],
  { agencyId, programId, staffId }: Seeded,
  options: Parameters<World['openCase']>[0] = {},
) {
  const [caseId, enrollmentId] = [newId(), newId()]
  const { clientId = newId(), status = 'active', displayName = 'Robin Vale', acuityLevel = null } = options
  const program = options.programId ?? programId
  await asOwner(
    `with person as (insert into client (agency_id, id, display_name, birth_date_precision, created_by, updated_by) values ($1, $2, $3, 'unknown', null, null) on conflict do nothing),
      enrolled as (insert into enrollment (agency_id, id, client_id, program_id, status, starts_on) values ($1, $4, $2, $5, 'enrolled', (now() at time zone 'America/New_York')::date)),
      opened as (insert into case_record (agency_id, id, number, client_id, enrollment_id, program_id, status, identified_on, opened_on, activated_on, acuity_level,
          suspended_on, suspension_reason, review_on, responsible_staff_id, closing_on, closure_reason, closed_on)
        values ($1, $6, $7, $2, $4, $5, $8, (now() at time zone 'America/New_York')::date, (now() at time zone 'America/New_York')::date, case when $8 in ('pending_engagement', 'not_engaged') then null else (now() at time zone 'America/New_York')::date end, $9,
          case when $8 = 'suspended' then (now() at time zone 'America/New_York')::date end, case when $8 = 'suspended' then 'client_request' end, case when $8 = 'suspended' then (now() at time zone 'America/New_York')::date + 30 end,
          case when $8 = 'suspended' then $10::uuid end, case when $8 in ('closing', 'closed') then (now() at time zone 'America/New_York')::date end,
          case when $8 in ('closing', 'closed') then 'goals_achieved' end, case when $8 = 'closed' then (now() at time zone 'America/New_York')::date end)),
      team as (insert into case_team (agency_id, id, case_id, client_id, staff_id, role, reason, from_at)
        values ($1, $11, $6, $2, $10, 'primary', 'works the case', now() - interval '10 years'))
    insert into case_status_change (agency_id, id, case_id, transition, from_status, to_status, reason)
    select $1, gen_random_uuid(), $6, step.transition, step.was, step.becomes, 'stands so in this test' from (values
      ('opened', null, 'pending_engagement', '{pending_engagement,active,suspended,closing,closed,not_engaged,voided}'::text[]),
      ('activated', 'pending_engagement', 'active', '{active,suspended,closing,closed}'), ('suspended', 'active', 'suspended', '{suspended}'),
      ('closing-begun', 'active', 'closing', '{closing,closed}'), ('closed', 'closing', 'closed', '{closed}'),
      ('ended-without-engagement', 'pending_engagement', 'not_engaged', '{not_engaged}'), ('voided', 'pending_engagement', 'voided', '{voided}')
    ) step (transition, was, becomes, stands) where $8 = any (step.stands)`,
    [
      agencyId,
      clientId,
      displayName,
      enrollmentId,
      program,
      caseId,
      `T-${caseId.slice(-12)}`,
      status,
      acuityLevel,
      staffId.maya,
      newId(),
    ],
  )
  return { caseId, clientId }
}

function callerOf(app: FastifyInstance, token: string): ReturnType<World['as']> {
  const cookie = `continuum=${token}`
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    payload?: unknown,
    { ifMatch, key, headers }: Sending = {},
  ): Promise<Reply> => {
    const reply = await app.inject({
      method,
      url,
      headers: {
        cookie,
        ...(method !== 'GET' && { 'idempotency-key': key ?? randomUUID() }),
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...headers,
      },
      ...(payload !== undefined && { payload: payload as object }),
    })
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: isJson ? reply.json() : reply.rawPayload, headers: reply.headers }
  }
  return {
    get: (url, headers) => send('GET', url, undefined, { headers }),
    post: (url, body = {}, sending) => send('POST', url, body, sending),
    patch: (url, body, sending) => send('PATCH', url, body, sending),
    put: (url, body, sending) => send('PUT', url, body, sending),
    upload: async (url, file, fields = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', new Blob([Buffer.from(file.bytes)], { type: file.type ?? 'application/octet-stream' }), file.name)
      const encoded = new Response(form)
      return send('POST', url, Buffer.from(await encoded.arrayBuffer()), {
        headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      })
    },
  }
}
