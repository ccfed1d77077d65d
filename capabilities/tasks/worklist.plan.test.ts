// The worklist stays an index scan under row-level security, however many tasks the agency has.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { world, type World } from '../../test/world.ts'
import { worklistQuery } from './worklist.store.ts'

let w: World
before(async () => {
  w = await world()
  await w.asOwner(
    `insert into task (agency_id, id, rule, title, about_type, about_id, staff_id, due_on)
     select $1, gen_random_uuid(), 'own', 'One of many', 'task', gen_random_uuid(), (array[$2, $3, $4]::uuid[])[1 + each % 3], current_date + each % 60 from generate_series(1, 20000) each`,
    [w.agencyId, w.staffId.zoe, w.staffId.omar, w.staffId.maya],
  )
  await w.asOwner('analyze task')
})
after(() => w.close())

test('the worklist never scans the table of tasks', async () => {
  const plan = await w.work('maya', async (work) =>
    (await sql<{ queryPlan: string }>`explain (analyze, costs off, timing off, summary off) ${worklistQuery({ staffId: work.staff.id, roles: ['caseManager', 'supervisor'], today: work.today, after: null })}`.execute(work.tx)).rows)
  const lines = plan.map((row) => Object.values(row).join(' '))
  assert.ok(!lines.some((line) => /Seq Scan on task/.test(line)), lines.join('\n'))
  assert.equal(lines.filter((line) => /Index Scan using task_by_harm_for_(staff|role) on task/.test(line)).length, 3, lines.join('\n'))
})
