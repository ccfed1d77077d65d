// Server and job runner of the product as processes on the ground of a drill, with one client and case to work on. Not a drill.
import { freePort, startPart, within, type Ground, type Part } from './ground.ts'

export interface Product {
  port: number
  caseId: string
  clientId: string
  cookie: string
  parts: Record<'server' | 'jobs', Part>
  env: Record<string, string>
  /** Answers whether the server takes requests within half a minute. */
  up(): Promise<boolean>
  end(): Promise<void>
}

/** `more`: environment of both processes; `forServer`: of the server alone. Each reaction of a job is counted in `drill_effect`. */
export async function startProduct(
  on: Ground,
  more: Record<string, string> = {},
  forServer: Record<string, string> = {},
): Promise<Product> {
  await on.ask('create table drill_effect (event_id uuid not null); grant insert on drill_effect to continuum_app')
  const { caseId, clientId } = await on.world.openCase()
  await on.ask('checkpoint') // what the drill itself wrote is not at stake
  const port = await freePort()
  const env = { DRILL_OWNER_URL: on.world.database.ownerUrl, DRILL_PORT: String(port), LOG_LEVEL: 'silent', ...more }
  const parts = { server: startPart('server', { ...env, ...forServer }), jobs: startPart('jobs', env) }
  const up = () => within(30_000, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok)
  if (!(await up())) throw new Error('The server did not start.')
  const end = async () => void (await Promise.all([parts.server.kill(), parts.jobs.kill()]))
  return { port, caseId, clientId, cookie: on.world.cookieOf('maya'), parts, env, up, end }
}
