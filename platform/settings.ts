// What an installation is told by its environment, read once, refused early and in plain words.
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export interface Settings {
  host: string
  port: number
  /** The installation's folder: embedded database, files, secrets. */
  dataDir: string
  databaseUrl: string | undefined
  demonstration: boolean
  /** True when the browser speaks TLS to us or to a declared proxy in front of us. */
  secure: boolean
  trustProxy: boolean
  tls: { key: Buffer; cert: Buffer } | undefined
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Throws a sentence that says which variable to set: outside loopback, records of people never travel in the clear. */
export function settingsOf(env: NodeJS.ProcessEnv): Settings {
  const host = env.HOST ?? '127.0.0.1'
  const port = Number(env.PORT ?? 8420)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not “${env.PORT}”.`)
  const { CONTINUUM_TLS_KEY: keyFile, CONTINUUM_TLS_CERT: certFile, CONTINUUM_TLS_PROXY: proxy } = env
  if (Boolean(keyFile) !== Boolean(certFile))
    throw new Error('Set both CONTINUUM_TLS_CERT and CONTINUUM_TLS_KEY (PEM files), or neither.')
  const tls = keyFile && certFile ? { key: readFileSync(keyFile), cert: readFileSync(certFile) } : undefined
  const trustProxy = proxy === 'on'
  if (!isLoopback(host) && !tls && !trustProxy) {
    throw new Error(
      `Continuum does not serve plain http on ${host}. Set CONTINUUM_TLS_CERT and CONTINUUM_TLS_KEY to certificate files, or CONTINUUM_TLS_PROXY=on when a proxy in front of it ends TLS.`,
    )
  }
  return {
    host,
    port,
    tls,
    trustProxy,
    secure: trustProxy || tls !== undefined,
    dataDir: resolve(env.CONTINUUM_DATA ?? '.continuum'),
    databaseUrl: env.DATABASE_URL || undefined,
    demonstration: env.CONTINUUM_DEMO !== 'off',
  }
}
