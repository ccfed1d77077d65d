// The chart, the story and who looked, on a real database.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { announce } from '../../platform/events.ts'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
let caseId: string
let clientId: string
before(async () => {
  w = await world()
  await w.setClock('2026-02-17T18:00:00Z')
  const opened = await w.openCase({ displayName: 'Linda Tran', acuityLevel: 3 })
  caseId = opened.caseId
  clientId = opened.clientId
})
after(() => w.close())

const chart = (person: Parameters<World['as']>[0]) => w.as(person).get(`/api/clients/${clientId}/chart`)
const story = async (query = '') => (await w.as('maya').get(`/api/clients/${clientId}/story${query}`)).body
const call = (more: object = {}) => w.as('maya').post(`/api/cases/${caseId}/contacts`, { kind: 'completed', mode: 'phone', occurredAt: '2026-02-17T17:20:00Z', narrative: 'Spoke.', nextStep: 'Again', sign: true, ...more })

test('200 the chart opens with the client, the case, its people and what is next, in one answer', async () => {
  await w.as('maya').post('/api/tasks', { title: 'Call Dr. Pham', due: '2026-02-19', clientId, caseId })
  const { status, body } = await chart('maya')
  assert.equal(status, 200)
  assert.deepEqual([body.client.displayName, body.inView.status, body.inView.acuityLevel, body.inView.team[0].name], ['Linda Tran', 'active', 3, 'Maya Ortiz'])
  assert.deepEqual(body.inView.next.map(({ title, dueOn }: { title: string; dueOn: string }) => [title, dueOn]), [['Call Dr. Pham', '2026-02-19']])
  assert.equal(body.cases[0].programName, 'Workers’ compensation')
})

test('3.1 the phases follow from the story; nobody sets them', async () => {
  assert.deepEqual((await chart('maya')).body.inView.phases, ['assessing'])
  await w.onCase('maya', caseId, (work) => announce(work, 'assessment.completed', { entity: 'assessment', id: newId() }))
  assert.deepEqual((await chart('maya')).body.inView.phases, ['planning'])
})

test('404 for a colleague outside the team, another agency and a made-up client', async () => {
  for (const path of ['chart', 'story', 'looks']) {
    assert.equal((await w.as('zoe').get(`/api/clients/${clientId}/${path}`)).status, 404)
    assert.equal((await w.as('bea').get(`/api/clients/${clientId}/${path}`)).status, 404)
    assert.equal((await w.as('maya').get(`/api/clients/${newId()}/${path}`)).status, 404)
  }
})

test('200 intake, who may know the client but not the case, gets the page without the case', async () => {
  const { status, body } = await chart('ines')
  assert.equal(status, 200)
  assert.deepEqual([body.inView, body.cases], [null, []])
})

test('the story says who and when, newest first, and filters by kind, person, goal and day', async () => {
  const goalId = newId()
  await call()
  await w.onCase('omar', caseId, (work) => announce(work, 'goal.progressed', { entity: 'goal', id: goalId }, { level: 0 }, { goalId, occurredAt: '2026-02-10T15:00:00Z' }))
  const all = await story()
  assert.deepEqual([all.entries[0].type, all.entries[0].staffName, all.entries[0].details.said], ['assessment.completed', 'Maya Ortiz', undefined])
  const types = async (query: string) => (await story(query)).entries.map(({ type }: { type: string }) => type)
  assert.deepEqual(await types('?kind=contacts'), ['contact.signed'])
  assert.deepEqual(await types(`?staff=${w.staffId.omar}`), ['goal.progressed'])
  assert.deepEqual(await types(`?goal=${goalId}`), ['goal.progressed'])
  assert.deepEqual(await types('?from=2026-02-09&until=2026-02-10'), ['goal.progressed'])
  assert.deepEqual(all.authors.map(({ name }: { name: string }) => name).sort(), ['Maya Ortiz', 'Omar Haddad'])
})

test('pages by cursor hold every entry once, in order, though a newer one arrives between', async () => {
  for (let each = 0; each < 90; each += 1)
    await w.onCase('maya', caseId, (work) => announce(work, 'task.added', { entity: 'task', id: newId() }, { each }, { occurredAt: new Date(Date.UTC(2026, 0, 1, 0, each)).toISOString() }))
  const first = await story('?kind=tasks')
  await w.onCase('maya', caseId, (work) => announce(work, 'task.added', { entity: 'task', id: newId() }, { each: 'new' }))
  const second = await story(`?kind=tasks&after=${encodeURIComponent(first.after)}`)
  const third = await story(`?kind=tasks&after=${encodeURIComponent(second.after)}`)
  const seen = [...first.entries, ...second.entries, ...third.entries].map(({ id }) => id)
  assert.equal(new Set(seen).size, seen.length)
  assert.ok(seen.length >= 90)
  assert.equal(third.after, null)
})

test('who looked names each person once a day, and whether they changed something', async () => {
  await chart('quinn')
  await chart('quinn')
  const { body } = await w.as('omar').get(`/api/clients/${clientId}/looks`)
  const quinn = body.find(({ staffName }: { staffName: string }) => staffName === 'Quinn Abel')
  assert.deepEqual([quinn.times, quinn.changed], [2, false])
  assert.equal(body.find(({ staffName }: { staffName: string }) => staffName === 'Maya Ortiz').changed, true)
})
