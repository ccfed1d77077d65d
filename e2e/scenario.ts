// What the whole journeys of the practice scenarios have in common: moving the calendar, choosing from lists, writing a note, closing.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Person } from '../test/world.ts'
import { journey, type Journey } from './browser.ts'

export interface Scenario {
  j: Journey
  /** The day and hour it is now, in the product and in every browser opened from now on. */
  on(at: string): Promise<void>
  open(person: Person, path: string, heading?: string | RegExp): Promise<Page>
  choose(page: Page, label: string, option: string | RegExp): Promise<void>
  /** Opens a page, does something, closes it. */
  visit(person: Person, path: string, act: (page: Page) => Promise<void>): Promise<void>
  dueOf(caseId: string, rule: string): Promise<{ status: string; due: string }[]>
}

export async function scenario(): Promise<Scenario> {
  const j = await journey()
  let now = ''
  const open: Scenario['open'] = async (person, path, heading) => {
    const page = await j.page(person, { at: now })
    page.setDefaultTimeout(45_000)
    await page.goto(j.url + path)
    if (heading) await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    return page
  }
  return {
    j,
    open,
    on: async (at) => {
      now = at
      await j.w.setClock(at)
    },
    choose: async (page, label, option) => {
      await page.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', typeof option === 'string' ? { name: option, exact: true } : { name: option }).click()
    },
    visit: async (person, path, act) => {
      const page = await open(person, path)
      await act(page)
      await page.context().close()
    },
    dueOf: (caseId, rule) =>
      j.w.asOwner('select status, due_on::text as due from task where case_id = $1 and rule = $2 order by created_at', [
        caseId,
        rule,
      ]),
  }
}

/** The comprehensive assessment of the case is completed in the record. */
export async function completed({ j }: Scenario, caseId: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [done] = await j.w.asOwner("select 1 from task where case_id = $1 and rule = 'assessment-due' and status = 'done'", [
      caseId,
    ])
    if (done) return
    await new Promise((soon) => setTimeout(soon, 100))
  }
  throw new Error('The assessment was not completed.')
}

/** Role disclosure and rights notice on the Consents tab, as the footing asks for them. */
export async function giveNotices(page: Page): Promise<void> {
  const footing = page.getByRole('region', { name: 'On what footing we work' })
  for (const [kind, stillMissing] of [
    ['Role disclosure given', 2],
    ['Rights and privacy notice given', 1],
  ] as const) {
    for (let tries = 0; (await footing.getByText('Missing').count()) !== stillMissing && tries < 300; tries += 1)
      await page.waitForTimeout(100)
    await footing.getByRole('button', { name: 'Record' }).first().click()
    const form = page.getByRole('region', { name: kind })
    await form.getByLabel('Which version of the notice?').fill('NC 2026')
    await form.getByRole('button', { name: 'Record' }).click()
    await form.waitFor({ state: 'detached' })
  }
}

export interface Written {
  reason: string
  why: string
  toldOn: string
  disposition: string
  words: string
}

/** From the decision to close to the closed case, by two people, with what is missing listed in between. */
export async function closeTheCase(
  { open, choose, j }: Scenario,
  path: string,
  caseId: string,
  { reason, why, toldOn, disposition, words }: Written,
): Promise<void> {
  const page = await open('maya', path)
  await choose(page, 'Why does it close?', reason)
  await page.getByLabel('Why is now the right time?').fill(why)
  await page.getByRole('button', { name: 'Begin closing' }).click()
  await page.getByRole('alert').getByText('Tell the client first').waitFor()
  await page.getByLabel('The client was told on').fill(toldOn)
  await page.getByRole('button', { name: 'Begin closing' }).click()
  await page.getByText('What we did together').waitFor()
  await choose(page, 'Where the person is now', disposition)
  await page.getByLabel('What the client says about closing, in their words').fill(words)
  await page.getByLabel('What the person does themselves').fill('Keeps the exercises and the appointments')
  const back = page.getByLabel('How and when they can come back')
  if ((await back.inputValue()) === '') await back.fill('Call any time; within 30 days no new referral is needed')
  await page.getByLabel('Warning signs, and whom to call').fill('Pain that does not pass in a week: call the clinic')
  await page.getByLabel('How it goes on: the aftercare or transition plan').fill('The clinic looks again in six weeks')
  await choose(page, 'What became of the time', 'Billed')
  const outcome = page.getByLabel('Where there is no final measure: why')
  if (await outcome.count()) await outcome.fill('One screen only; nothing to compare')
  await page.getByText('Everything is saved').waitFor()
  await page.getByRole('button', { name: 'Sign the summary' }).click()
  await page.getByText('Waiting for a supervisor').waitFor()
  const omar = await open('omar', path, /./)
  await omar.getByRole('button', { name: 'Sign off' }).click()
  await omar.getByText('Signed off by Omar Haddad').first().waitFor()
  await page.getByRole('button', { name: 'Close the case' }).click()
  await page.getByText('The case is closed.').waitFor()
  assert.deepEqual(await j.w.asOwner('select status from case_record where id = $1', [caseId]), [{ status: 'closed' }])
  await page.context().close()
  await omar.context().close()
}
