// Finds a Chromium for the journeys, or gets one: Playwright's download where that works, else the system's package manager.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function found(): string | undefined {
  return [process.env['CHROMIUM'], ...usual, chromium.executablePath()].find((path) => path && existsSync(path))
}

const runs = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

function fromSystem(): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...args: string[]) => runs(...([...asRoot, ...args] as [string, ...string[]]))
  return (
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', 'update', '-qq') &&
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  )
}

/** The path of a Chromium; a plain sentence when there is none to be had. */
export function ensureChromium(): string {
  const already = found()
  if (already) return already
  console.log('Getting a Chromium for the journeys (once)…')
  const playwright = new URL('../node_modules/playwright-core/cli.js', import.meta.url).pathname
  if (runs(process.execPath, playwright, 'install', 'chromium') || fromSystem()) {
    const now = found()
    if (now) return now
  }
  throw new Error(
    'The journeys need Chromium and it could not be installed. Install Chromium or Google Chrome, or set CHROMIUM to its path.',
  )
}
