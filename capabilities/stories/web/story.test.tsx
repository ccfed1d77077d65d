// How the story is told, and which words a client's page chooses.
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { I18nProvider } from '@lingui/react'
import { i18n } from '@lingui/core'
import type { StoryEvent } from '../../../web/story.ts'
import { initials } from './ClientHeader.tsx'
import { aroundWords, subjectOf, wantsWords } from './chart.ts'
import { plainWords, tell, toldTypes } from './storyLines.tsx'
import { kinds } from '../story.ts'
import { mayKnowWords } from './words.ts'

const event = (type: string, details: Record<string, unknown> = {}): StoryEvent => ({
  id: 'e', type, subjectType: 'x', subjectId: 's1', staffId: null, staffName: 'Maya Ortiz', occurredAt: '2026-02-17T14:00:00Z', recordedAt: '2026-02-17T14:00:00Z', caseId: 'c', goalId: null, details,
})
const textOf = (type: string, details?: Record<string, unknown>) => render(<I18nProvider i18n={i18n}>{tell(event(type, details)).text}</I18nProvider>).container.textContent

test('a call is told with its words, its minutes and who interpreted', () => {
  const details = { kind: 'completed', mode: 'phone', durationMinutes: 20, interpreter: 'qualified', interpreterReference: 'V-2213', said: 'She cooks with less salt.', nextStep: 'Call on Friday', participants: [] }
  expect(textOf('contact.signed', details)).toBe('Call. She cooks with less salt. Next: Call on Friday')
  expect(tell(event('contact.signed', details)).detail).toBe('20 min · Interpreter V-2213')
})

test('an event nobody has words for is still told', () => {
  expect(textOf('loop.closed')).toBe('Loop closed')
  expect(plainWords('serviceReferral.not-answered')).toBe('Service referral not answered')
})

test('an event with broken details is told plainly, and breaks nothing', () => {
  expect(textOf('contact.signed', { kind: 'shouting' })).toBe('Contact')
})

test('pronouns come from the record; without them, the name', () => {
  expect([wantsWords(subjectOf('she/her'), 'Linda'), aroundWords(subjectOf('he/him'), 'Marcus'), wantsWords(subjectOf('they/them'), 'Sam'), wantsWords(subjectOf(null), 'Dre'), aroundWords(subjectOf('ze/zir'), 'Kit')])
    .toEqual(['What she wants', 'Around him', 'What they want', 'What Dre wants', 'Around Kit'])
})

test('INV-06 what somebody may know follows their permission; none is said as none', () => {
  expect([mayKnowWords([]), mayKnowWords(['plan', 'appointments']), mayKnowWords(['everything'])]).toEqual(['no information', 'may know the plan, appointments', 'may know everything'])
})

test('initials are of the first and the last name', () => expect([initials('Linda Tran'), initials('Andre Dre Coleman'), initials('R.')]).toEqual(['LT', 'AC', 'R']))

test('every event that some capability has words for can be found by a filter of the story', () => {
  const told = new Set(toldTypes.map((type) => type.split('.')[0] ?? ''))
  const filtered = new Set<string>(Object.values(kinds).flat())
  expect([...told].filter((entity) => !filtered.has(entity))).toEqual([])
})
