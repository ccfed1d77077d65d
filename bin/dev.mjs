// `npm run dev`: the server restarts when a server file changes, and the web app reloads in the browser (http://localhost:8421).
import { startNode, untilEnded } from './child.mjs'
import { installIfNeeded } from './install.mjs'

installIfNeeded({ developing: true })
console.log('The web app reloads at http://localhost:8421; the server answers at its own address.')
const stdio = ['ignore', 'inherit', 'inherit']
const watched = ['platform', 'capabilities', 'migrations'].map((folder) => `--watch-path=${folder}`)
const server = startNode(['--watch', '--watch-preserve-output', ...watched, 'main.ts'], { stdio })
const web = startNode(['node_modules/vite/bin/vite.js', '--clearScreen', 'false'], { stdio })
process.exit(await untilEnded([server, web]))
