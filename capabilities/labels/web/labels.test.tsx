// Labels on screen: quiet marks in words, set with a reason by whoever is cleared; clearances granted and ended with a reason.
import { fireEvent, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { laura, problem, show } from '../../../web/testing/show.tsx'
import { ClearancesCard } from './ClearancesCard.tsx'
import { LabelsCard } from './LabelsCard.tsx'

const clientId = '00000000-0000-7000-8000-0000000000c1'
const path = `/clients/${clientId}/labels`
const mine = { id: 'k', label: 'substance-use', reason: 'x', fromAt: '2026-02-01T12:00:00Z', grantedByName: 'Ada Voss', untilAt: null, endedByName: null, endReason: null }
const change = { id: 'l', kind: 'contact', entityId: 'n1', before: [], after: ['substance-use'], source: 'clinician', reason: 'Names treatment.', setAt: '2026-02-10T12:00:00Z', setByName: 'Laura Finch' }
const row = { kind: 'contact', id: 'n1', caseId: 'ca', labels: ['substance-use'], source: 'clinician' }

test('a label is a mark in words, with who set it and why; only labels one is cleared for are offered', async () => {
  const { findByText, findByRole, queryByLabelText, getByLabelText, getByText, sent } = await show(<LabelsCard kind="contact" entityId="n1" />, { server: { [`GET ${path}`]: { rows: [row], changes: [change], mine: [mine] }, [`POST ${path}`]: { rows: [], changes: [], mine: [mine] } } })
  await findByText('Substance use')
  getByText(/Names treatment\. · Laura Finch/)
  fireEvent.click(await findByRole('button', { name: 'Change labels' }))
  expect(queryByLabelText('HIV')).toBeNull()
  fireEvent.click(getByLabelText('Substance use'))
  fireEvent.change(getByLabelText('Why?'), { target: { value: 'Set by mistake.' } })
  fireEvent.click(await findByRole('button', { name: 'Set the labels' }))
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'contact', entityId: 'n1', labels: [], source: 'clinician', reason: 'Set by mistake.' })
})

test('without clearance nothing can be set, and it is said who grants it', async () => {
  const { findByText, queryByRole } = await show(<LabelsCard kind="contact" entityId="n1" />, { server: { [`GET ${path}`]: { rows: [], changes: [], mine: [] } } })
  await findByText(/An administrator grants it/)
  expect(queryByRole('button', { name: 'Change labels' })).toBeNull()
})

test('a refusal stays in the form, in words', async () => {
  const refused = problem(409, 'label.primary-is-not-cleared', 'The primary case manager is not cleared for this.')
  const { findByText, findByRole, getByLabelText } = await show(<LabelsCard kind="case" entityId="ca" />, { server: { [`GET ${path}`]: { rows: [], changes: [], mine: [mine] }, [`POST ${path}`]: refused } })
  fireEvent.click(await findByRole('button', { name: 'Change labels' }))
  fireEvent.click(getByLabelText('Substance use'))
  fireEvent.click(await findByRole('button', { name: 'Set the labels' }))
  await findByText('The primary case manager is not cleared for this.')
})

const held = { ...mine, staffId: 's1', staffName: 'Maya Ortiz', reason: 'Treatment program' }
const over = { ...held, id: 'k2', label: 'hiv', untilAt: '2026-02-12T12:00:00Z', endedByName: 'Ada Voss', endReason: 'Left the program' }

test('who is cleared, by whom and why; those that ended are shown when asked for; an end says why', async () => {
  const { findByText, findByRole, queryByText, sent } = await show(<ClearancesCard />, { me: { ...laura, permissions: ['manage-team', 'read-team'] }, server: { 'GET /clearances': [held, over], 'POST /staff/s1/clearances/k/ending': [] } })
  await findByText('Maya Ortiz: Substance use')
  expect(queryByText('Maya Ortiz: HIV')).toBeNull()
  fireEvent.click(await findByRole('button', { name: 'Show those that ended' }))
  await findByText(/Left the program/)
  fireEvent.click(await findByRole('button', { name: 'End the clearance of Maya Ortiz for Substance use' }))
  const dialog = within(await findByRole('dialog'))
  fireEvent.change(await dialog.findByLabelText('Why does it end?'), { target: { value: 'Moves on' } })
  fireEvent.click(dialog.getByRole('button', { name: 'End the clearance' }))
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Moves on' })
})

test('whoever only reads the list grants and ends nothing; nobody cleared is said', async () => {
  const read = await show(<ClearancesCard />, { me: { ...laura, permissions: ['read-team'] }, server: { 'GET /clearances': [held] } })
  await read.findByText('Maya Ortiz: Substance use')
  expect(read.queryByRole('button')).toBeNull()
  read.unmount()
  const none = await show(<ClearancesCard />, { server: { 'GET /clearances': [] } })
  await none.findByText('Nobody is cleared.')
})
