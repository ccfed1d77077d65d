// The words by which a client can be found, as plain text. The database turns them into keyed tokens; names themselves are never indexed.
import type { NewName } from './name.ts'
import { contactKey, phoneDigits, type NewContactPoint } from './contactPoint.ts'
import { identifierKey, type NewIdentifier } from './identifier.ts'

/** The longest beginning of a word that is indexed; what is typed beyond it is cut. */
const longestPrefix = 10
/** So many words are asked for at once; what is typed after them narrows nothing. */
const mostWords = 8

export interface Findable {
  names: readonly Pick<NewName, 'given' | 'family'>[]
  birthDate: string | null
  contactPoints: readonly Pick<NewContactPoint, 'system' | 'value'>[]
  identifiers: readonly Pick<NewIdentifier, 'system' | 'value'>[]
}

/** 'Nguyễn-Pham' → ['nguyen', 'pham']: no case, no marks, no punctuation, in any script. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/['’`]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Everything a client can be found by: beginnings and three-letter pieces of the names, whole names, birth date, numbers. */
export function tokensOf(client: Findable): string[] {
  const words = client.names.flatMap(({ given, family }) => wordsOf(`${given} ${family}`))
  return [
    ...new Set([
      ...words.flatMap(prefixes),
      ...words.flatMap(trigrams),
      ...words.map((word) => `w:${word}`),
      ...exactTokens(client),
      ...client.contactPoints.flatMap(({ system, value }) => (system === 'phone' ? phoneEndings(value) : [])),
      ...client.identifiers.map(({ value }) => `n:${looseNumber(value)}`),
    ]),
  ]
}

/** What two records of one person are likely to share besides the name: used to find candidates in a duplicate check. */
export function exactTokens({ birthDate, contactPoints, identifiers }: Omit<Findable, 'names'>): string[] {
  return [
    ...(birthDate === null ? [] : [`b:${birthDate}`]),
    ...contactPoints.map((point) => `c:${contactKey(point)}`),
    ...identifiers.map((each) => `i:${identifierKey(each)}`),
  ]
}

export interface SearchTerms {
  /** A client is found who has every token of one of these. */
  ways: string[][]
  /** For a second look when nothing is found: pieces of the words, to rank near misses by how many they share. */
  pieces: string[]
}

/** 'mar del' finds Marcus Delgado; '5550142' a phone number; '1984-02-03' or '02/03/1984' a birth date; anything of one letter finds nothing. */
export function termsOf(typed: string): SearchTerms {
  const day = typedDay(typed)
  const digits = typed.replaceAll(/[\s().+-]/g, '')
  if (day) return { ways: [[`b:${day}`]], pieces: [] }
  if (/^\d{4,15}$/.test(digits)) return { ways: [[`n:${looseNumber(digits)}`], ...lastDigits(digits)], pieces: [] }
  if (typed.includes('@')) return { ways: [[`c:${typed.trim().toLowerCase()}`]], pieces: [] }
  const words = wordsOf(typed).filter((word) => word.length > 1)
  const beginnings = new Set(words.slice(0, mostWords).map((word) => `p:${[...word].slice(0, longestPrefix).join('')}`))
  const ways = [[...beginnings], /\d/.test(typed) ? [`n:${looseNumber(typed)}`] : []]
  return {
    ways: ways.filter((tokens) => tokens.length > 0),
    pieces: [...new Set(words.filter((word) => word.length > 2).flatMap(trigrams))],
  }
}

function prefixes(word: string): string[] {
  const letters = [...word]
  return Array.from(
    { length: Math.min(letters.length, longestPrefix) - 1 },
    (_, index) => `p:${letters.slice(0, index + 2).join('')}`,
  )
}

function trigrams(word: string): string[] {
  const padded = [...` ${word} `]
  return Array.from({ length: padded.length - 2 }, (_, index) => `t:${padded.slice(index, index + 3).join('')}`)
}

function phoneEndings(value: string): string[] {
  const digits = phoneDigits(value)
  return digits === null ? [] : [`d:${digits.slice(-10)}`, `d:${digits.slice(-7)}`, `d:${digits.slice(-4)}`]
}

function lastDigits(digits: string): string[][] {
  const kept = new Map([
    [11, 10],
    [10, 10],
    [7, 7],
    [4, 4],
  ]).get(digits.length)
  return kept === undefined ? [] : [[`d:${digits.slice(-kept)}`]]
}

function looseNumber(value: string): string {
  return value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function typedDay(typed: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(typed)
  const us = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(typed)
  const [year, month, day] = iso ? iso.slice(1) : us ? [us[3], us[1], us[2]] : []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
