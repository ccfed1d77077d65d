// The secret by which background work proves to the database that it is the system; derived from the owner's password, so every host that migrates knows it.
import { createHash, createHmac } from 'node:crypto'
import pg from 'pg'

export function systemSecret(ownerUrl: string): Buffer {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password))
    .update('continuum system')
    .digest()
}

/** Lets the database recognise the secret. Run by the owner after migrations. */
export async function recogniseSystem(ownerUrl: string): Promise<Buffer> {
  const secret = systemSecret(ownerUrl)
  const owner = new pg.Client({ connectionString: ownerUrl })
  owner.on('error', () => {}) // reported by the query in hand
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query('set local role authz')
    await owner.query(
      "insert into authz.secret (name, digest) values ('system', $1) on conflict (name) do update set digest = excluded.digest where secret.digest <> excluded.digest",
      [createHash('sha256').update(secret).digest()],
    )
    await owner.query('commit')
  } finally {
    await owner.end()
  }
  return secret
}
