// What a search means by what was typed: each word as it stands and its longer forms, else what begins so, else what is spelled alike.
import { placeIn, type SearchIndex } from './searchIndex.ts'
import { wordsOf } from './spelling.ts'

/** A typed word, and the words of the directory it is read as. */
export interface Meant { typed: string; words: string[]; alike: boolean }

/** Longer forms of a word that is there: plurals and the like. */
const longerBy = 2
const formsOfKnown = 4
const formsOfBegun = 12

export function meantBy(index: SearchIndex, said: string): Meant[] {
  return wordsOf(said).map((typed) => {
    const begun = begunBy(index, typed)
    return begun.length > 0 ? { typed, words: begun, alike: false } : { typed, words: index.spelledLike(typed), alike: true }
  })
}

/** Itself and its commonest longer forms; where nothing is called so, the commonest words that begin so. */
function begunBy(index: SearchIndex, typed: string): string[] {
  const known = index.uses(typed) > 0
  const words = index.words()
  const found: string[] = []
  for (let at = placeIn(words, typed); words[at]?.startsWith(typed); at += 1) {
    const word = words[at] ?? ''
    if (!known || word.length <= typed.length + longerBy) found.push(word)
  }
  const first = (word: string): number => Number(word === typed)
  return found.toSorted((a, b) => first(b) - first(a) || index.uses(b) - index.uses(a)).slice(0, known ? formsOfKnown : formsOfBegun)
}
