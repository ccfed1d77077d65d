// How the staff web app is built: macros for messages, catalogs read straight from .po, output in dist/web.
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export const plugins = () => [
  react(),
  lingui(),
  babel({ presets: [linguiTransformerBabelPreset({ descriptorFields: 'message' })] }),
]

export default defineConfig({
  root: 'web',
  plugins: plugins(),
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 800,
    // A schema that no screen uses has no effect: importing a capability's rules costs only the rules.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z'] },
      // What 25 screens share comes in one file: half as many requests before the home screen, and shorter lists of what each screen needs.
      output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 25 }] } },
    },
  },
  server: { port: 8421, fs: { allow: ['..'] }, proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8420}` } },
})
