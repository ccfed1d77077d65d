// Migrates a scratch database and says whether every migration applies: prints the first error with its file and line. Uses the test cluster of TEST_DATABASE_URL or .continuum/test-database-url.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../platform/postgres/migrate.ts'

const url = process.env['TEST_DATABASE_URL'] ?? readFileSync('.continuum/test-database-url', 'utf8').trim()
const scratch = new URL(url)
const name = `check_${process.pid}_${Date.now()}`
scratch.pathname = `/${name}`
const started = performance.now()
try {
  const { applied } = await migrate(scratch.href)
  console.log(`${applied.length} migrations apply (${Math.round(performance.now() - started)} ms)`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  const connection = new pg.Client({ connectionString: url })
  await connection.connect()
  await connection.query(`drop database if exists ${name} with (force)`)
  await connection.end()
}
