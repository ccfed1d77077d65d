// Older directories as HSDS 3.0: what the files of HSDS 1.x and of Ohana (its close relative) say, in today's tables. The mapping is told in docs/hsds-mapping.md.
import { languageCode } from './languages.ts'
import type { TableName } from './hsds.ts'
import { refused, remarked, type Cells, type Origin, type Remark, type SourceRow } from './package.ts'

export interface OldRow extends Origin {
  /** the file's name without its ending */
  kind: string
  cells: Cells
}
export interface Mapped {
  rows: SourceRow[]
  remarks: Remark[]
}

/** Column names that changed, by file; what is not named keeps its name. `''`: read elsewhere in this file, or said by other rows. */
const renamed: Record<string, { table: TableName; columns?: Record<string, string> }> = {
  organizations: { table: 'organization', columns: { url: 'website' } },
  programs: { table: 'program' },
  locations: { table: 'location', columns: { website: 'url', languages: '', accessibility: '', virtual: '' } },
  services: {
    table: 'service',
    columns: { website: 'url', eligibility: 'eligibility_description', location_id: '', languages: '', funding_sources: '', required_documents: '', service_areas: '', taxonomy_ids: '', fees: 'fees_description' },
  },
  services_at_location: { table: 'service_at_location' },
  service_at_locations: { table: 'service_at_location' },
  contacts: { table: 'contact', columns: { phone_number: '', phone_areacode: '', phone_extension: '' } },
  phones: { table: 'phone', columns: { number_type: 'type', department: 'description', language: '' } },
  addresses: { table: 'address' },
  physical_addresses: { table: 'address' },
  mail_addresses: { table: 'address' },
  postal_addresses: { table: 'address' },
  regular_schedules: { table: 'schedule', columns: { weekday: '', original_text: 'description' } },
  holiday_schedules: { table: 'schedule', columns: { start_date: 'valid_from', end_date: 'valid_to', closed: '' } },
  languages: { table: 'language', columns: { language: '' } },
  accessibility_for_disabilities: { table: 'accessibility', columns: { accessibility: 'description' } },
  service_areas: { table: 'service_area', columns: { service_area: 'name' } },
  required_documents: { table: 'required_document' },
  fundings: { table: 'funding' },
  payments_accepted: { table: 'cost_option', columns: { payment: 'option' } },
  taxonomy: { table: 'taxonomy_term' },
  categories: { table: 'taxonomy_term', columns: { taxonomy_id: 'code', parent_name: '' } },
  services_taxonomy: { table: 'attribute' },
  service_categories: { table: 'attribute' },
  metadata: { table: 'metadata' },
}

export function fromOlder(rows: readonly OldRow[], taxonomyName: string): Mapped {
  const mapped: Mapped = { rows: [], remarks: [] }
  const organizationOf = new Map(rows.filter(({ kind }) => kind === 'locations').map(({ cells }) => [cells.id, cells.organization_id]))
  const eligibility: OldRow[] = []
  for (const row of rows) {
    if (row.kind === 'eligibility') eligibility.push(row)
    else mapRow(row, mapped, organizationOf)
  }
  addEligibility(mapped, eligibility)
  addTaxonomy(mapped, taxonomyName)
  return mapped
}

function mapRow(row: OldRow, mapped: Mapped, organizationOf: Map<string | undefined, string | undefined>): void {
  const rule = renamed[row.kind]
  if (!rule) return void mapped.remarks.push(refused(row, 'file.not-known', `${row.kind} is not a table of HSDS 1.x.`, row.cells))
  const cells: Cells = {}
  for (const [name, value] of Object.entries(row.cells)) {
    const today = rule.columns?.[name] ?? name
    if (today !== '' && value.trim() !== '') cells[today] = value.trim()
  }
  const made = { file: row.file, line: row.line, table: rule.table, cells }
  const say = special[row.kind]?.(row.cells, made, organizationOf)
  if (say === 'nothing') mapped.remarks.push(remarked(row, 'row.says-nothing', 'Every column that would say something is empty.', row.cells))
  else mapped.rows.push(made, ...(say ?? []))
  if (row.kind === 'services' && 'location_id' in row.cells && !organizationOf.has(row.cells.location_id))
    mapped.remarks.push(remarked(row, 'service.no-location', `location_id ${row.cells.location_id || 'is empty'}: the service is kept and stands nowhere.`, row.cells))
}

