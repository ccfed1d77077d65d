// The connections of the job queue. Of every loss of the database they say 57P03, "cannot connect now", for which the queue waits and tries
// again. A job that it could not let go of for any other reason would be an unhandled rejection, and end the process.
import pg from 'pg'
import { outageOf } from './http/outage.ts'

/** Throws what it is given, an outage under the name that is waited for. */
function sayWaiting(error: unknown): never {
  throw outageOf(error) ? Object.assign(new Error('The database is away.', { cause: error }), { code: '57P03' }) : error
}

type Asking = (...args: unknown[]) => unknown
type Callback = Parameters<pg.Pool['connect']>[0]

/** Whoever brings a callback hears of a loss there, and the queue is prepared for that. */
const patiently = (asked: unknown): unknown => (asked instanceof Promise ? asked.catch(sayWaiting) : asked)

export function patientPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 10 })
  const connect = pool.connect.bind(pool)
  const known = new WeakSet<pg.PoolClient>()
  const patient = async (): Promise<pg.PoolClient> => {
    const client = await connect().catch(sayWaiting)
    if (!known.has(client)) {
      known.add(client)
      const query = client.query.bind(client) as Asking
      Object.assign(client, { query: (...args: unknown[]) => patiently(query(...args)) })
    }
    return client
  }
  pool.on('error', () => {}) // an idle connection broke; the pool makes another
  pool.on('connect', (client) => client.on('error', () => {})) // a busy one broke: the query in hand tells
  return Object.assign(pool, { connect: (heard?: Callback) => (heard ? connect(heard) : patient()) })
}
