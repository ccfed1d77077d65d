// Runs one of our TypeScript scripts with the right Node: `node bin/run.mjs bin/import.ts …`.
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded({ developing: true })
process.exit(await untilEnded([startNode(process.argv.slice(2))]))
