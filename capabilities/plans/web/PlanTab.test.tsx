import { expect, test } from 'vitest'
import { fireEvent } from '@testing-library/react'
import { problem, show } from '../../../web/testing/show.tsx'
import { NewGoal } from '../goal.ts'
import PlanTab from './PlanTab.tsx'
import type { PlanView } from './usePlan.ts'

const caseId = '00000000-0000-7000-8000-0000000000ca'
const goalId = '00000000-0000-7000-8000-000000000001'
const goal: PlanView['goals'][number] = {
  ...NewGoal.parse({ clientWords: 'No dialysis', measure: 'A1c', targetDate: '2026-08-31', owner: { kind: 'client' }, isClientWish: true }),
  id: goalId, caseId, lifecycleStatus: 'active', achievementStatus: 'in-progress', startedOn: '2026-02-02', endedOn: null, endedBecause: null,
  scale: { id: 's', revision: 1, texts: ['Dialysis begun', 'A1c above 10', 'A1c below 8', 'A1c below 7.5', 'A1c below 7'], weight: 3, baseline: -1, baselineOn: '2026-02-02', baselineBy: 'client' },
  level: null, scoredOn: null, version: 2,
}
const view = (change: Partial<PlanView> = {}): PlanView => ({
  version: 1, narrative: { importantTo: '', importantFor: '', strengths: '', risks: '', backup: '', choices: '', participation: 'took-part', participants: '' },
  needs: [], goals: [goal], interventions: [], services: [], barriers: [], attainment: { goals: 1, baseline: 40, now: 40 }, missing: [], found: [],
  client: { name: 'Linda Tran', language: 'vi' }, staff: {}, today: '2026-02-17', active: null, proposed: null, changes: [], proposalChanges: [], openReviewId: null, ...change,
})
const at = (change: Partial<PlanView> = {}, more: object = {}) => show(<PlanTab />, { server: { [`GET /cases/${caseId}/plan`]: view(change), ...more } })

test('what the client wants comes first, in quotation marks, with where it starts on its scale', async () => {
  const page = await at()
  expect(await page.findByText('What she wants')).toBeTruthy()
  expect(page.getByText('No dialysis').tagName).toBe('Q')
  expect(page.getByRole('img').getAttribute('aria-label')).toBe('Level −1 on a scale from −2 to +2; baseline −1')
  expect(page.getByText(/Baseline −1/).textContent).toContain('A1c above 10')
})

test('a barrier of the goal shows its age and who can move it', async () => {
  const barrier = { id: 'b', caseId, statement: 'Knee pain', type: 'provider' as const, owner: { kind: 'provider' as const, staffId: null, name: 'Dr. Pham' }, goalIds: [goalId], raisedOn: '2026-02-08', resolvedOn: null, resolution: null, version: 1, ageDays: 9 }
  const page = await at({ barriers: [barrier] })
  expect(await page.findByText('In the way: Knee pain')).toBeTruthy()
  expect(page.getAllByText('9 days, Dr. Pham').length).toBeGreaterThan(0)
})

test('a report sends level, evidence and who said so; a refusal by the rule is read in place', async () => {
  const refused = problem(422, 'goal.no-evidence', 'Say what shows it: what the client did, said or has now.')
  const page = await at({}, { [`POST /cases/${caseId}/goals/${goalId}/progress`]: refused })
  fireEvent.click(await page.findByRole('button', { name: 'How is it going?' }))
  fireEvent.click(page.getByRole('radio', { name: /A1c below 8$/ }))
  fireEvent.click(page.getByRole('button', { name: 'Save how it is going' }))
  expect(await page.findByText(/Say what shows it/)).toBeTruthy()
  expect(page.sent.find(({ method }) => method === 'POST')?.body).toEqual({ level: 0, evidence: '', scoredBy: 'client' })
})

test('a goal and an open need lead to the services that may help, by their ids and nothing of their words', async () => {
  const need = { id: 'n', caseId, statement: 'Eats one meal a day', clientWords: '', domain: 'food', codes: [], source: 'client' as const, evidence: '', assessmentId: null, clientRank: 1, safetyRank: null, certainty: 'confirmed' as const, concurredBy: null, confirmedOn: null, disposition: 'open' as const, dispositionReason: null, dispositionOn: null, version: 1 }
  const page = await at({ needs: [need] })
  const client = '00000000-0000-7000-8000-0000000000c1'
  expect((await page.findByRole('link', { name: 'Find a service: Eats one meal a day' })).getAttribute('href')).toBe(`/clients/${client}/services/find?case=${caseId}&need=n`)
  expect(page.getByRole('link', { name: 'Find a service: No dialysis' }).getAttribute('href')).toBe(`/clients/${client}/services/find?case=${caseId}&goal=${goalId}`)
})

test('an empty plan asks for the first goal; a case that has ended offers no change', async () => {
  const page = await at({ goals: [], attainment: { goals: 0, baseline: null, now: null } })
  expect(await page.findByRole('button', { name: 'Write the first goal' })).toBeTruthy()
  page.unmount()
  const closed = await show(<PlanTab />, {
    server: { [`GET /cases/${caseId}/plan`]: view() },
    client: { clientId: '00000000-0000-7000-8000-0000000000c1', caseId, displayName: 'Linda Tran', pronouns: null, cases: [{ id: caseId, number: '1', status: 'closed', programId: 'p', programName: 'x', programKind: 'other', openedOn: null }] },
  })
  expect(await closed.findByText('What Linda wants')).toBeTruthy()
  expect(closed.queryByRole('button', { name: 'How is it going?' })).toBeNull()
})
