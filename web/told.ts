// Reading what an event tells (its details), without trusting it: a wrong or missing value is empty, never an error.

type Details = Record<string, unknown>

export const textIn = (details: Details, name: string): string => {
  const said = details[name]
  return typeof said === 'string' ? said : ''
}
export const numberIn = (details: Details, name: string): number => {
  const said = details[name]
  return typeof said === 'number' ? said : 0
}
const isDetails = (said: unknown): said is Details => typeof said === 'object' && said !== null && !Array.isArray(said)
export const rowsIn = (details: Details, name: string): Details[] => {
  const said = details[name]
  return Array.isArray(said) ? said.filter(isDetails) : []
}
export const rowIn = (details: Details, name: string): Details => {
  const said = details[name]
  return isDetails(said) ? said : {}
}
export const listIn = (details: Details, name: string): unknown[] => {
  const said = details[name]
  return Array.isArray(said) ? said : []
}

/** The code, where there are words for it. */
export function knownIn<Code extends string>(words: Record<Code, unknown>, said: unknown): Code | undefined {
  const isCode = (text: unknown): text is Code => typeof text === 'string' && Object.hasOwn(words, text)
  return isCode(said) ? said : undefined
}
