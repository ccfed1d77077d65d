// Background work: reactions to committed events, and what each capability does on a schedule. One transaction each, in the system's name.
import type { TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Capability } from './capability.ts'
import type { Database, Tx } from './db.ts'
import type { CaseEvent } from './events.ts'
import { forgetOldAnswers } from './http/idempotency.ts'
import { caseWorkOf, workOf } from './http/door.ts'
import { once } from './jobEffect.ts'
import type { JobRunner } from './jobRunner.ts'
import type { Work } from './work.ts'

export interface JobOptions {
  db: Database
  capabilities: Capability[]
  /** Proves to the database that this process is the system. */
  secret: Buffer
}
const EventJob = z.object({ agencyId: z.uuid(), eventId: z.uuid(), name: z.string().optional() })

/** Does a piece of work in the agency's own transaction, as the system or, with `asStaff`, in a person's name and scope. */
export function asSystem<T>(
  { db, secret }: Pick<JobOptions, 'db' | 'secret'>,
  agencyId: string,
  act: (work: Work) => Promise<T>,
  who: { asStaff?: string; at?: string } = {},
): Promise<T> {
  return db.inTransaction({ kind: 'system', secret, agencyId, ...who }, async (tx, entered) => {
    if (!entered) throw new Error('No such agency or staff member.')
    return act(workOf(tx, entered, 'system'))
  })
}

export async function agencyIds(db: Database): Promise<string[]> {
  const all = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<{ agencyId: string }>`select agency_id as "agencyId" from authz.agencies()`.execute(tx),
  )
  return all.rows.map((each) => each.agencyId)
}

/** Every background job of the product. */
export function taskList(options: JobOptions): TaskList {
  const tasks: TaskList = eventTasks(options)
  const daily = options.capabilities.flatMap((each) => Object.entries(each.jobs ?? {}))
  for (const [name, job] of [...daily, ['answers.forget', { run: forgetAnswers }] as const])
    tasks[identifierOf(name)] = async (_payload, { job: { id } }) => {
      for (const agencyId of await agencyIds(options.db))
        await asSystem(options, agencyId, (work) => once(work, `${name} ${id}`, () => job.run(work)))
    }
  return tasks
}

/** `consents.warn` is written `consents:warn` in a crontab, which knows no dots. */
const identifierOf = (name: string): string => name.replaceAll('.', ':')

const forgetAnswers = (work: Work): Promise<void> =>
  forgetOldAnswers(work.tx, new Date(Date.parse(work.now) - 72 * 3_600_000).toISOString())

/** The crontab, written by the capabilities themselves. */
export function crontab(capabilities: Capability[]): string {
  const jobs = capabilities
    .flatMap((each) => Object.entries(each.jobs ?? {}))
    .map(([name, { cron }]) => `${cron} ${identifierOf(name)}`)
  return [...jobs, '17 3 * * * answers:forget'].join('\n')
}

/** Hands each committed event to every capability that reacts to its type. */
function eventTasks(options: JobOptions): TaskList {
  const { capabilities } = options
  return {
    'deliver-event': async (payload, { addJob }) => {
      const { agencyId, eventId } = EventJob.parse(payload)
      const event = await asSystem(options, agencyId, ({ tx }) => findEvent(tx, eventId))
      for (const { name, reactions } of capabilities)
        if (reactions?.[event.type]) await addJob('react', { agencyId, eventId, name }, { jobKey: `${eventId}:${name}` })
    },
    react: async (payload) => {
      const { agencyId, eventId, name } = EventJob.parse(payload)
      await asSystem(options, agencyId, async (work) => {
        const event = await findEvent(work.tx, eventId)
        const onCase = await caseWorkOf(work, event.caseId as string) // only a case's events are delivered
        const reaction = capabilities.find((each) => each.name === name)?.reactions?.[event.type]
        if (reaction) await once(work, `${name} ${eventId}`, () => reaction(onCase, event))
      })
    },
  }
}

function findEvent(tx: Tx, id: string): Promise<CaseEvent> {
  return tx.selectFrom('caseEvent').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

/** Runs background work until stopped; goes on after its database was away. */
export async function runJobs(options: JobOptions & { connectionString: string }): Promise<JobRunner> {
  const { keepJobsRunning } = await import('./jobRunner.ts')
  return keepJobsRunning(options.connectionString, taskList(options), crontab(options.capabilities))
}
