// The directory of the demonstration: about 150 invented services of Harborview County, on a coast that looks real and is not; the same every time, as old as today makes it.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { importDirectory, type ImportWanted } from '../capabilities/directory/import.actions.ts'
import { uuidOf } from '../capabilities/directory/identity.ts'
import type { Cells, Package, SourceRow } from '../capabilities/directory/package.ts'
import type { TableName } from '../capabilities/directory/hsds.ts'
import { readPackage } from '../capabilities/directory/reading.actions.ts'
import { addCivilDays } from '../platform/time/civil.ts'

const Town = z.object({ name: z.string(), zip: z.string(), latitude: z.number(), longitude: z.number(), streets: z.array(z.string()) })
const Kind = z.object({
  name: z.string(),
  terms: z.array(z.string()),
  says: z.string(),
  apply: z.string(),
  eligibility: z.string().optional(),
  ages: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  fee: z.string(),
  hours: z.string(),
  languages: z.array(z.string()).optional(),
  documents: z.array(z.string()).optional(),
  payers: z.array(z.string()).optional(),
  by: z.array(z.string()),
})
const County = z.object({ county: z.string(), towns: z.array(Town), organizations: z.record(z.string(), z.string()), kinds: z.array(Kind) })
type County = z.infer<typeof County>
type Kind = z.infer<typeof Kind>

const here = new URL('directory/', import.meta.url)
const source = 'harborview-county'
const openEligibility = fileURLToPath(new URL('../capabilities/directory/taxonomy/open-eligibility', import.meta.url))

/** Loaded through the import like any other directory. */
export async function loadDirectory({ inAgency, settle }: Pick<ImportWanted, 'inAgency' | 'settle'>, today: string): Promise<void> {
  const terms = readPackage(openEligibility)
  await importDirectory({ read: { ...terms, rows: [...terms.rows, ...countyRows(terms, today)], name: source, digest: Buffer.alloc(32, 1) }, inAgency, settle })
}

let read: County | undefined
const countyHere = (): County => (read ??= County.parse(JSON.parse(readFileSync(new URL('county.json', here), 'utf8'))))

/** One of the services of a kind, for whoever asks it for something. */
export function serviceOf(name: string, choice: number): string {
  const county = countyHere()
  const at = county.kinds.findIndex((kind) => kind.name === name)
  const kind = county.kinds[at]
  if (!kind) throw new Error(`The county has no ${name}.`)
  const turn = choice % kind.by.length
  return idOf('service', keyOf(county, kind, kind.by[turn] ?? '', turnOf(at, turn)))
}

/** Which organization that is. */
export function offeredBy(name: string, choice: number): string {
  const by = countyHere().kinds.find((kind) => kind.name === name)?.by ?? []
  return by[choice % by.length] ?? ''
}
export const organizationId = (name: string): string => idOf('organization', name)

const turnOf = (kind: number, organization: number): number => kind * 7 + organization * 3
const townOf = ({ towns }: County, turn: number) => towns[turn % towns.length]
const nameOf = (county: County, kind: Kind, turn: number): string => `${kind.name}, ${townOf(county, turn)?.name}`
const keyOf = (county: County, kind: Kind, organization: string, turn: number): string => `${nameOf(county, kind, turn)} of ${organization}`

/** Every row of the invented county. `today` only ages what is known of it. */
export function countyRows(terms: Package, today: string): SourceRow[] {
  const county = countyHere()
  const termOf = new Map(terms.rows.map(({ cells }) => [cells.code, cells.id]))
  const writer = new Writer(today, termOf)
  for (const [name, says] of Object.entries(county.organizations)) writer.organization(name, says)
  county.kinds.forEach((kind, at) => kind.by.forEach((organization, turn) => writer.service(county, kind, organization, turnOf(at, turn))))
  return writer.rows
}

const spoken: Record<string, string> = { en: 'English', es: 'Spanish', vi: 'Vietnamese', ht: 'Haitian Creole', ase: 'American Sign Language' }
const capacities = ['has', 'has', 'waitlist', 'has', 'assess-first', 'none', 'has']
const methods = ['phone', 'phone', 'form', 'walk-in', 'email', 'fax']
const ages = [3, 21, 40, 65, 88, 120, 150, 176, 190, 240]

class Writer {
  readonly rows: SourceRow[] = []
  private readonly today: string
  private readonly termOf: ReadonlyMap<string | undefined, string | undefined>
  private readonly places = new Map<string, string>()
  constructor(today: string, termOf: ReadonlyMap<string | undefined, string | undefined>) {
    this.today = today
    this.termOf = termOf
  }

