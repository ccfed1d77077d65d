// The question on the search screen. It says too much about a person for the address bar, so it stays in this window's memory, one for each client.
import { useState } from 'react'
import type { Asked } from '../finding.ts'

/** What the form holds: texts as typed. */
export interface Question {
  words: string
  need: string | null
  zip: string
  withinMiles: string
  openNow: boolean
  openDay: string
  openTime: string
  language: string | null
  payer: string | null
  free: boolean
  wheelchair: boolean
  withRoom: boolean
  fresh: boolean
  eligible: boolean
}
export interface ForClient {
  ageYears: number | null
  language: string | null
  payer: string | null
}
export const nobody: ForClient = { ageYears: null, language: null, payer: null }
export const emptyQuestion: Question = {
  words: '', need: null, zip: '', withinMiles: '25', openNow: false, openDay: '', openTime: '', language: null, payer: null, free: false, wheelchair: false, withRoom: false, fresh: false, eligible: false,
}

const kept = new Map<string, Question>()
export function useQuestion(whose: string, first: Question): [Question, (changes: Partial<Question>) => void] {
  const [question, set] = useState(() => kept.get(whose) ?? first)
  const change = (changes: Partial<Question>) =>
    set((now) => {
      const next = { ...now, ...changes }
      kept.set(whose, next)
      return next
    })
  return [question, change]
}

/** What goes to the server; a ZIP code half typed is no place yet. */
export function askedOf(question: Question, client: ForClient): Asked {
  const { words, need, zip, withinMiles, openNow, openDay, openTime, language, payer, free, wheelchair, withRoom, fresh, eligible } = question
  return {
    words: words.trim(), need, language, payer, wheelchair, withRoom, fresh, eligible, client,
    place: /^\d{5}$/.test(zip) ? { zip } : null,
    withinMiles: withinMiles === '' ? null : Number(withinMiles),
    open: openNow ? 'now' : openDay !== '' && openTime !== '' ? { day: openDay, time: openTime } : null,
    cost: free ? 'free' : null,
  }
}
