// Emergency access on screen: found, opened with a reason, shown on the header, reviewed by whoever was told.
import { fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../../../web/testing/show.tsx'
import EmergencyScreen from './EmergencyScreen.tsx'
import { InEmergency } from './InEmergency.tsx'
import OpenScreen from './OpenScreen.tsx'

test('somebody is found by name and birth date, and the record opens with a reason', async () => {
  const { sent, findByRole, findByLabelText, findByText } = await show(<OpenScreen />, {
    server: { 'POST /emergency-access/search': { found: [{ id: 'c1', displayName: 'Robin Vale', birthDate: '1980-05-17' }] }, 'POST /emergency-access': { id: 'e1' } },
  })
  fireEvent.change(await findByLabelText('Whole name'), { target: { value: 'Robin Vale' } })
  fireEvent.change(await findByLabelText('Birth date'), { target: { value: '1980-05-17' } })
  fireEvent.click(await findByRole('button', { name: 'Find' }))
  fireEvent.click(await findByRole('button', { name: 'Choose Robin Vale' }))
  await findByText('The record of Robin Vale')
  fireEvent.change(await findByLabelText('What is happening, in a sentence'), { target: { value: 'Called in crisis.' } })
  fireEvent.click(await findByRole('button', { name: 'Open the record' }))
  await expect.poll(() => sent.length).toBe(2)
  expect(JSON.stringify(sent[1])).toContain('Called in crisis.')
})

test('the header names who has the record open, and nobody when nobody has', async () => {
  const { findByText } = await show(<InEmergency emergencies={[{ id: 'e', staffName: 'Zoe Park', untilAt: '2026-02-17T16:00:00Z' }]} />)
  await findByText(/Open to Zoe Park in an emergency until/)
})

test('whose record it was is not told to a reviewer who may not know the client', async () => {
  const emergency = { id: 'e', staffId: 's', staffName: 'Zoe Park', clientId: 'c', clientName: null, reasonCode: 'client-in-danger', reason: 'Crisis.', fromAt: '2026-02-17T15:00:00Z', untilAt: '2026-02-17T16:00:00Z', endedAt: null, version: 1, told: ['Laura Chen'], verdict: null, words: null, reviewedAt: null, reviewedByName: null }
  const { findByText } = await show(<EmergencyScreen />, { server: { 'GET /emergency-access/': emergency } })
  await findByText('Somebody you may not know')
})
