import { expect, test } from 'vitest'
import { show } from '../../../web/testing/show.tsx'
import type { GapReport, GapRow } from '../gap.ts'
import GapsScreen from './GapsScreen.tsx'

const row = (stratum: string | null, sent: number | null, accepted: number | null): GapRow => ({
  stratum, sent, accepted, rejected: null, unanswered: null, withdrawn: 0, outcome: null, closed: null, reached: null, met: null, daysToAnswer: null, daysToAccept: null, daysToReach: null, reasons: [],
})
const report = (change: Partial<GapReport> = {}): GapReport => ({
  question: { from: '2026-01-01', until: '2026-02-17', asOf: '2026-02-17', by: 'need' }, over: 'cases', sentUntil: '2026-01-18', reasons: [],
  rows: [row('', null, null), row('behavioral-health', 96, 31), row(null, 412, 301)],
  unmet: { reasons: ['no-capacity'], rows: [{ stratum: 'transport', all: 27, reasons: [27] }, { stratum: null, all: 27, reasons: [27] }] }, ...change,
})
const at = (answer: GapReport) => show(<GapsScreen />, { at: '/?by=need', server: { 'GET /gaps': answer } })
const rowOf = async (page: Awaited<ReturnType<typeof show>>, label: string, name: string) =>
  [...(await page.findByRole('group', { name: label })).querySelectorAll('tr')].find((each) => each.textContent?.startsWith(name))?.textContent

test('each need is named, a share stands beside its count, and what is withheld says so without a number', async () => {
  const page = await at(report())
  expect(await rowOf(page, 'Referrals to services', 'All together')).toContain('412301 73.1 %')
  expect(await rowOf(page, 'Referrals to services', 'Behavioral health')).toContain('9631 32.3 %')
  expect(await rowOf(page, 'Referrals to services', 'Not for a need of the plan')).toMatch(/^Not for a need of the plan(withheld|0)+$/)
  expect(await rowOf(page, 'What could not be met', 'Transport')).toBe('Transport2727')
  expect(page.getByText(/Counted over the cases you may know/)).toBeTruthy()
})

test('an administrator is told that these are sums of the whole agency and that the cases stay closed', async () => {
  const page = await at(report({ over: 'agency' }))
  expect(await page.findByText(/Sums of the whole agency; the cases stay closed to you/)).toBeTruthy()
})

test('nothing sent and nothing unmet is said, with why that may be', async () => {
  const page = await at(report({ rows: [row(null, 0, 0)], unmet: { reasons: [], rows: [] } }))
  expect(await page.findByText('No referral was sent in these days.')).toBeTruthy()
  expect(page.getByText('No unmet need was recorded in these days.')).toBeTruthy()
})
