// Ten times what the server can do, slow senders, a thousand idle connections and bodies of 100 MB; directly and behind haproxy.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Drill } from '../bin/drill.ts'
import { freePort, ground, quantile, startPart, within } from './ground.ts'
import { ask, capacityOf, overload, type Shot, type Target } from './shooting.ts'

/** Everybody who was let in is served in time; everybody else is told at once to come again. */
function judge(name: string, shots: Shot[], budgetMs: number): string[] {
  const [admitted, shed] = [shots.filter(({ status }) => status === 200), shots.filter(({ status }) => status === 503)]
  const ms = (among: Shot[], part: number) =>
    quantile(
      among.map((each) => each.ms),
      part,
    )
  console.log(
    `${name}: ${shots.length} asked; ${admitted.length} served, p50 ${ms(admitted, 0.5).toFixed(0)} ms, p99 ${ms(admitted, 0.99).toFixed(0)} ms; ${shed.length} told to come again, p99 ${ms(shed, 0.99).toFixed(0)} ms`,
  )
  const others = shots.filter(({ status }) => status !== 200 && status !== 503)
  return [
    ...(admitted.length === 0 ? [`${name}: nobody was served.`] : []),
    ...(shed.length === 0 ? [`${name}: nobody was turned away, so this was no overload.`] : []),
    ...(ms(admitted, 0.99) > budgetMs ? [`${name}: p99 of the served is ${ms(admitted, 0.99).toFixed(0)} ms.`] : []),
    ...(others.length > 0 ? [`${name}: ${others.length} other answers, ${others[0]?.status} among them.`] : []),
    ...(shed.some(({ retryAfter }) => !retryAfter) ? [`${name}: a 503 without Retry-After.`] : []),
  ]
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket))
    socket.once('error', reject)
  })
const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()))

/** Idle connections cost nobody anything; a head that comes letter by letter is cut off; a huge body is refused unread. */
async function strangers(target: Target): Promise<string[]> {
  const broken: string[] = []
  const agent = new Agent({ keepAlive: true })
  const idle = await Promise.all(Array.from({ length: 1_000 }, () => open(target.port)))
  const beside = await ask(agent, target)
  if (beside.status !== 200) broken.push(`Beside 1,000 idle connections the answer was ${beside.status}.`)
  const slow = await Promise.all(Array.from({ length: 50 }, () => open(target.port)))
  const writing = setInterval(() => slow.forEach((socket) => socket.writable && socket.write('G')), 500)
  for (const socket of slow) socket.on('error', () => {})
  const cut = await Promise.race([Promise.all(slow.map(closed)).then(() => true), pause(25_000, false)])
  clearInterval(writing)
  if (!cut) broken.push('A head sent letter by letter was still waited for after 25 s.')
  const status = await huge(target)
  if (status !== 413) broken.push(`A body of 100 MB was answered ${status}.`)
  console.log(
    `1,000 idle connections: ${beside.ms.toFixed(0)} ms beside them; 50 slow senders cut off: ${cut}; 100 MB: ${status}`,
  )
  for (const socket of [...idle, ...slow]) socket.destroy()
  agent.destroy()
  return broken
}

async function huge({ port, cookie }: Target): Promise<number> {
  const socket = await open(port)
  socket.on('error', () => {})
  const head = `POST /api/tasks HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\nidempotency-key: 12345678\r\ncontent-length: 100000000\r\n\r\n`
  socket.write(head + 'x'.repeat(65_536))
  const said = await new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.toString()))
    socket.once('close', () => resolve(''))
    setTimeout(() => resolve(''), 10_000).unref()
  })
  socket.destroy()
  return Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 0)
}

/** Resident memory of a process, in megabytes. */
const memoryOf = (child: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000

/** Cases of the one who asks for them. What ten times as many ask for must cost more than asking, or the drill would measure itself: it shares the machine. */
const caseload = 60

export const drill: Drill = async (args) => {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: 'string', default: '15' }, budget: { type: 'string', default: '500' } },
  })
  const [seconds, budgetMs] = [Number(values.seconds), Number(values.budget)]
  const on = await ground({ settings: { log_min_messages: 'fatal' } })
  for (let count = 0; count < caseload; count += 1) await on.world.openCase()
  const port = await freePort()
  const server = startPart('server', { DRILL_OWNER_URL: on.world.database.ownerUrl, DRILL_PORT: String(port) })
  const target: Target = { port, path: '/api/caseload', cookie: on.world.cookieOf('maya') }
  if (!(await within(30_000, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)))
    throw new Error('The server did not start.')
  await capacityOf(target, 16, 2)
  const able = await capacityOf(target, 16, 5)
  const memory = memoryOf(server.child)
  console.log(`The server answers ${able.toFixed(0)} a second; ten times that for ${seconds} s`)
  const broken = judge('Directly', await overload(target, able * 10, seconds), budgetMs)
  broken.push(...(await strangers(target)))
  console.log(`Memory of the server: ${memory.toFixed(0)} MB before, ${memoryOf(server.child).toFixed(0)} MB after`)
  const after = await ask(new Agent(), target)
  if (after.status !== 200) broken.push(`After the overload the answer was ${after.status}.`)
  broken.push(...(await behindProxy(target, able * 10, seconds, budgetMs)))
  await server.kill()
  await on.clear()
  if (broken.length > 0) throw new Error(broken.join('\n'))
}

async function behindProxy(target: Target, perSecond: number, seconds: number, budgetMs: number): Promise<string[]> {
  if (spawnSync('haproxy', ['-v']).status !== 0) {
    console.log('haproxy is not installed (Debian: apt-get install haproxy), so nothing was tried behind it.')
    return []
  }
  const front = await freePort()
  const env = { ...process.env, CONTINUUM_FRONT: `127.0.0.1:${front}`, CONTINUUM_BACK: `127.0.0.1:${target.port}` }
  const proxy = spawn('haproxy', ['-db', '-f', 'haproxy.cfg'], { stdio: 'ignore', env })
  try {
    const through = { ...target, port: front }
    if (!(await within(5_000, async () => (await ask(new Agent(), through)).status === 200)))
      return ['Nothing came through haproxy.']
    return [...judge('Behind haproxy', await overload(through, perSecond, seconds), budgetMs), ...(await strangers(through))]
  } finally {
    proxy.kill('SIGKILL')
  }
}
