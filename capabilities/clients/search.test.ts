// A search that more people answer than anybody reads: who is shown, and who is never left out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { searchTokens } from '../../platform/crypto/agencyKeys.ts'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
/** Client 0 came first; numbers 3 and 104 are called Even too. */
const crowd = Array.from({ length: 105 }, () => newId())
before(async () => {
  w = await world()
  const { caseId } = await w.openCase({ clientId: crowd[1], displayName: 'Crowd 001' })
  await w.openCase({ clientId: crowd[2], displayName: 'Crowd 002' })
  await w.asOwner(
    `insert into case_team (agency_id, id, case_id, client_id, staff_id, role, reason, from_at)
     values ($1, gen_random_uuid(), $2, $3, $4, 'member', 'helps', now() - interval '1 day')`,
    [w.agencyId, caseId, crowd[1], w.staffId.ines],
  )
  await w.asOwner(
    `insert into client (agency_id, id, display_name, birth_date_precision)
     select $1, id, 'Crowd ' || lpad((n - 1)::text, 3, '0'), 'unknown' from unnest($2::uuid[]) with ordinality x(id, n) on conflict do nothing`,
    [w.agencyId, crowd],
  )
  await w.asOwner(
    `insert into client_search_token (agency_id, client_id, hidden, token)
     select $1, id, false, decode(word, 'hex') from unnest($2::uuid[]) with ordinality x(id, n), unnest($3::text[]) with ordinality y(word, m)
     where m < 3 or n in (4, 105)`,
    [w.agencyId, crowd, await w.work('system', (work) => searchTokens(work, ['p:cr', 'p:crowd', 'p:even']))],
  )
})
after(() => w.close())

const search = async (person: Parameters<World['as']>[0], text: string): Promise<string[]> => {
  const { body } = await w.as(person).get('/api/clients', { 'x-search': encodeURIComponent(text) })
  return body.clients.map(({ displayName }: { displayName: string }) => displayName)
}

test('of more than a hundred those who came last are shown, by name, and always the searcher’s own', async () => {
  assert.deepEqual((await search('quinn', 'cr')).slice(0, 3), ['Crowd 005', 'Crowd 006', 'Crowd 007'])
  assert.deepEqual((await search('ines', 'cr')).slice(0, 3), ['Crowd 001', 'Crowd 005', 'Crowd 006'])
})

test('another word finds whoever it means, however long ago they came, in either order', async () => {
  for (const typed of ['even crowd', 'crowd even', 'cr even', 'even'])
    assert.deepEqual(await search('quinn', typed), ['Crowd 003', 'Crowd 104'], typed)
  assert.deepEqual(await search('quinn', 'crowd even crowx'), [])
})

test('whoever works with clients of their own finds these, and nobody else', async () => {
  assert.deepEqual(await search('maya', 'crowd'), ['Crowd 001', 'Crowd 002'])
  assert.deepEqual(await search('maya', 'crowd even'), [])
  assert.deepEqual(await search('zoe', 'crowd'), [])
})

test('of very many words the first eight are asked for', async () => {
  assert.deepEqual(await search('maya', 'cr '.repeat(66)), ['Crowd 001', 'Crowd 002'])
  assert.deepEqual(await search('maya', `${'cr '.repeat(8)} zz`), ['Crowd 001', 'Crowd 002'])
})
