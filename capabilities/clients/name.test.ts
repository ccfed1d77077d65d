import assert from 'node:assert/strict'
import { test } from 'node:test'
import { displayName, NewName } from './name.ts'

const name = (
  use: 'usual' | 'official' | 'alias' | 'former',
  given: string,
  family = '',
  fromOn: string | null = null,
  untilOn: string | null = null,
) => NewName.parse({ use, given, family, fromOn, untilOn })

test('the preferred name comes before the official one', () => {
  assert.equal(displayName([name('official', 'Andre', 'Coleman'), name('usual', 'Dre', 'Coleman')], '2026-03-02'), 'Dre Coleman')
})

test('a former name is never shown, and an ended one only before its end', () => {
  const names = [
    name('former', 'Jane', 'Old'),
    name('official', 'Jane', 'Roe', null, '2026-02-01'),
    name('official', 'Jane', 'Doe', '2026-02-01'),
  ]
  assert.equal(displayName(names, '2026-01-31'), 'Jane Roe')
  assert.equal(displayName(names, '2026-02-01'), 'Jane Doe')
  assert.equal(displayName([name('former', 'Jane', 'Old')], '2026-02-01'), null)
})

test('an alias is enough to be known by', () => {
  assert.equal(displayName([name('alias', 'Blue Cap')], '2026-02-03'), 'Blue Cap')
})

test('a name needs at least one part', () => {
  assert.equal(NewName.safeParse({ use: 'official', given: ' ', family: '' }).success, false)
})
