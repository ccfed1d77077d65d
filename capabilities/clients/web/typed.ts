// What was last typed in the clients' search: remembered while the app is open, so that Back finds the same list; never put in an address.
let typed = ''

export const typedBefore = (): string => typed

export function rememberTyped(text: string): void {
  typed = text
}
