// What an installation is told by its environment, read once, refused early and in plain words.
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

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
  /** Keys of the audit (never in the database; several servers of one database need the same file), and where its checkpoints go. */
  audit: { keyFile: string; witnessFolder: string; witnessUrl: string | undefined }
  /** Where letters are mailed through; undefined: nothing is mailed, and links are shown to hand over. */
  mail: { smtpUrl: string; from: string; publicUrl: string } | undefined
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
  const dataDir = resolve(env.CONTINUUM_DATA ?? '.continuum')
  return {
    host,
    port,
    tls,
    trustProxy,
    secure: trustProxy || tls !== undefined,
    dataDir,
    audit: {
      keyFile: resolve(env.CONTINUUM_AUDIT_KEYS ?? join(dataDir, 'audit-keys.json')),
      witnessFolder: resolve(env.CONTINUUM_WITNESS ?? `${dataDir}-witness`),
      witnessUrl: env.CONTINUUM_WITNESS_URL || undefined,
    },
    databaseUrl: env.DATABASE_URL || undefined,
    demonstration: env.CONTINUUM_DEMO !== 'off',
    mail: mailOf(env),
  }
}

/** Throws a sentence where a mail server is named but not who writes, or under which address people find us. */
function mailOf({
  CONTINUUM_SMTP_URL: smtpUrl,
  CONTINUUM_MAIL_FROM: from,
  CONTINUUM_URL: publicUrl,
}: NodeJS.ProcessEnv): Settings['mail'] {
  if (!smtpUrl) return undefined
  if (!/^smtps?:\/\//.test(smtpUrl)) throw new Error('CONTINUUM_SMTP_URL begins with smtp:// or smtps://.')
  if (!from || !publicUrl)
    throw new Error(
      'Beside CONTINUUM_SMTP_URL set CONTINUUM_MAIL_FROM (who writes) and CONTINUUM_URL (the address people open, as https://…).',
    )
  return { smtpUrl, from, publicUrl: publicUrl.replace(/\/+$/, '') }
}
