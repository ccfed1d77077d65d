// kill -9 of server, job runner and PostgreSQL at random moments under eight writers; nothing acknowledged is lost, nothing done twice.
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import type { Drill } from '../bin/drill.ts'
import { family, freePort, ground, killHard, quantile, startPart, within, type Ground, type Part } from './ground.ts'
import { startWriters, type Ledger } from './ledger.ts'
import { brokenPages, lostAndDoubled, settled } from './reckoning.ts'

const victims = ['server', 'jobs', 'database', 'backend', 'everything'] as const
type Victim = (typeof victims)[number]

/** The seeded fault: commits are answered before they are on disk. The reckoning must find what that loses. */
const careless = { synchronous_commit: 'off', wal_writer_delay: '10s', checkpoint_timeout: '1h' }

interface Stage {
  on: Ground
  parts: Record<'server' | 'jobs', Part>
  env: Record<string, string>
}

/** Kills without a word and starts again at once. Answers when the start was asked for. */
async function strike({ on, parts, env }: Stage, victim: Victim): Promise<number> {
  const [postmaster = 0, ...backends] = family(on.database().pid)
  if (victim === 'backend') killHard(backends.slice(-1))
  if (victim === 'database' || victim === 'everything') killHard([postmaster, ...backends])
  const dead = (['server', 'jobs'] as const).filter((name) => victim === name || victim === 'everything')
  await Promise.all(dead.map((name) => parts[name].kill()))
  const since = performance.now()
  for (const name of dead) parts[name] = startPart(name, env)
  if (victim === 'database' || victim === 'everything') await on.startDatabase()
  return since
}

async function prepare(settings: Record<string, string>): Promise<Stage & { ledger: Ledger }> {
  const on = await ground({ settings: { ...settings, log_min_messages: 'fatal' } })
  await on.ask('create table drill_effect (event_id uuid not null); grant insert on drill_effect to continuum_app')
  const { caseId, clientId } = await on.world.openCase()
  await on.ask('checkpoint') // what the drill itself wrote is not at stake
  const port = await freePort()
  const env = { DRILL_OWNER_URL: on.world.database.ownerUrl, DRILL_PORT: String(port), LOG_LEVEL: 'silent' }
  const parts = { server: startPart('server', env), jobs: startPart('jobs', env) }
  const up = await within(20_000, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
  if (!up) throw new Error('The server did not start.')
  return { on, parts, env, ledger: startWriters({ port, cookie: on.world.cookieOf('maya'), caseId, clientId }, 8) }
}

/** The first save after a restart is acknowledged within this time, nineteen times of twenty. */
const promisedMs = 2_000
const enoughForQuantile = 20

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '100' },
      careless: { type: 'boolean', default: false },
      each: { type: 'boolean', default: false },
    },
  })
  const rounds = Number(values.rounds)
  const stage = await prepare(values.careless ? careless : {})
  const { on, parts, ledger } = stage
  const waits: number[] = []
  const broken: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    await pause(150 + Math.random() * 500)
    const victim = values.careless ? 'database' : (victims[round % victims.length] ?? 'server')
    const since = await strike(stage, victim)
    const first = await Promise.race([ledger.firstAfter(since), pause(30_000, Number.NaN)])
    if (Number.isNaN(first))
      throw new Error(`Round ${round + 1} (${victim}): no save was acknowledged within 30 s of the restart.`)
    if (victim !== 'jobs') waits.push(first - since)
    if (values.each) console.log(`${victim.padEnd(12)}${(first - since).toFixed(0).padStart(6)} ms`)
    const told = [...(await lostAndDoubled(on, ledger)), ...endedByThemselves(parts)]
    broken.push(...told.map((each) => `Round ${round + 1} (${victim}): ${each}`))
    if (broken.length > 0) break
  }
  await ledger.stop()
  const drained = broken.length > 0 || (await settled(on))
  broken.push(...(await lostAndDoubled(on, ledger)), ...(await brokenPages(on)))
  if (!drained) broken.push('Jobs were still waiting after a minute.')
  if (broken.length === 0) broken.push(...(await effectsDone(on)))
  console.log(`${waits.length} restarts, ${ledger.acknowledged.size} acknowledged saves`)
  const slow = quantile(waits, 0.95)
  console.log(
    `First new acknowledgement after a restart: median ${quantile(waits, 0.5).toFixed(0)} ms, p95 ${slow.toFixed(0)} ms, worst ${Math.max(...waits).toFixed(0)} ms`,
  )
  if (waits.length >= enoughForQuantile && slow > promisedMs)
    broken.push(`After one restart in twenty the first save took ${slow.toFixed(0)} ms or longer, promised ${promisedMs}.`)
  await Promise.all([parts.server.kill(), parts.jobs.kill()])
  await on.clear()
  if (broken.length > 0) throw new Error(broken.slice(0, 10).join('\n'))
}

/** Nobody struck them, or they were started again: whatever else was killed, they must live on. */
function endedByThemselves(parts: Stage['parts']): string[] {
  return Object.entries(parts)
    .filter(([, { child }]) => child.exitCode !== null || child.signalCode !== null)
    .map(([name, { child }]) => `The part "${name}" ended by itself (${child.exitCode ?? child.signalCode}).`)
}

/** Each task's one event was reacted to exactly once. */
async function effectsDone(on: Ground): Promise<string[]> {
  const [counted] = await on.ask<{ events: number; missing: number; doubled: number }>(`
    with times as (select e.id, (select count(*) from drill_effect d where d.event_id = e.id) as n from case_event e where e.type = 'task.added')
    select count(*)::int as events, count(*) filter (where n = 0)::int as missing, count(*) filter (where n > 1)::int as doubled from times`)
  if (!counted || counted.events === 0) return ['No event to react to was found.']
  console.log(`${counted.events} events, each reacted to once: ${counted.missing} missing, ${counted.doubled} doubled`)
  return counted.missing + counted.doubled > 0 ? [`${counted.missing} effects are missing and ${counted.doubled} doubled.`] : []
}
