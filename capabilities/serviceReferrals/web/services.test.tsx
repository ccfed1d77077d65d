import { expect, test } from 'vitest'
import { fireEvent } from '@testing-library/react'
import { problem, show } from '../../../web/testing/show.tsx'
import type { Choices, ServiceReferralView } from '../view.actions.ts'
import { LoopCard } from './LoopCard.tsx'
import NewServiceReferral from './NewServiceReferral.tsx'

const caseId = '00000000-0000-7000-8000-0000000000ca'
const service = '00000000-0000-7000-8000-0000000000d1'
const place = '00000000-0000-7000-8000-0000000000d2'
const choices: Choices = { needs: [{ id: 'n', statement: 'Eats one meal a day', clientWords: '', domain: 'food' }], goals: [{ id: 'g', clientWords: 'To eat every day' }], support: [], authorizations: [], canMail: false }

test('what the search carried stands in the referral: the service at its place, the need, the goal and the kind of help; little is told of the person', async () => {
  const page = await show(<NewServiceReferral />, {
    at: `/?case=${caseId}&need=n&goal=g&service=${service}&at=${place}`,
    server: { [`GET /cases/${caseId}/service-referrals/choices`]: choices, [`POST /cases/${caseId}/service-referrals`]: problem(422, 'service-referral.case-ended', 'The work on this case has ended.') },
  })
  expect((await page.findByRole('radio', { name: 'The service chosen in the directory' })).getAttribute('checked')).not.toBeNull()
  fireEvent.change(page.getByRole('textbox', { name: 'What you ask for' }), { target: { value: 'Meals for a month' } })
  fireEvent.click(page.getByRole('button', { name: 'Preview it' }))
  expect(await page.findByText('The work on this case has ended.')).toBeTruthy()
  expect(page.sent.find(({ method }) => method === 'POST')?.body).toMatchObject({
    performer: { kind: 'service', serviceId: service, serviceAtLocationId: place }, needId: 'n', goalId: 'g', serviceType: 'food', request: 'Meals for a month', items: ['name', 'contact', 'language'],
  })
})

test('INV-37 the loop asks whether the client got there and whether the need was met, and why not where it was not', async () => {
  const view: ServiceReferralView = JSON.parse('{ "referral": { "id": "r", "intent": "referral", "status": "completed", "loopClosedAt": null }, "mayWrite": true }')
  const page = await show(<LoopCard view={view} />, { server: { [`POST /cases/${caseId}/service-referrals/r/outcome`]: { id: 'r' } } })
  expect(page.getByText(/The service says it is done. What counts is whether the need was met/)).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: 'Record the outcome' }))
  fireEvent.click(page.getByRole('radio', { name: 'Got there' }))
  expect(page.queryByRole('combobox', { name: 'What stood in the way' })).toBeNull()
  fireEvent.click(page.getByRole('radio', { name: 'Not met' }))
  expect(page.getByRole('combobox', { name: 'What stood in the way' })).toBeTruthy()
  fireEvent.click(page.getByRole('button', { name: 'Close the loop' }))
  await expect.poll(() => page.sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ clientReached: 'yes', reachedOn: '2026-02-17', needMet: 'not-met', notMetReason: null })
})
