// Half of what the server can do, for twenty minutes, reads and saves: the memory of server and job runner stays flat.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { ground, type Part } from './ground.ts'
import { startProduct, type Product } from './product.ts'
import { floorsOf, slopeOf, type Sample } from './slope.ts'

const memoryOf = ({ child }: Part): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024

interface Reply {
  status: number
  body: string
}
const send = (agent: Agent, { port, cookie }: Product, method: string, path: string, said?: object): Promise<Reply> =>
  new Promise((resolve) => {
    const headers = { cookie, ...(said && { 'content-type': 'application/json', 'idempotency-key': `soak-${Math.random()}` }) }
    const sent = request({ agent, port, host: '127.0.0.1', method, path, headers }, (reply) => {
      let body = ''
      reply.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      reply.once('end', () => resolve({ status: reply.statusCode ?? 0, body }))
    })
    sent.once('error', () => resolve({ status: 0, body: '' }))
    sent.end(said && JSON.stringify(said))
  })

/** One turn of work: ten reads, a task added and the same task finished, so that nothing that is read grows. */
function workOf(product: Product, agent: Agent): (() => Promise<boolean>)[] {
  const { caseId, clientId } = product
  const reads = [
    '/api/tasks/mine',
    `/api/clients/${clientId}`,
    `/api/cases/${caseId}/contacts`,
    '/api/me',
    `/api/clients/${clientId}/files`,
  ]
  const read = (path: string) => async () => (await send(agent, product, 'GET', path)).status === 200
  const save = async () => {
    const added = await send(agent, product, 'POST', '/api/tasks', { title: 'Call back', due: '2099-01-05', caseId, clientId })
    if (added.status !== 201) return false
    return (await send(agent, product, 'POST', `/api/tasks/${JSON.parse(added.body).id}/completion`, {})).status === 201
  }
  return [...reads.map(read), ...reads.map(read), save]
}

/** Answers in how many pieces of work a second eight connections end. */
async function capacity(work: (() => Promise<boolean>)[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const each = async (first: number) => {
    for (let turn = first; performance.now() < until; turn += 1) if (await work[turn % work.length]?.()) done += 1
  }
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(each))
  return done / seconds
}

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '20' },
      budget: { type: 'string', default: '5' },
      leak: { type: 'boolean', default: false },
    },
  })
  const [minutes, budget] = [Number(values.minutes), Number(values.budget)]
  const on = await ground({ settings: { log_min_messages: 'fatal' } })
  const product = await startProduct(on, { DRILL_COLLECT: 'yes', ...(values.leak && { DRILL_LEAK: 'yes' }) })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const work = workOf(product, agent)
  await capacity(work, 3)
  const able = await capacity(work, 5)
  // What is compiled, cached and pooled comes in the first minutes and stays.
  const warmUp = Math.min(5, minutes / 3) * 60
  console.log(
    `${able.toFixed(0)} pieces of work a second at most; half of that for ${minutes} minutes after ${warmUp.toFixed(0)} s of warming up`,
  )
  const samples: Record<'server' | 'jobs', Sample[]> = { server: [], jobs: [] }
  const started = performance.now()
  let [sent, failed, lookedAt] = [0, 0, 0]
  for (let passed = 0; passed < warmUp + minutes * 60; passed = (performance.now() - started) / 1000) {
    for (; sent < (passed * able) / 2; sent += 1) void work[sent % work.length]?.().then((done) => done || (failed += 1))
    if (passed >= warmUp && passed - lookedAt >= 1) {
      lookedAt = passed
      for (const name of ['server', 'jobs'] as const)
        samples[name].push({ hours: passed / 3600, megabytes: memoryOf(product.parts[name]) })
    }
    await pause(10)
  }
  const broken = (['server', 'jobs'] as const).flatMap((name) => judge(name, samples[name], budget))
  console.log(`${sent} pieces of work, ${failed} of them refused`)
  if (failed > sent / 1000) broken.push(`${failed} of ${sent} pieces of work were refused at half load.`)
  agent.destroy()
  await product.end()
  await on.clear()
  if (broken.length > 0) throw new Error(broken.join('\n'))
}

function judge(name: string, samples: Sample[], budget: number): string[] {
  // At least ten stretches of a line, each with at least two collections in it.
  const slope = slopeOf(floorsOf(samples, Math.max(5, Math.min(30, Math.floor(samples.length / 10)))))
  const [first, last] = [samples[0]?.megabytes ?? 0, samples.at(-1)?.megabytes ?? 0]
  console.log(`${name}: ${first.toFixed(1)} MB → ${last.toFixed(1)} MB, slope ${slope.toFixed(2)} MB/h (at most ${budget})`)
  return slope <= budget ? [] : [`The memory of ${name} grows by ${slope.toFixed(1)} MB an hour.`]
}
