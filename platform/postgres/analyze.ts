// Lets the owner count the rows of some tables anew, after many came in at once: plans made before that are guesses.
import pg from 'pg'

/** Of every table whose name begins so. */
export async function analyze(ownerUrl: string, beginning: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' and starts_with(tablename, $1)",
      [beginning],
    )
    if (rows.length > 0) await owner.query(`analyze ${rows.map(({ name }) => name).join(', ')}`)
  } finally {
    await owner.end()
  }
}
