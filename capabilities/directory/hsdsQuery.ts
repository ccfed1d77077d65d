// What may be asked of the HSDS API: the parameters of its version 3.0, and one page of an answer.
import { z } from 'zod'
import { Day } from '../../platform/time/day.ts'

const flag = z.stringbool().default(false)
export const HsdsQuery = z.object({
  search: z.string().max(200).default(''),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(500).default(50),
  modified_after: z.union([z.iso.datetime({ offset: true }), Day]).optional(),
  organization_id: z.uuid().optional(),
  taxonomy_id: z.uuid().optional(),
  taxonomy_term_id: z.uuid().optional(),
  parent_id: z.uuid().optional(),
  top_only: flag,
  postcode: z.string().regex(/^\d{5}$/, 'A ZIP code has five digits.').optional(),
  minimal: flag,
  full: flag,
  full_service: flag,
  format: z.literal('json', { message: 'Only json is offered here; for everything at once there is npm run export.' }).default('json'),
})
export type HsdsQuery = z.infer<typeof HsdsQuery>
export const OneQuery = HsdsQuery.pick({ full_service: true })

/** `modified_after` counts rows changed on or after that instant. */
export function pageOf(contents: readonly unknown[], total: number, { page, per_page: size }: HsdsQuery): object {
  const pages = Math.max(1, Math.ceil(total / size))
  return { total_items: total, total_pages: pages, page_number: page, size: contents.length, first_page: page === 1, last_page: page >= pages, empty: contents.length === 0, contents }
}
