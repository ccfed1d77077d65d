// Sets documents as tagged PDF in one worker thread, started when the first document is asked for.
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What goes to the worker, and what comes back. */
export interface Order {
  id: number
  template: string
  data: string
}
export type Delivery = { id: number; pdf: Uint8Array } | { id: number; fault: string }

interface Waiting {
  resolve(pdf: Uint8Array): void
  reject(fault: Error): void
  timer: NodeJS.Timeout
}

const patienceMs = 30_000
const mostWaiting = 50

let worker: Worker | null = null
let nextId = 1
const waiting = new Map<number, Waiting>()

/**
 * Sets a template with its data. `template` is the path or file URL of a `.typ` file; `data` must survive JSON and
 * have a `title`, which PDF/UA requires. Fails when the template does not compile, takes over 30 seconds, or when
 * 50 documents are already waiting.
 */
export function renderPdf(template: string | URL, data: object): Promise<Uint8Array> {
  if (waiting.size >= mostWaiting) return Promise.reject(new Error('too many documents are waiting to be set'))
  const id = nextId++
  const order: Order = {
    id,
    template: typeof template === 'string' ? template : fileURLToPath(template),
    data: JSON.stringify(data),
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => abandon(new Error('setting a document took too long')), patienceMs)
    waiting.set(id, { resolve, reject, timer })
    const typesetter = (worker ??= start())
    typesetter.ref()
    typesetter.postMessage(order)
  })
}

function start(): Worker {
  const started = new Worker(new URL('./typesetter.ts', import.meta.url))
  started.on('message', receive)
  started.on('error', (fault) => worker === started && abandon(fault))
  started.on('exit', () => worker === started && abandon(new Error('the typesetter stopped')))
  return started
}

function receive(delivery: Delivery): void {
  const asked = waiting.get(delivery.id)
  if (!asked) return
  waiting.delete(delivery.id)
  clearTimeout(asked.timer)
  if (waiting.size === 0) worker?.unref() // an idle typesetter does not keep the process alive
  if ('pdf' in delivery) asked.resolve(delivery.pdf)
  else asked.reject(new Error(delivery.fault))
}

/** Everyone waiting is told, and the next document gets a fresh worker. */
function abandon(fault: Error): void {
  const broken = worker
  worker = null
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(fault)
  }
  waiting.clear()
  void broken?.terminate()
}
