// Where a client lives or receives mail, and the one place that decides which address may leave the record (INV-03).
import { z } from 'zod'
import { holds, Period } from './period.ts'

export const addressKinds = ['actual', 'mailing', 'substitute', 'temporary', 'unsheltered-locator'] as const
export type AddressKind = (typeof addressKinds)[number]

const line = z.string().trim().max(200).default('')

/** `locator` says where a person without an address is usually found; the other kinds have lines. */
export const NewAddress = z
  .object({
    kind: z.enum(addressKinds),
    confidential: z.boolean().default(false),
    line1: line,
    line2: line,
    city: line,
    region: line,
    postalCode: z.string().trim().max(20).default(''),
    country: z.string().trim().max(2).default('US'),
    locator: z.string().trim().max(500).default(''),
    program: z.string().trim().max(200).default(''),
    ...Period.shape,
  })
  .refine(({ line1, city, locator }) => [line1, city, locator].some((each) => each !== ''), {
    message: 'Write the street, the town, or where the person can be found.',
    path: ['line1'],
  })
  .refine(({ kind, confidential }) => kind !== 'substitute' || !confidential, {
    message: 'A substitute address is there to be given out: it is not confidential.',
    path: ['confidential'],
  })
export type NewAddress = z.infer<typeof NewAddress>

/** `lines` are empty where the address is confidential: the words are kept apart and shown by a reveal only. */
export interface Address extends NewAddress {
  id: string
  clientId: string
  endedReason: 'changed' | 'entered-in-error' | null
  version: number
}

export type Purpose = 'letter' | 'visit' | 'anything'

export type OutputAddress =
  | { shown: 'address'; kind: AddressKind; lines: string[] }
  | { shown: 'substitute'; kind: 'substitute'; lines: string[] }
  | { shown: 'protected'; lines: [] }
  | { shown: 'none'; lines: [] }

const order: Record<Purpose, readonly AddressKind[]> = {
  letter: ['mailing', 'actual', 'temporary'],
  visit: ['temporary', 'actual', 'unsheltered-locator'],
  anything: ['actual', 'temporary', 'mailing', 'unsheltered-locator'],
}

/**
 * The address that may appear in any output: letter, map, mileage log, export, label, screen (INV-03). While a substitute is
 * active it is the only answer; a confidential address is never given, and where nothing else may be shown the answer is
 * 'protected', which says that there is one without saying where.
 */
export function addressFor(addresses: readonly NewAddress[], purpose: Purpose, on: string): OutputAddress {
  const current = addresses.filter((each) => holds(each, on))
  const substitute = current.find(({ kind }) => kind === 'substitute')
  if (substitute) return { shown: 'substitute', kind: 'substitute', lines: addressLines(substitute) }
  for (const kind of order[purpose]) {
    const ofKind = current.filter((each) => each.kind === kind)
    if (ofKind.some(({ confidential }) => confidential)) break
    const [found] = ofKind
    if (found) return { shown: 'address', kind, lines: addressLines(found) }
  }
  return current.some(({ confidential }) => confidential) ? { shown: 'protected', lines: [] } : { shown: 'none', lines: [] }
}

/** The first three digits of the ZIP code that an output may carry, for figures; null where the address is protected or not of the US. */
export function zip3For(addresses: readonly NewAddress[], on: string): string | null {
  const shown = addressFor(addresses, 'anything', on)
  if (shown.shown !== 'address') return null
  const found = addresses.find((each) => holds(each, on) && each.kind === shown.kind && !each.confidential)
  return /^\d{5}/.exec(found?.postalCode ?? '')?.[0].slice(0, 3) ?? null
}

/** Where a substitute is active, or becomes so, every other address is confidential from that moment on, whatever was ticked. */
export function confidentialBeside(address: Pick<NewAddress, 'kind' | 'confidential'>, substituteActive: boolean): boolean {
  return address.kind !== 'substitute' && (address.confidential || substituteActive)
}

export function addressLines(address: Omit<NewAddress, 'kind' | 'confidential' | 'fromOn' | 'untilOn'>): string[] {
  const { line1, line2, city, region, postalCode, country, locator } = address
  const town = [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [line1, line2, town, country === 'US' ? '' : country, locator].filter((each) => each !== '')
}
