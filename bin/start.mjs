// `npm start`: installs if needed, builds the web app if stale, then runs main.ts until Ctrl-C.
import { once } from 'node:events'
import { buildIfStale, isStale, wasBuilt } from './build.mjs'
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
// What was built is usually of these sources, so the server begins while they are compared. If it is not, it ends before anything is built.
let server = wasBuilt() ? startNode(['main.ts']) : undefined
if (isStale()) {
  if (server) {
    server.kill()
    await once(server, 'exit')
  }
  buildIfStale()
  server = undefined
}
process.exit(await untilEnded([server ?? startNode(['main.ts'])]))
