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
  await w.asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'continuum_jobs'`,
  )
}
const comeBack = () => w.asOwner(`alter database ${w.database.name} connection limit -1`)

async function queueIsEmpty(): Promise<boolean> {
  const [waiting] = await w.asOwner('select count(*)::integer as jobs from graphile_worker._private_jobs')
  return waiting.jobs === 0
}

for (const [ending, expected] of [
  ['fails', 2],
  ['succeeds', 1],
] as const)
  test(`a job that ${ending} while the database is away is let go of when it is back, by the same process`, async () => {
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
      for (const since = Date.now(); !(await queueIsEmpty()) && Date.now() - since < 30_000;) await pause(100)
      assert.ok(await queueIsEmpty(), 'it still waits after half a minute')
      assert.equal(times, expected)
    } finally {
      await runner.stop()
    }
  })
