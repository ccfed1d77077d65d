// The kinds of tampering the verifier must find: each does to the tables what somebody with every right in the database, and no key, could do.
import { generateKeyPairSync } from 'node:crypto'
import { signNote, textOf } from '../checkpoint.ts'
import { originOf } from '../keys.ts'
import { append, nothingSealed, rootOf, type Subtree } from '../tree.ts'
import { putBack, type Ground } from './ground.ts'
import { sealEverything } from './sealing.ts'

export type Tampering = (ground: Ground) => Promise<void>

interface Row {
  id: string
  position: string
}
const own = ({ w }: Ground) => `agency_id = '${w.agencyId}'`

/** Sealed events beyond the first checkpoint, by chance; with a payload where it matters. */
async function someSealed(ground: Ground, count: number, where = 'true'): Promise<[Row, ...Row[]]> {
  const rows: Row[] =
    await ground.sql(`select e.id, l.position from audit_event e join audit_leaf l on l.agency_id = e.agency_id and l.event_id = e.id
    where e.${own(ground)} and ${where} order by l.position`)
  const from = ground.pick(0, rows.length - count)
  const chosen = rows.slice(from, from + count)
  if (!chosen[0]) throw new Error('There is nothing to tamper with.')
  return [chosen[0], ...chosen.slice(1)]
}
const anyRow = async (ground: Ground, where = 'true'): Promise<Row> => (await someSealed(ground, 1, where))[0]

const set = (ground: Ground, id: string, change: string) =>
  ground.sql(`update audit_event set ${change} where ${own(ground)} and id = ${id}`)
/** The leaf that goes with what the row says now. */
const reLeaf = (ground: Ground, id: string) =>
  ground.sql(`update audit_event e set leaf = house.leaf_of(e) where ${own(ground)} and id = ${id}`)

/** Makes everything in the seal agree with the events again, except what only the key can sign. */
async function rebuild(ground: Ground): Promise<{ size: number; root: Buffer }> {
  await ground.sql(
    `update audit_leaf l set hash = e.leaf from audit_event e where e.agency_id = l.agency_id and e.id = l.event_id and l.${own(ground)}`,
  )
  const rows: { hash: Buffer }[] = await ground.sql(`select hash from audit_leaf where ${own(ground)} order by position`)
  let range = nothingSealed
  const nodes: Subtree[] = []
  for (const { hash } of rows) {
    const grown = append(range, hash)
    range = grown.range
    nodes.push(...grown.complete.filter(({ level }) => level === 8))
  }
  await ground.sql(`delete from audit_node where ${own(ground)}`)
  for (const { level, position, hash } of nodes)
    await ground.sql('insert into audit_node values ($1, $2, $3, $4)', [ground.w.agencyId, level, position, hash])
  await ground.sql(`update audit_seal set size = $1, edge = $2::bytea[], published = least(published, $1) where ${own(ground)}`, [
    range.size,
    range.edge,
  ])
  return { size: range.size, root: rootOf(range) }
}

async function changeEverywhere(ground: Ground, change: string): Promise<void> {
  const { id } = await anyRow(ground)
  await set(ground, id, change)
  await reLeaf(ground, id)
  await rebuild(ground)
}

/** The state of some earlier checkpoint, as if nothing had happened since; one after the purge, whose payloads no rollback brings back. */
async function rollBackTo(ground: Ground): Promise<void> {
  const checkpoints: { size: string }[] =
    await ground.sql(`select size from audit_checkpoint c where ${own(ground)} and size > (select max(l.position)
    from audit_leaf l join audit_event e on e.agency_id = l.agency_id and e.id = l.event_id where l.agency_id = c.agency_id and e.entity_type = 'audit-purge') order by size`)
  const { size } = checkpoints[ground.pick(0, checkpoints.length - 2)]!
  await ground.sql(
    `delete from audit_event e where ${own(ground)} and not exists (select from audit_leaf l where l.agency_id = e.agency_id and l.event_id = e.id and l.position < ${size})`,
  )
  await ground.sql(
    `delete from audit_mac m where ${own(ground)} and not exists (select from audit_event e where e.agency_id = m.agency_id and e.xid = m.xid)`,
  )
  await ground.sql(`delete from audit_leaf where ${own(ground)} and position >= ${size}`)
  await ground.sql(`delete from audit_checkpoint where ${own(ground)} and size > ${size}`)
  await rebuild(ground)
}

