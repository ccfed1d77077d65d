// One part of the product as a process of its own, so that a drill can kill it: `node drill/part.ts server` or `jobs`. Not a drill.
import { sql } from 'kysely'
import { capabilities } from '../capabilities.ts'
import { recogniseSystem } from '../platform/access/system.ts'
import type { Capability } from '../platform/capability.ts'
import { openDatabase } from '../platform/db.ts'
import { reactTo } from '../platform/events.ts'
import { buildServer } from '../platform/http/server.ts'
import { runJobs } from '../platform/jobs.ts'
import { migrate } from '../platform/postgres/migrate.ts'

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

const ownerUrl = process.env['DRILL_OWNER_URL'] ?? ''
async function start(): Promise<void> {
  const { appUrl, jobsUrl } = await migrate(ownerUrl)
  const secret = await recogniseSystem(ownerUrl)
  const db = openDatabase(appUrl)
  if (process.argv[2] === 'jobs') await runJobs({ db, secret, capabilities: all, connectionString: jobsUrl })
  else {
    const app = await buildServer({ db, capabilities: all })
    await app.listen({ host: '127.0.0.1', port: Number(process.env['DRILL_PORT']) })
  }
}

/** As a service manager would: a start that finds no database is made again. */
for (let tries = 0; ; tries += 1) {
  try {
    await start()
    break
  } catch (error) {
    if (tries > 100) throw error
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
