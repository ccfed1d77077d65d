// Saving: one key per logical save, a refusal in words with its links, and sign-in in place.
import { Button } from '@mantine/core'
import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addressOf } from './api.ts'
import { ProblemNotice } from './design/ProblemNotice.tsx'
import { useWrite } from './reads.ts'
import { openGate, signedInAgain } from './signInGate.ts'
import { problem, Refused, show } from './testing/show.tsx'

function Save() {
  const { save, problem: said, saved } = useWrite<{ words: string }, { words: string }>('POST', '/notes')
  return <><Button onClick={() => void save({ words: 'hello' })}>Save</Button><ProblemNotice problem={said} /><p>{saved?.words}</p></>
}

test('a save carries an idempotency key and its answer arrives', async () => {
  const { getByText, findByText, sent } = await show(<Save />, { server: { 'POST /notes': { words: 'kept' } } })
  fireEvent.click(getByText('Save'))
  await findByText('kept')
  expect(sent[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
})

test('a refusal lists everything missing, each with the page where it is done', async () => {
  const refused = problem(422, 'case.not-ready', 'This case cannot be activated yet.', { missing: [{ code: 'case.no-consent', message: 'Record the consent', href: '/clients/1/consents' }] })
  const { getByText, findByRole, getByRole } = await show(<Save />, { server: { 'POST /notes': refused } })
  fireEvent.click(getByText('Save'))
  expect((await findByRole('alert')).textContent).toContain('cannot be activated yet')
  expect(getByRole('link', { name: 'Record the consent' }).getAttribute('href')).toBe('/clients/1/consents')
})

test('a save made after the time-out waits for signing in again, then happens once with the same key', async () => {
  let signedIn = false
  const { getByText, findByText, sent } = await show(<Save />, { server: { 'POST /notes': () => (signedIn ? { words: 'kept' } : new Refused(401, { code: 'sign-in.needed' })) } })
  openGate(true)
  fireEvent.click(getByText('Save'))
  await waitFor(() => expect(sent.length).toBe(1))
  signedIn = true
  signedInAgain()
  await findByText('kept')
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  openGate(false)
})

test('empty filters stay out of the address', () => {
  expect(addressOf('/clients', { kind: 'lin', status: '', page: undefined })).toBe('/api/clients?kind=lin')
})
