// Runs one program as ours: it gets each signal exactly once, ends when we end, and its exit code becomes ours.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeProgram, root } from './install.mjs'

export const nodeFlags = ['--disable-warning=ExperimentalWarning']
/** What a request leaves behind is short-lived: in less room for it, memory is 90 MB less and stays flat, for some percent of time (ADR 221). */
export const serverFlags = ['--max-semi-space-size=8']
/** glibc gives each thread that compiles room of its own, which grows in steps and is not given back: two share better. */
export const fewArenas = { MALLOC_ARENA_MAX: '2' }

/** Flags before the script go to Node. The child has its own process group, so that Ctrl-C in a terminal does not reach it a second time. */
export function startNode(args, { env = {}, stdio = ['inherit', 'inherit', 'inherit', 'ipc'] } = {}) {
  const cache = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/continuum-compiled') }
  return spawn(nodeProgram(), [...nodeFlags, ...args], {
    cwd: root,
    stdio,
    detached: process.platform !== 'win32',
    env: { ...cache, ...fewArenas, ...process.env, ...env },
  })
}

/** Passes the first signal on, and resolves with the exit code when every child has ended. */
export async function untilEnded(children) {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked) return
      asked = true
      for (const child of children) child.kill(signal)
    })
  }
  const ends = children.map(
    (child) => new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (asked ? 0 : signal ? 1 : 0)))),
  )
  return Math.max(...(await Promise.all(ends)))
}
