// `npm run restore -- DIR [--to TIME]`: brings the newest backup of DIR, or the state at TIME, into an empty data folder.
import { parseArgs } from 'node:util'
import { restore } from '../platform/postgres/restore.ts'
import { settingsOf } from '../platform/settings.ts'

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } })
  const [from] = positionals
  const { dataDir, databaseUrl } = settingsOf(process.env)
  if (databaseUrl)
    return (
      console.log('This installation uses its own PostgreSQL (DATABASE_URL): restore that with the tool that backed it up.'),
      2
    )
  if (!from) return (console.log('CONTINUUM_DATA=NEW-FOLDER npm run restore -- DIR [--to 2026-11-22T14:30:00Z]'), 2)
  const { backup, manifest, upTo } = await restore({ from, dataDir, ...(values.to && { at: values.to }) })
  console.log(`${dataDir} is ${backup} (ended ${manifest.finishedAt})${upTo ? `, and what followed until ${upTo}` : ''}.`)
  if (manifest.leftOut.length > 0) console.log(`Put these back before you start: ${manifest.leftOut.join(', ')}`)
  console.log('Check its audit with `npm run audit -- verify`, then start it.')
  return 0
}
process.exit(
  await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }),
)
