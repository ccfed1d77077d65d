// The floor: a bare server that runs the same SQL as the product, as the owner of the tables, without row-level security, validation, audit or idempotency.
import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import type { Statement } from './statements.ts'

export interface FloorRequest {
  path: string
  statements: Statement[]
  /** When the statements began to be heard, in milliseconds since 1970. */
  since: number
  agencyId: string
  staffId: string
}

/** Each request says once in whose name it asks, because queries and defaults mention that; nothing is checked by it. */
export async function floorOf(ownerUrl: string, requests: FloorRequest[]): Promise<FastifyInstance> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 20, pipeline: true } as pg.PoolConfig)
  const app = Fastify()
  app.addHook('onClose', () => pool.end())
  for (const request of requests) {
    app.get(request.path, () => answer(pool, request))
    app.post(request.path, () => answer(pool, request))
    app.patch(request.path, () => answer(pool, request))
  }
  return app
}

const version7 = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g

/** A write was heard with the ids it made, and they exist now: ids made since listening began are replaced, the same for the same. */
function freshIds(since: number): (value: unknown) => unknown {
  const fresh = new Map<string, string>()
  const replaced = (id: string) => {
    if (Number.parseInt(id.replace('-', '').slice(0, 12), 16) < since) return id
    const known = fresh.get(id) ?? randomUUID()
    fresh.set(id, known)
    return known
  }
  return (value) => (typeof value === 'string' ? value.replaceAll(version7, replaced) : value)
}

async function answer(pool: pg.Pool, { path, statements, since, agencyId, staffId }: FloorRequest): Promise<unknown[][]> {
  const connection = await pool.connect()
  try {
    void connection.query({ name: 'begin', text: 'begin' })
    void connection.query({ name: 'open', text: 'select authz.open($1, $2, 7, -1, null, null)', values: [agencyId, staffId] })
    const fresh = freshIds(since)
    const answers = await Promise.all(
      statements.map(({ text, values }, index) =>
        connection.query({ name: `${path}-${index}`, text, values: values.map(fresh) }),
      ),
    )
    await connection.query('commit')
    return answers.map(({ rows }) => rows)
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}
