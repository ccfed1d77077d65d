// English in the code, Spanish from its catalog; the choice is the person's, else the browser's.
import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]
const remembered = 'continuum.locale'

// A message not yet in the catalog is still shown in English, with its values in place. Each is read once, however often it is shown.
const compiled = new Map<string, ReturnType<typeof compileMessage>>()
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message) ?? compileMessage(message)
  compiled.set(message, known)
  return known
})

const isLocale = (text: string | null | undefined): text is Locale => locales.some((locale) => locale === text)

export function preferredLocale(): Locale {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(remembered)
  if (isLocale(kept)) return kept
  const asked = navigator.languages.map((language) => language.slice(0, 2)).find(isLocale)
  return asked ?? 'en'
}

export async function speak(locale: Locale, remember = false): Promise<void> {
  const { messages } = locale === 'es' ? await import('./locales/es.po') : { messages: {} }
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  if (remember) localStorage.setItem(remembered, locale)
}

/** The language the person chose on another device, unless one was chosen here. */
export async function speakAs(locale: string | null | undefined): Promise<void> {
  const chosenHere = localStorage.getItem(remembered)
  if (isLocale(locale) && !isLocale(chosenHere) && locale !== i18n.locale) await speak(locale)
}
