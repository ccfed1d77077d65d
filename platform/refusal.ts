// The practice rules said no. The sentence is written for the person who will read it; nothing else travels.

export interface Missing {
  code: string
  message: string
  /** Where in the web app it is done. */
  href?: string
}
export interface Issue {
  path: string
  message: string
}
export interface RefusalDetails {
  status?: number
  issues?: Issue[]
  missing?: Missing[]
  /** The row as it is now, for a 409 that shows both. */
  current?: unknown
  /** Facts the web app may use to say the same sentence in another language. */
  params?: Record<string, string | number>
}

export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly details: RefusalDetails
  constructor(code: string, message: string, details: RefusalDetails) {
    super(message)
    this.code = code
    this.status = details.status ?? 422
    this.details = details
  }
}

export function refuse(code: string, message: string, details: RefusalDetails = {}): never {
  throw new Refusal(code, message, details)
}

/** Somebody saved first: 409, with what is there now. */
export function changed(what: string, current: unknown): never {
  return refuse(
    `${what}.changed`,
    `Someone else has just changed this ${what.replaceAll('-', ' ')}. Look at both before you save.`,
    {
      status: 409,
      current,
    },
  )
}

/** 404 for what the caller may not know exists, worded the same as for what does not exist. */
export function notFound(what: string): never {
  return refuse(`${what}.not-found`, `There is no such ${what.replaceAll('-', ' ')} on your list.`, { status: 404 })
}
