import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problem, show } from '../../../web/testing/show.tsx'
import { TaskRule } from '../task.ts'
import { waysOf } from './OtherWays.tsx'
import { TaskRow, type ShownTask } from './TaskRow.tsx'
import { sayTask } from './taskWords.ts'

const id = '00000000-0000-7000-8000-0000000000f1'
const call: ShownTask = {
  id, rule: 'first-attempt', title: null, params: { acceptedOn: '2026-02-16', businessDays: 2 }, aboutType: 'case', aboutId: 'k', clientId: 'c', caseId: 'k',
  clientName: 'Marcus Delgado', dueOn: '2026-02-17', priority: 'routine', version: 1,
}

test('a task is said as a colleague would: what, why, when, and one action', async () => {
  await show(<TaskRow task={call} />)
  expect(screen.getByText('Call Marcus Delgado for the first time')).toBeTruthy()
  expect(screen.getByText('Accepted yesterday; first attempt within 2 business days.')).toBeTruthy()
  expect(screen.getByRole('link', { name: /Record a call/ }).getAttribute('href')).toBe('/clients/c/story?case=k&record=call')
})

test('every rule has a sentence and a place, even without its facts', () => {
  for (const rule of TaskRule.options) {
    const said = sayTask({ ...call, rule, title: rule === 'own' ? 'Ask about the ramp' : null, params: {} }, '2026-02-17')
    expect(said.title.length).toBeGreaterThan(5)
    expect(said.title + said.why).not.toMatch(/undefined|NaN|\{\d\}/)
    expect(said.action?.href).toMatch(/^\//)
  }
})

test('INV-33 INV-22 only an own to-do has a tick; safety neither waits nor is excepted', async () => {
  await show(<TaskRow task={call} />)
  expect(screen.queryByRole('button', { name: /^Done/ })).toBeNull()
  expect(waysOf({ rule: 'safety-response', priority: 'safety' })).toEqual(['pass'])
  expect(waysOf({ rule: 'own', priority: 'routine' })).toEqual(['wait', 'pass'])
  expect(waysOf(call)).toEqual(['wait', 'except', 'pass'])
})

test('an own to-do is ticked', async () => {
  const { sent } = await show(<TaskRow task={{ ...call, rule: 'own', title: 'Ask about the ramp' }} />, { server: { [`POST /tasks/${id}/completion`]: { id, status: 'done' } } })
  fireEvent.click(screen.getByRole('button', { name: 'Done: Ask about the ramp' }))
  await waitFor(() => expect(sent.some(({ path }) => path === `/tasks/${id}/completion`)).toBe(true))
})

test('waiting asks for a day and a reason, and shows the refusal in words', async () => {
  const { sent } = await show(<TaskRow task={call} />, { server: { [`POST /tasks/${id}/snooze`]: problem(422, 'task.snooze-day', 'Choose a day after today.') } })
  fireEvent.click(screen.getByRole('button', { name: /More about/ }))
  fireEvent.click(await screen.findByText('It can wait…'))
  fireEvent.change(await screen.findByLabelText('Why can it wait?'), { target: { value: 'He is away.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Let it wait' }))
  expect(await screen.findByText('Choose a day after today.')).toBeTruthy()
  expect(sent.at(-1)?.body).toEqual({ until: '', reason: 'He is away.' })
})
