// Listens to what the product says to PostgreSQL during one request.
import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}

const plumbing = /^\s*(begin|commit|rollback|set |select \* from authz\.enter|listen|select 1$)/i
/** What exists for proof and safety and would not be in a bare server: the audit, the idempotency keys, the notices. */
const beyondTheFloor = /authz\.write_audit|authz\.vouch|idempotency_key|house\.enqueue/i

/** The story is told in one statement with its audit; a bare server would tell it alone. */
const toldWithAudit = /^with told as \((insert[^]*)\) select authz\.write_audit/
function floorOf({ text, values }: Statement): Statement[] {
  const [, told] = toldWithAudit.exec(text) ?? []
  if (told)
    return [{ text: told, values: values.slice(0, Math.max(...(told.match(/\$\d+/g) ?? []).map((at) => Number(at.slice(1))))) }]
  return beyondTheFloor.test(text) ? [] : [{ text, values }]
}

export async function statementsOf(act: () => Promise<unknown>): Promise<{ all: Statement[]; floor: Statement[] }> {
  const heard: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first, second] = args
    const text = typeof first === 'string' ? first : (first as { text?: string })?.text
    const values = (first as { values?: unknown[] })?.values ?? (Array.isArray(second) ? second : [])
    if (text && !plumbing.test(text)) heard.push({ text, values })
    return original.apply(this, args)
  }
  try {
    await act()
  } finally {
    prototype.query = original
  }
  return { all: heard, floor: heard.flatMap(floorOf) }
}
