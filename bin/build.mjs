// Builds what runs but is not what we write, when its sources changed since: the web app, and the server in one piece. Their content
// decides, not their dates.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeFlags } from './child.mjs'
import { nodeProgram, root } from './install.mjs'

/** What a browser never gets, or a server. */
const ofTheServer = /\.(test|e2e|actions|routes|store|jobs|reactions|fhir|import|view|pdf)\.|\.(md|sql|typ)$|capability\.ts$/
const ofTheBrowser = /\.test\.|\.tsx$|\.css$|\.md$/

const products = [
  {
    name: 'web app',
    made: 'dist/web/index.html',
    stamp: 'dist/web.built-from',
    files: ['package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'tsconfig.json'],
    folders: ['web', 'capabilities', 'platform/time', 'platform/access'],
    without: ofTheServer,
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
  {
    name: 'server',
    made: 'dist/server/main.js',
    stamp: 'dist/server.built-from',
    files: ['package-lock.json', 'bin/bundle.mjs', 'main.ts', 'installation.ts', 'server.ts', 'job-runner.ts', 'capabilities.ts'],
    folders: ['platform', 'capabilities', 'demonstration'],
    without: ofTheBrowser,
    command: ['bin/bundle.mjs', 'main.ts', 'dist/server'],
  },
]

function fingerprint({ files, folders, without }) {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !without.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  )
  const hash = createHash('sha256')
  const all = [...files.map((file) => join(root, file)), ...inFolders].filter((file) => existsSync(file)).sort()
  for (const file of all) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const isBuilt = ({ made, stamp }) => existsSync(join(root, stamp)) && existsSync(join(root, made))
const isFresh = (product) => isBuilt(product) && readFileSync(join(root, product.stamp), 'utf8') === fingerprint(product)

/** They are there; of which sources is another question. */
export const wasBuilt = () => products.every(isBuilt)
export const isStale = () => !products.every(isFresh)

/** Ends the program when one cannot be built. */
export async function buildIfStale() {
  const stale = products.filter((product) => !isFresh(product))
  if (stale.length === 0) return
  const started = Date.now()
  console.log(`Building the ${stale.map(({ name }) => name).join(' and the ')}…`)
  await Promise.all(stale.map(build))
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

async function build({ name, stamp, command, ...product }) {
  const now = fingerprint(product)
  rmSync(join(root, stamp), { force: true })
  const child = spawn(nodeProgram(), [...nodeFlags, ...command], { cwd: root, stdio: 'inherit' })
  const status = await new Promise((resolve) => child.once('exit', resolve))
  if (status !== 0) {
    console.error(`The ${name} could not be built (why is said above).`)
    process.exit(status ?? 1)
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, stamp), now)
}

function prepareDatabase() {
  spawnSync(nodeProgram(), [...nodeFlags, 'bin/prepare-database.ts'], { cwd: root, stdio: 'inherit' })
}

// `npm install` ends with this (`prepare`), so that what is installed can be started at once. Without the tools to build there is nothing to do.
if (process.argv[1] === fileURLToPath(import.meta.url) && existsSync(join(root, 'node_modules/vite'))) {
  await buildIfStale()
  prepareDatabase()
}
