// Notes as other implementations write them, and what does not pass for one.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import {
  openCheckpoint,
  readCheckpoint,
  readNote,
  readVerifierKey,
  signNote,
  signersOf,
  textOf,
  verifierKeyText,
  type Signer,
} from './checkpoint.ts'
import { leafHash } from './tree.ts'

const signer = (name = 'continuum/test'): Signer => ({ name, privateKey: generateKeyPairSync('ed25519').privateKey })
const keyOf = (each: Signer) => readVerifierKey(verifierKeyText(each))
const checkpoint = { origin: 'continuum/test/audit/a', size: 7, root: leafHash(Buffer.from('root')) }

test('the published example of Go’s note package verifies', () => {
  // golang.org/x/mod/sumdb/note, ExampleSign and ExampleOpen.
  const key = readVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`
  const parts = readNote(note)
  assert.ok(parts)
  assert.equal(parts.text, text)
  assert.deepEqual(signersOf(parts, [key]), [key])
  assert.deepEqual(signersOf({ ...parts, text: `${text} ` }, [key]), [])
})

test('a checkpoint is read back by the key that signed it, and by no other', () => {
  const [ours, other] = [signer(), signer()]
  const note = signNote(textOf(checkpoint), [ours])
  assert.deepEqual(openCheckpoint(note, [keyOf(ours)]), checkpoint)
  assert.equal(openCheckpoint(note, [keyOf(other)]), null)
  assert.equal(openCheckpoint(note.replace('\n7\n', '\n8\n'), [keyOf(ours)]), null)
  assert.equal(openCheckpoint(note, [keyOf({ ...ours, name: 'continuum/elsewhere' })]), null)
})

test('after a rotation both keys have signed, so whoever trusts either follows', () => {
  const [old, next] = [signer(), signer()]
  const note = signNote(textOf(checkpoint), [old, next])
  for (const key of [old, next]) assert.deepEqual(openCheckpoint(note, [keyOf(key)]), checkpoint)
})

test('what is not a note or a checkpoint is not read as one', () => {
  for (const text of ['', 'words', 'origin\n7\n\n— a b', 'origin\n7\n\nnot a signature\n']) assert.equal(readNote(text), null)
  for (const text of ['origin\n07\nAAAA\n', 'origin\n-1\nAAAA\n', 'origin\n7\nAAAA\n']) assert.equal(readCheckpoint(text), null)
  assert.throws(() => readVerifierKey('name+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'), /does not have the id/)
  assert.throws(() => readVerifierKey('nonsense'), /not an Ed25519/)
})
