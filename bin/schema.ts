// `npm run schema` writes schema.sql from a freshly migrated database; with `--check` it only says whether schema.sql is still true.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../platform/postgres/launch.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { describeSchema } from '../platform/postgres/schema.ts'

async function migratedSchema(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'continuum-schema-'))
  chmodSync(dataDir, 0o755)
  const cluster = await startPostgres({ dataDir, fsync: false })
  try {
    const ownerUrl = cluster.ownerUrl('schema')
    await migrate(ownerUrl)
    const connection = new pg.Client({ connectionString: ownerUrl })
    await connection.connect()
    const described = await describeSchema(connection)
    await connection.end()
    return described
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const now = await migratedSchema()
const written = existsSync('schema.sql') ? readFileSync('schema.sql', 'utf8') : ''
if (!process.argv.includes('--check')) {
  writeFileSync('schema.sql', now)
  console.log(written === now ? 'schema.sql was right' : 'schema.sql is written anew')
} else if (written !== now) {
  const known = new Set(written.split('\n'))
  const fresh = now.split('\n').filter((line) => !known.has(line))
  console.error(
    `schema.sql is not what migrations/ make. Run \`npm run schema\` and read the difference.\n${fresh.slice(0, 20).join('\n')}`,
  )
  process.exitCode = 1
} else {
  console.log('schema.sql is what migrations/ make')
}
