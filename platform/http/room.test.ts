// Little room: saves are refused with the reason, reading and signing in go on, and with room everything goes on by itself.
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { capabilities } from '../../capabilities.ts'
import { world, type World } from '../../test/world.ts'
import { roomOn } from './room.ts'
import { buildServer } from './server.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('a disk with room is not short of it; one that should have more than any has is', () => {
  assert.deepEqual([roomOn(tmpdir(), 1).isShort(), roomOn(tmpdir(), 2 ** 60).isShort()], [false, true])
})

test('503 storage-full with Retry-After for a save while room is short; reads are answered; a save goes through when there is room', async () => {
  let short = true
  const app = await buildServer({ db: w.db, capabilities, room: { isShort: () => short } })
  const headers = { cookie: w.cookieOf('maya'), 'idempotency-key': 'a-key-of-its-own' }
  const save = () =>
    app.inject({ method: 'POST', url: '/api/tasks', headers, payload: { title: 'Call back', due: '2099-01-05' } })
  const refused = await save()
  assert.deepEqual([refused.statusCode, refused.json().code, refused.headers['retry-after']], [503, 'storage-full', '2'])
  assert.match(refused.json().detail, /Nothing was changed/)
  assert.equal((await app.inject({ url: '/api/tasks/mine', headers })).statusCode, 200)
  const signIn = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { email: 'nobody@example.org', password: 'x' },
  })
  assert.notEqual(signIn.statusCode, 503)
  short = false
  assert.equal((await save()).statusCode, 201)
  assert.equal((await w.asOwner("select from task where title = 'Call back'")).length, 1)
  await app.close()
})
