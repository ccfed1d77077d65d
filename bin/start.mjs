// `npm start`: installs if needed, builds the web app if stale, then runs main.ts until Ctrl-C.
import { buildIfStale } from './build.mjs'
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
buildIfStale()
process.exit(await untilEnded([startNode(['main.ts'])]))
