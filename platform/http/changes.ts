// GET /api/changes: server-sent events that name the cases and clients a colleague just changed. Ids only, and only of what the listener may see.
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Database, Door } from '../db.ts'
import { refuse } from '../refusal.ts'
import { doorOf } from './door.ts'

interface Notice {
  agencyId: string
  clientId: string | null
  caseId: string | null
  type: string
}
interface Listener {
  door: Door
  agencyId: string
  reply: FastifyReply
}

export function changesRoute(app: FastifyInstance, db: Database): void {
  const listeners = new Set<Listener>()
  let unlisten: (() => Promise<void>) | undefined
  const hear = (payload: string): void => {
    const notice: Notice = JSON.parse(payload)
    for (const listener of listeners) if (listener.agencyId === notice.agencyId) void tell(db, listener, notice).catch(() => {})
  }
  app.addHook('onReady', async () => {
    unlisten = await db.listen('continuum_changes', hear)
  })
  app.addHook('preClose', async () => {
    for (const { reply } of listeners) reply.raw.end()
    await unlisten?.()
  })
  app.get('/api/changes', async (request, reply) => {
    const door = doorOf(request, { method: 'GET', may: 'signed-in' })
    const background: Door = door.kind === 'staff' ? { ...door, extends: false } : door
    const entered = await db.inTransaction(background, async (_tx, who) => who)
    if (!entered) return refuse('sign-in.needed', 'Please sign in.', { status: 401 })
    reply.hijack()
    if (reply.raw.destroyed) return // gone while we looked who it is
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write('retry: 3000\n\n')
    const listener: Listener = { door: background, agencyId: entered.agencyId, reply }
    listeners.add(listener)
    const beat = setInterval(() => reply.raw.write(': still here\n\n'), 25_000).unref()
    reply.raw.on('close', () => {
      clearInterval(beat)
      listeners.delete(listener)
    })
  })
}

async function tell(db: Database, { door, reply }: Listener, notice: Notice): Promise<void> {
  const sees = await db.inTransaction(door, async (tx, entered) => {
    if (!entered) return null
    if (entered.roles.includes('provider')) return false // what changes in the agency is nothing to a receiver
    if (notice.caseId)
      return (await tx.selectFrom('caseKey').select('id').where('id', '=', notice.caseId).executeTakeFirst()) !== undefined
    if (notice.clientId)
      return (await tx.selectFrom('clientLabel').select('id').where('id', '=', notice.clientId).executeTakeFirst()) !== undefined
    return true
  })
  if (sees === null) reply.raw.end('event: signed-out\ndata: {}\n\n')
  else if (sees)
    reply.raw.write(`data: ${JSON.stringify({ clientId: notice.clientId, caseId: notice.caseId, type: notice.type })}\n\n`)
}
