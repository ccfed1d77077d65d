import { fireEvent, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { linda, show } from '../../../web/testing/show.tsx'
import { missingElements } from '../completeness.ts'
import { ConsentContent } from '../consent.ts'
import type { JudgedConsent } from '../judged.ts'
import ConsentsTab from './ConsentsTab.tsx'

const none = { basis: null, consentId: null, roleDisclosure: false, rightsNotice: false, consentUntil: null }
const path = `/clients/${linda.clientId}/consents`
const consent = (more: Partial<JudgedConsent>): JudgedConsent => {
  const content = ConsentContent.parse({ kind: 'hipaa_authorization', grantorName: 'Linda Tran', ...more })
  return {
    ...content,
    id: crypto.randomUUID(),
    clientId: linda.clientId,
    state: 'active',
    effectiveAt: null,
    ending: null,
    supersededAt: null,
    createdAt: '',
    createdBy: null,
    version: 1,
    standing: 'active',
    missing: missingElements(content),
    ...more,
  }
}
const tab = (consents: JudgedConsent[], more: object = {}) =>
  show(<ConsentsTab />, {
    server: {
      [`GET ${path}`]: { consents, engagement: none },
      [`GET /clients/${linda.clientId}`]: { spokenLanguage: 'vi' },
      ...more,
    },
  })

test('the footing names what is missing and offers to record it in the client’s language', async () => {
  const page = await tab([], { [`POST ${path}`]: consent({ kind: 'cm_engagement', standing: 'active' }) })
  expect(await page.findByText('Nothing is in force.')).toBeTruthy()
  fireEvent.click(page.getAllByRole('button', { name: 'Record' })[0] ?? document.body)
  const form = await page.findByRole('region', { name: 'Consent to case management' })
  fireEvent.click(within(form).getByRole('button', { name: 'Record' }))
  await vi.waitFor(() => expect(page.sent.some(({ method }) => method === 'POST')).toBe(true))
  const sent = page.sent.find(({ method }) => method === 'POST')
  expect(sent?.body).toMatchObject({
    kind: 'cm_engagement',
    grantorName: 'Linda Tran',
    language: 'vi',
    signedOn: '2026-02-17',
    method: 'written',
  })
})

test('INV-10 a defective authorization stands apart and says what it lacks', async () => {
  const page = await tab([consent({ state: 'defective', standing: 'defective', discloser: 'Coastal Orthopedics' })])
  const list = await page.findByRole('list', { name: 'Drafts and defective authorizations' })
  expect(within(list).getByText('Defective')).toBeTruthy()
  expect(within(list).getByText(/Name to whom it may be given\./)).toBeTruthy()
  expect(within(list).queryByRole('button', { name: 'Revoke…' })).toBeNull()
})

test('INV-14 what was revoked is among what ended, with who and why, and cannot be renewed in its place', async () => {
  const ending = {
    kind: 'revoked' as const,
    at: '2026-02-16T14:12:00Z',
    method: 'electronic' as const,
    byWhom: 'Linda Tran',
    relianceNote: 'A letter went out before.',
  }
  const page = await tab([consent({ standing: 'revoked', ending })])
  const list = await page.findByRole('list', { name: 'Consents that ended' })
  expect(within(list).getByText(/Revoked by Linda Tran/)).toBeTruthy()
  expect(within(list).getByText(/A letter went out before\./)).toBeTruthy()
  expect(within(list).queryByRole('button', { name: 'Renew' })).toBeNull()
})
