// Lets the owner count the rows of the database anew, after many came in at once: plans made before that are guesses.
import pg from 'pg'

export async function analyze(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('analyze').finally(() => owner.end())
}
