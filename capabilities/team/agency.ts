// The agency and its programs: what an administrator sets up. Practice rules only.
import { z } from 'zod'
import { isZone } from '../../platform/time/zone.ts'

export const AgencyDetails = z.object({
  name: z.string().trim().min(1, 'Write the name of the agency.').max(200),
  timeZone: z.string().refine(isZone, 'Choose a time zone from the list.'),
  locale: z.enum(['en', 'es']),
  idleMinutes: z.number().int().min(1, 'At least one minute.').max(480, 'At most eight hours.'),
  selfReferralOpen: z.boolean(),
  /** Who is told of emergencies and asks who looked at sealed records; null: quality is told of emergencies, and nobody asks about the sealed. */
  privacyOfficerId: z.uuid().nullable().optional(),
  /** What stands at the top of documents, and whom people may call. */
  letterhead: z.object({
    address: z.string().trim().max(300).default(''),
    phone: z.string().trim().max(60).default(''),
    complaints: z.string().trim().max(300).default(''),
  }),
})
export type AgencyDetails = z.infer<typeof AgencyDetails>
export interface Agency extends AgencyDetails {
  agencyId: string
  slug: string
  demonstration: boolean
  version: number
}

export const programKinds = ['workers-compensation', 'transitional-care', 'community-support', 'complex-care', 'other'] as const
export const ProgramDetails = z.object({
  name: z.string().trim().min(1, 'Write the name of the program.').max(120),
  kind: z.enum(programKinds),
  /** What a person served is called here: client, member, worker, participant. */
  clientLabel: z.string().trim().min(2, 'Write one word, like client.').max(40).default('client'),
  jurisdiction: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'Write the state as two letters, like NC.').nullish(),
})
export type ProgramDetails = z.infer<typeof ProgramDetails>
export const NewProgram = ProgramDetails.extend({ id: z.uuid().optional() })
export type NewProgram = z.infer<typeof NewProgram>
export const ProgramStanding = z.object({ status: z.enum(['active', 'closed']) })
export const NewSupervisor = z.object({ staffId: z.uuid() })

export interface Program {
  id: string
  name: string
  kind: (typeof programKinds)[number]
  clientLabel: string
  jurisdiction: string | null
  status: 'active' | 'closed'
  version: number
}
export interface ProgramWithSupervisors extends Program {
  supervisors: { id: string; name: string }[]
}
