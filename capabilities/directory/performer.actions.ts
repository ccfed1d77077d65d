// What service referrals ask of the directory: who is asked, and how a referral reaches them.
import { notFound } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { namesOfOrganizations, organizationsThatServe, serviceToAsk, type ServiceToAsk } from './performer.store.ts'

/** @throws service.not-found where it is not offered any more */
export async function serviceForReferral(work: Work, serviceId: string, serviceAtLocationId: string | null): Promise<ServiceToAsk> {
  return (await serviceToAsk(work.tx, serviceId, serviceAtLocationId)) ?? notFound('service')
}

/** Names of organizations that are in the directory. */
export const organizationsNamed = (work: Work, ids: readonly string[]): Promise<{ id: string; name: string }[]> => namesOfOrganizations(work.tx, ids)
/** Organizations that may be asked, found by words of their name. */
export const organizationsFound = (work: Work, words: string): Promise<{ id: string; name: string }[]> => organizationsThatServe(work.tx, words)
