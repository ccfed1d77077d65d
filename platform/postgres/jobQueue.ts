// Installs and updates graphile-worker's own tables, as the role that owns them.
import type pg from 'pg'
import product from '../../package.json' with { type: 'json' }

/** Does nothing when this version's tables are already there: one query, and the library is not even loaded. */
export async function prepareJobQueue(owner: pg.Client, jobsUrl: string): Promise<void> {
  const name = `graphile-worker ${product.dependencies['graphile-worker']}`
  const { rowCount } = await owner.query('select from house_migration where name = $1', [name])
  if (rowCount) return
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: jobsUrl, logger: new Logger(() => () => {}) })
  await owner.query('insert into house_migration (name, sha256, duration_ms) values ($1, $2, 0)', [name, ''])
}
