// What the bundler can import that TypeScript does not know.
declare module '*.po' {
  import type { Messages } from '@lingui/core'
  export const messages: Messages
}
declare module '@fontsource-variable/inter'