type Special = (old: Cells, made: SourceRow, organizationOf: Map<string | undefined, string | undefined>) => SourceRow[] | 'nothing' | undefined
const derived = (from: SourceRow, table: TableName, cells: Cells): SourceRow => ({ file: from.file, line: from.line, table, cells, derived: true })
const listed = (text: string | undefined): string[] => (text ?? '').split(/[,;\n]/).map((each) => each.trim()).filter(Boolean)
const more = (from: SourceRow, table: TableName, link: Cells, name: string, values: string[]): SourceRow[] =>
  values.map((value) => derived(from, table, { id: `${Object.values(link).join(':')}:${value}`, ...link, [name]: value }))

const special: Record<string, Special> = {
  organizations: (old, { cells }) => {
    const year = /^(\d{4})/.exec(old.date_incorporated ?? '')?.[1]
    if (year) cells.year_incorporated = year
    return undefined
  },
  locations: (old, made) => {
    made.cells.location_type = /^(true|t|1|yes)$/i.test(old.virtual ?? '') ? 'virtual' : 'physical'
    const link = { location_id: old.id ?? '' }
    return [...languagesOf(made, link, old.languages), ...more(made, 'accessibility', link, 'description', listed(old.accessibility))]
  },
  services: (old, made, organizationOf) => {
    const link = { service_id: old.id ?? '' }
    const organization = old.organization_id || organizationOf.get(old.location_id)
    if (organization) made.cells.organization_id = organization
    return [
      ...(old.location_id ? [derived(made, 'service_at_location', { id: `${old.id}@${old.location_id}`, ...link, location_id: old.location_id })] : []),
      ...languagesOf(made, link, old.languages), ...more(made, 'funding', link, 'source', listed(old.funding_sources)),
      ...more(made, 'required_document', link, 'document', listed(old.required_documents)), ...more(made, 'service_area', link, 'name', listed(old.service_areas)),
      ...listed(old.taxonomy_ids).map((code) => derived(made, 'attribute', { id: `${old.id}:${code}`, link_entity: 'service', link_id: old.id ?? '', link_type: 'code', taxonomy_term_id: code })),
    ]
  },
  contacts: (old, made) => {
    const number = [old.phone_areacode, old.phone_number].map((each) => (each ?? '').trim()).filter(Boolean).join('-')
    return number === '' ? undefined : [derived(made, 'phone', { id: `contact:${old.id}`, contact_id: old.id ?? '', number, ...(old.phone_extension && { extension: old.phone_extension }) })]
  },
  phones: (old, made) => languagesOf(made, { phone_id: old.id ?? '' }, old.language),
  addresses: (_, made) => address(made, 'physical'),
  physical_addresses: (_, made) => address(made, 'physical'),
  // Two old tables are one today: their ids must not meet.
  mail_addresses: (old, made) => address(made, 'postal', `mail:${old.id}`),
  postal_addresses: (old, made) => address(made, 'postal', `postal:${old.id}`),
  regular_schedules: (old, made) => schedule(old, made),
  holiday_schedules: (old, made) => {
    made.cells.id = `holiday:${old.id || [old.service_id, old.location_id, old.start_date].join(':')}`
    if (/^(true|t|1|yes)$/i.test(old.closed ?? '')) made.cells.notes = 'Closed'
    return undefined
  },
  languages: (old, { cells }) => {
    // One id for all the languages of a service is what these files have.
    cells.id = `${old.id ?? ''}:${old.language ?? ''}`
    if (!old.language?.trim()) return 'nothing'
    Object.assign(cells, languageCode(old.language))
    return undefined
  },
  accessibility_for_disabilities: (old) => (!old.accessibility?.trim() && !old.details?.trim() ? 'nothing' : undefined),
  service_categories: (old, { cells }) => {
    cells.id = `${old.service_id}:${old.category_id}`
    Object.assign(cells, { link_entity: 'service', link_id: old.service_id, taxonomy_term_id: old.category_id })
    for (const name of ['service_id', 'category_id']) delete cells[name]
    return undefined
  },
  services_taxonomy: (old, { cells }) => {
    Object.assign(cells, { link_entity: 'service', link_id: old.service_id ?? '', taxonomy_term_id: old.taxonomy_id ?? '' })
    for (const name of ['service_id', 'taxonomy_id', 'taxonomy_detail']) delete cells[name]
    return undefined
  },
}

