// Whether the person must sign in again, and who waits for it: a pending save continues after signing in.

type Listener = () => void
let waiting: ((signedIn: boolean) => void)[] = []
let gateIsOpen = false
let lastTouch = Date.now()
const listeners = new Set<Listener>()

/** Turned on once the person is in the app; before that, a 401 simply means "sign in". */
export function openGate(open: boolean): void {
  gateIsOpen = open
}

/** Resolves true once the person has signed in again; false where nobody was signed in at all. */
export function waitForSignIn(): Promise<boolean> {
  if (!gateIsOpen) return Promise.resolve(false)
  return new Promise((resolve) => {
    waiting = [...waiting, resolve]
    tell()
  })
}

export function signedInAgain(): void {
  const all = waiting
  waiting = []
  for (const resolve of all) resolve(true)
  tell()
}

export const mustSignInAgain = (): boolean => waiting.length > 0

export function onGateChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The server has just heard from us, so its idle clock starts again. */
export function noteServerTouch(): void {
  lastTouch = Date.now()
}

export const lastServerTouch = (): number => lastTouch

const tell = () => listeners.forEach((listener) => listener())
