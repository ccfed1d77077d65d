// `npm run check`: format, lint, types, architecture, schema drift and dead code; says for each whether it holds and how long it took.
import { spawnSync } from 'node:child_process'
import { installIfNeeded, nodeProgram, root } from './install.mjs'

installIfNeeded({ developing: true })
const tool = (path, ...args) => [`node_modules/${path}`, ...args]
const checks = {
  format: tool(
    'prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '{platform,bin,bench,drill,test}/**/*.{ts,mjs}',
    '*.ts',
  ),
  lint: tool('oxlint/bin/oxlint', '--type-aware'),
  types: tool('typescript/bin/tsc', '-p', '.'),
  architecture: ['--test', '--test-isolation=none', '--test-reporter=dot', 'architecture.test.ts'],
  'schema drift': ['bin/schema.ts', '--check'],
  'dead code': tool('knip/bin/knip.js'),
}

const asked = process.argv.slice(2)
const broken = []
for (const [name, args] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(nodeProgram(), ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0) {
    broken.push(name)
    console.log(`${stdout}${stderr}`.trimEnd())
  }
  console.log(`${status === 0 ? 'holds ' : 'BROKEN'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
console.log(broken.length === 0 ? 'Everything holds.' : `Broken: ${broken.join(', ')}.`)
process.exit(broken.length === 0 ? 0 : 1)
