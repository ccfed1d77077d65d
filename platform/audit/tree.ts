// The Merkle tree of RFC 6962: leaf and node hashes, a compact range that grows by appending, proofs and their verification. Pure; knows nothing of events.
import { createHash } from 'node:crypto'

const sha256 = (...parts: Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const [leafPrefix, nodePrefix] = [Buffer.from([0]), Buffer.from([1])]

/** RFC 6962 2.1: the prefix keeps a leaf from ever passing for a node. */
export const leafHash = (data: Uint8Array): Buffer => sha256(leafPrefix, data)
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right)
const emptyRoot = sha256()

/** What is left of a tree when only its end matters: the hashes of its complete subtrees, largest first. */
export interface CompactRange {
  size: number
  edge: Buffer[]
}
export const nothingSealed: CompactRange = { size: 0, edge: [] }

/** A complete subtree of 2^level leaves, the `position`th of its level. */
export interface Subtree {
  level: number
  position: number
  hash: Buffer
}

/** Appends one leaf hash; also tells which subtrees became complete by it (the leaf itself among them). */
export function append({ size, edge }: CompactRange, leaf: Buffer): { range: CompactRange; complete: Subtree[] } {
  const grown = [...edge]
  const complete: Subtree[] = [{ level: 0, position: size, hash: leaf }]
  let hash = leaf
  let [level, position] = [0, size]
  while (position % 2 === 1) {
    hash = nodeHash(grown.pop()!, hash)
    level += 1
    position = (position - 1) / 2
    complete.push({ level, position, hash })
  }
  return { range: { size: size + 1, edge: [...grown, hash] }, complete }
}

/** The root of what was appended so far. */
export function rootOf({ edge }: CompactRange): Buffer {
  return edge.length === 0 ? emptyRoot : edge.reduceRight((right, left) => nodeHash(left, right))
}

export function rootOfLeaves(leaves: Buffer[]): Buffer {
  return rootOf(leaves.reduce((range, leaf) => append(range, leaf).range, nothingSealed))
}

/** Where the hashes of complete subtrees come from: memory in tests, tables in the product. */
export type HashOf = (level: number, position: number) => Buffer | Promise<Buffer>

/** The largest power of two below `size` (RFC 6962's k). */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

async function hashOfRange(hashOf: HashOf, from: number, to: number): Promise<Buffer> {
  const size = to - from
  const level = Math.log2(size)
  if (Number.isInteger(level)) return hashOf(level, from / size)
  const split = splitOf(size)
  const [left, right] = await Promise.all([hashOfRange(hashOf, from, from + split), hashOfRange(hashOf, from + split, to)])
  return nodeHash(left, right)
}

/** RFC 6962 2.1.1: that the leaf at `index` is in the tree of `size` leaves. Nearest sibling first. Refuses an index outside the tree. */
export async function inclusionProof(hashOf: HashOf, index: number, size: number): Promise<Buffer[]> {
  if (index < 0 || index >= size) throw new Error(`There is no leaf ${index} in a tree of ${size}.`)
  const path: Promise<Buffer>[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      path.unshift(hashOfRange(hashOf, middle, to))
      to = middle
    } else {
      path.unshift(hashOfRange(hashOf, from, middle))
      from = middle
    }
  }
  return Promise.all(path)
}

/** RFC 6962 2.1.2: that the tree of `size` leaves begins with the tree of `earlier` leaves. Empty when they are the same, or `earlier` is 0. */
export async function consistencyProof(hashOf: HashOf, earlier: number, size: number): Promise<Buffer[]> {
  if (earlier < 0 || earlier > size) throw new Error(`A tree of ${size} leaves does not begin with ${earlier}.`)
  if (earlier === 0 || earlier === size) return []
  const path: Promise<Buffer>[] = []
  let [from, to] = [0, size]
  while (to !== earlier) {
    const middle = from + splitOf(to - from)
    if (earlier <= middle) {
      path.unshift(hashOfRange(hashOf, middle, to))
      to = middle
    } else {
      path.unshift(hashOfRange(hashOf, from, middle))
      from = middle
    }
  }
  if (from > 0) path.unshift(hashOfRange(hashOf, from, to))
  return Promise.all(path)
}

const half = (number: number) => Math.floor(number / 2)

/** RFC 9162 2.1.3.2. */
export function includes({
  leaf,
  index,
  size,
  proof,
  root,
}: {
  leaf: Buffer
  index: number
  size: number
  proof: Buffer[]
  root: Buffer
}): boolean {
  if (index < 0 || index >= size) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hash, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && hash.equals(root)
}

interface Growth {
  earlier: number
  earlierRoot: Buffer
  size: number
  root: Buffer
  proof: Buffer[]
}
/** RFC 9162 2.1.4.2. */
export function grewFrom({ earlier, earlierRoot, size, root, proof }: Growth): boolean {
  if (earlier > size) return false
  if (earlier === size) return proof.length === 0 && earlierRoot.equals(root)
  if (earlier === 0) return proof.length === 0
  const path = Number.isInteger(Math.log2(earlier)) ? [earlierRoot, ...proof] : proof
  const [first, ...rest] = path
  if (!first) return false
  let [at, last] = [earlier - 1, size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [old, grown] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[old, grown] = [nodeHash(sibling, old), nodeHash(sibling, grown)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else grown = nodeHash(grown, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && old.equals(earlierRoot) && grown.equals(root)
}
