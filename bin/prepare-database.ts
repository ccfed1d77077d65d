// The last step of `npm install`: an empty, migrated database that first starts copy. Where it cannot be made, they make their own.
import { join } from 'node:path'
import { prepareCluster } from '../platform/postgres/prepare.ts'

await prepareCluster(join(import.meta.dirname, '../dist/database')).catch((error: Error) => {
  process.stderr.write(`The database is made at the first start instead: ${error.message}\n`)
})
