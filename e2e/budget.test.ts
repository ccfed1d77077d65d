// What a browser must fetch before the home screen: at most 250 kB of gzipped JavaScript.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { journey, type Journey } from './browser.ts'

let j: Journey
before(async () => {
  j = await journey()
})
after(() => j.close())

test('the home screen opens with at most 250 kB of gzipped JavaScript', async () => {
  const page = await j.page('maya')
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) sizes.set(response.url(), response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(j.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const files = await Promise.all([...sizes].map(async ([url, size]) => ({ name: url.split('/').at(-1), size: await size })))
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const largest = files.toSorted((a, b) => b.size - a.size).map(({ name, size }) => `${name} ${Math.round(size / 1000)}`)
  assert.ok(sizes.size > 0, 'no JavaScript was seen')
  assert.ok(total <= 250_000, `${Math.round(total / 1000)} kB: ${largest.join(', ')}`)
  await page.context().close()
})
