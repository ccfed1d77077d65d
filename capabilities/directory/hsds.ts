// HSDS 3.0 as data: its tables, their fields and links, and what we keep beside them. Import, export and the read API all follow this one list.
// Source: Open Referral, Human Services Data Specification 3.0, datapackage.json and schema/ (CC BY-SA 4.0).

export const tableNames = [
  'taxonomy', 'taxonomy_term', 'organization', 'program', 'location', 'service', 'service_at_location', 'contact', 'phone', 'address', 'schedule',
  'language', 'accessibility', 'required_document', 'cost_option', 'service_area', 'funding', 'organization_identifier', 'meta_table_description',
  'attribute', 'metadata',
] as const
/** In the order in which they can be written: a row never refers to a table further down. */
export type TableName = (typeof tableNames)[number]

export type FieldType = 'text' | 'number' | 'date' | 'instant' | 'list'
export interface Field {
  name: string
  type: FieldType
  /** Names the table whose id stands here. */
  refersTo?: TableName
  /** Without it there is no row: the row is refused. */
  needed?: true
  /** HSDS requires it, directories often lack it: the row is kept and remarked. */
  wanted?: true
  oneOf?: readonly string[]
  /** What is taken where nothing, or nothing known, is said. */
  otherwise?: string
  /** Not of HSDS: exported as a column of our own, imported where a package has it. */
  ours?: true
  /** Our column where its name differs from HSDS's. */
  column?: string
}
export interface Table {
  file: string
  fields: readonly Field[]
  /** A detail is a row of directory_detail: its links are columns, the rest is its body. */
  detail: boolean
  /** The name of its list inside what it belongs to, in HSDS JSON. */
  plural: string
}

const text = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'text' }))
const number = (name: string): Field => ({ name, type: 'number' })
const date = (name: string): Field => ({ name, type: 'date' })
const needed = (name: string): Field => ({ name, type: 'text', needed: true })
const wanted = (...names: string[]): Field[] => names.map((name) => ({ name, type: 'text', wanted: true }))
const refersTo = (table: TableName, name = `${table}_id`): Field => ({ name, type: 'text', refersTo: table })
const neededRef = (table: TableName): Field => ({ ...refersTo(table), needed: true })
const oneOf = (name: string, words: readonly string[], otherwise?: string): Field => ({ name, type: 'text', oneOf: words, ...(otherwise !== undefined && { otherwise }) })
const ours = (field: Field): Field => ({ ...field, ours: true })

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const
export const locationTypes = ['physical', 'postal', 'virtual'] as const
export const capacities = ['has', 'none', 'waitlist', 'assess-first'] as const
export const referralMethods = ['phone', 'email', 'fax', 'form', 'portal', 'walk-in', 'self'] as const

const entry = (file: string, plural: string, fields: Field[]): Table => ({ file, plural, fields, detail: false })
const detail = (file: string, plural: string, fields: Field[]): Table => ({ file, plural, fields, detail: true })
const anywhere = [refersTo('organization'), refersTo('service'), refersTo('location'), refersTo('service_at_location')]
const capacity = [ours(oneOf('capacity', capacities)), ours(date('capacity_as_of'))]
const verified: Field = { name: 'verified_at', type: 'instant', ours: true }

