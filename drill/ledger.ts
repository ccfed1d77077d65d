// Writers that never give up on a save, and the ledger of what the server acknowledged to them.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export interface Ledger {
  /** The task's title (one for each save) and the id the server answered with. */
  acknowledged: Map<string, string>
  /** When the first acknowledgement of a request sent after `since` came; both by performance.now(). */
  firstAfter(since: number): Promise<number>
  /** Answers that no honest server gives: a repeat answered differently, a save refused. */
  complaints: string[]
  stop(): Promise<void>
}

interface Target {
  port: number
  cookie: string
  caseId: string
  clientId: string
}
interface Answer {
  status: number
  body: { id?: string; code?: string }
}

function post(agent: Agent, { port, cookie }: Target, key: string, body: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': key }
    const sent = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/tasks', headers, timeout: 5_000 },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk: string) => (text += chunk))
        reply.once('error', reject)
        reply.once('end', () => {
          try {
            resolve({ status: reply.statusCode ?? 0, body: JSON.parse(text || '{}') })
          } catch (error) {
            reject(error)
          }
        })
      },
    )
    sent.once('timeout', () => sent.destroy(new Error('no answer')))
    sent.once('error', reject)
    sent.end(JSON.stringify(body))
  })
}

/** `width` writers, each saving one task after the other; a save without an answer is sent again under its key until it has one. */
export function startWriters(target: Target, width: number): Ledger {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const acknowledged = new Map<string, string>()
  const complaints: string[] = []
  const waiting = new Set<{ since: number; tell: (at: number) => void }>()
  let stopped = false

  const saveOnce = async (key: string, body: { title: string }): Promise<void> => {
    const sentAt = performance.now()
    const { status, body: answer } = await post(agent, target, key, body)
    if (status === 503 || status === 409) throw new Error('busy')
    if (status !== 201 || !answer.id) return void complaints.push(`${status} ${JSON.stringify(answer).slice(0, 200)}`)
    const before = acknowledged.get(body.title)
    if (before && before !== answer.id) complaints.push(`${body.title} was answered ${before}, then ${answer.id}`)
    acknowledged.set(body.title, answer.id)
    for (const each of waiting) {
      if (sentAt < each.since) continue
      each.tell(performance.now())
      waiting.delete(each)
    }
  }
  const save = async (key: string, body: { title: string }): Promise<void> => {
    while (
      !(await saveOnce(key, body).then(
        () => true,
        () => false,
      ))
    ) {
      await pause(20)
      if (stopped) return
    }
  }
  const write = async (writer: number): Promise<void> => {
    for (let number = 0; !stopped; number += 1) {
      const [key, title] = [randomUUID(), `Call ${writer}-${number}`]
      const body = { title, due: '2099-01-05', caseId: target.caseId, clientId: target.clientId }
      await save(key, body)
      if (number % 10 === 0) await save(key, body) // somebody presses twice
    }
  }
  const writers = Array.from({ length: width }, (_, writer) => write(writer))
  return {
    acknowledged,
    complaints,
    firstAfter: (since) => new Promise((tell) => waiting.add({ since, tell })),
    stop: async () => {
      stopped = true
      await Promise.all(writers)
      agent.destroy()
    },
  }
}
