// One address, many doors: all of them lead in, all of them close, and nobody opens what somebody else has opened.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import Fastify from 'fastify'
import { openDoors } from './doors.ts'

const host = '127.0.0.1'

/** Blocks the loop of this process: what a server does that has its hands full. */
function beBusy(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

test('whoever comes to a busy server is let in within few turns of its loop, and every connection is answered', async () => {
  const app = Fastify({ forceCloseConnections: true })
  app.get('/', async () => 'in')
  const { address, close } = await openDoors(app, { host, port: 0 })
  let turns = 0
  let open = true
  const turn = (): void => {
    turns += 1
    beBusy(5)
    if (open) setImmediate(turn)
  }
  const answers = Array.from({ length: 200 }, () =>
    fetch(address, { headers: { connection: 'close' } }).then((reply) => reply.text()),
  )
  turn()
  const said = await Promise.all(answers)
  open = false
  await close()
  assert.deepEqual(new Set(said), new Set(['in']))
  assert.ok(process.platform !== 'linux' || turns < 150, `it took ${turns} turns`)
})

test('what is open cannot be opened again, and what was closed is closed at every door', async () => {
  const app = Fastify({ forceCloseConnections: true })
  app.get('/', async () => 'in')
  const { address, close } = await openDoors(app, { host, port: 0 })
  const port = Number(new URL(address).port)
  const other = Fastify()
  await assert.rejects(openDoors(other, { host, port }), { code: 'EADDRINUSE' })
  await Promise.all(Array.from({ length: 20 }, () => fetch(address).then((reply) => reply.text())))
  await close()
  const refused = await Promise.all(
    Array.from(
      { length: 20 },
      () => new Promise<string>((resolve) => connect(port, host, () => resolve('open')).once('error', () => resolve('closed'))),
    ),
  )
  assert.deepEqual(new Set(refused), new Set(['closed']))
})
