// The catalogs: the same messages in both, and no translation that lost a value or a link.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

interface Entry { id: string; said: string }

function entriesOf(locale: string): Entry[] {
  const text = readFileSync(new URL(`./${locale}.po`, import.meta.url), 'utf8')
  const joined = (lines: string) => [...lines.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([quoted]) => String(JSON.parse(quoted))).join('')
  return [...text.matchAll(/^msgid ((?:".*"\n?)+)msgstr ((?:".*"\n?)+)/gm)].map(([, id = '', said = '']) => ({ id: joined(id), said: joined(said) })).filter(({ id }) => id !== '')
}
/** {values} and <0/>, but not the words of a plural's branch. */
const placesIn = (text: string) => [...text.matchAll(/(?<!(?:=\d|one|other)\s)\{\w+(?=[,}])|<\/?\d+\/?>/g)].map(([place]) => place).sort()
const [english, spanish] = [entriesOf('en'), entriesOf('es')]

test('English and Spanish hold the same messages', () => {
  assert.ok(english.length > 2000)
  assert.deepEqual(spanish.map(({ id }) => id), english.map(({ id }) => id))
})

test('every Spanish sentence keeps the values and links of the English one', () => {
  const lost = spanish.filter(({ id, said }) => said !== '' && placesIn(said).join() !== placesIn(id).join())
  assert.deepEqual(lost.map(({ id, said }) => `${id} → ${said}`), [])
})

test('at least 95 of 100 messages are translated', () => {
  assert.ok(spanish.filter(({ said }) => said !== '').length / spanish.length > 0.95)
})
