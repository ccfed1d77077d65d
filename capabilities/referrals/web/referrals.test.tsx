// The front door's screens with given answers: what is said first, what is asked, what is sent.
import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem, show } from '../../../web/testing/show.tsx'
import type { InboxLine } from '../page.ts'
import InboxScreen from './InboxScreen.tsx'
import { PrefillCard } from './PrefillCard.tsx'
import SelfReferralScreen from './SelfReferralScreen.tsx'
import type { KeptBundle } from '../page.ts'

const line = (changes: Partial<InboxLine> = {}): InboxLine => ({
  id: '00000000-0000-7000-8000-0000000000b1',
  status: 'received',
  urgency: null,
  danger: null,
  receivedOn: '2026-02-16',
  channel: 'phone',
  sourceKind: 'adjuster',
  sourceOrganization: 'Granite Mutual',
  sourcePerson: 'Priya Natarajan',
  givenName: 'Marcus',
  familyName: 'Delgado',
  preferredName: null,
  pseudonym: null,
  spokenLanguage: null,
  interpreter: 'unknown',
  reason: 'Back injury',
  programId: null,
  programName: null,
  claimNumber: null,
  informationQuestion: null,
  informationDueOn: null,
  reviewOn: null,
  decidedOn: null,
  caseId: null,
  clientId: null,
  replies: 0,
  version: 1,
  name: 'Marcus Delgado',
  ageDays: 1,
  next: { step: 'triage', dueOn: '2026-03-03', lateDays: 0 },
  replyDueOn: '2026-02-17',
  ...changes,
})
const inboxOf = (...groups: object[]) => ({ 'GET /referrals': { groups, today: '2026-02-17', full: false } })

test('a row says who, from whom, why, how old, what next, and that the source should hear from us today', async () => {
  const view = await show(<InboxScreen />, { server: inboxOf({ group: 'new', items: [line()] }) })
  await view.findByText('Marcus Delgado')
  for (const words of [
    '1 person waits for us.',
    'Back injury',
    'Priya Natarajan, Granite Mutual (claims adjuster) · by phone · 1 day ago',
    'Triage it',
    'Reply to the source: today',
  ])
    expect(view.getByText(words)).toBeTruthy()
})

test('what is late is counted in the first sentence', async () => {
  const late = line({ id: '00000000-0000-7000-8000-0000000000b2', next: { step: 'triage', dueOn: '2026-02-15', lateDays: 2 } })
  const view = await show(<InboxScreen />, { server: inboxOf({ group: 'new', items: [line(), late] }) })
  await view.findByText('2 people wait for us. 1 is late.')
})

const bundle: KeptBundle = {
  id: 'b',
  referralId: 'r',
  fileName: 'rosa.json',
  identifier: null,
  contentHash: 'x',
  kept: null,
  leftOut: null,
  confirmedAt: null,
  version: 1,
  tally: {
    entries: 1,
    used: 1,
    unused: 0,
    rows: [{ type: 'Patient', count: 1, used: 1, unused: 0, because: [] }],
    inside: [],
    unreadable: [],
  },
  prefill: [
    {
      id: 'f1',
      about: 'race',
      value: { words: 'Mixteca' },
      from: { type: 'Patient', entry: 1, path: 'extension[0]' },
      proposed: true,
      note: null,
    },
    {
      id: 'f2',
      about: 'identifier',
      value: { system: 'ssn', value: '999-00-1234', label: 'Social security' },
      from: { type: 'Patient', entry: 1, path: 'identifier[0]' },
      proposed: false,
      note: null,
    },
  ],
}

test('every fact is decided about: the kept and the left out are sent, and a personal number shows its last four places', async () => {
  const view = await show(<PrefillCard referralId="r" bundle={bundle} writes />, {
    server: { 'POST /referrals/r/prefill-confirmation': {} },
  })
  await view.findByText(/…1234/)
  expect(view.queryByText(/999-00/)).toBeNull()
  fireEvent.click(view.getByRole('button', { name: 'Keep 1 of 2 facts' }))
  await waitFor(() => expect(view.sent.find(({ method }) => method === 'POST')?.body).toEqual({ kept: ['f1'], leftOut: ['f2'] }))
})

test('the public page lists what is still needed in the server’s words, and keeps what was written', async () => {
  const view = await show(<SelfReferralScreen />, {
    server: {
      'GET /public/self-referral': { agencyName: 'Harborview' },
      'POST /public/self-referral': problem(422, 'self-referral.incomplete', 'Please answer one more thing.', {
        issues: [{ path: 'phone', message: 'Tell us one way to reach you.' }],
      }),
    },
  })
  fireEvent.change(await view.findByLabelText('Your name'), { target: { value: 'Ana Reyes' } })
  fireEvent.click(view.getByRole('button', { name: 'Send' }))
  await view.findByText('Please answer one more thing.')
  expect(view.getAllByText('Tell us one way to reach you.').length).toBeGreaterThan(0)
  expect(view.getByDisplayValue('Ana Reyes')).toBeTruthy()
})
