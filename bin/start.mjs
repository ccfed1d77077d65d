// `npm start`: installs if needed, builds the web app if stale, then runs main.ts until Ctrl-C.
import { once } from 'node:events'
import { buildIfStale, wasBuilt } from './build.mjs'
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
// What was built is usually of these sources, so the server begins while they are compared; if it is not, it begins again.
let server = wasBuilt() ? startNode(['main.ts']) : undefined
if (buildIfStale() && server) {
  server.kill()
  await once(server, 'exit')
  server = undefined
}
process.exit(await untilEnded([server ?? startNode(['main.ts'])]))
