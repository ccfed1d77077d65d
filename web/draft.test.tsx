// A draft outlives the component that wrote it, and belongs to one member of staff.
import 'happy-dom'
import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { useDraft } from './draft.ts'
import { laura, show } from './testing/show.tsx'

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock('idb-keyval', () => ({
  get: async (key: string) => kept.get(key),
  set: async (key: string, value: unknown) => void kept.set(key, value),
  del: async (key: string) => void kept.delete(key),
}))

function Note() {
  const { value, change, drop } = useDraft('note:1', '')
  return <><textarea aria-label="note" value={value} onChange={(event) => change(event.currentTarget.value)} /><button onClick={() => void drop()}>Drop</button></>
}

test('what was written is there again after leaving, and only for who wrote it', async () => {
  const first = await show(<Note />)
  fireEvent.change(first.getByLabelText('note'), { target: { value: 'She wants to walk.' } })
  first.unmount()
  const again = await show(<Note />)
  await waitFor(() => expect(again.getByLabelText('note')).toHaveProperty('value', 'She wants to walk.'))
  again.unmount()
  const another = await show(<Note />, { me: { ...laura, staff: { ...laura.staff, id: 'somebody-else' } } })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(another.getByLabelText('note')).toHaveProperty('value', '')
  another.unmount()
})

test('a dropped draft is gone', async () => {
  const view = await show(<Note />)
  await waitFor(() => expect(view.getByLabelText('note')).toHaveProperty('value', 'She wants to walk.'))
  fireEvent.click(view.getByText('Drop'))
  await waitFor(() => expect([...kept.keys()].filter((key) => key.includes(laura.staff.id))).toEqual([]))
})
