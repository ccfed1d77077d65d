import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { laura, linda, problem, show } from '../../../web/testing/show.tsx'
import type { CaseView } from '../view.ts'
import { StatusPanel } from './StatusPanel.tsx'
import { TransferPanel } from './TransferPanel.tsx'

const id = linda.caseId ?? ''
const view: CaseView = {
  id, number: '26-00042', clientId: linda.clientId, enrollmentId: 'e', programId: 'p', status: 'active', identifiedOn: '2026-01-12', openedOn: '2026-01-12', activatedOn: '2026-01-26',
  closedOn: null, acuityLevel: 3, priorCaseId: null, referralId: null, eligibilityBasis: 'High cost', claim: null, leadStaffId: null, coordinationNote: null, suspendedOn: null,
  suspensionReason: null, reviewOn: null, responsibleStaffId: null, closingOn: null, closureReason: null, closureExplanation: null, clientToldOn: null, notToldBecause: null, clientView: null,
  version: 3, possible: ['suspended', 'closing-begun', 'voided'], changes: [], transfers: [], acuities: [], attempts: [],
  team: [{ id: 'm', staffId: laura.staff.id, name: 'Laura Finch', credentialLine: 'RN CCM', role: 'primary', reason: 'Answers for this case.', fromAt: '2026-01-12T15:00:00Z', untilAt: null }],
  outreach: { attempts: 0, modes: 0, days: 0, met: false, missing: [] },
}
const pending: CaseView = { ...view, status: 'pending_engagement', activatedOn: null, possible: ['activated', 'ended-without-engagement', 'voided'] }

test('an active case says since when, and offers what may be done from here and nothing else', async () => {
  await show(<StatusPanel view={view} />)
  expect(screen.getByText(/The work began/).textContent).toBe('The work began Mon 26 Jan, 22 days ago.')
  expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual(['Pause…', 'Pass on…', 'Begin closing…', 'More'])
})

test('before the work begins everything missing is listed with the place where it is done', async () => {
  await show(<StatusPanel view={pending} />, { server: { [`GET /cases/${id}/readiness`]: { missing: [{ code: 'case.no-role-disclosure', message: 'Tell the person who pays.', href: `/clients/${linda.clientId}/consents` }] } } })
  const link = await screen.findByRole('link', { name: 'Tell the person who pays.' })
  expect(link.getAttribute('href')).toBe(`/clients/${linda.clientId}/consents?case=${id}`)
  expect(screen.queryByRole('button', { name: 'Begin the work' })).toBeNull()
})

test('a full caseload asks for the reason and goes on with it', async () => {
  const { sent } = await show(<StatusPanel view={pending} />, {
    server: {
      [`GET /cases/${id}/readiness`]: { missing: [] },
      [`POST /cases/${id}/activation`]: (body: { capacityReason?: string }) => (body.capacityReason ? view : problem(422, 'case.over-capacity', 'This brings Laura Finch to 62.5 of 60 points.')),
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Begin the work' }))
  fireEvent.change(await screen.findByLabelText('Why is it still right?'), { target: { value: 'Two cases close on Friday.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Begin the work' }))
  await waitFor(() => expect(sent.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ capacityReason: 'Two cases close on Friday.' }))
})

test('a case manager who chooses a reason of the agency asks the supervisor instead of closing', async () => {
  const { sent } = await show(<StatusPanel view={view} />, { server: { [`POST /cases/${id}/closing-request`]: { taskId: 't' } } })
  fireEvent.click(screen.getByRole('button', { name: 'Begin closing…' }))
  fireEvent.click(await screen.findByRole('combobox', { name: 'Why does it close?' }))
  fireEvent.click(await screen.findByText('Safety of staff'))
  fireEvent.change(await screen.findByLabelText('What does the supervisor need to know?'), { target: { value: 'Threats at two visits.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Ask the supervisor' }))
  await waitFor(() => expect(sent.at(-1)?.body).toEqual({ reason: 'safety_of_staff', explanation: 'Threats at two visits.' }))
})

test('the receiver reads the summary and what is due, and takes over or declines', async () => {
  const transfer = {
    id: 'r', caseId: id, fromStaffId: 'other', toStaffId: laura.staff.id, reason: 'I am away from March.', summary: 'She wants no dialysis.', openDues: [{ rule: 'plan-review', title: null, dueOn: '2026-02-20', priority: 'routine' }],
    clientToldOn: null, reviewMemberId: null, status: 'requested' as const, requestedAt: '2026-02-16T15:00:00Z', requestedBy: 'other', decidedAt: null, decidedBy: null, decisionNote: null, version: 1,
  }
  const { sent } = await show(<TransferPanel view={{ ...view, transfers: [transfer] }} />, { server: { 'GET /staff': [{ id: 'other', name: 'Maya Ortiz' }], [`POST /cases/${id}/transfers/r/acceptance`]: { ...transfer, status: 'accepted' } } })
  expect(screen.getByText('She wants no dialysis.')).toBeTruthy()
  expect(screen.getByText('Review the plan with Linda Tran')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }))
  await waitFor(() => expect(sent.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([`/cases/${id}/transfers/r/acceptance`]))
})
