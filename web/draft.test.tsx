// A draft outlives the component that wrote it, and belongs to one member of staff.
import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useDraft } from './draft.ts'
import { kept, opening } from './testing/browserStore.ts'
import { laura, show } from './testing/show.tsx'

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
  fireEvent.change(view.getByLabelText('note'), { target: { value: 'Not after all.' } })
  await waitFor(() => expect(kept.size).toBe(1), { timeout: 4000 })
  fireEvent.click(view.getByText('Drop'))
  await waitFor(() => expect(kept.size).toBe(0))
  expect(view.getByLabelText('note')).toHaveProperty('value', '')
})

test('what is typed before the kept draft is found is not overwritten', async () => {
  const before = await show(<Note />)
  fireEvent.change(before.getByLabelText('note'), { target: { value: 'Old words.' } })
  before.unmount()
  await waitFor(() => expect(kept.size).toBe(1))
  const view = await show(<Note />)
  fireEvent.change(view.getByLabelText('note'), { target: { value: 'New words.' } })
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(view.getByLabelText('note')).toHaveProperty('value', 'New words.')
})

test('where the browser is slow to look, what is typed meanwhile stays, and is kept', async () => {
  for (const old of ['', 'Old words.']) {
    const before = await show(<Note />)
    if (old !== '') fireEvent.change(before.getByLabelText('note'), { target: { value: old } })
    before.unmount()
    await waitFor(() => expect(kept.size).toBe(old === '' ? 0 : 1))
    opening.ms = 1200 // longer than it takes until writing is kept
    const view = await show(<Note />)
    fireEvent.change(view.getByLabelText('note'), { target: { value: 'New words.' } })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(view.getByLabelText('note')).toHaveProperty('value', 'New words.')
    view.unmount()
    opening.ms = 0
    const again = await show(<Note />)
    await waitFor(() => expect(again.getByLabelText('note')).toHaveProperty('value', 'New words.'))
    fireEvent.click(again.getByText('Drop'))
    await waitFor(() => expect(kept.size).toBe(0))
    again.unmount()
  }
})

test('whoever writes and leaves before the browser has looked finds both: what was kept and what they wrote', async () => {
  const join = (one: string, other: string) => `${one} ${other}`
  const Joined = () => {
    const { value, change } = useDraft('note:2', '', { join })
    return <textarea aria-label="note" value={value} onChange={(event) => change(event.currentTarget.value)} />
  }
  const write = (view: Awaited<ReturnType<typeof show>>, words: string) => fireEvent.change(view.getByLabelText('note'), { target: { value: words } })
  const before = await show(<Joined />)
  write(before, 'Old words.')
  before.unmount()
  await waitFor(() => expect([...kept.keys()].some((name) => name.endsWith('note:2'))).toBe(true))
  opening.ms = 300
  const view = await show(<Joined />)
  write(view, 'New words.')
  view.unmount()
  await new Promise((resolve) => setTimeout(resolve, 500))
  opening.ms = 0
  const again = await show(<Joined />)
  await waitFor(() => expect(again.getByLabelText('note')).toHaveProperty('value', 'Old words. New words.'))
})

test('what the browser keeps is sealed, and opens for nobody else: a draft under another name, and one that was there in the clear, are not read', async () => {
  const view = await show(<Note />)
  fireEvent.change(view.getByLabelText('note'), { target: { value: 'Planted words.' } })
  view.unmount()
  await waitFor(() => expect(kept.size).toBe(1))
  const [[name, sealed]] = [...kept] as [[string, { words: ArrayBuffer }]]
  expect(new TextDecoder().decode(sealed.words)).not.toContain('Planted')
  kept.set(name, { value: 'In the clear.', at: '2026-02-16T10:00:00Z' })
  kept.set(`${name}x`, sealed)
  const again = await show(<Note />)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(again.getByLabelText('note')).toHaveProperty('value', '')
})
