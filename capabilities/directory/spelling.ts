// What is typed becomes words, and a word that nothing begins with becomes those spelled alike.

/** As house.words_of splits what an entry says: no case, no marks, no punctuation, none of the little words. */
const little = new Set('the and of for in to or on at with by an is are as from de la el los las en del para con por que un una'.split(' '))
const mostTyped = 8

export function wordsOf(said: string): string[] {
  const plain = said.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replaceAll(/[\u0300-\u036F'’`]/g, '')
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length >= 2 && [...word].length <= 30 && !little.has(word))
  return [...new Set(words)].slice(0, mostTyped)
}

/**
 * Of a short word all that is left when one letter is missing, so that one wrong, missing, extra or swapped letter meets it half-way; of a long one its
 * three-letter pieces.
 */
function piecesOf(word: string): Set<string> {
  const pieces = new Set<string>()
  const { length } = word
  if (length >= 3 && length <= 10) pieces.add(`-${word}`)
  if (length >= 4 && length <= 9) for (let at = 0; at < length; at += 1) pieces.add(`-${word.slice(0, at)}${word.slice(at + 1)}`)
  if (length >= 7) for (let at = 0; at <= length; at += 1) pieces.add(`  ${word} `.slice(at, at + 3))
  return pieces
}

const mostAlike = 4

export class Spelling {
  private readonly withPiece = new Map<string, string[]>()

  constructor(words: Iterable<string>) {
    for (const word of words) this.add(word)
  }

  add(word: string): void {
    for (const piece of piecesOf(word)) {
      const others = this.withPiece.get(piece)
      if (others) others.push(word)
      else this.withPiece.set(piece, [word])
    }
  }

  /** Known words of which one letter less is the same, or more than half of the pieces; the likest first. */
  alike(typed: string): string[] {
    const shared = new Map<string, { pieces: number; nearly: boolean }>()
    for (const piece of piecesOf(typed))
      for (const word of this.withPiece.get(piece) ?? []) {
        const known = shared.get(word)
        shared.set(word, { pieces: (known?.pieces ?? 0) + 1, nearly: (known?.nearly ?? false) || piece.startsWith('-') })
      }
    return [...shared]
      .filter(([word, { pieces, nearly }]) => nearly || 2 * pieces >= 0.55 * (typed.length + word.length + 2))
      .toSorted(([a, one], [b, other]) => Number(other.nearly) - Number(one.nearly) || other.pieces - one.pieces || (a < b ? -1 : 1))
      .slice(0, mostAlike)
      .map(([word]) => word)
  }
}
