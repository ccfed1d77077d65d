// Where messages are found and where their translations live.
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [{ path: 'web/locales/{locale}', include: ['web', 'capabilities/**/web/**'], exclude: ['**/*.test.tsx'] }],
  format: formatter({ lineNumbers: false, origins: false }),
})
