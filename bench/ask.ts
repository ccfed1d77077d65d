// Asks a hot request of the product, inside this process.
import type { Reply, World } from '../test/world.ts'
import type { Hot, Target } from './hot.ts'

/** The version in the answer is kept for the next change of the same thing. */
export async function ask(w: World, { as, method, search }: Hot, target: Target): Promise<Reply> {
  const caller = w.as(as)
  const over = target.ifMatch === undefined ? {} : { ifMatch: target.ifMatch }
  const reply =
    method === 'GET'
      ? await caller.get(target.url, search ? { 'x-search': search } : {})
      : method === 'POST'
        ? await caller.post(target.url, target.body)
        : await caller.patch(target.url, target.body, over)
  if (target.ifMatch !== undefined) target.ifMatch = reply.body.version
  return reply
}
