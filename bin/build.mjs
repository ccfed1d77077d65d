// Builds the web app when its sources changed since the last build: their content decides, not their dates.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeFlags } from './child.mjs'
import { nodeProgram, root } from './install.mjs'

const stamp = join(root, 'dist', 'web.built-from')
const singleFiles = ['package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'tsconfig.json']
const folders = ['web', 'capabilities', 'platform/time', 'platform/access']
/** Server files of a capability never reach the browser. */
const serverOnly = /\.(test|e2e|actions|routes|store|jobs|reactions|fhir|import|view|pdf)\.|\.(md|sql|typ)$|capability\.ts$/

function sources() {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !serverOnly.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  )
  return [...singleFiles.map((file) => join(root, file)), ...inFolders].filter((file) => existsSync(file)).sort()
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export const wasBuilt = () => existsSync(stamp) && existsSync(join(root, 'dist/web/index.html'))

export const isStale = () => !wasBuilt() || readFileSync(stamp, 'utf8') !== fingerprint()

export function buildIfStale() {
  if (!isStale()) return
  const now = fingerprint()
  const started = Date.now()
  console.log('Building the web app…')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(nodeProgram(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.error('The web app could not be built (vite says why above).')
    process.exit(status ?? 1)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, now)
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

function prepareDatabase() {
  spawnSync(nodeProgram(), [...nodeFlags, 'bin/prepare-database.ts'], { cwd: root, stdio: 'inherit' })
}

// `npm install` ends with this (`prepare`), so that what is installed can be started at once. Without the tools to build there is nothing to do.
if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(join(root, 'node_modules/vite'))) {
  buildIfStale()
  prepareDatabase()
}
