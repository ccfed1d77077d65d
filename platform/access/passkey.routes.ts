// Passkeys over HTTP: making one for my account, and coming in by one. They need the browser's origin, so they stand outside the capability routes.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../db.ts'
import { writeAudit } from '../events.ts'
import { tokenOf, workOf } from '../http/door.ts'
import { refuse } from '../refusal.ts'
import type { Work } from '../work.ts'
import { requirePassword } from './account.routes.ts'
import { entrance, throttleAddress } from './entrance.ts'
import { digestOf } from './digest.ts'
import { beginPasskey, beginPasskeySignIn, checkPasskey, keepPasskey, PasskeyAnswer } from './passkey.ts'

const NewPasskey = z.object({
  answer: PasskeyAnswer,
  name: z.string().trim().min(1, 'Give it a name you will know it by.').max(80),
})

export function passkeyRoutes(app: FastifyInstance, db: Database, { secure }: { secure: boolean }): void {
  const enter = entrance(db, secure)
  const asMe = <T>(request: FastifyRequest, act: (work: Work) => Promise<T>): Promise<T> => {
    const token = tokenOf(request)
    const stranger = () => refuse('sign-in.needed', 'Please sign in. Nothing you wrote is lost.', { status: 401 })
    if (!token) return stranger()
    return db.inTransaction({ kind: 'staff', tokenDigest: digestOf(token), extends: true, writes: true }, (tx, entered) =>
      entered ? act(workOf(tx, entered, request.id)) : stranger(),
    )
  }

  app.post('/api/me/passkeys/options', (request) =>
    asMe(request, async (work) => {
      await requirePassword(work, z.object({ password: z.string().max(1000) }).parse(request.body).password)
      return beginPasskey(work, request)
    }),
  )
  app.post('/api/me/passkeys', async (request, reply) => {
    const { answer, name } = NewPasskey.parse(request.body)
    await asMe(request, async (work) => {
      await keepPasskey(work, request, answer, name)
      await writeAudit(work, 'passkey.added', { entity: 'staff', id: work.staff.id }, null, {})
    })
    return reply.code(201).send({ added: true })
  })
  app.post('/api/sign-in/passkey/options', async (request) => {
    await throttleAddress(db, request.ip)
    return beginPasskeySignIn(db, request)
  })
  app.post('/api/sign-in/passkey', async (request, reply) => {
    await throttleAddress(db, request.ip)
    const { answer } = z.object({ answer: PasskeyAnswer }).parse(request.body)
    return enter(request, reply, await checkPasskey(db, request, answer), 'passkey')
  })
}
