// The root key's file: made once, read by its owner only, turned over without losing what it wrapped.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addRootKey, fileKeeper, forgetOldRootKeys } from './rootKey.ts'

const folder = mkdtempSync(join(tmpdir(), 'continuum-root-key-'))
after(() => rmSync(folder, { recursive: true }))
const fileOf = (name: string) => join(folder, name, 'root.key')
const key = Buffer.alloc(32, 7)

test('M10 made on first use, 256 bits, readable by its owner only, and the same from then on', async () => {
  const file = fileOf('first')
  const wrapped = await fileKeeper(file).wrap(key, 'agency one')
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.match(readFileSync(file, 'utf8'), /^[0-9a-f]{64}\n$/)
  assert.deepEqual(await fileKeeper(file).unwrap(wrapped, 'agency one'), key)
})
test('M10 a wrapped key does not open under another name, nor by another installation’s root key', async () => {
  const wrapped = await fileKeeper(fileOf('mine')).wrap(key, 'agency one')
  await assert.rejects(fileKeeper(fileOf('mine')).unwrap(wrapped, 'agency two'))
  await assert.rejects(
    fileKeeper(fileOf('theirs')).unwrap(wrapped, 'agency one'),
    /is not the one this database was written with/,
  )
})
test('M10 after a turn the old key still opens until it is forgotten, and the new one wraps', async () => {
  const file = fileOf('turned')
  const old = await fileKeeper(file).wrap(key, 'agency one')
  addRootKey(file)
  const fresh = await fileKeeper(file).wrap(key, 'agency one')
  assert.deepEqual(await fileKeeper(file).unwrap(old, 'agency one'), key)
  forgetOldRootKeys(file)
  assert.deepEqual(await fileKeeper(file).unwrap(fresh, 'agency one'), key)
  await assert.rejects(fileKeeper(file).unwrap(old, 'agency one'), /Put the kept copy back/)
  assert.equal(statSync(file).mode & 0o777, 0o600)
})
test('a file that holds no key is said so, not overwritten', () => {
  const file = fileOf('first')
  writeFileSync(file, 'half a k')
  assert.throws(() => fileKeeper(file), /does not hold root keys/)
  assert.equal(readFileSync(file, 'utf8'), 'half a k')
})
