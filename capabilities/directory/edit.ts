// What a person may write into an entry of the directory: its own fields, and what hangs on it. The same limits stand in the tables.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'
import { capacities, links, locationTypes, referralMethods, serviceStatuses, tables, type TableName } from './hsds.ts'

const text = (most: number) => z.string().trim().max(most).transform((value) => value || null).nullable().optional()
const name = z.string().trim().min(1, 'Give it a name.').max(200)
const amount = () => z.number('Write a number.')
type Room = { capacity?: string | null | undefined; capacity_as_of?: string | null | undefined }
const saysAsOfWhen = ({ capacity, capacity_as_of }: Room) => (capacity ?? null) === null === ((capacity_as_of ?? null) === null)
const asOfWhen = { message: 'Say whether there is room and as of which day, or neither.', path: ['capacity_as_of'] }

export const OrganizationEdit = z.object({
  name, alternate_name: text(200), description: text(5000), email: text(200), website: text(500), legal_status: text(200),
})
export const LocationEdit = z
  .object({
    organization_id: z.uuid().nullable().optional(), name: text(200), description: text(5000), location_type: z.enum(locationTypes).default('physical'), transportation: text(1000),
    latitude: amount().min(-90).max(90).nullable().optional(), longitude: amount().min(-180).max(180).nullable().optional(),
  })
  .refine(({ latitude, longitude }) => (latitude ?? null) === null === ((longitude ?? null) === null), { message: 'A point has two coordinates.', path: ['longitude'] })
export const ServiceEdit = z
  .object({
    organization_id: z.uuid('Choose the organization.'), name, alternate_name: text(200), description: text(5000), url: text(500), email: text(200), status: z.enum(serviceStatuses).default('active'),
    application_process: text(2000), fees_description: text(1000), wait_time: text(200), eligibility_description: text(2000), minimum_age: amount().min(0).max(130).nullable().optional(),
    maximum_age: amount().min(0).max(130).nullable().optional(), interpretation_services: text(1000), alert: text(1000), capacity: z.enum(capacities).nullable().optional(),
    capacity_as_of: Day.nullable().optional(), capacity_note: text(500), referral_method: z.enum(referralMethods).nullable().optional(), referral_note: text(1000),
    accepted_payers: z.array(z.string().trim().min(1).max(100)).max(50).default([]), experience: z.number().int().min(-2).max(2).nullable().optional(), experience_note: text(2000),
  })
  .refine(saysAsOfWhen, asOfWhen)
  .refine(({ minimum_age, maximum_age }) => (minimum_age ?? 0) <= (maximum_age ?? 200), { message: 'The highest age is below the lowest.', path: ['maximum_age'] })
/** A service at one of its places: its own room there goes before the service's. Which service and which place stays as it was put together. */
export const PlaceEdit = z.object({ description: text(2000), capacity: z.enum(capacities).nullable().optional(), capacity_as_of: Day.nullable().optional() }).refine(saysAsOfWhen, asOfWhen)

export const editable: Record<Editable, z.ZodType<Values>> = { organization: OrganizationEdit, location: LocationEdit, service: ServiceEdit, service_at_location: PlaceEdit }
export type Editable = 'organization' | 'location' | 'service' | 'service_at_location'
export type Values = Record<string, string | number | string[] | null | undefined>

/** What hangs on an entry, in HSDS's own names; `''` clears a field. */
const Body = z.record(z.string().max(50), z.union([z.string().trim().max(2000), z.number()]))
export const Detail = z.object({ id: z.uuid(), kind: z.enum(['phone', 'address', 'schedule', 'language', 'accessibility', 'required_document', 'cost_option', 'service_area', 'contact']), body: Body, version: z.number().int().optional() })
export type Detail = z.infer<typeof Detail>
export const Removal = z.object({ reason: z.string().trim().max(500).default('') })

/** The fields of the kind that say something; others, and words where a number belongs, are refused by name. */
export function bodyOf({ kind, body }: Pick<Detail, 'kind' | 'body'>): { body: Record<string, string | number>; unknown: string[]; noNumbers: string[] } {
  const known = new Map(tables[kind].fields.filter(({ refersTo }) => !refersTo).map((field) => [field.name, field.type]))
  const said = Object.entries(body).filter(([, value]) => value !== '')
  const [unknown, noNumbers] = [said.filter(([field]) => !known.has(field)), said.filter(([field, value]) => known.get(field) === 'number' && typeof value !== 'number')]
  return { body: Object.fromEntries(said), unknown: unknown.map(([field]) => field), noNumbers: noNumbers.map(([field]) => field) }
}
/** Whether a detail of this kind may hang on this entry. */
export const mayHangOn = (kind: TableName, entry: Editable): boolean => links(kind).some(({ refersTo }) => refersTo === entry)
