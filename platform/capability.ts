// What a capability plugs into the product, and the few ways to write a route.
import type { z } from 'zod'
import type { Permission } from './access/permissions.ts'
import type { CaseEvent } from './events.ts'
import type { CaseWork, ClientWork, Work } from './work.ts'

/** `/cases/:caseId/goals/:goalId` has a caseId and a goalId; a handler asking for another does not compile. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown
/** A path that names a case or a client is worked on only when the caller may see it; else 404 before the handler runs. */
export type WorkOf<Path extends string> = Path extends `${string}:caseId${string}`
  ? CaseWork
  : Path extends `${string}:clientId${string}`
    ? ClientWork
    : Work

export interface Upload {
  name: string
  bytes: Uint8Array
  fields: Record<string, string>
}
/** An answer that is a file rather than JSON. */
export class FileReply {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name: string
  readonly inline: boolean
  constructor(file: { bytes: Uint8Array; mediaType: string; name: string; inline?: boolean }) {
    this.bytes = file.bytes
    this.mediaType = file.mediaType
    this.name = file.name
    this.inline = file.inline ?? false
  }
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  path: string
  /** `signed-in`: everybody who works here. `account`: receivers with an account too. */
  may: Permission | 'signed-in' | 'account' | 'public'
  takes: 'nothing' | 'json' | 'file'
  body?: z.ZodType
  query?: z.ZodType
  summary?: string
  needsVersion: boolean
  /** Opened by the code of a link in the X-Link header, which is the key to one thing; a code never stands in an address. */
  byLink?: true
  /** Public routes: at most this many calls in a minute from one address. */
  perMinute?: number
  /** The words looked for may stand in the address: a standard says so, and they are about no client. */
  wordsInAddress?: true
  /** Largest JSON body in bytes, where more than the usual megabyte is expected. */
  bodyLimit?: number
  secret?: Secret
  handle(work: never, input: never, params: never): Promise<unknown>
}

type Handler<Path extends string, Input> = (work: WorkOf<Path>, input: Input, params: ParamsOf<Path>) => Promise<unknown>
/**
 * What the memory for repeated requests may not keep in the clear (M10). `body`: its fingerprint is keyed; `body and answer`: also, the answer is
 * not kept, so a repeat is told only that it was done; `done again`: nothing is kept, a repeat is done and audited again.
 */
export type Secret = 'body' | 'body and answer' | 'done again'
interface Options {
  summary?: string
  wordsInAddress?: true
  bodyLimit?: number
  secret?: Secret
}
const none = { needsVersion: false } as const

export function read<Path extends string, Query = unknown>(
  path: Path,
  may: Route['may'],
  handle: Handler<Path, Query>,
  options: Options & { query?: z.ZodType<Query> } = {},
): Route {
  return { method: 'GET', path, may, takes: 'nothing', handle: handle as Route['handle'], ...none, ...options }
}

export function write<Path extends string, Body>(
  path: Path,
  may: Route['may'],
  body: z.ZodType<Body>,
  handle: Handler<Path, Body>,
  options: Options = {},
): Route {
  return { method: 'POST', path, may, takes: 'json', body, handle: handle as Route['handle'], ...none, ...options }
}

/** An edit of what exists: needs If-Match with the version the person saw. */
export function change<Path extends string, Body>(
  path: Path,
  may: Route['may'],
  body: z.ZodType<Body>,
  handle: Handler<Path, Body>,
  options: Options = {},
): Route {
  return { method: 'PATCH', path, may, takes: 'json', body, handle: handle as Route['handle'], needsVersion: true, ...options }
}

/** Puts a value in its one place (an answer, a setting): the last writer wins, no version needed. */
export function put<Path extends string, Body>(
  path: Path,
  may: Route['may'],
  body: z.ZodType<Body>,
  handle: Handler<Path, Body>,
  options: Options = {},
): Route {
  return { method: 'PUT', path, may, takes: 'json', body, handle: handle as Route['handle'], ...none, ...options }
}

export function upload<Path extends string>(
  path: Path,
  may: Route['may'],
  handle: Handler<Path, Upload>,
  options: Options = {},
): Route {
  return { method: 'POST', path, may, takes: 'file', handle: handle as Route['handle'], ...none, ...options }
}

/** Open to anyone, without an account; throttled per address. `work` has the agency's public scope: it may hand in a referral, nothing else. */
export function publicWrite<Path extends string, Body>(
  path: Path,
  body: z.ZodType<Body>,
  handle: Handler<Path, Body>,
  options: Options & { perMinute?: number } = {},
): Route {
  return {
    method: 'POST',
    path,
    may: 'public',
    takes: 'json',
    body,
    handle: handle as Route['handle'],
    perMinute: 5,
    ...none,
    ...options,
  }
}
export function publicRead<Path extends string>(
  path: Path,
  handle: Handler<Path, unknown>,
  options: Options & { perMinute?: number } = {},
): Route {
  return {
    method: 'GET',
    path,
    may: 'public',
    takes: 'nothing',
    handle: handle as Route['handle'],
    perMinute: 60,
    ...none,
    ...options,
  }
}

/** For whoever holds a link: no account, one thing, throttled per address. `work` has the scope of that link and nothing else. */
export function linkRead<Path extends string>(
  path: Path,
  handle: Handler<Path, unknown>,
  options: Options & { perMinute?: number } = {},
): Route {
  return { ...publicRead(path, handle, { perMinute: 30, ...options }), byLink: true }
}
export function linkWrite<Path extends string, Body>(
  path: Path,
  body: z.ZodType<Body>,
  handle: Handler<Path, Body>,
  options: Options & { perMinute?: number } = {},
): Route {
  return { ...publicWrite(path, body, handle, { perMinute: 15, ...options }), byLink: true }
}

/** Each capability says, in one small file, what it plugs into the product. */
export interface Capability {
  name: string
  routes?: Route[]
  reactions?: Record<string, (work: CaseWork, event: CaseEvent) => Promise<void>>
  /** Run once for each agency, in the agency's own transaction, by the system. */
  jobs?: Record<string, { cron: string; run(work: Work): Promise<void> }>
  /** What a server holds in memory of an agency, read by the system after each start; given up when the server ends. */
  readAhead?(work: Work, ended: AbortSignal): Promise<void>
}
