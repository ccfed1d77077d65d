// How the server is reached: one address with many doors. Node lets in one connection for each door and turn of its loop, and a busy loop
// makes few turns: with one door, two thousand screens that come back at once would stand in the kernel's line for a quarter of a minute.
import { createServer, type AddressInfo, type ListenOptions, type Server } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Linux hands what comes to the doors in turn (SO_REUSEPORT); elsewhere there is one. */
const doors = process.platform === 'linux' ? 64 : 1
/** Who waits before a door. With Node's usual 511 a connection beyond them is dropped without a word, and tried again after a second. */
const backlog = 4096

export interface Opened {
  /** as a URL */
  address: string
  close(): Promise<void>
}

const listening = (server: Server, where: ListenOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(where, resolve)
  })
const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

/** Doors share their port with any other program of this user that opens it so. Throws EADDRINUSE when somebody is there already. */
async function refuseTaken(where: ListenOptions): Promise<void> {
  const probe = createServer()
  await listening(probe, { ...where, exclusive: true })
  await closed(probe)
}

export async function openDoors(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<Opened> {
  const shared = { backlog, reusePort: doors > 1 }
  if (shared.reusePort) await refuseTaken({ host, port })
  const address = await app.listen({ host, port, ...shared })
  const { address: at, port: chosen } = app.server.address() as AddressInfo
  const others = Array.from({ length: doors - 1 }, () => createServer((socket) => void app.server.emit('connection', socket)))
  await Promise.all(others.map((door) => listening(door, { host: at, port: chosen, ...shared })))
  const close = async (): Promise<void> => {
    await Promise.all([app.close(), ...others.map(closed)])
  }
  return { address, close }
}
