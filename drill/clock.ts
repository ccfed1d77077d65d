// The machine's clock jumps ten minutes, a day forward and back under four writers (libfaketime, for database, server and job runner): nothing lost, doubled or falsely alarmed.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Drill } from '../bin/drill.ts'
import { originOf, trustedOf } from '../platform/audit/keys.ts'
import { sealEverything, sealerOf } from '../platform/audit/testing/sealing.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import { readWitness } from '../platform/audit/witness.ts'
import { ground, type Ground } from './ground.ts'
import { startWriters, type Ledger } from './ledger.ts'
import { startProduct, type Product } from './product.ts'
import { lostAndDoubled, settled } from './reckoning.ts'

const library = (): string | undefined =>
  readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'))
    .find((path) => existsSync(path))

const jumps = [
  ['ten minutes forward', '+10m'],
  ['and back', '+0'],
  ['a day forward', '+1d'],
  ['and back', '+0'],
  // A job in hand when the clock is put back was put off until the day that has gone again; it runs when that day comes.
  ['the day comes', '+1d'],
] as const

interface Scene {
  on: Ground
  product: Product
  ledger: Ledger
}

const statusOf = async ({ product }: Scene): Promise<number> => {
  const headers = { cookie: product.cookie }
  return (await fetch(`http://127.0.0.1:${product.port}/api/tasks/mine`, { headers }).catch(() => ({ status: 0 }))).status
}

/** After a jump beyond the idle time whoever was signed in must sign in again: the drill does, as a person would. */
async function signInAgain({ on }: Scene): Promise<void> {
  await on.ask(`update authz.sign_in set last_seen_at = clock_timestamp(), expires_at = clock_timestamp() + interval '12 hours'`)
}

async function jump(scene: Scene, name: string, setClock: () => void): Promise<string[]> {
  setClock()
  const since = performance.now()
  await pause(300)
  const told = await statusOf(scene)
  const signedOut = told === 401
  if (signedOut) await signInAgain(scene)
  const first = await Promise.race([scene.ledger.firstAfter(performance.now()), pause(30_000, Number.NaN)])
  const [clock] = await scene.on.ask<{ at: Date }>('select clock_timestamp() as at')
  console.log(
    `${name.padEnd(20)} it is ${clock?.at.toISOString().slice(0, 16)}; ${signedOut ? 'everybody signs in again' : `the answer is ${told}`}; next save acknowledged after ${(first - since).toFixed(0)} ms`,
  )
  // While signed out a writer is told 401, which is what it should be told.
  const expected = /^401 /
  scene.ledger.complaints.splice(
    0,
    scene.ledger.complaints.length,
    ...scene.ledger.complaints.filter((each) => !expected.test(each)),
  )
  return [
    ...([200, 401, 503].includes(told) ? [] : [`${name}: the answer was ${told}.`]),
    ...(Number.isNaN(first) ? [`${name}: no save was acknowledged within 30 s.`] : []),
    ...(name === 'ten minutes forward' && signedOut ? [`${name}: whoever was at work had to sign in again.`] : []),
  ]
}

async function auditHolds(on: Ground): Promise<string[]> {
  const { world: w } = on
  const seal = sealerOf(w)
  await sealEverything(seal)
  const { keys } = w.database
  const witnessed = readWitness(seal.folder, keys.deployment, w.agencyId)
  const trust = { origin: originOf(keys, w.agencyId), keys: trustedOf(keys), macs: null, witnessed }
  const { findings, sealed } = await w.work('system', ({ tx }) => verifyAudit(tx, trust))
  console.log(`${sealed} events of the audit are sealed; ${findings.length} findings`)
  return findings.slice(0, 3).map((finding) => `The audit: ${JSON.stringify(finding)}`)
}

export const drill: Drill = async () => {
  const faketime = library()
  if (!faketime) throw new Error('libfaketime is not installed (Debian: apt-get install faketime), so no clock can jump.')
  const file = join('/tmp', `continuum-clock-${process.pid}`)
  const setClock = (offset: string) => writeFileSync(file, offset, { mode: 0o644 })
  setClock('+0')
  const environment = {
    LD_PRELOAD: faketime,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DISABLE_SHM: '1',
    // What a machine does, too: the clock of the wall jumps, the one that measures time does not.
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  const on = await ground({ environment, settings: { log_min_messages: 'fatal' } })
  const product = await startProduct(on, environment)
  const scene: Scene = { on, product, ledger: startWriters(product, 4) }
  await pause(1_000)
  const [before] = await on.ask<{ at: Date }>('select clock_timestamp() as at')
  const broken: string[] = []
  for (const [name, offset] of jumps) broken.push(...(await jump(scene, name, () => setClock(offset))))
  await scene.ledger.stop()
  broken.push(...(await lostAndDoubled(on, scene.ledger)))
  if (!(await settled(on))) broken.push('Jobs were still waiting after a minute.')
  const [odd] = await on.ask<{ n: number }>(
    `select count(*)::int as n from case_event e where e.type = 'task.added' and (select count(*) from drill_effect d where d.event_id = e.id) <> 1`,
  )
  if (odd?.n !== 0) broken.push(`${odd?.n} saves were not reacted to exactly once.`)
  const [days] = await on.ask<{ n: number }>(
    'select count(distinct created_at::date)::int as n from task where created_at >= $1',
    [before?.at],
  )
  if ((days?.n ?? 0) < 2) broken.push('No save was made on the other day, so no clock has jumped.')
  broken.push(...(await auditHolds(on)))
  console.log(`${scene.ledger.acknowledged.size} acknowledged saves on ${days?.n} days`)
  await product.end()
  await on.clear()
  if (broken.length > 0) throw new Error(broken.slice(0, 10).join('\n'))
}