  organization(name: string, says: string): void {
    const id = this.add('organization', name, { name, description: says, website: `https://${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example` })
    this.add('phone', `office ${name}`, { organization_id: id, number: this.number(name), type: 'voice' })
  }

  service(county: County, kind: Kind, organization: string, turn: number): void {
    const town = townOf(county, turn)
    if (!town) return
    const name = nameOf(county, kind, turn)
    const key = keyOf(county, kind, organization, turn)
    const verified = addCivilDays(this.today, -(ages[turn % ages.length] ?? 30))
    const id = this.add('service', key, {
      organization_id: idOf('organization', organization), name, description: kind.says, application_process: kind.apply, status: 'active', fees_description: kind.fee,
      eligibility_description: kind.eligibility ?? '', minimum_age: String(kind.ages?.[0] ?? ''), maximum_age: String(kind.ages?.[1] ?? ''), assured_date: verified, verified_at: `${verified}T15:00:00Z`,
      capacity: capacities[turn % capacities.length] ?? 'has', capacity_as_of: addCivilDays(this.today, -((turn * 5) % 45)),
      referral_method: methods[turn % methods.length] ?? 'phone', accepted_payers: (kind.payers ?? []).join('; '), email: `referrals@${organization.toLowerCase().replace(/[^a-z]+/g, '-')}.example`,
    })
    this.add('service_at_location', key, { service_id: id, location_id: this.place(county, town, organization, turn) })
    this.add('phone', key, { service_id: id, number: this.number(key), type: 'voice' })
    const [byday = '', opens = '', closes = ''] = kind.hours.split(' ')
    this.add('schedule', key, { service_id: id, freq: 'WEEKLY', byday, opens_at: opens, closes_at: closes })
    for (const code of ['en', ...(kind.languages ?? (turn % 2 === 0 ? ['es'] : []))]) this.add('language', `${key} ${code}`, { service_id: id, name: spoken[code] ?? code, code })
    for (const document of kind.documents ?? []) this.add('required_document', `${key} ${document}`, { service_id: id, document })
    this.add('service_area', key, { service_id: id, name: turn % 5 === 0 ? town.zip : `${county.county}, NC`, extent_type: 'text' })
    this.add('cost_option', key, { service_id: id, option: kind.fee === 'Free' ? 'free' : 'fee', currency: 'USD', amount: kind.fee === 'Free' ? '0' : '', amount_description: kind.fee })
    for (const code of kind.terms) this.add('attribute', `${key} ${code}`, { link_id: id, link_entity: 'service', taxonomy_term_id: this.termOf.get(code) ?? '', link_type: 'need' })
  }

  /** An organization has one place in a town. */
  private place(county: County, town: County['towns'][number], organization: string, turn: number): string {
    const key = `${organization} ${town.name}`
    const known = this.places.get(key)
    if (known) return known
    const [across, along] = [noise(key), noise(`${key} along`)]
    const id = this.add('location', key, {
      organization_id: idOf('organization', organization), location_type: 'physical', name: `${organization}, ${town.name}`,
      latitude: (town.latitude + (across - 0.5) * 0.03).toFixed(5), longitude: (town.longitude + (along - 0.5) * 0.03).toFixed(5), transportation: turn % 3 === 0 ? 'On the county bus line' : '',
    })
    this.places.set(key, id)
    const street = town.streets[Math.floor(across * town.streets.length)] ?? 'Main Street'
    this.add('address', key, { location_id: id, address_1: `${100 + Math.floor(along * 1800)} ${street}`, city: town.name, region: county.county, state_province: 'NC', postal_code: town.zip, country: 'US', address_type: 'physical' })
    if (turn % 4 !== 3) this.add('accessibility', key, { location_id: id, description: 'Wheelchair', details: turn % 2 === 0 ? 'Level entrance' : 'Ramp at the side; accessible restroom' })
    return id
  }

  /** 555-01xx is kept for invented numbers. */
  private number = (key: string): string => `(910) 555-01${String(Math.floor(noise(key) * 100)).padStart(2, '0')}`

  private add(table: TableName, key: string, cells: Cells): string {
    const id = idOf(table, key)
    this.rows.push({ file: 'county.json', line: 1, table, cells: { id, ...cells } })
    return id
  }
}

const idOf = (table: TableName, key: string): string => uuidOf(`demonstration/${table}/${key}`)
/** Between 0 and 1, always the same for the same words. */
const noise = (key: string): number => Number.parseInt(uuidOf(key).slice(0, 8), 16) / 0xffffffff
