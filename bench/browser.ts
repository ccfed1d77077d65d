// `npm run bench -- browser`: what a case manager with 2,000 open cases waits for in her browser, on a machine four times slower than this one.
// BENCH_REPEATS changes how often each moment is measured, BENCH_SLOWER how many times slower the browser's processor is. The control, a page slowed down on purpose, must be told as too slow.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { ensureChromium } from '../bin/chromium.ts'
import { ground } from '../drill/ground.ts'
import type { Journey } from '../e2e/browser.ts'
import { giveCases, writeCaseload } from './caseload.ts'
import { usualCaseload } from './generate.ts'
import { openClients, openHome, rest, scrollCaseload, typeInNote, type Asked } from './moments.ts'
import { slower, type Frames } from './probe.ts'
import { heading, isKept, lineOf, longestGap, worstSecond, type Moment } from './promise.ts'
import { machine } from './report.ts'

const repeats = Number(process.env['BENCH_REPEATS'] ?? 5)
const clientsEach = 4
const caseloadSize = 2_000
/** Rows of the caseload that may be in the page at once. */
const rowsAtOnce = 80

const most = (limit: number) => ({ most: limit })
const least = (limit: number) => ({ least: limit })

/** Figures come one repetition after the other, so that what else the machine does falls on all moments alike. */
class Findings {
  readonly moments = new Map<string, Moment>()
  add(name: string, unit: string, promised: Moment['promised'], ...values: number[]): void {
    const moment = this.moments.get(name) ?? { name, unit, promised, values: [] }
    moment.values.push(...values)
    this.moments.set(name, moment)
  }
}

function addFrames(found: Findings, what: string, frames: Frames, promised: Moment['promised']): void {
  found.add(`${what}: frames in the worst second`, 'frames', promised, worstSecond(frames))
  found.add(`${what}: longest time between two frames`, 'ms', null, longestGap(frames))
}

const doing = (what: string) => console.log(`${new Date().toTimeString().slice(0, 8)} ${what}`)

async function measureOnce(j: Journey, clientId: string, found: Findings, asked: Asked = {}): Promise<void> {
  doing(`home${asked.onPurpose ? ', slowed down on purpose from here' : ''}`)
  for (const [person, cases] of [
    ['zoe', usualCaseload],
    ['maya', caseloadSize],
  ] as const) {
    const home = await openHome(j, person, asked)
    found.add(`home with ${cases} cases, cache empty`, 'ms', most(1500), home.cold)
    found.add(`home with ${cases} cases, cache filled`, 'ms', most(1500), home.warm)
  }
  doing('opening clients')
  const hand = await openClients(j, clientsEach, asked)
  found.add('client after a click, first of the visit', 'ms', most(300), hand.first)
  found.add('client after a click, next ones', 'ms', most(300), ...hand.next)
  const finger = await openClients(j, clientsEach, { ...asked, aims: false })
  found.add('client after a tap, first of the visit', 'ms', most(300), finger.first)
  found.add('client after a tap, next ones', 'ms', most(300), ...finger.next)
  doing('typing in a note')
  const typed = await typeInNote(j, clientId, 5, asked)
  addFrames(found, 'typing', typed, least(50))
  found.add('typing: key to frame, 16 or less counts 16', 'ms', null, ...(typed.answers.length > 0 ? typed.answers : [16]))
  doing('scrolling the caseload')
  const scrolled = await scrollCaseload(j, asked)
  addFrames(found, 'scrolling', scrolled, least(50))
  found.add('scrolling: looks that found no row', '%', null, (100 * scrolled.blank) / scrolled.looks)
  found.add('scrolling: rows in the page at once', 'rows', most(rowsAtOnce), scrolled.rows)
  found.add('scrolling: from the first case to the last', 's', null, scrolled.seconds)
}

async function measure(j: Journey): Promise<boolean> {
  doing(`writing ${caseloadSize} cases`)
  const [first] = await writeCaseload(j.w, caseloadSize, clientsEach * 2)
  await giveCases(j.w, 'zoe', usualCaseload)
  if (!first) throw new Error('Nobody is on the list.')
  console.log(
    `${caseloadSize} open cases, ${slower} × slower than ${machine()}, ${repeats} repetitions; load average ${loadavg()[0]?.toFixed(1)}`,
  )
  const found = new Findings()
  addFrames(found, 'a page at rest', await rest(j, 5), null)
  for (let each = 0; each < repeats; each++) await measureOnce(j, first.clientId, found)
  console.log(`load average ${loadavg()[0]?.toFixed(1)}\n\n${heading}`)
  for (const moment of found.moments.values()) console.log(lineOf(moment))
  const slowed = new Findings()
  await measureOnce(j, first.clientId, slowed, { onPurpose: true })
  const unseen = [...slowed.moments.values()].filter(
    (moment) => moment.unit !== 'rows' && moment.promised !== null && isKept(moment),
  )
  console.log(
    `\ncontrol, a page slowed down on purpose: ${unseen.length === 0 ? 'every promise is told as missed' : `NOT SEEN in ${unseen.map(({ name }) => name).join('; ')}`}`,
  )
  for (const moment of slowed.moments.values()) if (moment.promised !== null) console.log(lineOf(moment))
  const results = new URL('./results/', import.meta.url)
  mkdirSync(results, { recursive: true })
  const run = {
    at: new Date().toISOString(),
    machine: machine(),
    slower,
    load: loadavg(),
    moments: [...found.moments.values()],
    control: [...slowed.moments.values()],
  }
  writeFileSync(new URL(slower === 4 ? 'browser.json' : `browser-${slower}.json`, results), `${JSON.stringify(run, null, 1)}\n`)
  return unseen.length === 0 && [...found.moments.values()].every(isKept)
}

process.env['CHROMIUM'] = ensureChromium()
if (!process.env['CONTINUUM_WEB_ROOT']) spawnSync(process.execPath, ['bin/build.mjs'], { stdio: 'inherit' })
const { clear } = await ground({ fsync: false, settings: { transaction_timeout: '0', statement_timeout: '0' } })
const { journey } = await import('../e2e/browser.ts')
const j = await journey()
const kept = await measure(j).catch((error: unknown) => {
  console.error(error)
  return false
})
process.on('uncaughtException', () => {}) // what a failed run left open ends with its server
await j.close().catch(() => {})
await clear()
process.exit(kept ? 0 : 1)
