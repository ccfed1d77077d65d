// The composer: what it sends in one save, what it asks for, and what it refuses to send silently.
import { fireEvent, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { linda, problem, show } from '../../../web/testing/show.tsx'
import { Composer } from './Composer.tsx'
import { blank, fromDraft, toContact, withForm, type ComposerFor } from './composing.ts'

const goal = '00000000-0000-7000-8000-00000000000f'
const about: ComposerFor = {
  caseId: linda.caseId ?? '', clientId: linda.clientId, name: 'Linda', subject: 'she', interpreterNeeded: false, safeContactRequired: false, safeContactRule: null,
  points: [], people: [{ id: '00000000-0000-7000-8000-0000000000aa', name: 'Minh Tran', role: 'husband' }],
  goals: [{ id: goal, clientWords: 'No dialysis', level: null, baseline: -1, levels: ['a', 'b', 'c', 'd', 'e'] }], drafts: [], purpose: 'monitoring',
}
const path = `POST /cases/${about.caseId}/contacts`

test('one save sends the kind, the words, the minutes, the people and the goal moved', async () => {
  const { getByRole, getByLabelText, findByRole, sent } = await show(<Composer of={about} />, { server: { [path]: { id: 'x', status: 'signed' } } })
  fireEvent.click(getByRole('button', { name: 'Home visit' }))
  fireEvent.change(getByLabelText('What happened'), { target: { value: 'She showed me the garden.' } })
  fireEvent.click(getByRole('button', { name: '0 min' }))
  fireEvent.click(getByRole('button', { name: '75' }))
  fireEvent.click(getByRole('button', { name: '+ Others present' }))
  fireEvent.click(getByRole('button', { name: 'Minh Tran, husband' }))
  fireEvent.click(getByRole('button', { name: '+ Goal moved' }))
  fireEvent.click(getByLabelText('“No dialysis”'))
  fireEvent.click(within(await findByRole('group', { name: /How far it is now/ })).getByRole('button', { name: '+1' }))
  fireEvent.click(getByRole('button', { name: 'Sign and save' }))
  await waitFor(() => expect(sent.length).toBe(1))
  expect(sent[0]?.body).toMatchObject({
    kind: 'completed', mode: 'home', narrative: 'She showed me the garden.', durationMinutes: 75, sign: true, interpreter: 'not-needed',
    participants: [{ role: 'support', name: 'Minh Tran' }], intended: { goalsMoved: [{ goalId: goal, level: 1 }] },
  })
})

test('INV-42 what is missing is said, and its place opens by itself; the words stay', async () => {
  const refused = problem(422, 'contact.incomplete', 'The note cannot be signed yet.', { issues: [{ path: 'nextStep', message: 'Say what comes next.' }] })
  const { getByRole, getByLabelText, findByLabelText, findByText } = await show(<Composer of={about} />, { server: { [path]: refused } })
  fireEvent.change(getByLabelText('What happened'), { target: { value: 'Spoke.' } })
  fireEvent.click(getByRole('button', { name: 'Sign and save' }))
  await findByText('Say what comes next.')
  await findByLabelText('What to do next')
  expect(getByLabelText('What happened')).toHaveProperty('value', 'Spoke.')
})

test('INV-04 INV-42 a client who needs an interpreter and safe contact: both are asked for in sight', async () => {
  const point = { id: '00000000-0000-7000-8000-0000000000bb', text: '(503) 555-0142', may: false, why: 'Not at this hour: every day 17:00 to 21:00.' }
  const { getByRole, getByText, getByLabelText } = await show(<Composer of={{ ...about, interpreterNeeded: true, safeContactRequired: true, safeContactRule: 'Call after 17:00', points: [point] }} />)
  getByText('Call after 17:00')
  getByRole('button', { name: 'Who interpreted?' })
  fireEvent.click(getByRole('button', { name: 'Which number?' }))
  expect(getByLabelText('(503) 555-0142')).toHaveProperty('disabled', true)
  getByText(point.why)
})

test('an attempt asks what came of it, and not for goals or a barrier', async () => {
  const { getByRole, queryByRole } = await show(<Composer of={about} />)
  fireEvent.click(getByRole('button', { name: 'No answer', pressed: false }))
  fireEvent.click(getByRole('button', { name: 'phone' }))
  fireEvent.click(getByRole('button', { name: 'at home' }))
  expect(queryByRole('button', { name: '+ Goal moved' })).toBeNull()
  expect(queryByRole('button', { name: '+ Barrier' })).toBeNull()
})

test('“Record a call” anywhere opens the composer on that kind, once', async () => {
  const { getByRole, router } = await show(<Composer of={about} />, { at: '/?case=1&record=no-answer' })
  await waitFor(() => expect(getByRole('button', { name: 'No answer', pressed: true })).toBeTruthy())
  expect(router.history.location.search).toBe('?case=1')
})

test('what a draft held comes back as it was written', () => {
  const written = { ...withForm(blank(), 'other-person'), narrative: 'Dr. Pham will order a film.', durationMinutes: 10, nextTask: { title: 'Film', due: '2026-02-20' }, occurredAt: '2026-02-17T17:00:00Z' }
  const contact = toContact(written, about, '2026-02-17T18:00:00Z')
  expect(contact).toMatchObject({ kind: 'collateral', mode: 'phone', occurredAt: '2026-02-17T17:00:00Z' })
  const kept = fromDraft(JSON.parse(JSON.stringify({ ...contact, version: 3, status: 'draft', lateReason: null })))
  expect(kept).toMatchObject({ form: 'other-person', narrative: written.narrative, nextTask: written.nextTask, version: 3 })
})

test('without a time it is now, at the moment of saving', () => {
  expect(toContact(blank(), about, '2026-02-17T18:00:00Z').occurredAt).toBe('2026-02-17T18:00:00Z')
})
