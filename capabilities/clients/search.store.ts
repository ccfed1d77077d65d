// The search tokens of clients: written whenever something searchable changes, asked by every search and duplicate check.
import { sql, type RawBuilder } from 'kysely'
import { searchTokens, type KeyWork } from '../../platform/crypto/agencyKeys.ts'
import type { ClientLine } from './client.ts'
import { clientLinesByName } from './client.store.ts'
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

/** Of more matches than this, those whom the agency came to know last are shown, by name; a few more letters find the rest. */
const mostCompared = 100

/**
 * Clients who have every token of one of the ways, by name. Of the whole agency's, the entries of the tokens are walked side by side, newest client
 * first, until enough are found; a member of staff's own clients are asked about by themselves and never left out.
 */
export async function clientsMatching(work: KeyWork, { ways }: SearchTerms, limit: number): Promise<ClientLine[]> {
  if (ways.length === 0) return []
  const made = await Promise.all(ways.map((tokens) => searchTokens(work, tokens)))
  const matching = made.flatMap((tokens) => [sql`array(${amongAll(tokens)})`, sql`array(${amongMine(tokens)})`])
  return clientLinesByName(work.tx, sql.join(matching, sql` || `), limit)
}

/** Row-level security hides all but their own clients from whoever has neither of these flags; then nothing is walked. */
const seesTheAgencys = sql`(select authz.has(3))`

/** Each token's entries stand in the order of their clients, so that PostgreSQL can merge them and stop. */
function amongAll([first = '', ...others]: readonly string[]): RawBuilder<unknown> {
  const met = (token: string) =>
    sql` and exists (select from client_search_token o where o.token = decode(${token}, 'hex') and o.client_id = t.client_id and not o.withdrawn)`
  return sql`select t.client_id from client_search_token t
    where ${seesTheAgencys} and t.token = decode(${first}, 'hex') and not t.withdrawn${sql.join(others.map(met), sql``)}
    order by t.client_id desc limit ${sql.lit(mostCompared)}`
}

function amongMine(tokens: readonly string[]): RawBuilder<unknown> {
  return sql`select t.client_id from client_search_token t
    where t.client_id = any(array(select authz.my_clients())) and t.token = any(${keyed(tokens)}) and not t.withdrawn
    group by t.client_id having count(*) = ${tokens.length}`
}

const keyed = (tokens: readonly string[]) => sql`(select authz.search_tokens(${tokens}::text[]))::bytea[]`

/** Near misses: clients who share at least half of the three-letter pieces, the nearest first. */
export async function clientsNearly(work: KeyWork, { pieces }: SearchTerms, limit: number): Promise<string[]> {
  if (pieces.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select t.client_id as id from (
      select client_id, token, withdrawn from client_search_token where ${seesTheAgencys}
      union all
      select client_id, token, withdrawn from client_search_token where not ${seesTheAgencys} and client_id = any(array(select authz.my_clients()))) t
    where t.token = any(${keyed(await searchTokens(work, pieces))}) and not t.withdrawn
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
    where t.token = any(${keyed(await searchTokens(work, exact))}) and not t.withdrawn group by t.client_id limit ${limit}`.execute(
    work.tx,
  )
  const near = await clientsNearly(work, { ways: [], pieces: [...pieces] }, limit)
  return [...new Set([...rows.map(({ id }) => id), ...near])].slice(0, limit)
}
