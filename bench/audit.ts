// `node bin/run.mjs bench/audit.ts [seconds]`: what the audit costs a write. The same transaction with its audit event, its HMAC and the sealer running, and without them; also a write with a bare audit row.
import { sql } from 'kysely'
import { newId, openDatabase, type Tx } from '../platform/db.ts'
import { writeAudit } from '../platform/events.ts'
import { asSystem } from '../platform/jobs.ts'
import { keepSealing } from '../platform/audit/sealing.ts'
import { sealerOf } from '../platform/audit/testing/sealing.ts'
import { ground } from '../drill/ground.ts'
import type { Work } from '../platform/work.ts'

const seconds = Number(process.argv[2] ?? 5)
const writers = 16
const { world: w, clear } = await ground()
const { caseId, clientId } = await w.openCase()
const db = openDatabase(w.database.appUrl, { max: writers, auditKey: w.database.keys.macs.at(-1) })

/** What a save of the product is at least: an idempotency key's worth of rows, a task, an entry of the story. */
async function save(tx: Tx): Promise<void> {
  const id = newId()
  await sql`insert into task (id, client_id, case_id, rule, title, due_on, staff_id, about_type, about_id) values (${id}, ${clientId}, ${caseId}, 'own', 'Call', current_date, ${w.staffId.maya}, 'case', ${caseId})`.execute(
    tx,
  )
  await sql`insert into case_event (id, client_id, case_id, type, entity, entity_id) values (${newId()}, ${clientId}, ${caseId}, 'task.added', 'task', ${id})`.execute(
    tx,
  )
}
const audited = async (work: Work) => {
  await save(work.tx)
  await writeAudit(work, 'task.added', { entity: 'task', id: newId(), version: 1 }, clientId, { event: newId() })
}

async function perSecond(act: (work: Work) => Promise<unknown>): Promise<number> {
  const until = Date.now() + seconds * 1000
  let done = 0
  const write = async (): Promise<void> => {
    while (Date.now() < until) {
      await asSystem({ db, secret: w.database.secret }, w.agencyId, act, { asStaff: w.staffId.maya })
      done++
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  return done / seconds
}
const median = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
const percent = (part: number) => (100 * part).toFixed(0)

/** One after the other, because what else the machine does changes from minute to minute: each cost is of two neighbours. */
const rounds = 9
const costs: number[] = []
const figures: Record<'without' | 'with', number[]> = { without: [], with: [] }
try {
  await perSecond(audited) // warm
  for (let round = 0; round < rounds; round++) {
    const without = await perSecond(({ tx }) => save(tx))
    const sealing = keepSealing(sealerOf(w))
    const withAudit = await perSecond(audited)
    await sealing.stop()
    figures.without.push(without)
    figures.with.push(withAudit)
    costs.push(1 - withAudit / without)
  }
  console.log(
    `${writers} writers, ${seconds} s, median of ${rounds}: ${median(figures.without).toFixed(0)} saves a second without the audit, ${median(figures.with).toFixed(0)} with it and the sealer: it costs ${percent(median(costs))} %, ${percent(Math.min(...costs))} to ${percent(Math.max(...costs))} (budget 30 %)`,
  )
} finally {
  await db.close()
  await clear()
}
