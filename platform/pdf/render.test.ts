// Documents as PDF: produced off the event loop, tagged, with the text in them, and hostile text inert.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { renderPdf } from './render.ts'

const words = new URL('./sample/words.typ', import.meta.url)
const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(pdf.slice()), { mergePages: true })).text.replaceAll(/\s+/g, ' ')
const claimsUa = (pdf: Uint8Array) => Buffer.from(pdf).includes('<pdfuaid:part>1</pdfuaid:part>')

test('a document is a tagged PDF/UA with title, language and its text', async () => {
  const pdf = await renderPdf(words, {
    title: 'Closing summary',
    language: 'es',
    words: 'Señora Muñoz dijo:\n«quiero caminar»',
    facts: [
      ['Caso', 'C-12'],
      ['Vacío', ''],
    ],
  })
  assert.equal(Buffer.from(pdf.slice(0, 5)).toString(), '%PDF-')
  assert.equal(claimsUa(pdf), true)
  const document = await getDocumentProxy(pdf.slice())
  assert.deepEqual(await document.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
  const { info } = (await document.getMetadata()) as unknown as { info: { Title: string; Language: string } }
  assert.deepEqual([info.Title, info.Language], ['Closing summary', 'es'])
  const tree = JSON.stringify(await (await document.getPage(1)).getStructTree())
  for (const role of ['"H1"', '"H2"', '"P"', '"Table"']) assert.ok(tree.includes(role), `${role} in ${tree}`)
  const text = await textOf(pdf)
  assert.match(text, /Señora Muñoz dijo: «quiero caminar»/)
  assert.match(text, /Caso C-12/)
  assert.doesNotMatch(text, /Vacío/)
})

test('Vietnamese is set with its marks, and every character has a shape', async () => {
  const pdf = await renderPdf(words, {
    title: 'Kế hoạch',
    language: 'vi',
    words: 'Chúng tôi giúp bà đi bộ đến chùa mỗi buổi sáng.',
  })
  assert.equal(claimsUa(pdf), true, 'PDF/UA refuses a document with a missing glyph')
  assert.match(await textOf(pdf), /đến chùa/)
})

test('hostile text is shown as written and does nothing', async () => {
  const hostile =
    '#panic("no") #read("/package.json") *b* _i_ $x^2$ = Title // gone /* gone */ \\ <label> @cite https://evil.example #link("javascript:alert(1)")[x] ] ) } #include "x.typ"'
  const pdf = await renderPdf(words, {
    title: hostile,
    heading: hostile,
    footer: hostile,
    notice: hostile,
    letterhead: hostile,
    words: hostile,
    facts: [[hostile, hostile]],
  })
  const text = await textOf(pdf)
  assert.equal(text.split('#read("/package.json") *b* _i_ $x^2$ = Title // gone /* gone */').length - 1, 7, text)
  assert.doesNotMatch(text, /"dependencies"/)
  const page = await (await getDocumentProxy(pdf.slice())).getPage(1)
  assert.deepEqual(await page.getAnnotations(), [], 'a web address in a note is not made into a link')
})

test('the same data gives the same bytes', async () => {
  const hashOf = async () =>
    createHash('sha256')
      .update(await renderPdf(words, { title: 'Same', words: 'Same' }))
      .digest('hex')
  assert.equal(await hashOf(), await hashOf())
})

test('text no font can show still gives a tagged document', async () => {
  const pdf = await renderPdf(words, { title: 'Good news', words: 'She smiled 🙂 and wrote 你好 \u0007' })
  assert.equal((await (await getDocumentProxy(pdf.slice())).getMarkInfo())?.Marked, true)
  assert.match(await textOf(pdf), /She smiled/)
})

test('a broken template is a fault that names it, and the next document still comes', async () => {
  await assert.rejects(renderPdf(new URL('./sample/broken.typ', import.meta.url), { title: 'x' }), /there-is-no-such-entry/)
  assert.match(await textOf(await renderPdf(words, { title: 'After', words: 'All well' })), /All well/)
})

test('the event loop stays free while a long document is set', async () => {
  const long = Array.from(
    { length: 3000 },
    (_, n) => `Paragraph ${n} tells of an ordinary day with its small and large steps.`,
  ).join('\n\n')
  let longestStall = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longestStall = Math.max(longestStall, performance.now() - last)
    last = performance.now()
  }, 5)
  const started = performance.now()
  try {
    await renderPdf(words, { title: 'Long', words: long })
    const took = performance.now() - started
    assert.ok(longestStall < took / 2, `stalled ${longestStall} ms of ${took} ms`)
  } finally {
    clearInterval(pulse)
  }
})