export const tables: Record<TableName, Table> = {
  taxonomy: entry('taxonomies.csv', 'taxonomies', [needed('name'), ...wanted('description'), ...text('uri'), { name: 'version', type: 'text', column: 'edition' }]),
  taxonomy_term: entry('taxonomy_terms.csv', 'taxonomy_terms', [
    refersTo('taxonomy'), refersTo('taxonomy_term', 'parent_id'), ...text('code'), needed('name'), ...text('description', 'taxonomy', 'language', 'term_uri'),
  ]),
  organization: entry('organizations.csv', 'organizations', [
    needed('name'), ...text('alternate_name'), ...wanted('description'), ...text('email', 'website', 'tax_status', 'tax_id'), number('year_incorporated'),
    ...text('legal_status', 'logo', 'uri'), refersTo('organization', 'parent_organization_id'), verified,
  ]),
  program: entry('programs.csv', 'programs', [refersTo('organization'), needed('name'), ...text('alternate_name'), ...wanted('description')]),
  location: entry('locations.csv', 'locations', [
    refersTo('organization'), oneOf('location_type', locationTypes, 'physical'), ...text('name', 'alternate_name', 'description', 'url', 'transportation'),
    number('latitude'), number('longitude'), ...text('external_identifier', 'external_identifier_type'), verified,
  ]),
  service: entry('services.csv', 'services', [
    refersTo('organization'), refersTo('program'), needed('name'), ...text('alternate_name', 'description', 'url', 'email'), oneOf('status', serviceStatuses, 'active'),
    ...text('interpretation_services', 'application_process', 'fees_description', 'wait_time', 'fees', 'accreditations', 'eligibility_description'),
    number('minimum_age'), number('maximum_age'), date('assured_date'), ...text('assurer_email', 'licenses', 'alert'), { name: 'last_modified', type: 'instant' },
    ...capacity, ...text('capacity_note').map(ours), ours(oneOf('referral_method', referralMethods)), ...text('referral_note').map(ours),
    ours({ name: 'accepted_payers', type: 'list' }), ours(number('experience')), ...text('experience_note').map(ours), verified,
  ]),
  service_at_location: entry('service_at_location.csv', 'service_at_locations', [neededRef('service'), neededRef('location'), ...text('description'), ...capacity]),
  contact: detail('contacts.csv', 'contacts', [...anywhere, ...text('name', 'title', 'department', 'email')]),
  phone: detail('phones.csv', 'phones', [...anywhere, refersTo('contact'), needed('number'), number('extension'), ...text('type', 'description')]),
  address: detail('addresses.csv', 'addresses', [
    refersTo('location'), ...text('attention'), ...wanted('address_1'), ...text('address_2'), ...wanted('city'), ...text('region'),
    ...wanted('state_province', 'postal_code', 'country'), oneOf('address_type', locationTypes, 'physical'),
  ]),
  schedule: detail('schedules.csv', 'schedules', [
    refersTo('service'), refersTo('location'), refersTo('service_at_location'), date('valid_from'), date('valid_to'), date('dtstart'), number('timezone'), date('until'),
    number('count'), oneOf('wkst', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']), oneOf('freq', ['WEEKLY', 'MONTHLY']), number('interval'),
    ...text('byday', 'byweekno', 'bymonthday', 'byyearday', 'description', 'opens_at', 'closes_at', 'schedule_link', 'attending_type', 'notes'),
  ]),
  language: detail('languages.csv', 'languages', [refersTo('service'), refersTo('location'), refersTo('phone'), ...text('name', 'code', 'note')]),
  accessibility: detail('accessibility.csv', 'accessibility', [refersTo('location'), ...text('description', 'details', 'url')]),
  required_document: detail('required_documents.csv', 'required_documents', [refersTo('service'), ...text('document', 'uri')]),
  cost_option: detail('cost_options.csv', 'cost_options', [
    neededRef('service'), date('valid_from'), date('valid_to'), ...text('option', 'currency'), number('amount'), ...text('amount_description'),
  ]),
  service_area: detail('service_areas.csv', 'service_areas', [refersTo('service'), ...text('name', 'description', 'extent', 'extent_type', 'uri')]),
  funding: detail('funding.csv', 'funding', [refersTo('organization'), refersTo('service'), ...text('source')]),
  organization_identifier: detail('organization_identifiers.csv', 'organization_identifiers', [
    neededRef('organization'), ...text('identifier_scheme'), ...wanted('identifier_type', 'identifier'),
  ]),
  meta_table_description: detail('meta_table_descriptions.csv', 'meta_table_descriptions', text('name', 'language', 'character_set')),
  attribute: entry('attributes.csv', 'attributes', [needed('link_id'), neededRef('taxonomy_term'), ...text('link_type'), needed('link_entity'), ...text('value')]),
  metadata: entry('metadata.csv', 'metadata', [
    needed('resource_id'), needed('resource_type'), { ...date('last_action_date'), needed: true }, needed('last_action_type'), needed('field_name'),
    ...text('previous_value', 'replacement_value', 'updated_by'),
  ]),
}

export const isTableName = (name: string): name is TableName => tableNames.some((each) => each === name)
export const links = (table: TableName): Field[] => tables[table].fields.filter((field) => field.refersTo)
/** The table a row stands in here. */
export const storedIn = (table: TableName): string => (tables[table].detail ? 'directory_detail' : table === 'metadata' ? 'directory_change' : `directory_${table}`)
