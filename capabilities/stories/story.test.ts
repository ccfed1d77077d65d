// Which case is in view, and where a page of the story begins.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds, placeText, readPlace, storyKinds } from './story.ts'

test('a place survives the address bar; anything else is the top of the story', () => {
  const place = { occurredAt: '2026-02-17T14:00:00.000Z', id: '00000000-0000-7000-8000-00000000000a' }
  assert.deepEqual(readPlace(placeText(place)), place)
  for (const broken of [undefined, '', 'x', '2026-02-17', "2026_'; drop table x", `never_${place.id}`]) assert.equal(readPlace(broken), null)
})

test('every filter names its event types, and no type belongs to two filters', () => {
  assert.deepEqual(Object.keys(kinds).sort(), [...storyKinds.options].sort())
  const all = Object.values(kinds).flat()
  assert.equal(new Set(all).size, all.length)
})
