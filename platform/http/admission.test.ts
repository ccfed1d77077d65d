// Beyond what it can do, the server says so at once; and what it admitted it answers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { capabilities } from '../../capabilities.ts'
import { world, type World } from '../../test/world.ts'
import { turnstile } from './admission.ts'
import { buildServer } from './server.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('so many enter, so many wait, the next is refused at once; who leaves lets the first in line enter', async () => {
  const { enter, leave, full } = turnstile({ atOnce: 2, waiting: 1, waitMs: 5_000 })
  assert.deepEqual(await Promise.all([enter(), enter()]), [true, true])
  const third = enter()
  assert.equal(full(), true)
  assert.equal(await enter(), false)
  leave()
  assert.equal(await third, true)
})

test('nobody waits longer than told, and a place that nobody took is free again', async () => {
  const { enter, leave } = turnstile({ atOnce: 1, waiting: 5, waitMs: 30 })
  await enter()
  assert.equal(await enter(), false)
  leave()
  assert.equal(await enter(), true)
})

test('where work takes longer than it may, fewer are worked on and nobody is let wait in vain; when it is quick again, as many as before', async () => {
  const { enter, leave, full } = turnstile({ atOnce: 10, waiting: 100, waitMs: 20, withinMs: 400 })
  const entered = async (): Promise<number> => {
    let count = 0
    while (await Promise.race([enter(), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 25))])) count += 1
    return count
  }
  assert.equal(await entered(), 10)
  void enter() // somebody waits
  leave(3_000)
  assert.equal(full(), true) // nothing is left of 400 ms and nine are inside, so whoever comes is turned away at once
  assert.equal(await enter(), false)
  for (let round = 0; round < 400; round += 1) {
    leave(5)
    await enter()
  }
  assert.equal(full(), false)
})

/** Many requests at one moment on a server with those limits: how many were answered 200, and what the others were told. */
async function flood(limits: { atOnce: number; waiting: number; waitMs: number }, many: number) {
  const app = await buildServer({ db: w.db, capabilities, admission: limits })
  const cookie = w.cookieOf('maya')
  const replies = await Promise.all(
    Array.from({ length: many }, () => app.inject({ url: '/api/tasks/mine', headers: { cookie } })),
  )
  const again = await app.inject({ url: '/api/tasks/mine', headers: { cookie } })
  await app.close()
  return {
    served: replies.filter(({ statusCode }) => statusCode === 200).length,
    shed: replies.filter(({ statusCode }) => statusCode === 503),
    again,
  }
}

test('503 with Retry-After and a sentence for whoever comes beyond; everybody admitted is served, and so is the next', async () => {
  const { served, shed, again } = await flood({ atOnce: 2, waiting: 2, waitMs: 5_000 }, 40)
  assert.ok(served >= 4 && served + shed.length === 40, `${served} served, ${shed.length} shed`)
  assert.ok(shed.length > 0)
  for (const reply of shed) {
    assert.match(String(reply.headers['retry-after']), /^[1-3]$/)
    assert.deepEqual([reply.json().code, reply.json().title], ['busy', 'Busy'])
  }
  assert.equal(again.statusCode, 200)
})

test('control: without a limit nobody is told to come again', async () => {
  const { served } = await flood({ atOnce: 1_000, waiting: 0, waitMs: 0 }, 40)
  assert.equal(served, 40)
})
