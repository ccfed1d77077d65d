// What an access decision depends on, as combinations: who asks, how they stand to the case, and what kind of client, case and row it is.
import { createHash } from 'node:crypto'

export const relations = [
  'none',
  'team',
  'team-for-now',
  'team-ended',
  'team-to-come',
  'emergency',
  'emergency-over',
  'emergency-ended',
  'emergency-to-come',
] as const
export const exclusions = ['none', 'now', 'ended', 'to-come'] as const
export const levels = ['standard', 'restricted', 'sealed'] as const
export const programs = ['supervised', 'another'] as const
/** A labelled row; one that hangs on the client and on no case; and one with neither mark. */
export const rowKinds = ['plain', 'labelled', 'of the client'] as const
/** A consent governs what leaves the agency (INV-15). Inside it no decision may depend on it, so it varies here. */
export const consentStates = ['active', 'defective', 'draft'] as const
/** What was sent to a service of the directory: to the receivers' own organization or another's, and how its link and its answer stand. */
export const sendings = [
  'to us',
  'to another organization',
  'to us, link revoked',
  'to us, link expired',
  'to us, answered to its end',
  'to us, no link',
  'to us, loop closed',
] as const

export interface Shape {
  index: number
  id: string
  relation: number
  exclusion: number
  program: (typeof programs)[number]
  level: (typeof levels)[number]
  clientLabels: number
  caseLabels: number
  row: (typeof rowKinds)[number]
  consent: (typeof consentStates)[number]
  sending: (typeof sendings)[number]
}

export type OracleRole = 'caseManager' | 'supervisor' | 'intake' | 'quality' | 'billing' | 'administrator' | 'provider'
export interface Asker {
  index: number
  id: string
  name: string
  roles: OracleRole[]
  /** Supervises the first program; holding the role alone supervises nothing. */
  supervises: boolean
  officer: boolean
  /** Their only role has ended. */
  former: boolean
  elsewhere: boolean
  clearance: number
}

export const uuidOf = (text: string): string =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Every combination once. The relation and the exclusion are shifted for each asker, so that colleagues stand differently to one case. */
export function shapes(): Shape[] {
  const all: Shape[] = []
  for (const level of levels)
    for (const program of programs)
      for (const clientLabels of [0, 1])
        for (const caseLabels of [0, 2])
          for (const row of rowKinds)
            for (let relation = 0; relation < relations.length; relation += 1)
              for (let exclusion = 0; exclusion < exclusions.length; exclusion += 1) {
                const index = all.length
                const consent = consentStates[index % 3] ?? 'active'
                const sending = sendings[Math.floor(index / 3) % sendings.length] ?? 'to us'
                all.push({
                  index,
                  id: uuidOf(`shape ${index}`),
                  relation,
                  exclusion,
                  program,
                  level,
                  clientLabels,
                  caseLabels,
                  row,
                  consent,
                  sending,
                })
              }
  return all
}

/** A sixth of them, for the quick cover: each relation × exclusion × level still meets each program, label and kind of row, in turns. */
export const someShapes = (): Shape[] =>
  shapes().filter(
    (shape) =>
      Math.floor(shape.index / 36) % 6 ===
      (shape.relation + shape.exclusion + levels.indexOf(shape.level) + (shape.program === 'another' ? 1 : 0)) % 6,
  )

export const receives = ({ roles }: Pick<Asker, 'roles'>): boolean => roles.includes('provider')

export const relationOf = (asker: Asker, shape: Shape) => relations[(shape.relation + asker.index) % relations.length] ?? 'none'
export const exclusionOf = (asker: Asker, shape: Shape) =>
  exclusions[(shape.exclusion + asker.index) % exclusions.length] ?? 'none'

const kinds: [string, Partial<Asker>][] = [
  ['case manager', { roles: ['caseManager'] }],
  ['supervisor of the program', { roles: ['supervisor'], supervises: true }],
  ['supervisor of none', { roles: ['supervisor'] }],
  ['intake', { roles: ['intake'] }],
  ['quality', { roles: ['quality'] }],
  ['billing', { roles: ['billing'] }],
  ['administrator', { roles: ['administrator'] }],
  ['privacy officer', { roles: ['administrator'], officer: true }],
  ['former intake', { roles: ['intake'], former: true }],
  ['case manager with intake', { roles: ['caseManager', 'intake'] }],
  ['receiver with an account', { roles: ['provider'] }],
  ['everything, elsewhere', { roles: ['caseManager', 'supervisor', 'intake', 'quality'], elsewhere: true }],
]
/** Each kind of colleague with each of the clearances given; an agency has one privacy officer. */
export function askers(clearances: readonly number[]): Asker[] {
  const all = clearances.flatMap((clearance) =>
    kinds.filter(([, more]) => !more.officer || clearance === clearances[0]).map(([name, more]) => ({ name, clearance, more })),
  )
  return all.map(({ name, clearance, more }, index) => ({
    roles: [],
    supervises: false,
    officer: false,
    former: false,
    elsewhere: false,
    ...more,
    index,
    id: uuidOf(`asker ${index}`),
    name: `${name}, cleared for ${clearance}`,
    clearance,
  }))
}
