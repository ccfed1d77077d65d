// Installs the packages of package-lock.json when the installed ones differ, and says which Node runs the product. Needs nothing but Node 20 and npm.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** True when every package of the lock is there in its version; optional ones belong to other machines and may be missing. */
function isInstalled({ developing }) {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const installed = readJson('node_modules/.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || (wanted.dev && !developing) || installed[path]?.version === wanted.version,
  )
}

/**
 * By the lock's versions, with npm's own progress on a terminal. Not `npm ci`: it refuses when a registry lacks optional packages that
 * belong to other machines. Ends the program with npm's words when it fails.
 */
export function installIfNeeded({ developing = false } = {}) {
  if (isInstalled({ developing })) return
  const started = Date.now()
  console.log('Installing packages (once; about a minute)…')
  const npm = process.env.npm_execpath
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const { status, error } = spawnSync(
    npm[0],
    [...npm.slice(1), 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) {
    console.error(`The packages could not be installed${error ? `: ${error.message}` : ' (npm says why above)'}.`)
    process.exit(status ?? 1)
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** Node 24 from node_modules, so that an older host runs TypeScript too; the host's own when it is new enough. */
export function nodeProgram() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const packaged = join(
    root,
    'node_modules',
    `node-${system}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Continuum brings no Node for ${process.platform} on ${process.arch}. Install Node 24 or newer and start again.`)
  process.exit(1)
}
