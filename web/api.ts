// The web app's one way to the server: typed reads and writes, problems as sentences, one key per save.
import { uuidv7 } from 'uuidv7'
import { noteServerTouch, waitForSignIn } from './signInGate.ts'

export type Query = Record<string, string | number | boolean | null | undefined>
export interface Issue { path: string; message: string }
/** One thing a guard found missing, and the page where it is done. */
export interface Missing { code: string; message: string; href?: string }

/** What the server refused or could not do, in words for the person who reads it. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly issues: Issue[]
  readonly missing: Missing[]
  readonly current: unknown
  readonly traceId: string | undefined
  constructor(status: number, said: ProblemBody) {
    super(said.detail ?? said.message ?? said.title ?? 'Something went wrong on our side. Nothing was changed; please try again.')
    this.code = said.code ?? `http.${status}`
    this.status = status
    this.issues = (said.issues ?? []).map((issue) => ({ path: pathText(issue.path), message: issue.message }))
    this.missing = said.missing ?? []
    this.current = said.current
    this.traceId = said.traceId
  }
}

interface ProblemBody {
  code?: string; detail?: string; message?: string; title?: string; traceId?: string
  issues?: { path?: string | (string | number)[]; message: string }[]; missing?: Missing[]; current?: unknown
}

const pathText = (path: string | (string | number)[] | undefined): string => (Array.isArray(path) ? path.join('.') : (path ?? ''))

/** An id the browser may give a new record, so that an offline draft keeps it. */
export const newId = (): string => uuidv7()

export function addressOf(path: string, query: Query = {}): string {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]))
  return `/api${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`
}

/** GET /api + path. Waits in place while the person signs in again; throws a Problem otherwise. */
export async function readApi<T>(path: string, { search, link, ...query }: Query = {}): Promise<T> {
  // What is searched for is a person's name or number: it travels in a header, never in an address.
  const words: Record<string, string> = { ...(search && { 'x-search': encodeURIComponent(String(search)) }), ...(link && { 'x-link': String(link) }) }
  return answerOf<T>(path, () => fetch(addressOf(path, query), { headers: { accept: 'application/json', ...words } }))
}

/** `link`: the code of a receiver's link; like a search it travels in a header. */
export interface WriteOptions { ifMatch?: number | undefined; key?: string | undefined; link?: string | undefined }
export type WriteMethod = 'POST' | 'PATCH' | 'PUT'

/** One logical save. Give the same `key` on every retry, so that it happens once. */
export async function writeApi<T>(method: WriteMethod, path: string, body: unknown, { ifMatch, key = newId(), link }: WriteOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'idempotency-key': key }
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  if (link !== undefined) headers['x-link'] = link
  const isForm = body instanceof FormData
  if (!isForm) headers['content-type'] = 'application/json'
  return answerOf<T>(path, () => fetch(addressOf(path), { method, headers, body: isForm ? body : JSON.stringify(body ?? {}) }))
}

async function answerOf<T>(path: string, ask: () => Promise<Response>): Promise<T> {
  let response = await ask()
  while (response.status === 401 && !path.startsWith('/sign-in') && (await waitForSignIn())) response = await ask()
  noteServerTouch()
  const text = await response.text()
  if (response.ok) return text === '' ? empty() : JSON.parse(text)
  throw new Problem(response.status, problemBody(text))
}

/** A 204 has no body; the caller's type says so. */
function empty() {
  return JSON.parse('null')
}

function problemBody(text: string): ProblemBody {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
