// Makes the receiver's code in this browser: only its digest goes to the server, so the code is kept nowhere but where it is shown.
import { letters } from '../code.ts'

export function makeCode(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % letters.length]).join('')
}

export async function digestHex(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What the receiver opens; the code stands after the # and never leaves in an address. */
export const linkOf = (code: string): string => `${window.location.origin}/answer#${code}`
