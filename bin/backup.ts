// `npm run backup -- DIR [--without-keys]`: a backup of the running (or stopped) installation, while people go on working.
import { parseArgs } from 'node:util'
import { backUp } from '../platform/postgres/backup.ts'
import { runningUrl, startPostgres } from '../platform/postgres/launch.ts'
import { settingsOf } from '../platform/settings.ts'

const external = `This installation uses its own PostgreSQL (DATABASE_URL). Back that up with what comes with it (pg_basebackup and a
WAL archive, pgBackRest, or your provider's snapshots), and after it copy the data folder (files and keys):`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'without-keys': { type: 'boolean' } } })
  const [to] = positionals
  const { dataDir, databaseUrl } = settingsOf(process.env)
  if (databaseUrl) return (console.log(`${external}\n  ${dataDir}`), 2)
  if (!to) return (console.log('npm run backup -- DIR [--without-keys]'), 2)
  const found = runningUrl(dataDir)
  const own = found ? undefined : await startPostgres({ dataDir })
  try {
    const started = performance.now()
    const { folder, manifest, noLog } = await backUp({
      dataDir,
      ownerUrl: found ?? own?.ownerUrl('postgres') ?? '',
      to,
      withoutKeys: values['without-keys'] ?? false,
    })
    const megabytes = manifest.files.reduce((sum, each) => sum + each.sizeBytes, 0) / 1e6
    console.log(
      `${folder}: ${manifest.files.length} files, ${megabytes.toFixed(0)} MB, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    )
    console.log(noLog ?? 'From now on the log is kept beside it, so that you can go back to any moment after this backup.')
    if (values['without-keys'])
      console.log(`Keep these yourself; nothing can be read without them: ${manifest.leftOut.join(', ')}`)
    else console.log('It holds the keys of the installation: keep it where only administrators come, and encrypted.')
    return 0
  } finally {
    await own?.stop()
  }
}
process.exit(
  await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }),
)
