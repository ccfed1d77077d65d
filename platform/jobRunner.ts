// Keeps one job runner at work: starts it again when it ends by itself, and hands back the jobs of runners that were killed.
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { patientPool } from './jobPool.ts'

export interface JobRunner {
  /** Lets the jobs in hand end first. */
  stop(): Promise<void>
}

/**
 * A killed runner leaves its jobs locked, and the queue would wait four hours before it dares to try them again. Each runner therefore
 * shows itself by the name of one connection; a lock older than five seconds whose holder shows no such connection is given back.
 */
const handBack = `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs
  where locked_by is not null and locked_at < now() - interval '5 seconds'
    and not exists (select from pg_stat_activity a where a.datname = current_database() and a.application_name = 'jobs ' || locked_by)`

/** The connection that shows one runner as living; made again when it breaks. */
function showLiving(connectionString: string, runnerId: string): () => Promise<void> {
  const ended = new AbortController()
  const living = (async () => {
    while (!ended.signal.aborted) {
      const connection = new pg.Client({ connectionString, application_name: `jobs ${runnerId}`, keepAlive: true })
      connection.on('error', () => {})
      try {
        await connection.connect()
        while (!ended.signal.aborted) {
          await connection.query(handBack)
          await pause(2_000, undefined, { signal: ended.signal, ref: false })
        }
      } catch {
        await pause(500, undefined, { ref: false })
      } finally {
        await connection.end().catch(() => {})
      }
    }
  })()
  return async () => {
    ended.abort()
    await living
  }
}

async function start(
  connectionString: string,
  taskList: TaskList,
  crontab: string,
): Promise<{ runner: Runner; end: () => Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  let runnerId = ''
  events.on('pool:create', ({ workerPool }) => (runnerId = workerPool.id))
  const pgPool = patientPool(connectionString)
  const runner = await run({
    pgPool,
    taskList,
    crontab,
    events,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  }).catch(async (error: unknown) => {
    await pgPool.end()
    throw error
  })
  const vanish = showLiving(connectionString, runnerId)
  const letGo = async () => {
    await runner.stop().catch(() => {}) // it may have ended by itself
    await Promise.all([vanish(), pgPool.end()])
  }
  let ended: Promise<void> | undefined
  return { runner, end: () => (ended ??= letGo()) }
}

/** Throws when the first start fails; later it tries again each second for as long as it takes. */
export async function keepJobsRunning(connectionString: string, taskList: TaskList, crontab: string): Promise<JobRunner> {
  let stopped = false
  let current: Awaited<ReturnType<typeof start>> | undefined = await start(connectionString, taskList, crontab)
  const kept = (async () => {
    while (!stopped) {
      await current?.runner.promise.catch(() => {})
      await current?.end()
      current = undefined
      if (stopped) return
      await pause(1_000)
      current = await start(connectionString, taskList, crontab).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      stopped = true
      await current?.end()
      await kept
    },
  }
}
