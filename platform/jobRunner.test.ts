// A job runner whose database goes away under the jobs in its hands: it begins again by itself, and nothing ends the process.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { keepJobsRunning } from './jobRunner.ts'
import { world, type World } from '../test/world.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

/** As after a crash: nobody is connected any more, and for a moment nobody can connect. */
async function goAway(): Promise<void> {
  await w.asOwner(`alter database ${w.database.name} connection limit 0`)
  await w.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'continuum_jobs'`)
}
const comeBack = () => w.asOwner(`alter database ${w.database.name} connection limit -1`)

async function until(holds: () => boolean): Promise<void> {
  for (const started = Date.now(); !holds() && Date.now() - started < 30_000; ) await pause(50)
  assert.ok(holds(), 'not within half a minute')
}

for (const ending of ['fails', 'succeeds'] as const)
  test(`a job that ${ending} while the database is away is done again, by the same process`, async () => {
    let times = 0
    const cut = async (): Promise<void> => {
      times += 1
      if (times > 1) return
      await goAway()
      setTimeout(() => void comeBack(), 1_000)
      if (ending === 'fails') throw new Error('The database went away.')
    }
    const runner = await keepJobsRunning(w.database.jobsUrl, { cut }, '')
    try {
      await w.asOwner(`select graphile_worker.add_job('cut')`)
      await until(() => times === 2)
    } finally {
      await runner.stop()
    }
  })
