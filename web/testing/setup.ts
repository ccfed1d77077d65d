// Before every component test: the language is English, and the browser parts happy-dom lacks are there.
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { speak } from '../i18n.ts'
import { kept } from './browserStore.ts'

vi.mock('idb-keyval', () => import('./browserStore.ts'))

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 5000 })

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoObserver
Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }) })
Object.defineProperty(document, 'fonts', { configurable: true, value: { addEventListener() {}, removeEventListener() {} } }) // growing text fields wait for fonts
Element.prototype.scrollIntoView = () => {}

beforeEach(async () => {
  kept.clear()
  await speak('en')
})
afterEach(cleanup)
