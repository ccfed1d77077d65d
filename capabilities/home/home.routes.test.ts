import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'

let w: World
before(async () => { w = await world() })
after(() => w.close())

test('200 what others did on my cases since I left; not my own acts, not other cases', async () => {
  const { caseId } = await w.openCase()
  await w.as('omar').post(`/api/cases/${caseId}/acuity`, { level: 3, why: 'Two falls this week.' })
  await w.as('maya').post(`/api/cases/${caseId}/acuity`, { level: 2, why: 'The ramp is in.' })
  const mine = (await w.as('maya').get('/api/home/since')).body
  assert.deepEqual(mine.items.map((item: { type: string; staffName: string; clientName: string }) => [item.type, item.staffName, item.clientName]), [['case.acuity-set', 'Omar Haddad', 'Robin Vale']])
  for (const person of ['zoe', 'bea'] as const) assert.deepEqual((await w.as(person).get('/api/home/since')).body.items, [])
})

test('200 looking back ends after a week', async () => {
  const { since } = (await w.as('maya').get('/api/home/since')).body
  assert.ok(Date.now() - Date.parse(since) < 8 * 86_400_000)
})

test('403 the administrator has no cases to look at', async () => {
  assert.equal((await w.as('ada').get('/api/home/since')).status, 403)
})
