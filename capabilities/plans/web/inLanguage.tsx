// Draws what is inside in a chosen language of the catalog, whatever the language of the screen: the client's copy is for the client.
import { setupI18n, type I18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { I18nProvider } from '@lingui/react'
import { useEffect, useState, type ReactNode } from 'react'
import { Loading } from '../../../web/design/Loading.tsx'
import { locales, type Locale } from '../../../web/i18n.ts'

/** The catalog's language for a BCP 47 tag (es-MX is es), or null where the catalog has none. */
export const catalogFor = (tag: string | null): Locale | null => locales.find((locale) => tag?.toLowerCase().split('-')[0] === locale) ?? null

export function InLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [spoken, setSpoken] = useState<I18n | null>(null)
  useEffect(() => {
    let here = true
    void load(locale).then((loaded) => { if (here) setSpoken(loaded) })
    return () => { here = false }
  }, [locale])
  if (!spoken) return <Loading />
  return <I18nProvider i18n={spoken}><div lang={locale}>{children}</div></I18nProvider>
}

async function load(locale: Locale): Promise<I18n> {
  const { messages } = locale === 'es' ? await import('../../../web/locales/es.po') : { messages: {} }
  const spoken = setupI18n()
  spoken.setMessagesCompiler(compileMessage)
  spoken.loadAndActivate({ locale, messages })
  return spoken
}
