// Runs a drill as `npm run drill` would, in a process of its own, for the short version that `npm test` keeps.
import { spawn } from 'node:child_process'

export function runDrill(...args: string[]): Promise<{ holds: boolean; said: string }> {
  const { TEST_DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/drill.ts', ...args], { env })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ holds: code === 0, said })))
}
