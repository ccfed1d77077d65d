// The quality lead reads the quarter for the county board: figures, what is withheld, and the empty agency.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { quarter } from '../capabilities/gaps/population.testing.ts'
import { journey, looksRight, type Journey } from './browser.ts'

const at = '2026-07-10T15:00:00Z'
let j: Journey
before(async () => {
  j = await journey()
  await j.w.setClock(at)
})
after(() => j.close())

test('SC-12 nothing to count is said; then the quarter shows its shares, and six people are withheld', async () => {
  const page = await j.page('quinn', { at })
  await page.goto(`${j.url}/gaps`)
  await page.getByText('No referral was sent in these days.').waitFor()
  await quarter(j.w)
  await page.goto(`${j.url}/gaps?from=2026-04-01&until=2026-06-30&asOf=2026-07-10&by=area`)
  const table = page.getByRole('group', { name: 'Referrals to services' })
  for (const share of ['73.1 %', '53.6 %', '45.4 %']) await table.getByRole('row', { name: /All together/ }).getByText(share).first().waitFor()
  assert.match(await table.getByRole('row', { name: /450/ }).innerText(), /withheld/)
  assert.doesNotMatch(await table.getByRole('row', { name: /450/ }).innerText(), /%/)
  await page.context().close()

  const administrator = await j.page('ada', { at })
  await administrator.goto(`${j.url}/gaps?from=2026-04-01&until=2026-06-30&asOf=2026-07-10&by=area`)
  await administrator.getByText('Sums of the whole agency; the cases stay closed to you.').waitFor()
  const sums = administrator.getByRole('group', { name: 'Referrals to services' })
  await sums.getByRole('row', { name: /All together/ }).getByText('73.1 %').waitFor()
  assert.match(await sums.getByRole('row', { name: /450/ }).innerText(), /withheld/)
  await administrator.context().close()
})

test('the report is accessible and fits, light and dark, wide and on a phone', () =>
  looksRight(j, 'ada', '/gaps?from=2026-04-01&until=2026-06-30&asOf=2026-07-10&by=need', (page) => page.getByText('Not for a need of the plan').first().waitFor(), at))
