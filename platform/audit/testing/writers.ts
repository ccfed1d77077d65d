// Many people writing at once, some in vain and some slowly, while the sealer runs: what was committed, to be compared with what was sealed.
import { setTimeout as pause } from 'node:timers/promises'
import { dice } from '../../../test/dice.ts'
import type { World } from '../../../test/world.ts'
import { openDatabase } from '../../db.ts'
import { writeAudit } from '../../events.ts'
import { asSystem } from '../../jobs.ts'
import { keepSealing } from '../sealing.ts'
import { sealEverything, sealerOf } from './sealing.ts'

export interface Reckoning {
  committed: number
  rolledBack: number
  sealed: number
  /** Committed events that no leaf names, and events that more than one leaf names. */
  missing: number
  twice: number
  /** Leaves of what nobody was told is saved. */
  surplus: number
  checkpoints: number
  alarms: string[]
}

/** `writers` connections for `seconds`; one transaction in twenty rolls back, one in twenty sleeps up to half a second before it ends. */
export async function manyWriters(
  w: World,
  { writers, seconds, forget = false }: { writers: number; seconds: number; forget?: boolean },
): Promise<Reckoning> {
  const seal = sealerOf(w)
  const db = openDatabase(w.database.appUrl, { max: writers, auditKey: w.database.keys.macs.at(-1) })
  const system = { db, secret: w.database.secret }
  const until = Date.now() + seconds * 1000
  const told = { committed: 0, rolledBack: 0 }
  const sealing = keepSealing(seal, 100)
  const write = async (seed: number): Promise<void> => {
    const next = dice(seed)
    while (Date.now() < until) {
      const agencyId = next() < 0.5 ? w.agencyId : w.otherAgencyId
      const [fails, sleeps, events] = [next() < 0.05, next() < 0.05, 1 + Math.floor(next() * 3)]
      const done = await asSystem(system, agencyId, async (work) => {
        for (let n = 0; n < events; n++) await writeAudit(work, 'written by many', { entity: 'client', id: null }, null, { n })
        if (sleeps) await pause(50 + next() * 450)
        if (fails) throw new Error('in vain')
      }).then(
        () => true,
        () => false,
      )
      if (done) told.committed += events
      else told.rolledBack += events
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, seed) => write(seed)))
  await sealing.stop()
  await sealEverything(seal)
  if (forget)
    await w.asOwner(
      `set session_replication_role = replica; delete from audit_leaf where event_id = (select max(event_id) from audit_leaf); set session_replication_role = origin`,
    )
  await db.close()
  const [row] = await w.asOwner(`
    select (select count(*)::int from audit_leaf l join audit_event e on e.agency_id = l.agency_id and e.id = l.event_id where e.action = 'written by many') as sealed,
      (select count(*)::int from audit_event e where not exists (select from audit_leaf l where l.agency_id = e.agency_id and l.event_id = e.id)) as missing,
      (select count(*)::int from (select from audit_leaf group by event_id having count(*) > 1) twice) as twice,
      (select count(*)::int from audit_leaf l where not exists (select from audit_event e where e.agency_id = l.agency_id and e.id = l.event_id)) as surplus,
      (select count(*)::int from audit_checkpoint) as checkpoints`)
  return { ...told, ...row, alarms: seal.alarms }
}
