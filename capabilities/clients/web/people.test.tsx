import { fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem, show, linda } from '../../../web/testing/show.tsx'
import { NewContactPoint } from '../contactPoint.ts'
import { mayBeUsed } from '../safeContact.ts'
import { NewSupportMember, type KnownSupport } from '../support.ts'
import PeopleTab from './PeopleTab.tsx'
import { ReachCard } from './ReachCard.tsx'
import NewClientScreen from './NewClientScreen.tsx'

const support = (more: Partial<KnownSupport>): KnownSupport => ({
  ...NewSupportMember.parse({ name: 'Minh Tran', relationship: 'spouse' }),
  id: crypto.randomUUID(),
  clientId: linda.clientId,
  endedReason: null,
  version: 1,
  current: true,
  authorityState: 'none',
  represents: false,
  mayKnow: [],
  ...more,
})
const people = (members: KnownSupport[]) =>
  show(<PeopleTab />, { server: { [`GET /clients/${linda.clientId}/people`]: { support: members, household: [] } } })

test('INV-06 whoever has no permission is told nothing, and the page says so', async () => {
  const page = await people([support({ emergencyContact: true })])
  expect(await page.findByText('told nothing')).toBeTruthy()
  expect(page.getByText(/emergency contact/)).toBeTruthy()
})

test('INV-07 a suspended authority is named as suspended, and nobody is said to decide', async () => {
  const page = await people([
    support({
      authority: 'guardian',
      authorityDocument: 'Order 12',
      authorityState: 'suspended-alleged-abuse',
      allegedAbuser: true,
    }),
  ])
  expect(await page.findByText('named as alleged abuser: told nothing')).toBeTruthy()
  expect(page.getByText(/suspended: named as alleged abuser/)).toBeTruthy()
  expect(page.queryByText('decides for them')).toBeNull()
})

test('INV-04 a number says why it may not be used at this hour', async () => {
  const point = NewContactPoint.parse({
    system: 'phone',
    value: '919-555-0177',
    safety: 'safe',
    leaveMessage: 'no',
    hours: [{ days: [1, 2, 3, 4, 5], from: '17:00', until: '20:00' }],
  })
  const decision = mayBeUsed(point, {
    safeContact: 'required',
    deceasedOn: null,
    at: '2026-02-17T15:00:00Z',
    zone: 'America/New_York',
  })
  const reach = {
    safeContact: 'required' as const,
    said: null,
    points: [{ ...point, id: 'p', clientId: linda.clientId, endedReason: null, version: 1, text: '(919) 555-0177', decision }],
  }
  const page = await show(<ReachCard reach={reach} />)
  expect(page.getByText('Not now: only Mon–Fri 17:00–20:00')).toBeTruthy()
  expect(page.getByText(/leave no message/)).toBeTruthy()
  expect(page.getByText('Nobody has asked yet.')).toBeTruthy()
})

test('INV-01 nothing can be registered before the look, nor past a likely duplicate that nobody has judged', async () => {
  const client = {
    id: 'c9',
    displayName: 'Marcus Delgado',
    birthDate: '1983-07-09',
    birthDateEstimated: false,
    pronouns: null,
    spokenLanguage: 'en',
    interpreter: 'not-needed',
    confidentiality: 'standard',
    deceasedOn: null,
  }
  const found = [
    { client, verdict: 'likely', points: 75, evidence: [{ signal: 'same-full-name', points: 40, words: 'Same name' }] },
  ]
  const page = await show(<NewClientScreen />, {
    server: {
      'POST /clients/likely-duplicates': found,
      'POST /clients': problem(409, 'client.likely-duplicate', 'Somebody is already here.'),
    },
  })
  expect(page.queryByRole('button', { name: 'Register' })).toBeNull()
  fireEvent.change(page.getByLabelText('First name'), { target: { value: 'Marcus' } })
  fireEvent.click(page.getByRole('button', { name: 'Look for this person' }))
  expect(await page.findByText('Probably the same')).toBeTruthy()
  expect(page.queryByRole('button', { name: 'Register' })).toBeNull()
  fireEvent.click(page.getByRole('button', { name: 'Somebody else' }))
  fireEvent.click(await page.findByRole('button', { name: 'Register' }))
  expect(await page.findByText('Somebody is already here.')).toBeTruthy()
  const sent = page.sent.find(({ path }) => path === '/clients')
  expect(sent?.body).toMatchObject({ differentFrom: ['c9'], names: [{ use: 'official', given: 'Marcus' }] })
})
