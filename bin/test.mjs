// `npm test`: installs if needed, then runs bin/test-all.ts with the right Node. `npm test -- path…` runs only what is under those paths.
import { buildIfStale } from './build.mjs'
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded({ developing: true })
const asked = process.argv.slice(2)
if (asked.length === 0 || asked.some((path) => path.includes('e2e'))) await buildIfStale()
process.exit(await untilEnded([startNode(['bin/test-all.ts', ...asked], { env: { NODE_ENV: 'test' } })]))
