// A small sealed audit to tamper with: ordinary events, a purge, some that are not sealed yet; kept aside so that each trial begins from the same.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { dice } from '../../../test/dice.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../db.ts'
import { writeAudit } from '../../events.ts'
import { originOf, trustedOf } from '../keys.ts'
import { digestOfEvents, purgeActions } from '../redaction.ts'
import { verifyAudit, type Trust, type Verdict } from '../verify.ts'
import { readWitness } from '../witness.ts'
import { sealEverything, sealerOf, type TestSeal } from './sealing.ts'

export interface Ground {
  w: World
  seal: TestSeal
  /** Between two numbers, the same for the same seed. */
  pick(from: number, to: number): number
  /** The owner's connection, with every trigger and constraint silenced: what a database administrator can do. */
  sql: World['asOwner']
  restore(): Promise<void>
  verify(changes?: Partial<Trust>): Promise<Verdict>
  write(person?: 'maya' | 'quinn', events?: number): Promise<void>
}

const tables = [
  'audit_event',
  'audit_mac',
  'audit_seal',
  'audit_leaf',
  'audit_node',
  'audit_checkpoint',
  'audit_redaction',
  'audit_purge',
  'audit_purge_approval',
]

export async function groundOf(w: World, seed: number): Promise<Ground> {
  const seal = sealerOf(w)
  const next = dice(seed)
  const pick: Ground['pick'] = (from, to) => from + Math.floor(next() * (to - from + 1))
  const write: Ground['write'] = (person = 'maya', events = pick(1, 3)) =>
    w.work(person, async (work) => {
      for (let n = 0; n < events; n++)
        await writeAudit(work, `read ${pick(1, 9)}`, { entity: 'client', id: newId(), version: pick(1, 5) }, null, {
          returned: [newId()],
          n: pick(0, 1e9),
        })
    })
  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 6; n++) await write()
    if (round === 1) await purge(w)
    await sealEverything(seal)
    if (round === 1) await keep(w, 'older')
  }
  await write('maya', 2)
  await write('quinn', 2)
  await w.work('system', async () => {}) // another agency has an audit of its own
  await keep(w, 'kept')
  const file = join(seal.folder, w.database.keys.deployment, `${w.agencyId}.notes`)
  const notes = readFileSync(file, 'utf8')
  await w.asOwner('set session_replication_role = replica')
  const { keys } = w.database
  return {
    w,
    seal,
    pick,
    write,
    sql: w.asOwner,
    restore: async () => {
      await putBack(w, 'kept')
      writeFileSync(file, notes)
    },
    verify: (changes = {}) => {
      const witnessed = readWitness(seal.folder, keys.deployment, w.agencyId)
      const trust: Trust = { origin: originOf(keys, w.agencyId), keys: trustedOf(keys), macs: keys.macs, witnessed, ...changes }
      return w.work('system', ({ tx }) => verifyAudit(tx, trust))
    },
  }
}

async function keep(w: World, schema: string): Promise<void> {
  await w.asOwner(`create schema ${schema}`)
  for (const table of tables) await w.asOwner(`create table ${schema}.${table} as table public.${table}`)
}

/** What is there now gives way to what was kept: a backup that is restored. */
export async function putBack(w: World, schema: 'kept' | 'older'): Promise<void> {
  for (const table of tables) {
    await w.asOwner(`delete from public.${table}`)
    await w.asOwner(
      `insert into public.${table} ${table === 'audit_event' ? 'overriding system value' : ''} table ${schema}.${table}`,
    )
  }
}

/** An authorized purge of half of what is there, as the product does it. */
async function purge(w: World): Promise<void> {
  await w.setClock('2040-01-01T12:00:00Z')
  const id = newId()
  await w.work('ada', ({ tx }) =>
    sql`insert into audit_purge (id, recorded_before, authority) values (${id}, '2033-12-31', 'Schedule 7')`.execute(tx),
  )
  for (const person of ['ada', 'quinn'] as const)
    await w.work(person, async (work) => {
      await sql`insert into audit_purge_approval (purge_id) values (${id})`.execute(work.tx)
      await writeAudit(work, purgeActions.approved, { entity: 'audit-purge', id }, null, {})
    })
  await w.work('ada', async (work) => {
    const { rows } = await sql<{ id: number }>`select authz.shred_payloads(${id}) as id`.execute(work.tx)
    await writeAudit(work, purgeActions.carriedOut, { entity: 'audit-purge', id }, null, {
      digest: digestOfEvents(rows.map((row) => row.id)),
    })
  })
  await w.setClock(null)
}
