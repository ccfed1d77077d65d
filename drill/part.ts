// One part of the product as a process of its own, so that a drill can kill it: `node drill/part.ts server` or `jobs`. Not a drill.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { capabilities } from '../capabilities.ts'
import { recogniseSystem } from '../platform/access/system.ts'
import type { Capability } from '../platform/capability.ts'
import { newId, openDatabase } from '../platform/db.ts'
import { reactTo } from '../platform/events.ts'
import { openDoors } from '../platform/http/doors.ts'
import { roomOn } from '../platform/http/room.ts'
import { buildServer } from '../platform/http/server.ts'
import { runJobs } from '../platform/jobs.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { urlOf } from '../platform/postgres/roles.ts'

/** Counts every task that was added, once for each time it runs: a table of the drill, with nothing to hide a second time. */
const counting: Capability = {
  name: 'drill',
  reactions: {
    'task.added': async (work, event) => {
      await sql`insert into drill_effect (event_id) values (${event.id})`.execute(work.tx)
    },
  },
}
const all = [...capabilities, counting]
reactTo(['task.added'])

/** The seeded fault: a save that could not be saved is answered as if it were. */
function acknowledgeAnything(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, body) => {
    if (request.method !== 'POST' || reply.statusCode !== 503) return body
    void reply.code(201).removeHeader('content-length')
    return JSON.stringify({ id: newId() })
  })
}

/** The seeded fault of a soak: each answer leaves a kilobyte behind. */
const leaked: Buffer[] = []
function leak(app: FastifyInstance): void {
  app.addHook('onResponse', async () => void leaked.push(Buffer.alloc(1_024, leaked.length)))
}

/** A soak measures what is held, so what is not is collected every two seconds. */
function collectOften(): void {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  setInterval(collect, 2_000).unref()
}
if (process.env['DRILL_COLLECT']) collectOften()

const ownerUrl = process.env['DRILL_OWNER_URL'] ?? ''

/** As a service manager would: what finds no database is tried again. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await act()
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
}

async function startJobs(): Promise<void> {
  const { jobsUrl } = await patiently(() => migrate(ownerUrl))
  const secret = await patiently(() => recogniseSystem(ownerUrl))
  await patiently(() => runJobs({ db, secret, capabilities: all, connectionString: jobsUrl }))
}

/** As installation.ts does: put together while the database is brought up to date. */
async function startServer(): Promise<void> {
  const watched = process.env['DRILL_ROOM'] ? { room: roomOn(process.env['CONTINUUM_DATA'] ?? '') } : {}
  const [app] = await Promise.all([buildServer({ db, capabilities: all, ...watched }), patiently(() => migrate(ownerUrl))])
  if (process.env['DRILL_LEAK']) leak(app)
  if (process.env['DRILL_CARELESS']) acknowledgeAnything(app)
  await openDoors(app, { host: '127.0.0.1', port: Number(process.env['DRILL_PORT']) })
}

const db = openDatabase(urlOf('continuum_app', ownerUrl))
await (process.argv[2] === 'jobs' ? startJobs() : startServer())
