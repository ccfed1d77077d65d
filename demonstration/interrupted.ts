// A demonstration that was killed while loading is half a story. It is marked while it loads, and a marked database is made anew:
// nobody can have worked in it, because the server starts only afterwards.
import pg from 'pg'

const mark = 'Continuum: demonstration loading'

async function asOwner<T>(url: string, act: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    return await act(owner)
  } finally {
    await owner.end()
  }
}

/** Drops the database at `ownerUrl` when an earlier start was interrupted while loading; `maintenanceUrl` is another database of the cluster. */
export async function dropHalfLoaded(maintenanceUrl: string, ownerUrl: string): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1)
  await asOwner(maintenanceUrl, async (owner) => {
    const { rowCount } = await owner.query(
      "select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = $2",
      [name, mark],
    )
    if (rowCount) await owner.query(`drop database ${owner.escapeIdentifier(name)} with (force)`)
  })
}

/** Loads with the mark set, and takes it away when everything is there. */
export async function marked(ownerUrl: string, load: () => Promise<void>): Promise<void> {
  const name = new URL(ownerUrl).pathname.slice(1)
  const say = (words: string | null) =>
    asOwner(ownerUrl, (owner) =>
      owner.query(
        `comment on database ${owner.escapeIdentifier(name)} is ${words === null ? 'null' : owner.escapeLiteral(words)}`,
      ),
    )
  await say(mark)
  await load()
  await say(null)
}
