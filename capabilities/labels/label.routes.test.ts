// Labels over HTTP and by SQL: what they hide, what inherits them, who may set them, and that a change says why.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../platform/db.ts'
import { world, type Person, type World } from '../../test/world.ts'
import { labels, labelsIn, maskOf } from './label.ts'

let w: World
before(async () => void (w = await world()))
after(() => w.close())

const noteOf = async (caseId: string) => {
  const id = newId()
  await w.onCase('maya', caseId, ({ tx }) => sql`insert into contact (id, case_id, kind, mode, occurred_at, occurred_zone, purpose, narrative, next_step, no_goal_reason, status, signed_at, signed_by, timeliness, participants)
    values (${id}, ${caseId}, 'completed', 'phone', authz.clock(), 'UTC', 'other', 'Spoke of drinking.', 'call', 'none', 'signed', authz.clock(), authz.staff(), 'on-time', '[{"name":"x"}]')`.execute(tx))
  await w.asOwner(`insert into case_event (agency_id, id, client_id, case_id, type, entity, entity_id) select $1, gen_random_uuid(), client_id, id, 'contact.signed', 'contact', $3 from case_record where id = $2`, [w.agencyId, caseId, id])
  return id
}
const sees = async (person: Person, table: string, id: string, column = 'id') =>
  (await w.work(person, ({ tx }) => sql`select 1 from ${sql.ref(table)} where ${sql.ref(column)} = ${id}`.execute(tx))).rows.length > 0
const clear = async (person: Person, label: (typeof labels)[number]) => w.as('ada').post(`/api/staff/${w.staffId[person]}/clearances`, { label, reason: 'Works in the treatment program.' })
const set = (person: Person, clientId: string, kind: string, entityId: string, chosen: string[]) =>
  w.as(person).post(`/api/clients/${clientId}/labels`, { kind, entityId, labels: chosen, source: 'clinician', reason: 'Names treatment for alcohol use.' })

test('the six labels are six bits, there and back', () => {
  for (let mask = 0; mask < 64; mask += 1) assert.equal(maskOf(labelsIn(mask)), mask)
  assert.equal(maskOf(['substance-use']), 1)
})

test('403 without clearance nobody sets a label; with it the note, its story and its children are hidden from colleagues of the same team', async () => {
  const { caseId, clientId } = await w.openCase()
  const note = await noteOf(caseId)
  assert.equal((await set('maya', clientId, 'contact', note, ['substance-use'])).body.code, 'label.needs-clearance')
  assert.equal((await clear('maya', 'substance-use')).status, 201)
  const { status, body } = await set('maya', clientId, 'contact', note, ['substance-use'])
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual([body.rows[0].labels, body.changes[0].reason], [['substance-use'], 'Names treatment for alcohol use.'])
  assert.deepEqual([await sees('maya', 'contact', note), await sees('omar', 'contact', note)], [true, false], 'the program’s supervisor is not cleared')
  assert.deepEqual([await sees('maya', 'case_event', note, 'entity_id'), await sees('omar', 'case_event', note, 'entity_id')], [true, false])
  assert.deepEqual([await sees('omar', 'case_record', caseId), await sees('omar', 'label_change', note, 'entity_id')], [true, false])
  assert.equal((await w.as('omar').get(`/api/clients/${clientId}/labels`)).body.rows.length, 0)
  assert.ok((await w.asOwner(`select from audit_event where action = 'label.set' and entity_id = $1`, [note])).length === 1)
  assert.equal((await set('maya', clientId, 'contact', note, ['substance-use'])).body.code, 'label.same')
})

test('a case hands its labels down to what is there and what comes; below the case they cannot be taken away', async () => {
  const { caseId, clientId } = await w.openCase()
  const note = await noteOf(caseId)
  assert.equal((await set('maya', clientId, 'case', caseId, ['substance-use'])).status, 201)
  assert.equal(await sees('omar', 'case_record', caseId), false)
  const later = await noteOf(caseId)
  assert.deepEqual(await w.asOwner('select labels from contact where id = any($1)', [[note, later]]), [{ labels: 1 }, { labels: 1 }])
  assert.equal((await set('maya', clientId, 'contact', note, [])).body.code, 'label.comes-from-above')
  assert.equal((await set('maya', clientId, 'case', caseId, [])).status, 201)
  assert.deepEqual(await w.asOwner('select labels from contact where id = $1', [note]), [{ labels: 1 }], 'what was labelled stays so until somebody says otherwise')
})

