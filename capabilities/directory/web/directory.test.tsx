import { expect, test } from 'vitest'
import { fireEvent } from '@testing-library/react'
import { problem, show } from '../../../web/testing/show.tsx'
import type { EntryToEdit } from '../edit.actions.ts'
import { DetailCards } from './DetailCards.tsx'
import { EntryForm } from './EntryForm.tsx'
import { emptyQuestion, type Question } from './question.ts'
import { SearchForm } from './SearchForm.tsx'
import { VersionsCard } from './VersionsCard.tsx'

const id = '00000000-0000-7000-8000-0000000000d1'
const at = `/directory/entries/services/${id}`
const quay = { id: '00000000-0000-7000-8000-0000000000d0', name: 'Quay House' }
const row = { id, name: 'Showers', status: 'active', organization_id: quay.id, capacity: null, accepted_payers: ['Medicaid', 'Medicare'], minimum_age: 18, version: 3, extra: {} }
const opened: EntryToEdit = { entry: row, details: [], version: 3, around: { organization: quay, service: { id, name: 'Showers' }, location: null, places: [], services: [], locations: [] } }
const organizations = { 'GET /directory/entries/organizations': [quay] }

test('409 what was typed stays, both versions are shown, and mine is saved over the version that was seen', async () => {
  let refused = true
  const page = await show(<EntryForm path="services" opened={opened} organization={quay} renews={[id]} />, {
    server: {
      ...organizations,
      [`PATCH ${at}`]: () => (refused ? problem(409, 'directory-entry.changed', 'Somebody saved this a moment before you.', { current: { ...row, name: 'Baths', version: 4 } }) : { ...opened, version: 5, entry: { ...row, name: 'Showers and laundry', version: 5 } }),
    },
  })
  fireEvent.change(page.getByRole('textbox', { name: 'Name' }), { target: { value: 'Showers and laundry' } })
  fireEvent.click(page.getByRole('button', { name: 'Save' }))
  const dialog = await page.findByRole('dialog', { name: 'Someone saved this a moment before you' })
  expect(dialog.textContent).toContain('Showers and laundry')
  expect(dialog.textContent).toContain('Baths')
  refused = false
  fireEvent.click(page.getByRole('button', { name: 'Save mine over it' }))
  await expect.poll(() => page.sent.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers['if-match'])).toEqual(['"3"', '"4"'])
  const [first] = page.sent.filter(({ method }) => method === 'PATCH')
  expect(first?.body).toMatchObject({ name: 'Showers and laundry', accepted_payers: ['Medicaid', 'Medicare'], minimum_age: 18, organization_id: quay.id, capacity: null, capacity_as_of: null })
})

test('hours are added by their days and times; a field the form does not show stays', async () => {
  const page = await show(<DetailCards path="services" id={id} renews={[id]} details={[{ id: 's', kind: 'schedule', body: { freq: 'WEEKLY', byday: 'MO', opens_at: '08:00', closes_at: '12:00', dtstart: '2026-01-05' }, version: 2 }]} />, { server: { [`POST ${at}/details`]: opened } })
  fireEvent.click(page.getByRole('button', { name: 'Change: Mon 08:00–12:00' }))
  fireEvent.click(page.getByRole('button', { name: 'Wed' }))
  fireEvent.click(page.getByRole('button', { name: 'Save' }))
  await expect.poll(() => page.sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ id: 's', kind: 'schedule', version: 2, body: { byday: 'MO,WE', opens_at: '08:00', dtstart: '2026-01-05', freq: 'WEEKLY' } })
})

test('what was saved at once is one version, told in plain words', async () => {
  const change = { at: '2026-02-10T15:00:00Z', by: 'Maya Ortiz', kind: 'service', action: 'update' }
  const page = await show(<VersionsCard path="services" id={id} />, {
    server: { [`GET ${at}/changes`]: [{ ...change, field: 'name', was: 'Showers', became: 'Baths' }, { ...change, field: 'capacity', was: '', became: 'has' }, { ...change, field: 'organization_id', was: '', became: 'x' }, { ...change, at: '2026-02-09T15:00:00Z', kind: 'phone', field: 'number', was: '1', became: '' }] },
  })
  const versions = await page.findByRole('list', { name: 'Versions' })
  expect(versions.querySelectorAll(':scope > li').length).toBe(2)
  expect(versions.textContent).toContain('Name was “Showers”, is now “Baths”')
  expect(versions.textContent).toContain('Is there room? is now “Has room”')
  expect(versions.textContent).not.toContain('Organization')
  expect(versions.textContent).toContain('Phone: Number is no longer “1”')
})

test('the payer of the record is a condition, and pressing it takes it away', async () => {
  const changes: Partial<Question>[] = []
  const page = await show(<SearchForm question={{ ...emptyQuestion, payer: 'medicaid' }} change={(change) => changes.push(change)} choices={undefined} payer={{ name: 'Medicaid', value: 'medicaid' }} />)
  const condition = page.getByRole('button', { name: 'Accepts Medicaid, or is free' })
  expect(condition.getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(condition)
  expect(changes).toEqual([{ payer: null }])
})
