// The search tokens of clients: written whenever something searchable changes, asked by every search and duplicate check.
import { sql } from 'kysely'
import { searchTokens, type KeyWork } from '../../platform/crypto/agencyKeys.ts'
import type { SearchTerms } from './searchToken.ts'

/** Makes the client findable by exactly these words; words no longer true stop finding. */
export async function indexClient(work: KeyWork, clientId: string, words: readonly string[]): Promise<void> {
  const { tx } = work
  const tokens = sql`(select authz.search_tokens(${await searchTokens(work, words)}::text[]))::bytea[]`
  await sql`insert into client_search_token (client_id, hidden, token) select distinct c.id, c.hidden, unnest(${tokens}) from client c where c.id = ${clientId}
    on conflict (agency_id, token, client_id) do update set withdrawn = false where client_search_token.withdrawn`.execute(tx)
  await sql`update client_search_token set withdrawn = true
    where client_id = ${clientId} and not withdrawn and not token = any(${tokens})`.execute(tx)
}

/** Of more matches than this the first are shown by name; a few more letters find the rest. */
const mostCompared = 400

/** Clients for whom every typed word is met by one of its tokens, by name. */
export async function clientsMatching(work: KeyWork, { every }: SearchTerms, limit: number): Promise<string[]> {
  if (every.length === 0) return []
  const [words, positions] = flat(every)
  const { rows } = await sql<{ id: string }>`
    select c.id from client c where c.id = any(array(
      select t.client_id
      from unnest(authz.search_tokens(${await searchTokens(work, words)}::text[]), ${positions}::int[]) wanted(token, position)
      join client_search_token t on t.token = wanted.token and not t.withdrawn
      group by t.client_id having count(distinct wanted.position) = ${every.length} limit ${mostCompared}))
    order by lower(c.display_name), c.id limit ${limit}`.execute(work.tx)
  return rows.map(({ id }) => id)
}

/** Near misses: clients who share at least half of the three-letter pieces, the nearest first. */
export async function clientsNearly(work: KeyWork, { pieces }: SearchTerms, limit: number): Promise<string[]> {
  if (pieces.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select t.client_id as id from client_search_token t
    where t.token = any((select authz.search_tokens(${await searchTokens(work, pieces)}::text[]))::bytea[]) and not t.withdrawn
    group by t.client_id having count(*) >= ${Math.ceil(pieces.length / 2)}
    order by count(*) desc, t.client_id limit ${limit}`.execute(work.tx)
  return rows.map(({ id }) => id)
}

/** Clients worth comparing with a new one: they share an exact fact, or most pieces of the name. */
export async function candidates(
  work: KeyWork,
  exact: readonly string[],
  pieces: readonly string[],
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.client_id as id from client_search_token t
    where t.token = any((select authz.search_tokens(${await searchTokens(work, exact)}::text[]))::bytea[]) and not t.withdrawn group by t.client_id limit ${limit}`.execute(
    work.tx,
  )
  const near = await clientsNearly(work, { every: [], pieces: [...pieces] }, limit)
  return [...new Set([...rows.map(({ id }) => id), ...near])].slice(0, limit)
}

function flat(every: readonly string[][]): [string[], number[]] {
  return [every.flat(), every.flatMap((any, position) => any.map(() => position))]
}
