// The moments a case manager waits for her screen, each measured as she would: home, a client, a key in a long note, a long list.
import type { Journey } from '../e2e/browser.ts'
import type { Person } from '../test/world.ts'
import { noteOf } from './caseload.ts'
import { watched, type Frames, type Watched } from './probe.ts'

const workList = 'ul[aria-label="What needs me"] > li'
const caseList = 'ul[data-rows][aria-label="Cases"]'
const clientPage = ['main header h1', 'ol[aria-label="Story, newest first"] li']
export interface Asked {
  /** slowed down on purpose: the control */
  onPurpose?: boolean
}

/** From the navigation to the list on the screen and the first click answered; the browser's cache is empty the first time, filled the second and third. */
export async function openHome(j: Journey, as: Person, asked: Asked = {}): Promise<{ cold: number; warm: number }> {
  const seen = await watched(j, as, asked)
  const cold = await homeOnce(j, seen)
  await homeOnce(j, seen) // the compiled code is kept from the second time on
  const warm = await homeOnce(j, seen)
  await seen.context.close()
  return { cold, warm }
}

async function homeOnce(j: Journey, { page }: Watched): Promise<number> {
  await page.goto('about:blank')
  await page.goto(j.url, { waitUntil: 'commit' })
  const list = await page.evaluate((selector) => window.pace.painted([selector]), workList)
  await page.mouse.click(620, 30) // the search field on top of every screen
  const answered = await page.evaluate(() => window.pace.firstAnswer)
  await page.getByRole('dialog').waitFor()
  return Math.max(list, answered)
}

/** From the click on a row to the header and the first entries of the story; the first one of a visit also fetches the code of the page. */
export async function openClients(
  j: Journey,
  count: number,
  asked: Asked & { aims?: boolean } = {},
): Promise<{ first: number; next: number[] }> {
  const seen = await watched(j, 'maya', asked)
  const { page } = seen
  await page.goto(j.url)
  const times: number[] = []
  for (let row = 0; row < count; row++) {
    await page.locator(`${caseList} > li`).nth(row).waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.querySelector('#caseload')?.scrollIntoView())
    await page.waitForTimeout(1000) // she reads the list
    times.push(await clickRow(seen, row, asked.aims ?? true))
    await page.goBack()
    await page.locator(caseList).waitFor()
  }
  await seen.context.close()
  const [first = NaN, ...next] = times
  return { first, next }
}

/** A hand moves onto the row, rests a fifth of a second and presses for a tenth; a finger (`aims` false) does neither. */
async function clickRow({ page }: Watched, row: number, aims: boolean): Promise<number> {
  const link = page.locator(`${caseList} > li`).nth(row).locator('[data-row-link]')
  const box = await link.boundingBox()
  if (!box) throw new Error('The row is not on the screen.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate((selectors) => window.pace.afterClick(selectors), clientPage)
  if (aims) {
    await page.mouse.move(x, y)
    await page.waitForTimeout(200)
  }
  await page.mouse.click(x, y, { delay: aims ? 80 : 0 })
  return page.evaluate(() => window.pace.clicked ?? NaN)
}

const keysPerSecond = 10

/** Ten keys a second at the end of a note of 3,000 words, while the draft keeps itself. */
export async function typeInNote(j: Journey, clientId: string, seconds: number, asked: Asked = {}): Promise<Frames> {
  const seen = await watched(j, 'maya', asked)
  const { page, cdp } = seen
  await page.goto(`${j.url}/clients/${clientId}/story`)
  const note = page.getByLabel('What happened')
  await note.fill(noteOf(3000))
  await page.getByText(/^Kept on this device/).waitFor()
  await note.press('End')
  await page.waitForTimeout(1000)
  await page.evaluate(() => window.pace.begin())
  const before = (await note.inputValue()).length
  const letters = ' and she said that it is better than in the spring'
  for (let key = 0; key < seconds * keysPerSecond; key++) {
    const text = letters[key % letters.length] ?? ' '
    void cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, key: text })
    void cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
    await page.waitForTimeout(1000 / keysPerSecond)
  }
  const frames = await page.evaluate(() => window.pace.end())
  const written = (await note.inputValue()).length - before
  if (written < seconds * keysPerSecond * 0.9) throw new Error(`Only ${written} letters arrived.`)
  await seen.context.close()
  return frames
}

const pixelsPerSecond = 5000

/** From the first case to the last, as fast as a wheel goes; what has to be fetched on the way is fetched on the way. */
export async function scrollCaseload(j: Journey, asked: Asked = {}): Promise<Frames & { seconds: number }> {
  const seen = await watched(j, 'maya', asked)
  const { page, cdp } = seen
  await page.goto(j.url)
  await page.locator(`${caseList} > li`).first().waitFor()
  await page.locator('#caseload').evaluate((card) => card.scrollIntoView())
  await page.waitForTimeout(1000)
  await page.evaluate((list) => window.pace.begin(list), caseList)
  const began = performance.now()
  for (let place = -1, tries = 0; tries < 3;) {
    await cdp.send('Input.synthesizeScrollGesture', {
      x: 500,
      y: 450,
      yDistance: -pixelsPerSecond,
      speed: pixelsPerSecond,
      gestureSourceType: 'mouse',
    })
    const now = await page.evaluate(() => window.scrollY)
    tries = now > place ? 0 : tries + 1
    place = now
  }
  const seconds = (performance.now() - began) / 1000
  const frames = await page.evaluate(() => window.pace.end())
  await seen.context.close()
  return { ...frames, seconds }
}

/** What a page that does nothing shows: the frames this machine can tell. */
export async function rest(j: Journey, seconds: number): Promise<Frames> {
  const seen = await watched(j, 'maya')
  await seen.page.goto(j.url)
  await seen.page.locator(workList).first().waitFor()
  await seen.page.waitForTimeout(1500)
  await seen.page.evaluate(() => window.pace.begin())
  await seen.page.waitForTimeout(seconds * 1000)
  const frames = await seen.page.evaluate(() => window.pace.end())
  await seen.context.close()
  return frames
}
