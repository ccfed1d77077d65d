// What looks on from inside the page: when something is painted, how long a click takes to be answered, and every frame between two moments.
import type { BrowserContext, CDPSession } from 'playwright-core'
import type { Journey } from '../e2e/browser.ts'
import type { Person } from '../test/world.ts'

export interface Frames {
  /** when each frame began, milliseconds */
  at: number[]
  /** milliseconds from a key or click to the frame that shows its effect; the browser tells those of 16 ms and more */
  answers: number[]
  /** looks at a list while it moved, how many of them found it empty in the middle of the window, and the most rows it ever had */
  looks: number
  blank: number
  rows: number
}
interface Probe {
  /** milliseconds since the navigation began at which what was waited for stood on the screen */
  painted(selectors: string[]): Promise<number>
  /** from the next click to what was waited for */
  afterClick(selectors: string[]): void
  clicked?: Promise<number>
  firstAnswer: Promise<number>
  begin(list?: string): void
  end(): Frames
}
declare global {
  interface Window {
    pace: Probe
  }
}

/** Runs in the page before its own scripts; may use nothing from outside itself. */
function install(): void {
  const nextPaint = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      }),
    )
  const painted = (selectors: string[]) =>
    new Promise<number>((resolve, reject) => {
      const givesUp = performance.now() + 60_000
      const look = () => {
        const missing = selectors.filter((each) => !document.querySelector(each))
        if (missing.length === 0) return void nextPaint().then(resolve)
        if (performance.now() > givesUp) return reject(new Error(`Not on the screen after a minute: ${missing.join(', ')}`))
        requestAnimationFrame(look)
      }
      look()
    })
  let frames: Frames = { at: [], answers: [], looks: 0, blank: 0, rows: 0 }
  let running = false
  const lookAt = (list: string) => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
    frames.looks += 1
    frames.blank += middle?.closest(`${list} > li`) ? 0 : 1
    frames.rows = Math.max(frames.rows, document.querySelectorAll(`${list} > li`).length)
  }
  window.pace = {
    painted,
    afterClick(selectors) {
      window.pace.clicked = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('Nothing was clicked for a minute.')), 60_000)
        const answered = ({ timeStamp }: MouseEvent) => void painted(selectors).then((at) => resolve(at - timeStamp), reject)
        addEventListener('click', answered, { capture: true, once: true })
      })
    },
    firstAnswer: new Promise((resolve) => {
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) resolve(startTime + duration)
      }).observe({ type: 'first-input', buffered: true })
    }),
    begin(list) {
      frames = { at: [], answers: [], looks: 0, blank: 0, rows: 0 }
      running = true
      let count = 0
      const each = (at: number) => {
        frames.at.push(at)
        if (list && count++ % 4 === 0) lookAt(list)
        if (running) requestAnimationFrame(each)
      }
      requestAnimationFrame(each)
    },
    end() {
      running = false
      return frames
    },
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') frames.answers.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** Takes three of every four milliseconds of the page, and most of a second before each answer of the server: the control, which must be told as too slow. */
function slowDown(): void {
  const busy = (ms: number) => {
    for (const until = performance.now() + ms; performance.now() < until;);
  }
  setInterval(() => busy(60), 80)
  const { fetch } = window
  window.fetch = async (...asked) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    return fetch(...asked)
  }
}

export interface Watched {
  context: BrowserContext
  page: Awaited<ReturnType<Journey['page']>>
  cdp: CDPSession
}

/** How many times slower than this machine the browser's processor is. */
export const slower = Number(process.env['BENCH_SLOWER'] ?? 4)

/** A page of somebody signed in, on the slower machine; the control is slow enough without. */
export async function watched(j: Journey, person: Person, { onPurpose = false } = {}): Promise<Watched> {
  const page = await j.page(person, { motion: true })
  const context = page.context()
  await context.addInitScript(install)
  if (onPurpose) await context.addInitScript(slowDown)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: onPurpose ? 1 : slower })
  return { context, page, cdp }
}
