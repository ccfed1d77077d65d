// Which errors mean that the records cannot be reached or written for the moment: the save may be sent again under its key, and nothing is broken.

/** A database that ends, starts, is full of connections, or cut off a transaction that took too long. */
// prettier-ignore
const awaySqlStates = new Set([
  '57014', '57P01', '57P02', '57P03', '57P05', '53200', '53300', '25P03', '25P04', '08000', '08001', '08003', '08004', '08006',
])
// prettier-ignore
const awaySystemCodes = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN',
])
/** The driver's own words where it gives no code. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Connection ended unexpectedly|Query read timeout|The transaction was rolled back\.$)/

const fullSqlStates = new Set(['53100', '53000', '58030'])
const fullSystemCodes = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])

interface Faulty {
  code?: string
  syscall?: string
  message?: string
}

/** `away`: cannot be reached; `full`: cannot be written, because the disk has no room or fails. Null: another kind of error. */
export function outageOf(error: unknown): 'away' | 'full' | null {
  const { code = '', syscall, message = '' } = (error ?? {}) as Faulty
  if (fullSqlStates.has(code) || fullSystemCodes.has(code)) return 'full'
  // A missing file is our own fault; a missing socket is a server that is not there.
  if (awaySqlStates.has(code) || awaySystemCodes.has(code) || (code === 'ENOENT' && syscall === 'connect')) return 'away'
  return awayWords.test(message) ? 'away' : null
}
