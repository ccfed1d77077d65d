// The forms of the directory as data: which fields an entry has, and what hangs on it, in plain words. History says the same words.
import { t } from '@lingui/core/macro'
import { capacities, locationTypes, referralMethods, serviceStatuses } from '../hsds.ts'
import type { Detail, Editable } from '../edit.ts'
import { capacityWords, weekdayNames } from './findWords.ts'

export interface Field {
  name: string
  label: () => string
  as?: 'line' | 'long' | 'number' | 'day' | 'time' | 'choice' | 'days' | 'list'
  required?: true
  hint?: () => string
  choices?: () => { value: string; label: string }[]
}
export type DetailKind = Detail['kind']
export type Path = 'organizations' | 'services' | 'locations' | 'places'
export const entryOf: Record<Path, Editable> = { organizations: 'organization', services: 'service', locations: 'location', places: 'service_at_location' }
export const isPath = (said: string): said is Path => said in entryOf

const choose = <Code extends string>(codes: readonly Code[], words: (code: Code) => string) => () => codes.map((value) => ({ value, label: words(value) }))
const description: Field = { name: 'description', label: () => t`Description`, as: 'long' }
const email: Field = { name: 'email', label: () => t`E-mail` }
const room: Field[] = [
  { name: 'capacity', label: () => t`Is there room?`, as: 'choice', choices: choose(capacities, capacityWords) },
  { name: 'capacity_as_of', label: () => t`As of which day`, as: 'day' },
]
const statusWords = (status: (typeof serviceStatuses)[number]) => ({ active: t`Offered`, inactive: t`Not offered now`, defunct: t`Ended for good`, 'temporarily closed': t`Closed for a while` })[status]
const typeWords = (type: (typeof locationTypes)[number]) => ({ physical: t`A place to go to`, postal: t`Post only`, virtual: t`By phone or online` })[type]
export const methodWords = (method: (typeof referralMethods)[number]) =>
  ({ phone: t`Call`, email: t`Write an e-mail`, fax: t`Send a fax`, form: t`Their form`, portal: t`Their website`, 'walk-in': t`Walk in`, self: t`The client calls` })[method]
const experienceWords = (points: string) => ({ '2': t`Very well`, '1': t`Well`, '0': t`Mixed`, '-1': t`Badly`, '-2': t`Very badly` })[points] ?? points

export const entryFields: Record<Editable, Field[]> = {
  organization: [
    { name: 'name', label: () => t`Name`, required: true }, { name: 'alternate_name', label: () => t`Also called` }, description,
    email, { name: 'website', label: () => t`Website` }, { name: 'legal_status', label: () => t`Legal form` },
  ],
  service: [
    { name: 'name', label: () => t`Name`, required: true }, { name: 'alternate_name', label: () => t`Also called` }, { ...description, label: () => t`What they do` },
    { name: 'status', label: () => t`Is it offered?`, as: 'choice', required: true, choices: choose(serviceStatuses, statusWords) }, ...room,
    { name: 'capacity_note', label: () => t`About the room` }, { name: 'wait_time', label: () => t`Wait` },
    { name: 'referral_method', label: () => t`How to refer`, as: 'choice', choices: choose(referralMethods, methodWords) }, { name: 'referral_note', label: () => t`About referring` },
    { name: 'application_process', label: () => t`How to get in`, as: 'long' }, { name: 'eligibility_description', label: () => t`Who is served`, as: 'long' },
    { name: 'minimum_age', label: () => t`From which age`, as: 'number' }, { name: 'maximum_age', label: () => t`Up to which age`, as: 'number' },
    { name: 'fees_description', label: () => t`Cost` }, { name: 'accepted_payers', label: () => t`Accepts`, as: 'list', hint: () => t`Payers, a comma between them` },
    { name: 'interpretation_services', label: () => t`Interpreters` }, { name: 'url', label: () => t`Website` }, email, { name: 'alert', label: () => t`Warning shown on top` },
    { name: 'experience', label: () => t`How did it go for our clients?`, as: 'choice', choices: choose(['2', '1', '0', '-1', '-2'], experienceWords) },
    { name: 'experience_note', label: () => t`Our experience`, as: 'long' },
  ],
  location: [
    { name: 'name', label: () => t`Name` }, { name: 'location_type', label: () => t`What kind of place`, as: 'choice', required: true, choices: choose(locationTypes, typeWords) }, description,
    { name: 'transportation', label: () => t`How to get there` }, { name: 'latitude', label: () => t`Latitude`, as: 'number' },
    { name: 'longitude', label: () => t`Longitude`, as: 'number', hint: () => t`With both, the place is on the map and distances are counted.` },
  ],
  service_at_location: [{ ...description, label: () => t`What is different here` }, ...room],
}

