// Before every component test: the language is English, and the browser parts happy-dom lacks are there.
import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { speak } from '../i18n.ts'

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoObserver
Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} }) })
Object.defineProperty(document, 'fonts', { configurable: true, value: { addEventListener() {}, removeEventListener() {} } }) // growing text fields wait for fonts
Element.prototype.scrollIntoView = () => {}

beforeEach(() => speak('en'))
afterEach(cleanup)
