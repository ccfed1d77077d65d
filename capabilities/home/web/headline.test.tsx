import { expect, test } from 'vitest'
import '../../../web/testing/setup.ts'
import { headline } from './headline.ts'

const today = '2026-02-17'
const counts = { open: 7, safety: 0, late: 2, today: 4, nextDueOn: '2026-02-19' }

test('the day in one sentence, as the picture says it', () => {
  expect(headline(counts, today)).toEqual({ title: 'Tuesday 17 February. Six things need you today.', lead: 'Two are late. Nothing else is due before Thu 19 Feb.' })
})
test('one thing is said as one; a day without anything says so', () => {
  expect(headline({ ...counts, late: 0, today: 1, safety: 1 }, today)).toEqual({ title: 'Tuesday 17 February. One thing needs you today.', lead: 'One is about safety. Nothing is late. Nothing else is due before Thu 19 Feb.' })
  expect(headline({ open: 1, safety: 0, late: 0, today: 0, nextDueOn: '2026-02-18' }, today)).toEqual({ title: 'Tuesday 17 February. Nothing needs you today.', lead: 'The next thing is due tomorrow.' })
  expect(headline({ open: 0, safety: 0, late: 0, today: 0, nextDueOn: null }, today).lead).toBe('Nothing else is due.')
})
test('past twelve, figures', () => {
  expect(headline({ ...counts, late: 10, today: 4 }, today).title).toContain('14 things need you today.')
})
