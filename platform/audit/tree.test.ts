// The tree against the vectors every implementation of RFC 6962 is tested with, and its proofs against each other for every small size.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  append,
  consistencyProof,
  grewFrom,
  includes,
  inclusionProof,
  leafHash,
  nothingSealed,
  rootOf,
  rootOfLeaves,
  type HashOf,
} from './tree.ts'

const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')))

function sourceOf(all: Buffer[]): HashOf {
  return (level, position) => rootOfLeaves(all.slice(position * 2 ** level, (position + 1) * 2 ** level))
}

test('RFC 6962 roots of 0 to 8 leaves are the published ones', () =>
  assert.deepEqual(
    roots.map((_, size) => rootOfLeaves(leaves.slice(0, size)).toString('hex')),
    roots,
  ))

test('RFC 6962 inclusion and consistency proofs are the published ones', async () => {
  const hex = async (proof: Promise<Buffer[]>) => (await proof).map((each) => each.toString('hex'))
  const hashOf = sourceOf(leaves)
  assert.deepEqual(await hex(inclusionProof(hashOf, 0, 8)), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  assert.deepEqual(await hex(inclusionProof(hashOf, 5, 8)), [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  assert.deepEqual(await hex(consistencyProof(hashOf, 6, 8)), [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
})

const many = Array.from({ length: 33 }, (_, index) => leafHash(Buffer.from([index])))

test('each leaf of each tree up to 33 is proven, and nothing else is', async () => {
  const hashOf = sourceOf(many)
  for (let size = 1; size <= many.length; size++) {
    const root = rootOfLeaves(many.slice(0, size))
    for (let index = 0; index < size; index++) {
      const proof = await inclusionProof(hashOf, index, size)
      const claim = { leaf: many[index]!, index, size, proof, root }
      assert.ok(includes(claim))
      assert.ok(!includes({ ...claim, leaf: leafHash(Buffer.from('another')) }))
      assert.ok(!includes({ ...claim, index: index + 1 }))
      assert.ok(size === 1 || !includes({ ...claim, proof: proof.slice(1) }))
      assert.ok(!includes({ ...claim, proof: [...proof, root] }))
    }
  }
})

test('each tree up to 33 grew from each smaller one, and from no other', async () => {
  const hashOf = sourceOf(many)
  for (let size = 1; size <= many.length; size++)
    for (let earlier = 0; earlier <= size; earlier++) {
      const growth = {
        earlier,
        size,
        earlierRoot: rootOfLeaves(many.slice(0, earlier)),
        root: rootOfLeaves(many.slice(0, size)),
        proof: await consistencyProof(hashOf, earlier, size),
      }
      assert.ok(grewFrom(growth), `${earlier} of ${size}`)
      if (earlier === 0) continue
      assert.ok(!grewFrom({ ...growth, earlierRoot: leafHash(Buffer.from('fork')) }))
      assert.ok(!grewFrom({ ...growth, root: leafHash(Buffer.from('fork')) }))
    }
})

test('a compact range names each subtree when it is complete', () => {
  let range = nothingSealed
  const found: string[] = []
  for (const leaf of many.slice(0, 8)) {
    const grown = append(range, leaf)
    range = grown.range
    found.push(...grown.complete.filter(({ level }) => level > 0).map(({ level, position }) => `${level}/${position}`))
  }
  assert.deepEqual(found, ['1/0', '1/1', '2/0', '1/2', '1/3', '2/1', '3/0'])
  assert.deepEqual(rootOf(range), rootOfLeaves(many.slice(0, 8)))
})

test('a leaf or a tree that is not there is refused', async () => {
  await assert.rejects(inclusionProof(sourceOf(leaves), 8, 8), /no leaf 8/)
  await assert.rejects(consistencyProof(sourceOf(leaves), 9, 8), /does not begin/)
})
