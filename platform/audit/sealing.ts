// The sealer's work: each second, every agency whose audit has something new is sealed and its checkpoint goes to the witnesses; alarm when it falls behind.
import { sql } from 'kysely'
import type { Database } from '../db.ts'
import { asSystem } from '../jobs.ts'
import type { Work } from '../work.ts'
import type { Keyring } from './keys.ts'
import { consistencyOf } from './proofs.ts'
import { sealAgency } from './seal.ts'
import type { Witness } from './witness.ts'

export interface SealingOptions {
  db: Database
  secret: Buffer
  /** Read anew each round, so that a rotation needs no restart. */
  keys: () => Keyring
  witnesses: Witness[]
  /** Says once when something begins to be wrong. Facts are ids and numbers. */
  alarm: (message: string, facts: Record<string, unknown>) => void
}

/** Seconds an event may wait for its seal before somebody is told (trust.md section 2). */
export const lagAlarmSeconds = 5

/** Agencies with unsealed events, and how long the oldest has waited. */
export async function unsealed(db: Database): Promise<{ agencyId: string; waitsSeconds: number }[]> {
  const { rows } = await db.inTransaction({ kind: 'none' }, (tx) =>
    sql<{
      agencyId: string
      waitsSeconds: number
    }>`select agency_id as "agencyId", waits_seconds as "waitsSeconds" from authz.unsealed()`.execute(tx),
  )
  return rows
}

/** One round over all agencies; a fault of one does not keep the others waiting. What waited for a start to be over has not waited for the sealer. */
export async function sealAll(options: SealingOptions, { starting = false } = {}): Promise<void> {
  const waiting = await unsealed(options.db)
  for (const { agencyId, waitsSeconds } of waiting) {
    if (waitsSeconds > lagAlarmSeconds && !starting)
      options.alarm('The seal of the audit falls behind.', { agencyId, waitsSeconds: Math.round(waitsSeconds) })
    await sealOne(options, agencyId).catch((error: unknown) =>
      options.alarm('The audit was not sealed.', { agencyId, fault: error instanceof Error ? error.message : 'unknown' }),
    )
  }
}

async function sealOne(options: SealingOptions, agencyId: string): Promise<void> {
  const keys = options.keys()
  const sealed = await asSystem(options, agencyId, (work) => sealAgency(work, keys))
  if (!sealed) return
  if (sealed.unvouched.length > 0)
    options.alarm('The audit holds events that this application did not write.', {
      agencyId,
      transactions: sealed.unvouched.slice(0, 20),
    })
  await publish(options, agencyId)
}

interface Stored {
  size: number
  note: string
}
/** What is signed and not yet published goes to every witness; again next time when one of them did not take it. */
async function publish(options: SealingOptions, agencyId: string): Promise<void> {
  const notes = await asSystem(options, agencyId, unpublished)
  for (const { size, note } of notes) {
    const proofFrom = (earlier: number) => asSystem(options, agencyId, ({ tx }) => consistencyOf(tx, earlier, size))
    for (const witness of options.witnesses) await witness.publish({ agencyId, size, note, proofFrom })
    await asSystem(options, agencyId, ({ tx }) =>
      sql`update audit_seal set published = ${size}, version = version + 1 where agency_id = authz.agency() and published < ${size}`.execute(
        tx,
      ),
    )
  }
}

async function unpublished({ tx }: Work): Promise<Stored[]> {
  const { rows } = await sql<Stored>`
    select c.size, c.note from audit_checkpoint c join audit_seal s on s.agency_id = c.agency_id and c.size > s.published
    where c.agency_id = authz.agency() order by c.size limit 1000`.execute(tx)
  return rows
}

/** Seals each second until stopped; an alarm sounds once when it begins, and again when it begins anew. */
export function keepSealing(options: SealingOptions, everyMs = 1_000): { stop(): Promise<void> } {
  const sounding = new Set<string>()
  let heard = new Set<string>()
  const alarm: SealingOptions['alarm'] = (message, facts) => {
    const name = `${message} ${String(facts.agencyId)}`
    heard.add(name)
    if (!sounding.has(name)) options.alarm(message, facts)
  }
  let stopped = false
  let wake = (): void => {}
  let starting = true
  const round = async (): Promise<void> => {
    heard = new Set()
    await sealAll({ ...options, alarm }, { starting }).catch((error: unknown) =>
      alarm('The audit cannot be sealed.', { fault: error instanceof Error ? error.message : 'unknown' }),
    )
    starting = false
    sounding.clear()
    for (const name of heard) sounding.add(name)
  }
  const running = (async () => {
    while (!stopped) {
      await round()
      if (stopped) return
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, everyMs).unref()
      })
    }
  })()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}
