// Everything that surrounds a screen: language, look, answers kept in memory, addresses.
import { i18n } from '@lingui/core'
import { I18nProvider, useLingui } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { newQueryClient } from './reads.ts'
import { newRouter } from './router.tsx'
import { colours, theme } from './theme.ts'

export function App() {
  const [queries] = useState(newQueryClient)
  const [router] = useState(() => newRouter(queries))
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <InLanguage><RouterProvider router={router} /></InLanguage>
          <Notifications position="bottom-left" />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  )
}

/** Draws everything anew when the language changes, so that plain t`…` follows it too. */
function InLanguage({ children }: { children: React.ReactNode }) {
  const { i18n: { locale } } = useLingui()
  return <div key={locale} style={{ display: 'contents' }}>{children}</div>
}
