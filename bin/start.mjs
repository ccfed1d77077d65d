// `npm start`: installs if needed, builds web app and server if stale, then runs the server (main.ts in one piece) until Ctrl-C.
import { once } from 'node:events'
import { buildIfStale, isStale, wasBuilt } from './build.mjs'
import { serverFlags, startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
// What was built is usually of these sources, so the server begins while they are compared. If it is not, it ends before anything is built.
const main = [...serverFlags, 'dist/server/main.js']
let server = wasBuilt() ? startNode(main) : undefined
if (isStale()) {
  if (server) {
    server.kill()
    await once(server, 'exit')
  }
  await buildIfStale()
  server = undefined
}
process.exit(await untilEnded([server ?? startNode(main)]))
