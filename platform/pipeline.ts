// One connection whose statements are sent without waiting for the answers of those before them.
import {
  PostgresAdapter,
  PostgresIntrospector,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Writable } from 'node:stream'
import type { PoolClient, QueryConfig, QueryResult as PgResult } from 'pg'
import { camelCased, HouseCompiler } from './naming.ts'

/**
 * Statements that come again are named, so that PostgreSQL plans them once for each connection: under row-level security
 * planning costs more than running. A few hundred texts only, and only from their third use, because plans take memory.
 */
const named = new Map<string, string>()
const mostNamed = 500
/** How often each text came that has no name; those not seen for longest are forgotten. */
const seen = new Map<string, number>()
const mostSeen = 1_000
function nameOf(text: string): string | undefined {
  const name = named.get(text)
  if (name) return name
  const times = (seen.get(text) ?? 0) + 1
  seen.delete(text)
  if (times > 2 && named.size < mostNamed) {
    named.set(text, `s${named.size}`)
    return named.get(text)
  }
  seen.set(text, times)
  const [oldest] = seen.keys()
  if (oldest !== undefined && seen.size > mostSeen) seen.delete(oldest)
  return undefined
}

export class PipelinedConnection implements DatabaseConnection {
  private readonly client: PoolClient & { connection: { stream: Writable } }
  private gathering = false
  /**
   * The refusal of one statement and the “transaction is aborted” of the next come back together, and which of them an action hears first is
   * chance. It hears the reason: the first refusal of its transaction.
   */
  private refusal: unknown
  /**
   * The same question asked again before its answer came is asked once: a screen is put together by several capabilities, which each begin
   * with the client. A statement that may change something ends this, because after it the answer may be another.
   */
  private questions = new Map<string, Promise<PgResult>>()

  constructor(client: PoolClient) {
    this.client = client as PipelinedConnection['client']
  }

  /** Nothing of the transaction before reaches into the next. */
  beginsAnew(): void {
    this.refusal = undefined
    this.questions = new Map()
  }

  /** What is asked in one turn of the event loop leaves in one write: each write wakes the server's process. */
  ask(statement: QueryConfig): Promise<PgResult> {
    const { stream } = this.client.connection
    if (!this.gathering) {
      this.gathering = true
      stream.cork()
      process.nextTick(() => {
        this.gathering = false
        stream.uncork()
      })
    }
    return this.client.query(statement)
  }

  /** Whoever asks has rows of their own, also where the question was asked once for several. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.answerTo(query)
    return {
      rows: rows.map((row) => camelCased(row) as R),
      ...(command !== 'SELECT' && rowCount !== null && { numAffectedRows: BigInt(rowCount) }),
    }
  }

  private answerTo(query: CompiledQuery): Promise<PgResult> {
    if (query.query.kind !== 'SelectQueryNode') {
      this.questions = new Map()
      return this.send(query)
    }
    const { questions } = this
    const words = `${query.sql} ${JSON.stringify(query.parameters)}`
    const answer = questions.get(words) ?? this.send(query).finally(() => questions.delete(words))
    questions.set(words, answer)
    return answer
  }

  private send(query: CompiledQuery): Promise<PgResult> {
    const asked = { name: nameOf(query.sql), text: query.sql, values: [...query.parameters] }
    return this.ask(asked).catch((error: unknown) => {
      throw this.reasonOf(error)
    })
  }

  private reasonOf(error: unknown): unknown {
    this.refusal ??= error
    return (error as { code?: string }).code === '25P02' ? this.refusal : error
  }

  // eslint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are read by pages, not streamed.')
  }
}

/** Of one checked-out connection whose transaction is opened and ended elsewhere (platform/db.ts). */
export function dialectOver(connection: PipelinedConnection): Dialect {
  const nothing = async () => {}
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: () => Promise.reject(new Error('The transaction is already open.')),
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new HouseCompiler(),
  }
}
