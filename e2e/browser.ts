// A browser on the running product: a server on a port of its own over a fresh database, people signed in, axe and pictures at hand.
import { existsSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import assert from 'node:assert/strict'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { capabilities } from '../capabilities.ts'
import { buildServer } from '../platform/http/server.ts'
import { world, type Person, type World } from '../test/world.ts'

const { AxeBuilder } = createRequire(import.meta.url)('@axe-core/playwright') as typeof import('@axe-core/playwright')

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export interface Look {
  /** 1440 by default; 360 is the phone */
  width?: number
  scheme?: 'light' | 'dark'
  /** fixes the browser's clock, as w.setClock fixes the product's */
  at?: string
  locale?: string
  /** what moves, moves; otherwise everything stands at once */
  motion?: boolean
}

export interface Journey {
  w: World
  url: string
  /** A page of somebody signed in; `null` for somebody who is not. What the page logs as an error fails the test at close. */
  page(person: Person | null, look?: Look): Promise<Page>
  close(): Promise<void>
}

function webRoot(): string {
  const root = process.env['CONTINUUM_WEB_ROOT'] ?? new URL('../dist/web', import.meta.url).pathname
  if (!existsSync(join(root, 'index.html'))) throw new Error('The web app is not built. Run journeys with `npm test -- e2e`, which builds it.')
  return root
}

export async function journey(): Promise<Journey> {
  const w = await world()
  const app = await buildServer({ db: w.db, capabilities, webRoot: webRoot() })
  const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: quiet })
  const broken: string[] = []
  return {
    w,
    url,
    page: async (person, look = {}) => {
      const context = await contextFor(browser, look)
      if (person) {
        const [name = '', value = ''] = w.cookieOf(person).split('=')
        await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }])
      }
      const page = await context.newPage()
      page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
      return page
    },
    close: async () => {
      await pictureOpenPages(browser)
      await browser.close()
      await app.close()
      await w.close()
      assert.deepEqual(broken, [], 'A page threw.')
    },
  }
}

async function contextFor(browser: Browser, { width = 1440, scheme = 'light', at, locale = 'en-US', motion = false }: Look): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: width < 700 ? 780 : 900 }, colorScheme: scheme, locale, timezoneId: 'America/New_York', reducedMotion: motion ? 'no-preference' : 'reduce' })
  if (at) await context.clock.setFixedTime(at)
  return context
}

/** WCAG 2.2 A and AA, and axe's best practices: no violation at all; or only of the rules named. */
export async function accessible(page: Page, rules: string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  const said = violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 140)} ${any[0]?.message ?? ''}`))
  assert.deepEqual(said, [], `axe on ${page.url()}`)
}

/** Nothing is cut off at the right: the page is never wider than the window. */
export async function fits(page: Page): Promise<void> {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const)
  assert.ok(wide <= window, `${page.url()} is ${wide} px wide in a window of ${window} px`)
}

/** A journey closes what it opened, so a page still open is what a failed test was looking at. */
async function pictureOpenPages(browser: Browser): Promise<void> {
  for (const [number, page] of browser.contexts().flatMap((context) => context.pages()).entries())
    console.error(`Left open: ${page.url()}, seen in ${await picture(page, `left-open-${number + 1}`)}`)
}

let folder: string | undefined
/** A picture in a temporary folder (CONTINUUM_PICTURES names another). */
export async function picture(page: Page, name: string): Promise<string> {
  folder ??= process.env['CONTINUUM_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'continuum-pictures-'))
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path })
  return path
}

/** Opens each address at both widths, light and dark: axe finds nothing, nothing is cut off. Only colours differ in the dark, so only they are looked at again. */
export async function looksRight(j: Journey, person: Person | null, path: string, ready: (page: Page) => Promise<unknown>, at?: string): Promise<void> {
  const name = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]+/g, 'id').replaceAll(/\W+/g, '-') || 'home'
  for (const width of [1440, 360]) {
    const page = await j.page(person, { width, ...(at && { at }) })
    await page.goto(j.url + path)
    await ready(page)
    await picture(page, `${name}-${width}-light`)
    await accessible(page)
    await fits(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await picture(page, `${name}-${width}-dark`)
    await accessible(page, ['color-contrast'])
    await page.context().close()
  }
}
