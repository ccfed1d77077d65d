// A note being written outlives signing out, a reload, a crash of the tab, a lost network and somebody who saved first; and nobody else finds it on the machine.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { accessible, journey, picture, type Journey } from './browser.ts'

let j: Journey
let ids: { caseId: string; clientId: string }

before(async () => {
  j = await journey()
})
after(() => j.close())

/** A case of its own for each test, so that no draft of another stands in it. */
async function begin(): Promise<Page> {
  ids = await j.w.openCase({ displayName: 'Linda Tran' })
  return open(await j.page('maya'))
}
async function open(page: Page): Promise<Page> {
  await page.goto(`${j.url}/clients/${ids.clientId}/story?case=${ids.caseId}`)
  await note(page).waitFor()
  return page
}
const note = (page: Page) => page.getByLabel('What happened')
const write = async (page: Page, words: string) => {
  await note(page).fill(words)
  await page.getByText(/^Kept on this device/).waitFor()
}
/** The draft stands there again, and the page says from when it is. */
async function offered(page: Page, words: string): Promise<void> {
  await page.getByRole('group', { name: 'A note not yet saved' }).waitFor()
  assert.equal(await note(page).inputValue(), words)
}
const saved = (words: string) => j.w.asOwner('select id, status from contact where narrative = $1', [words])
async function signInAs(context: BrowserContext, person: 'maya' | 'omar'): Promise<void> {
  const [name = '', value = ''] = j.w.cookieOf(person).split('=')
  await context.clearCookies()
  await context.addCookies([{ name, value, url: j.url, httpOnly: true, sameSite: 'Strict' }])
}
/** Everything IndexedDB holds at this address, as the letters that can be read in it. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => { request.onsuccess = () => resolve(request.result) })
    let found = ''
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const [keys, values] = await Promise.all([asked(database.transaction(store).objectStore(store).getAllKeys()), asked(database.transaction(store).objectStore(store).getAll())])
        found += JSON.stringify(keys)
        for (const value of values) found += typeof value === 'object' ? Object.values(value).map((part) => (part instanceof ArrayBuffer ? new TextDecoder().decode(part) : String(part))).join(' ') : String(value)
      }
    }
    return found
  })

test('reload: the words are there, the page says from when, and discarding them can be taken back', async () => {
  const page = await begin()
  await write(page, 'She walked to the shop.')
  await page.reload()
  await offered(page, 'She walked to the shop.')
  await picture(page, 'draft-found')
  await accessible(page)
  await page.getByRole('button', { name: 'Discard' }).click()
  assert.equal(await note(page).inputValue(), '')
  await page.getByRole('button', { name: 'Undo' }).click()
  assert.equal(await note(page).inputValue(), 'She walked to the shop.')
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await page.getByText('The draft is kept.').waitFor()
  await page.reload()
  await note(page).waitFor()
  await page.getByText('Not signed yet:').waitFor()
  assert.equal(await page.getByRole('group', { name: 'A note not yet saved' }).count(), 0)
  await page.context().close()
})

test('control: where the browser keeps nothing, the words are gone after a reload, and the page had said so', async () => {
  const page = await j.page('maya')
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('No room.', 'QuotaExceededError') }
  })
  ids = await j.w.openCase({ displayName: 'Linda Tran' })
  await open(page)
  await note(page).fill('Nobody keeps this.')
  await page.getByText(/^This device cannot keep/).waitFor()
  await page.reload()
  await note(page).waitFor()
  await page.waitForTimeout(500)
  assert.equal(await note(page).inputValue(), '')
  await page.context().close()
})

test('signing out: the words wait for who wrote them; whoever signs in next on this machine finds neither them nor their letters', async () => {
  const page = await begin()
  const context = page.context()
  await note(page).fill('Her sister does not know.')
  await page.getByRole('button', { name: /Maya Ortiz/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByLabel('E-mail').waitFor()
  assert.doesNotMatch(await onDevice(page), /sister/)
  await signInAs(context, 'omar')
  await open(page)
  await page.waitForTimeout(300)
  assert.equal(await note(page).inputValue(), '')
  const found = await onDevice(page)
  assert.match(found, /draft:/)
  assert.doesNotMatch(found, /sister/)
  await j.w.asOwner('update authz.sign_in set ended_at = null where staff_id = $1', [j.w.staffId.maya])
  await signInAs(context, 'maya')
  await open(page)
  await offered(page, 'Her sister does not know.')
  await context.close()
})

test('crash of the tab: the next tab has the words', async () => {
  const page = await begin()
  const context = page.context()
  await write(page, 'He fell in the kitchen.')
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  const next = await open(await context.newPage())
  await offered(next, 'He fell in the kitchen.')
  await context.close()
})

test('lost network: it says that the words are kept here, goes on by itself when the network is back, and saves once', async () => {
  const page = await begin()
  const context = page.context()
  await write(page, 'Bus line 14 still runs.')
  await context.setOffline(true)
  await page.getByText('No network. What you write is kept on this device').waitFor()
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await page.getByText('Saving… It is kept on this device').waitFor()
  assert.match(await onDevice(page), /draft:/)
  assert.equal((await saved('Bus line 14 still runs.')).length, 0)
  await context.setOffline(false)
  await page.getByText('The draft is kept.').waitFor()
  assert.equal((await saved('Bus line 14 still runs.')).length, 1)
  assert.doesNotMatch(await onDevice(page), /draft:/)
  await context.close()
})

test('409: what was typed and what was saved meanwhile stand side by side; closing loses nothing, and mine is saved over it when I say so', async () => {
  const page = await begin()
  const path = `/api/cases/${ids.caseId}/contacts`
  const kept = await j.w.as('maya').post(path, { kind: 'completed', mode: 'phone', narrative: 'First words.', occurredAt: '2026-02-17T15:00:00Z' })
  assert.equal(kept.status, 201)
  await page.reload()
  await page.getByRole('button', { name: 'Open and sign' }).click()
  await write(page, 'Mine, typed here.')
  const { id: _, version, status: _status, ...content } = kept.body
  assert.equal((await j.w.as('maya').patch(`${path}/${kept.body.id}`, { ...content, narrative: 'Theirs, saved first.' }, { ifMatch: version })).status, 200)
  await page.getByRole('button', { name: 'Keep draft' }).click()
  const dialog = page.getByRole('dialog', { name: 'Someone saved this a moment before you' })
  await dialog.getByRole('region', { name: 'Saved' }).getByText('Theirs, saved first.').waitFor()
  await dialog.getByRole('region', { name: 'Yours' }).getByText('Mine, typed here.').waitFor()
  await picture(page, 'draft-conflict')
  await accessible(page)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  assert.equal(await note(page).inputValue(), 'Mine, typed here.')
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await dialog.getByRole('button', { name: 'Save mine over it' }).click()
  await page.getByText('The draft is kept.').waitFor()
  assert.deepEqual(await saved('Mine, typed here.'), [{ id: kept.body.id, status: 'draft' }])
  await page.context().close()
})

test('409: a note that was signed meanwhile stays as it is, and mine becomes a note of its own', async () => {
  const page = await begin()
  const path = `/api/cases/${ids.caseId}/contacts`
  const kept = await j.w.as('maya').post(path, { kind: 'attempt', mode: 'phone', attemptResult: 'no-answer', narrative: 'Rang twice.', occurredAt: '2026-02-17T15:00:00Z' })
  await page.reload()
  await page.getByRole('button', { name: 'Open and sign' }).click()
  await write(page, 'Rang twice, and once more.')
  assert.equal((await j.w.as('maya').post(`${path}/${kept.body.id}/signature`, { lateReason: 'On leave.' })).status, 201)
  await page.getByRole('button', { name: 'Keep draft' }).click()
  const dialog = page.getByRole('dialog', { name: 'Someone saved this a moment before you' })
  await dialog.getByText('Signed by Maya Ortiz').waitFor()
  await dialog.getByRole('button', { name: 'Keep mine as a new note' }).click()
  await page.getByRole('button', { name: 'Keep draft' }).click()
  await page.getByText('The draft is kept.').waitFor()
  assert.equal((await saved('Rang twice.'))[0].status, 'signed')
  assert.equal((await saved('Rang twice, and once more.'))[0].status, 'draft')
  await page.context().close()
})
