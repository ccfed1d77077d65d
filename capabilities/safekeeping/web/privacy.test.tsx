// Privacy on screen: the seal in words and its alarms, purges with two people, holds that win, each for whoever may.
import { fireEvent, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { laura, problem, show } from '../../../web/testing/show.tsx'
import { ClientHoldsCard, HoldsCard } from './HoldsCard.tsx'
import { PurgesCard } from './PurgesCard.tsx'
import { SealCard } from './SealCard.tsx'

const quinn = { ...laura, permissions: ['read-clients', 'keep-record', 'hold-record'] }
const seal = { size: 1204, checkpoint: { size: 1204, at: '2026-02-17T15:00:00Z', note: 'continuum/x/audit/y\n1204\nabc=\n' }, waitsSeconds: 0, alarmSeconds: 5, witnessed: true, verified: null }

test('the seal says how far, that the witness has it, and that nobody has verified it yet', async () => {
  const { findByText, getByText } = await show(<SealCard />, { me: quinn, server: { 'GET /record-seal': seal } })
  await findByText('Sealed')
  getByText(/1,204 acts and looks|1204 acts and looks/)
  getByText('has the newest checkpoint')
  getByText('never yet')
})

test('a seal that is behind, and a record that does not verify, are alarms in words', async () => {
  const behind = await show(<SealCard />, { me: quinn, server: { 'GET /record-seal': { ...seal, waitsSeconds: 40, witnessed: false } } })
  await behind.findByText('Alarm')
  behind.getByText(/for 40 s, more than 5 s: something hangs/)
  behind.getByText('does not have the newest checkpoint yet')
  behind.unmount()
  const verified = { verifiedAt: '2026-02-17T03:00:00Z', sealed: 1100, witnessed: 40, findings: 2, kinds: ['rolled-back'] }
  const { findByRole } = await show(<SealCard />, { me: quinn, server: { 'GET /record-seal': { ...seal, verified } } })
  expect((await findByRole('alert')).textContent).toContain('the database is older than its witness')
})

test('nothing sealed yet is said; a seal that cannot be read offers to try again', async () => {
  const empty = await show(<SealCard />, { me: quinn, server: { 'GET /record-seal': { ...seal, size: 0, checkpoint: null, witnessed: false } } })
  await empty.findByText('Nothing is sealed yet.')
  empty.unmount()
  const broken = await show(<SealCard />, { me: quinn, server: { 'GET /record-seal': problem(503, 'unavailable', 'The database is starting.') } })
  await broken.findByRole('button', { name: 'Try again' })
})

const purge = { id: 'p1', recordedBefore: '2019-06-30', authority: 'Schedule 7', requestedAt: '2026-02-16T15:00:00Z', requestedBy: 's', requestedByName: 'Ada Voss', withdrawnAt: null, withdrawnByName: null, withdrawReason: null, carriedOutAt: null, carriedOutByName: null, payloadsRemoved: null, version: 1, status: 'requested', mine: false, approvals: [{ staffId: 'a', name: 'Ada Voss', at: '2026-02-16T15:01:00Z' }] }

test('a purge shows what would go and what a hold keeps; the second person approves; whoever did has no second say', async () => {
  const server = { 'GET /audit-purges': [purge], 'GET /audit-purges/reach': { removes: 120, held: 3 }, 'POST /audit-purges/p1/approval': { status: 'approved' } }
  const { findByText, findByRole, sent, unmount } = await show(<PurgesCard />, { me: quinn, server })
  await findByText(/1 of 2 approvals: Ada Voss/)
  await findByText('3 stay under a legal hold')
  fireEvent.click(await findByRole('button', { name: 'Approve' }))
  await expect.poll(() => sent.some(({ method }) => method === 'POST')).toBe(true)
  unmount()
  const mine = await show(<PurgesCard />, { me: quinn, server: { ...server, 'GET /audit-purges': [{ ...purge, mine: true }] } })
  await mine.findByText(/1 of 2 approvals/)
  expect(mine.queryByRole('button', { name: 'Approve' })).toBeNull()
  expect(mine.queryByRole('button', { name: 'Carry out…' })).toBeNull()
})

test('a purge is refused with a reason; one that is over offers nothing more', async () => {
  const over = { ...purge, id: 'p2', status: 'carried-out', carriedOutAt: '2026-02-17T12:00:00Z', carriedOutByName: 'Quinn Abel', payloadsRemoved: 120 }
  const { findByRole, findByText, getAllByRole, sent } = await show(<PurgesCard />, { me: quinn, server: { 'GET /audit-purges': [purge, over], 'GET /audit-purges/reach': { removes: 120, held: 0 }, 'POST /audit-purges/p1/withdrawal': { status: 'withdrawn' } } })
  await findByText(/120 details removed/)
  expect(getAllByRole('button', { name: 'Refuse…' }).length).toBe(1)
  fireEvent.click(await findByRole('button', { name: 'Refuse…' }))
  const dialog = within(await findByRole('dialog'))
  fireEvent.change(await dialog.findByLabelText('Why?'), { target: { value: 'The claim is open again' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Refuse' }))
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'The claim is open again' })
})

const hold = { id: 'h1', clientId: 'c1', clientName: 'Linda Tran', reason: 'Claim 22-118', placedAt: '2026-02-10T15:00:00Z', placedByName: 'Omar Haddad', liftedAt: null, liftedByName: null, liftReason: null, version: 1 }

test('holds name the person, the reason and who placed it; lifting asks why', async () => {
  const { findByRole, findByText, sent } = await show(<HoldsCard />, { me: quinn, server: { 'GET /legal-holds': [hold], 'POST /clients/c1/legal-holds/h1/lifting': { id: 'h1' } } })
  await findByRole('link', { name: 'Linda Tran' })
  await findByText(/Claim 22-118/)
  fireEvent.click(await findByRole('button', { name: 'Lift the hold on Linda Tran' }))
  const dialog = within(await findByRole('dialog'))
  fireEvent.change(await dialog.findByLabelText('Why is it no longer needed?'), { target: { value: 'Settled' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: 'Settled' })
})

test('who places no holds sees the card only while there is one', async () => {
  const path = 'GET /clients/00000000-0000-7000-8000-0000000000c1/legal-holds'
  const none = await show(<ClientHoldsCard />, { server: { [path]: [] } })
  await expect.poll(() => none.sent.length).toBe(1)
  expect(none.queryByText('Legal hold')).toBeNull()
  none.unmount()
  const held = await show(<ClientHoldsCard />, { server: { [path]: [hold] } })
  await held.findByText('In force')
  expect(held.queryByRole('button')).toBeNull()
})
