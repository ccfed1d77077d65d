// Where a browser keeps unfinished work: sealed with a key of the person's own, which the server tells to them alone and which is never kept here.
// Whoever signs in on the same machine later, or copies its disk, finds bytes.
import { del, get, set } from 'idb-keyval'
import { Problem, readApi } from './api.ts'

export interface Kept<T> {
  value: T
  /** ISO instant of the keeping */
  at: string
}
interface Sealed { at: string; iv: Uint8Array<ArrayBuffer>; words: ArrayBuffer }

const askAgainMs = 2000
let mine: { staffId: string; key: Promise<CryptoKey> } | undefined

/** Asked for once while the page lives; a network that is away is waited for. */
function keyOf(staffId: string): Promise<CryptoKey> {
  if (mine?.staffId !== staffId) {
    const key = askForKey()
    mine = { staffId, key }
    key.catch(() => { if (mine?.key === key) mine = undefined })
  }
  return mine.key
}

async function askForKey(): Promise<CryptoKey> {
  for (;;) {
    try {
      const { key } = await readApi<{ key: string }>('/me/draft-key')
      return await crypto.subtle.importKey('raw', Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)), 'AES-GCM', false, ['encrypt', 'decrypt'])
    } catch (error) {
      if (error instanceof Problem && error.status < 500) throw error
      await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    }
  }
}

/** The name is sealed with the words, so that no draft can be passed off as another. */
const way = (iv: Uint8Array<ArrayBuffer>, name: string) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) })

/** Keeping and dropping happen one after the other, in the order asked: what was dropped does not come back. */
let line: Promise<unknown> = Promise.resolve()
function inLine<T>(act: () => Promise<T>): Promise<T> {
  const done = line.then(act)
  line = done.catch(() => undefined)
  return done
}

/** Answers when it was kept; rejects where this browser cannot keep anything. */
export const keepDraft = (staffId: string, name: string, value: unknown): Promise<string> =>
  inLine(async () => {
    const [at, iv] = [new Date().toISOString(), crypto.getRandomValues(new Uint8Array(12))]
    const words = await crypto.subtle.encrypt(way(iv, name), await keyOf(staffId), new TextEncoder().encode(JSON.stringify(value)))
    await set(name, { at, iv, words } satisfies Sealed)
    return at
  })

/** Undefined where nothing is kept, or nothing that this person's key opens. */
export async function findDraft<T>(staffId: string, name: string): Promise<Kept<T> | undefined> {
  const kept = await inLine(() => get<Sealed>(name)).catch(() => undefined)
  if (!kept?.words) return undefined
  const words = await crypto.subtle.decrypt(way(kept.iv, name), await keyOf(staffId), kept.words).catch(() => undefined)
  return words && { value: JSON.parse(new TextDecoder().decode(words)), at: kept.at }
}

export const dropDraft = (name: string): Promise<void> => inLine(() => del(name)).catch(() => undefined)