const phoneWords = (type: string) => ({ voice: t`Voice`, fax: t`Fax`, text: t`Text messages`, cell: t`Mobile`, textphone: t`Text phone (TTY)` })[type] ?? type
export const detailFields: Record<DetailKind, Field[]> = {
  phone: [
    { name: 'number', label: () => t`Number`, required: true }, { name: 'extension', label: () => t`Extension`, as: 'number' },
    { name: 'type', label: () => t`Kind`, as: 'choice', choices: choose(['voice', 'fax', 'text', 'cell', 'textphone'], phoneWords) }, { name: 'description', label: () => t`For what` },
  ],
  schedule: [
    { name: 'byday', label: () => t`Days`, as: 'days' }, { name: 'opens_at', label: () => t`Opens at`, as: 'time' }, { name: 'closes_at', label: () => t`Closes at`, as: 'time' },
    { name: 'notes', label: () => t`In words` }, { name: 'valid_from', label: () => t`From`, as: 'day' }, { name: 'valid_to', label: () => t`Until`, as: 'day' },
  ],
  address: [
    { name: 'address_1', label: () => t`Street and number`, required: true }, { name: 'address_2', label: () => t`More of the address` }, { name: 'city', label: () => t`City`, required: true },
    { name: 'region', label: () => t`County` }, { name: 'state_province', label: () => t`State`, required: true }, { name: 'postal_code', label: () => t`ZIP code`, required: true },
    { name: 'address_type', label: () => t`What for`, as: 'choice', choices: choose(['physical', 'postal'], (type) => (type === 'postal' ? t`Post` : t`To go there`)) },
  ],
  language: [{ name: 'name', label: () => t`Language`, required: true }, { name: 'note', label: () => t`About it` }],
  accessibility: [{ name: 'description', label: () => t`What helps people get in`, required: true }, { name: 'details', label: () => t`More` }],
  required_document: [{ name: 'document', label: () => t`What to bring`, required: true }],
  cost_option: [{ name: 'option', label: () => t`What for` }, { name: 'amount', label: () => t`US dollars`, as: 'number' }, { name: 'amount_description', label: () => t`In words` }],
  service_area: [{ name: 'name', label: () => t`Area (county, city or ZIP code)`, required: true }],
  contact: [{ name: 'name', label: () => t`Name`, required: true }, { name: 'title', label: () => t`Position` }, email],
}
/** What may hang on each, in the order of the page. */
export const hangsOn: Record<Editable, DetailKind[]> = {
  organization: ['phone', 'contact'],
  service: ['phone', 'schedule', 'language', 'required_document', 'cost_option', 'service_area', 'contact'],
  location: ['address', 'schedule', 'phone', 'language', 'accessibility'],
  service_at_location: ['schedule', 'phone', 'contact'],
}
/** What a new one says before anybody typed. */
export const detailDefaults: Partial<Record<DetailKind, Record<string, string>>> = {
  phone: { type: 'voice' }, schedule: { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' }, address: { country: 'US', address_type: 'physical' },
}

export const kindWords = (kind: string): string =>
  ({
    organization: t`Organization`, service: t`Service`, location: t`Location`, service_at_location: t`At this place`, phone: t`Phone`, schedule: t`Hours`, address: t`Address`, language: t`Language`,
    accessibility: t`Access`, required_document: t`To bring`, cost_option: t`Price`, service_area: t`Area served`, contact: t`Person`, attribute: t`Need`,
  })[kind] ?? kind.replaceAll('_', ' ')

const otherFields = (): Record<string, string> => ({ organization_id: t`Organization`, service_id: t`Service`, location_id: t`Location`, freq: t`How often`, country: t`Country`, taxonomy_term_id: t`Need`, code: t`Code` })
/** "Phone: Number"; of an entry itself the field alone. */
export function fieldWords(kind: string, name: string): string {
  const fields: Record<string, Field[]> = { ...entryFields, ...detailFields }
  const said = fields[kind]?.find((field) => field.name === name)?.label() ?? otherFields()[name] ?? name.replaceAll('_', ' ')
  return kind === 'service' ? said : `${kindWords(kind)}: ${said}`
}

/** A code in its words, a list with its commas; an id says nothing to people. */
function valueWords(kind: string, name: string, value: string): string {
  const fields: Record<string, Field[]> = { ...entryFields, ...detailFields }
  const field = fields[kind]?.find((each) => each.name === name)
  if (field?.as === 'list') return value.replaceAll(/[[\]"{}]/g, '').split(',').map((each) => each.trim()).filter(Boolean).join(', ')
  if (field?.as === 'days') return value.split(',').map((day) => weekdayNames()[day] ?? day).join(', ')
  return field?.choices?.().find((choice) => choice.value === value)?.label ?? value
}
/** One change in a sentence; null where it says nothing to people (which row hangs on which). */
export function changeWords(kind: string, name: string, before: string, after: string): string | null {
  const field = fieldWords(kind, name)
  if (name.endsWith('_id') || name === 'link_entity') return before !== '' && after !== '' ? t`${field} was changed` : null
  const [was, becomes] = [valueWords(kind, name, before), valueWords(kind, name, after)]
  if (name === 'gone_at') return becomes === '' ? t`${kindWords(kind)}: put back` : t`${kindWords(kind)}: taken off`
  if (was === becomes) return null
  if (was === '') return t`${field} is now “${becomes}”`
  return becomes === '' ? t`${field} is no longer “${was}”` : t`${field} was “${was}”, is now “${becomes}”`
}

export type Typed = Record<string, string>
const textOf = (said: unknown): string => (Array.isArray(said) ? said.join(', ') : typeof said === 'string' || typeof said === 'number' ? String(said) : '')
export const typedOf = (fields: readonly Field[], said: Record<string, unknown>): Typed => Object.fromEntries(fields.map(({ name }) => [name, textOf(said[name])]))
/** As the server takes it: numbers as numbers, lists as lists, nothing as null. */
export function valuesOf(fields: readonly Field[], typed: Typed): Record<string, string | number | string[] | null> {
  return Object.fromEntries(fields.map(({ name, as, required }) => {
    const text = (typed[name] ?? '').trim()
    if (as === 'list') return [name, text.split(',').map((each) => each.trim()).filter(Boolean)]
    if (text === '') return [name, required ? '' : null]
    return [name, (as === 'number' || name === 'experience') && Number.isFinite(Number(text)) ? Number(text) : text]
  }))
}
