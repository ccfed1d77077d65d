// Component tests: every *.test.tsx, in one thread pool, with the same message macros as the build.
import { defineConfig } from 'vitest/config'
import { plugins } from './vite.config.ts'

export default defineConfig({
  plugins: plugins(),
  test: {
    include: ['web/**/*.test.tsx', 'capabilities/**/*.test.tsx'],
    environment: 'happy-dom',
    setupFiles: ['web/testing/setup.ts'],
    pool: 'threads',
    isolate: false,
    css: false,
    testTimeout: 20_000,
  },
})
