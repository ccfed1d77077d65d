import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../test/world.ts'
import { loadDirectory } from './directory.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('the invented county: about 150 services, each owned, placed, reachable and verified at some time, under terms of Open Eligibility', async () => {
  const started = performance.now()
  await loadDirectory({ inAgency: (act) => w.work('system', act), settle: () => w.asOwner('analyze') }, '2026-03-02')
  const seconds = (performance.now() - started) / 1000
  const [found] = await w.asOwner(`select count(*)::int as services, count(organization_id)::int as owned, count(verified_at)::int as verified, count(capacity)::int as capacity,
    count(*) filter (where verified_at < '2025-09-01')::int as stale from directory_service`)
  assert.ok(found && found.services >= 145 && found.services <= 165, String(found?.services))
  assert.deepEqual([found.owned, found.verified, found.capacity], [found.services, found.services, found.services])
  assert.ok(found.stale > 5, 'some are stale')
  assert.deepEqual(await w.asOwner(`select name from directory_service s where not exists (select from directory_attribute a where a.link_id = s.id and a.taxonomy_term_id is not null)`), [])
  assert.deepEqual(await w.asOwner(`select outcome, reason, detail from directory_import_remark where outcome = 'refused'`), [])
  assert.ok(seconds < 20, `${seconds.toFixed(1)} s`)
  console.log(`the demonstration's directory took ${seconds.toFixed(1)} s`)
})
