import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2026-02-16T15:00:00Z')
})
after(() => w.close())

let address = 0
/** Each call from another address unless one is named. */
async function ask(changes: object = {}, from = `10.0.0.${++address}`, agency = '?agency=harborview') {
  const payload = {
    id: newId(),
    forWhom: 'me',
    name: 'Ana Reyes',
    help: 'Rent and food for me and my son',
    phone: '(919) 555-0112',
    safe: 'any-way',
    ...changes,
  }
  const reply = await w.app.inject({
    method: 'POST',
    url: `/api/public/self-referral${agency}`,
    remoteAddress: from,
    headers: { 'idempotency-key': newId() },
    payload,
  })
  return { status: reply.statusCode, body: reply.json(), id: payload.id }
}

test('201 a person asks for help without an account and lands in the inbox', async () => {
  const { status, body, id } = await ask({ language: 'es', danger: 'no-shelter-tonight', safe: 'careful', safeHow: 'Text only' })
  assert.deepEqual([status, body], [201, { received: true, agencyName: 'Harborview Case Management' }])
  const { groups } = (await w.as('ines').get('/api/referrals')).body
  const [item] = groups.find((each: { group: string }) => each.group === 'urgent').items
  assert.deepEqual([item.id, item.channel, item.sourceKind, item.name], [id, 'self-referral', 'self', 'Ana Reyes'])
  const tasks = await w.asOwner('select rule, priority from task where about_id = $1 order by rule', [id])
  assert.deepEqual(tasks, [
    { rule: 'reply-to-source', priority: 'routine' },
    { rule: 'safety-response', priority: 'safety' },
  ])
})

test('422 the form names each thing it still needs', async () => {
  const { status, body } = await ask({ phone: null, safe: 'careful' })
  assert.deepEqual(
    [status, body.code, body.issues.map((each: { path: string }) => each.path)],
    [422, 'self-referral.incomplete', ['phone', 'safeHow']],
  )
  assert.equal((await ask({ help: '' })).status, 400)
})

test('201 a machine is thanked and nothing is kept', async () => {
  const { status, id } = await ask({ website: 'http://buy.example' })
  assert.equal(status, 201)
  assert.deepEqual(await w.asOwner('select id from referral where id = $1', [id]), [])
})

test('404 an agency that is not there, or whose page is closed', async () => {
  assert.equal((await ask({}, undefined, '?agency=nowhere')).status, 404)
  await w.asOwner(`update agency set self_referral_open = false where slug = 'bayside'`)
  assert.equal((await ask({}, undefined, '?agency=bayside')).status, 404)
})

test('200 the public page says whose it is and nothing else', async () => {
  const reply = await w.app.inject({ url: '/api/public/self-referral?agency=harborview' })
  assert.deepEqual(reply.json(), { agencyName: 'Harborview Case Management', today: '2026-02-16' })
  assert.equal((await w.app.inject({ url: '/api/referrals' })).statusCode, 401)
})

test('429 one address takes turns: five in a minute', async () => {
  const statuses = []
  for (let n = 0; n < 7; n += 1) statuses.push((await ask({}, '10.9.9.9')).status)
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429])
})

test('429 a flood from many addresses waits', async () => {
  await w.asOwner(`insert into authz.attempt (throttle_key) select 'self-referral ' || $1 from generate_series(1, 60)`, [
    w.agencyId,
  ])
  const { status, body } = await ask()
  assert.deepEqual([status, body.code], [429, 'self-referral.too-many'])
  await w.asOwner('delete from authz.attempt')
})
