// What a person is called: official, usual, former and alias names, each with the time it was used.
import { z } from 'zod'
import { holds, Period } from './period.ts'

export const nameUses = ['usual', 'official', 'alias', 'former'] as const
export type NameUse = (typeof nameUses)[number]

const part = z.string().trim().max(120)

/** A name as it was told. One part is enough: some people have one name, and an outreach client may only have "Blue Cap". */
export const NewName = z
  .object({ use: z.enum(nameUses), given: part.default(''), family: part.default(''), ...Period.shape })
  .refine(({ given, family }) => given !== '' || family !== '', {
    message: 'Write at least one part of the name.',
    path: ['given'],
  })
export type NewName = z.infer<typeof NewName>

export interface PersonName extends NewName {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}

export function nameText({ given, family }: { given: string; family: string }): string {
  return [given, family].filter((each) => each !== '').join(' ')
}

/**
 * The name a person is addressed by: the usual (preferred) one, else the official one, else an alias; of several the one
 * used since the latest day. A former name is never shown as the name. Null when nobody is known by anything.
 */
export function displayName(names: readonly NewName[], on: string): string | null {
  const current = names.filter((name) => name.use !== 'former' && holds(name, on))
  for (const use of nameUses) {
    const [latest] = current.filter((name) => name.use === use).sort((a, b) => (b.fromOn ?? '').localeCompare(a.fromOn ?? ''))
    if (latest) return nameText(latest)
  }
  return null
}