const forged = (ground: Ground, xid: string) => `insert into audit_event (agency_id, action, entity_type, actor, xid, leaf)
  values ('${ground.w.agencyId}', 'read never', 'client', '${ground.w.staffId.maya}', ${xid}, '\\x00') returning id, xid`
async function insertForged(ground: Ground): Promise<string> {
  const [row] = await ground.sql(
    forged(
      ground,
      `(select max(xid) from audit_event where ${own(ground)} and xid < (select horizon from audit_seal where ${own(ground)}))`,
    ),
  )
  await reLeaf(ground, row.id)
  return row.id
}
const unsealedTransactions = (ground: Ground): Promise<{ ids: string[] }[]> =>
  ground.sql(
    `select array_agg(id order by id) as ids from audit_event e where ${own(ground)} and not exists (select from audit_leaf l where l.agency_id = e.agency_id and l.event_id = e.id) group by xid`,
  )
const anUnsealed = async (ground: Ground): Promise<string> => {
  const found = await unsealedTransactions(ground)
  return found[ground.pick(0, found.length - 1)]!.ids[ground.pick(0, 1)]!
}
const withPayload = 'e.payload is not null'

export const tamperings: Record<string, Tampering> = {
  'edit an event': async (g) => void (await set(g, (await anyRow(g)).id, "action = 'read nothing'")),
  'edit an event and its leaf': async (g) => {
    const { id } = await anyRow(g)
    await set(g, id, "outcome = 'refused'")
    await reLeaf(g, id)
  },
  'edit an event and the whole tree': (g) => changeEverywhere(g, "action = 'read nothing'"),
  'change who did it, and the whole tree': (g) => changeEverywhere(g, `actor = '${g.w.staffId.zoe}'`),
  'backdate an event, and the whole tree': (g) => changeEverywhere(g, `at = at - interval '${g.pick(1, 900)} seconds'`),
  'edit a payload': async (g) => void (await set(g, (await anyRow(g, withPayload)).id, `payload = '{"n": ${g.pick(0, 9)}}'`)),
  'edit a payload, its digest and the whole tree': async (g) => {
    const { id } = await anyRow(g, withPayload)
    await set(g, id, `payload = '{"n": -1}', payload_digest = sha256(salt || '{"n": -1}'::bytea)`)
    await reLeaf(g, id)
    await rebuild(g)
  },
  'swap two payloads': async (g) => {
    const [one, other] = await someSealed(g, 2, withPayload)
    await g.sql(
      `update audit_event e set payload = o.payload, salt = o.salt from audit_event o where e.${own(g)} and o.${own(g)} and (e.id, o.id) in ((${one.id}, ${other!.id}), (${other!.id}, ${one.id}))`,
    )
  },
  'swap two payloads with their digests and the whole tree': async (g) => {
    const [one, other] = await someSealed(g, 2, withPayload)
    await g.sql(
      `update audit_event e set payload = o.payload, salt = o.salt, payload_digest = o.payload_digest from audit_event o where e.${own(g)} and o.${own(g)} and (e.id, o.id) in ((${one.id}, ${other!.id}), (${other!.id}, ${one.id}))`,
    )
    for (const { id } of [one, other!]) await reLeaf(g, id)
    await rebuild(g)
  },
  'delete an event': async (g) => void (await g.sql(`delete from audit_event where ${own(g)} and id = ${(await anyRow(g)).id}`)),
  'delete an event and its leaf': async (g) => {
    const { id } = await anyRow(g)
    await g.sql(`delete from audit_event where ${own(g)} and id = ${id}`)
    await g.sql(`delete from audit_leaf where ${own(g)} and event_id = ${id}`)
  },
  'delete an event and close the gap in the tree': async (g) => {
    const { id, position } = await anyRow(g)
    await g.sql(`delete from audit_event where ${own(g)} and id = ${id}`)
    await g.sql(`delete from audit_leaf where ${own(g)} and event_id = ${id}`)
    await g.sql(`update audit_leaf set position = position + 1000000 where ${own(g)} and position > ${position}`)
    await g.sql(`update audit_leaf set position = position - 1000001 where ${own(g)} and position >= 1000000`)
    await rebuild(g)
  },
  'reorder two leaves': async (g) => {
    const [one, other] = await someSealed(g, 2)
    await g.sql(`update audit_leaf set position = 1000000 where ${own(g)} and event_id = ${one.id}`)
    await g.sql(`update audit_leaf set position = ${one.position} where ${own(g)} and event_id = ${other!.id}`)
    await g.sql(`update audit_leaf set position = ${other!.position} where ${own(g)} and event_id = ${one.id}`)
    await rebuild(g)
  },
  'slip an event in among the sealed': async (g) => void (await insertForged(g)),
  'append a forged event to the tree': async (g) => {
    const id = await insertForged(g)
    await g.sql(
      `insert into audit_leaf select agency_id, max(position) + 1, ${id}, '\\x${'00'.repeat(32)}' from audit_leaf where ${own(g)} group by 1`,
    )
    await rebuild(g)
  },
  'add an event that is not sealed yet': async (g) => {
    const [row] = await g.sql(forged(g, 'pg_current_xact_id()'))
    await reLeaf(g, row.id)
  },
  'edit an event that is not sealed yet, and its leaf': async (g) => {
    const id = await anUnsealed(g)
    await set(g, id, "action = 'read nothing'")
    await reLeaf(g, id)
  },
  'delete one of a transaction’s events before it is sealed': async (g) =>
    void (await g.sql(`delete from audit_event where ${own(g)} and id = ${await anUnsealed(g)}`)),
  'move an event to another agency': async (g) => {
    const { id } = await anyRow(g)
    await set(g, id, `agency_id = '${g.w.otherAgencyId}'`)
    await rebuild(g)
  },
  'remove a payload without authority': async (g) =>
    void (await set(g, (await anyRow(g, withPayload)).id, 'payload = null, salt = null')),
  'remove a payload under somebody else’s purge': async (g) => {
    const { id } = await anyRow(g, withPayload)
    await set(g, id, 'payload = null, salt = null')
    await g.sql(`insert into audit_redaction select agency_id, ${id}, id from audit_purge where ${own(g)}`)
  },
  'roll back to an earlier checkpoint': rollBackTo,
  'roll back and go on: a fork': async (g) => {
    await rollBackTo(g)
    for (let n = g.pick(1, 12); n > 0; n--) await g.write()
    await sealEverything(g.seal)
  },
  'restore an old backup': (g) => putBack(g.w, 'older'),
  'restore an old backup and go on': async (g) => {
    await putBack(g.w, 'older')
    for (let n = g.pick(1, 12); n > 0; n--) await g.write()
    await sealEverything(g.seal)
  },
  'wipe the whole audit': async (g) => {
    for (const table of ['audit_event', 'audit_mac', 'audit_seal', 'audit_leaf', 'audit_node', 'audit_checkpoint'])
      await g.sql(`delete from ${table} where ${own(g)}`)
  },
  'truncate the tree': async (g) => {
    const cut = g.pick(1, 9)
    await g.sql(`delete from audit_leaf where ${own(g)} and position >= (select size - ${cut} from audit_seal where ${own(g)})`)
    await rebuild(g)
  },
  'replay a checkpoint': async (g) =>
    void (await g.sql(
      `update audit_checkpoint set note = (select note from audit_checkpoint where ${own(g)} order by size limit 1) where ${own(g)} and size = (select max(size) from audit_checkpoint where ${own(g)})`,
    )),
  'delete checkpoints': async (g) =>
    void (await g.sql(
      `delete from audit_checkpoint where ${own(g)} and size >= (select max(size) from audit_checkpoint where ${own(g)})`,
    )),
  'forge a checkpoint under another key': async (g) => {
    const { id } = await anyRow(g)
    await set(g, id, "action = 'read nothing'")
    await reLeaf(g, id)
    const { keys } = g.w.database
    const note = signNote(textOf({ origin: originOf(keys, g.w.agencyId), ...(await rebuild(g)) }), [
      { name: `continuum/${keys.deployment}`, privateKey: generateKeyPairSync('ed25519').privateKey },
    ])
    await g.sql(
      `update audit_checkpoint set note = $1 where ${own(g)} and size = (select max(size) from audit_checkpoint where ${own(g)})`,
      [note],
    )
  },
}