test('whoever answers for a case is cleared for its labels: before labelling it, before taking it, and before a clearance ends', async () => {
  const { caseId, clientId } = await w.openCase()
  assert.equal((await clear('omar', 'hiv')).status, 201)
  assert.equal((await set('omar', clientId, 'case', caseId, ['hiv'])).body.code, 'label.primary-is-not-cleared')
  assert.equal((await set('maya', clientId, 'case', caseId, ['substance-use'])).status, 201)
  const [mine] = (await w.as('ada').get(`/api/staff/${w.staffId.maya}/clearances`)).body
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.maya}/clearances/${mine.id}/ending`, { reason: 'Moves to another team.' })).body.code, 'clearance.answers-for-cases')
})

test('clearance: an administrator grants it with a reason, never to themselves; its end takes effect on the next request', async () => {
  assert.equal((await clear('ada', 'hiv')).body.code, 'clearance.own')
  assert.equal((await w.as('omar').post(`/api/staff/${w.staffId.zoe}/clearances`, { label: 'hiv', reason: 'x y z' })).status, 403)
  await assert.rejects(w.work('ada', ({ tx }) => sql`update staff set clearance = 63 where id = ${w.staffId.zoe}`.execute(tx)), { code: '42501' })
  await assert.rejects(w.work('ada', ({ tx }) => sql`insert into staff_clearance (id, staff_id, label, reason) values (${newId()}, ${w.staffId.ada}, 1, 'mine')`.execute(tx)), /nobody_clears_themselves/)
  const [hiv] = (await w.as('ada').get(`/api/staff/${w.staffId.omar}/clearances`)).body
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.omar}/clearances/${hiv.id}/ending`, { reason: 'Moves to another team.' })).body[0].untilAt !== null, true)
  assert.deepEqual(await w.asOwner('select clearance from staff where id = $1', [w.staffId.omar]), [{ clearance: 0 }])
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.maya}/clearances/${hiv.id}/ending`)).status, 400)
  const all = (await w.as('quinn').get('/api/clearances')).body
  const ended = all.find((each: { id: string }) => each.id === hiv.id)
  assert.deepEqual([all[0].untilAt, ended.staffName, ended.grantedByName, ended.endedByName, ended.endReason], [null, 'Omar Haddad', 'Ada Voss', 'Ada Voss', 'Moves to another team.'])
  assert.equal((await w.as('bea').get('/api/clearances')).body.length, 0)
})

test('by SQL: a change without its reason does not commit, changes nothing else, and never touches the seal', async () => {
  const { caseId, clientId } = await w.openCase()
  const note = await noteOf(caseId)
  const bySql = (statement: ReturnType<typeof sql>) => w.work('maya', ({ tx }) => statement.execute(tx))
  await assert.rejects(bySql(sql`update contact set labels = 1 where id = ${note}`), /label.change-says-why/)
  await assert.rejects(bySql(sql`update contact set labels = 1, narrative = 'else' where id = ${note}`), /label.changes-alone/)
  await assert.rejects(bySql(sql`update contact set labels = 2 where id = ${note}`), { code: '42501' })
  await assert.rejects(bySql(sql`update contact set narrative = 'else' where id = ${note}`), /note.signed-is-immutable/)
  await assert.rejects(bySql(sql`update case_record set labels = 1073741824 where id = ${caseId}`), /confidentiality-is-set-with-a-reason/)
  await assert.rejects(bySql(sql`update case_event set labels = 1 where entity_id = ${note}`), { code: '42501' })
  assert.equal((await set('maya', clientId, 'contact', note, ['substance-use'])).status, 201)
  assert.deepEqual(await w.asOwner('select status, narrative from contact where id = $1', [note]), [{ status: 'signed', narrative: 'Spoke of drinking.' }])
})
