// A national number on the page: its last four, the whole when asked for, hidden again.
import { fireEvent } from '@testing-library/react'
import { expect, test } from 'vitest'
import { linda, show } from '../../../web/testing/show.tsx'
import { IdentifiersCard } from './RecordCards.tsx'

const period = { fromOn: null, untilOn: null, endedReason: null, version: 1, clientId: linda.clientId }
const number = { ...period, id: '00000000-0000-7000-8000-0000000000f1', system: 'SSN', value: '••• 4321', masked: true }
const plan = { ...period, id: '00000000-0000-7000-8000-0000000000f2', system: 'Health plan', value: 'MH-881204', masked: false }
const path = `/clients/${linda.clientId}/identifiers/${number.id}`

test('the whole number is fetched when somebody asks, and not before', async () => {
  const page = await show(<IdentifiersCard identifiers={[number, plan]} />, {
    server: { [`GET ${path}`]: { value: '987-65-4321' } },
  })
  expect(await page.findByText(/MH-881204/)).toBeTruthy()
  expect(page.sent).toHaveLength(0)
  fireEvent.click(page.getByRole('button', { name: 'Show the number' }))
  expect(await page.findByText(/987-65-4321/)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: 'Hide again' }))
  expect(page.queryByText(/987-65-4321/)).toBeNull()
})
