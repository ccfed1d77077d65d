// What keeps the screens quick whatever the machine: few rows of a long list are in the page, a letter in a long note draws nothing anew, a record is read ahead only when it is opened.
// How quick they are is measured by `npm run bench -- browser`.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { noteOf, writeCaseload } from '../bench/caseload.ts'
import type { Carried } from '../bench/generate.ts'
import { accessible, journey, type Journey } from './browser.ts'

/** Fewer than the 2,000 of the bench: what is in the page does not depend on it. */
const caseloadSize = 300
let j: Journey
let listed: Carried[]
before(async () => {
  j = await journey()
  listed = await writeCaseload(j.w, caseloadSize, 1)
})
after(() => j.close())

const cases = (page: Page) => page.getByRole('list', { name: 'Cases' }).getByRole('listitem')
const open = async (path = '/'): Promise<Page> => {
  const page = await j.page('maya')
  await page.goto(j.url + path)
  return page
}

/** Scrolls until the place stands still: the last case is there. */
async function toTheEnd(page: Page): Promise<number> {
  let most = 0
  for (let place = -1, still = 0; still < 4; ) {
    const now = await page.evaluate(() => {
      window.scrollBy(0, 20_000)
      return new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.scrollY), 60)))
    })
    most = Math.max(most, await cases(page).count())
    const follows = await page.getByText('More cases follow…').isVisible()
    still = now > place || follows ? 0 : still + 1
    place = now
  }
  return most
}

test('a long caseload: the list goes to its end, each knows its place, and at most 60 rows are in the page', async () => {
  const page = await open()
  await cases(page).first().waitFor()
  const most = await toTheEnd(page)
  assert.ok(most > 10 && most <= 60, `${most} rows`)
  const last = cases(page).last()
  assert.equal(await last.getAttribute('aria-posinset'), String(caseloadSize))
  assert.equal(await last.getAttribute('aria-setsize'), String(caseloadSize))
  await accessible(page)
  // Keyboard: k walks up through rows that were not in the page when it began.
  await last.getByRole('link').focus()
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('k')
    await page.waitForTimeout(20)
  }
  assert.equal(await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset')), String(caseloadSize - 20))
  // A hand that scrolls away does not take the focus: the row stays, and the next key goes on from it.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.waitForTimeout(200)
  assert.equal(await page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset')), String(caseloadSize - 20))
  await page.context().close()
})

test('what the browser searches for and what is printed is the whole list', async () => {
  const page = await open()
  await cases(page).first().waitFor()
  await page.keyboard.press('Control+f')
  await page.waitForFunction((size) => document.querySelectorAll('ul[aria-label="Cases"] > li').length === size, caseloadSize)
  await page.context().close()
  const printed = await open()
  await cases(printed).first().waitFor()
  const before = await cases(printed).count()
  await printed.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  assert.ok((await cases(printed).count()) > before)
  await printed.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await printed.waitForFunction((few) => document.querySelectorAll('ul[aria-label="Cases"] > li').length <= few + 10, before)
  await printed.context().close()
})

/** How often something in the page was drawn anew while twenty letters were written, counted as changes of the document outside the field. */
async function changesWhileWriting(page: Page, words: number): Promise<{ inStory: number; around: number }> {
  const note = page.getByLabel('What happened')
  await note.fill(noteOf(words))
  await page.getByText(/^Kept on this device/).waitFor()
  await page.waitForTimeout(1200)
  await page.evaluate(() => {
    const seen = { inStory: 0, around: 0 }
    Object.assign(window, { seen })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        if (element?.closest('ol')) seen.inStory += 1
        else if (!element?.closest('textarea, [role="status"]')) seen.around += 1
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await note.press('End')
  await note.pressSequentially('twenty letters more…', { delay: 30 })
  await page.waitForTimeout(300)
  return page.evaluate(() => (window as unknown as { seen: { inStory: number; around: number } }).seen)
}

test('a letter in a note of 3,000 words measures nothing and draws nothing of the story anew; what is signed has the last letter', async () => {
  const { caseId, clientId } = listed[0] ?? assert.fail('nobody')
  const page = await open(`/clients/${clientId}/story?case=${caseId}`)
  await page.locator('ol[aria-label="Story, newest first"] li').nth(19).waitFor()
  const { inStory, around } = await changesWhileWriting(page, 3000)
  assert.equal(inStory, 0)
  assert.ok(around <= 6, `${around} changes around the field for twenty letters`)
  assert.equal(await page.locator('textarea').count(), 1, 'no second field that measures')
  await page.getByLabel('What happened').press('End')
  await page.keyboard.type('.')
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await page.getByText('The draft is kept.').waitFor()
  const [saved] = await j.w.asOwner("select narrative from contact where status = 'draft' and case_id = $1", [caseId])
  assert.ok(saved.narrative.endsWith('twenty letters more….'), saved.narrative.slice(-40))
  assert.equal(await page.getByLabel('What happened').inputValue(), '')
  await page.context().close()
})

test('a hand over a row fetches code and no record; a click asks for chart and story at once', async () => {
  const page = await open()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.includes('/clients/') || /ClientFrame|StoryTab/.test(pathname)) asked.push(pathname)
  })
  const link = cases(page).first().getByRole('link')
  await link.hover()
  await page.waitForTimeout(500)
  assert.ok(asked.some((path) => path.includes('StoryTab')), 'the code is there before the click')
  assert.deepEqual(asked.filter((path) => path.startsWith('/api')), [], 'nobody is told as looked at')
  await link.click()
  await page.locator('ol[aria-label="Story, newest first"] li').first().waitFor()
  const records = asked.filter((path) => path.startsWith('/api')).map((path) => path.split('/').at(-1))
  assert.deepEqual(records, ['chart', 'story'])
  await page.context().close()
})
