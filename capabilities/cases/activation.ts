// What must be true before the work with a person begins (practice-model 3.3, H1 to H5 and S1).
import { refuse, type Missing } from '../../platform/refusal.ts'

export interface ActivationFacts {
  /** H1: client_consent, representative_consent, court_order, statutory_assignment or program_optout_notice; null when none is live. */
  basis: string | null
  roleDisclosure: boolean
  rightsNotice: boolean
  primaryName: string | null
  primaryHasCredential: boolean
  safeContactAsked: boolean
  /** Tenths of a point the primary would carry, and may carry. */
  loadTenths: number
  capacityTenths: number
  capacityReason: string | null
}

/** Everything that is missing, each with the place where it is done. `href` is the client's page. */
export function missingForActivation(facts: ActivationFacts, href: string): Missing[] {
  const missing: Missing[] = []
  const lacks = (met: boolean, code: string, message: string, tab: string) => {
    if (!met) missing.push({ code, message, href: `${href}/${tab}` })
  }
  lacks(facts.basis !== null, 'case.no-engagement-basis', 'Record the consent, or the order or assignment that stands in for it.', 'consents')
  lacks(facts.roleDisclosure, 'case.no-role-disclosure', 'Tell the person who pays and who receives reports, and record it.', 'consents')
  lacks(facts.rightsNotice, 'case.no-rights-notice', 'Give the rights, privacy notice and complaint path, and record it.', 'consents')
  lacks(facts.primaryName !== null, 'case.no-primary', 'Name the case manager who answers for this case.', 'case')
  if (facts.primaryName !== null)
    lacks(facts.primaryHasCredential, 'case.primary-credential', `${facts.primaryName} has no credential on file that is valid today here. Add it, or choose someone else.`, 'case')
  lacks(facts.safeContactAsked, 'case.safe-contact-not-asked', 'Ask how it is safe to reach this person.', 'details')
  return missing
}

/** @throws case.not-ready with `missing`, case.over-capacity (give a reason to go on) */
export function mayActivate(facts: ActivationFacts, href: string): void {
  const missing = missingForActivation(facts, href)
  if (missing.length > 0) refuse('case.not-ready', missing.length === 1 ? 'One thing is missing before the work can begin.' : `${missing.length} things are missing before the work can begin.`, { missing })
  if (facts.loadTenths > facts.capacityTenths && !facts.capacityReason?.trim())
    refuse('case.over-capacity', `This brings ${facts.primaryName} to ${facts.loadTenths / 10} of ${facts.capacityTenths / 10} points. Say why it is still right; the supervisor will see it.`)
}