function address({ cells }: SourceRow, type: string, id = cells.id): undefined {
  Object.assign(cells, { address_type: type, ...(id !== undefined && { id }) })
  if (cells.country) cells.country = cells.country.toUpperCase()
}

/** "Spanish." is Spanish; what names no language is kept as the note it is. */
function languagesOf(from: SourceRow, link: Cells, text: string | undefined): SourceRow[] {
  const all = (text ?? '').trim()
  if (all === '') return []
  const spoken = all.split(/[,;/]| and | & /).map((word) => languageCode(word))
  const found: Cells[] = spoken.every(({ code }) => code !== undefined) ? spoken.map(({ name, code = '' }) => ({ name, code })) : [{ note: all }]
  return found.map((language) => derived(from, 'language', { id: `${Object.values(link).join(':')}:${language.code ?? all}`, ...link, ...language }))
}

const weekdays: Record<string, string> = { mon: 'MO', tue: 'TU', wed: 'WE', thu: 'TH', fri: 'FR', sat: 'SA', sun: 'SU', '1': 'MO', '2': 'TU', '3': 'WE', '4': 'TH', '5': 'FR', '6': 'SA', '7': 'SU' }

/** A weekday with hours is a weekly rule; "9:00am" is 09:00. */
function schedule(old: Cells, { cells }: SourceRow): undefined {
  cells.id ??= [old.service_id, old.location_id, old.service_at_location_id, old.weekday, old.opens_at].map((each) => each ?? '').join(':')
  const byday = weekdays[(old.weekday ?? '').trim().toLowerCase().slice(0, 3)]
  if (byday) Object.assign(cells, { freq: 'WEEKLY', byday })
  else if (old.weekday) cells.notes = old.weekday
  for (const name of ['opens_at', 'closes_at'] as const) {
    const time = clockTime(old[name] ?? '')
    if (time) cells[name] = time
  }
}

export function clockTime(text: string): string | null {
  const [, hours = '', minutes = '00', half = ''] = /^\s*(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s*([ap])?\.?m?\.?\s*$/i.exec(text) ?? []
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return hours === '' || hour > 24 || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}

/** HSDS 3.0 has the words on the service; a row about no service here is refused. */
function addEligibility(mapped: Mapped, eligibility: readonly OldRow[]): void {
  const services = new Map(mapped.rows.filter(({ table }) => table === 'service').toReversed().map(({ cells }) => [cells.id, cells]))
  for (const row of eligibility) {
    const service = services.get(row.cells.service_id)
    if (service) service.eligibility_description = [service.eligibility_description, row.cells.eligibility].filter(Boolean).join('; ')
    else mapped.remarks.push(refused(row, 'reference.missing', `service_id ${row.cells.service_id ?? ''}: there is no such service.`, row.cells))
  }
}

/** Terms of an older package hang together by code; they get a taxonomy of their own. */
function addTaxonomy(mapped: Mapped, name: string): void {
  const terms = mapped.rows.filter(({ table }) => table === 'taxonomy_term')
  const [first] = terms
  if (!first) return
  const byCode = new Map(terms.map(({ cells }) => [cells.code, cells.id]))
  for (const { cells } of terms) {
    cells.taxonomy_id = name
    const parent = cells.parent_id ? byCode.get(cells.parent_id) : undefined
    if (parent) cells.parent_id = parent
  }
  for (const { table, cells } of mapped.rows) {
    const term = table === 'attribute' ? byCode.get(cells.taxonomy_term_id) : undefined
    if (term && cells.link_type === 'code') cells.taxonomy_term_id = term
  }
  mapped.rows.push(derived(first, 'taxonomy', { id: name, name, description: `The terms that came with ${name}.` }))
}
