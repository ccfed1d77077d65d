// The words for statuses, phases, levels and relationships on a client's page.
import { t } from '@lingui/core/macro'

const said = (words: Record<string, string>, code: string) => words[code] ?? code.replaceAll(/[-_]/g, ' ')

export const statusWords = (status: string): string =>
  said({ pending_engagement: t`Getting to know`, active: t`Active`, suspended: t`Paused`, closing: t`Closing`, closed: t`Closed`, not_engaged: t`Not engaged`, voided: t`Opened in error` }, status)

export const phaseWords = (phase: string): string =>
  said({
    screening: t`screening`, assessing: t`assessing`, stratifying: t`stratifying risk`, planning: t`planning`, implementing: t`carrying out the plan`, 'following-up': t`following up`,
    transitioning: t`transition`, 'communicating-post-transition': t`after the transition`, evaluating: t`evaluating`,
  }, phase)

export const levelWords = (level: number): string => said({ 1: t`Level 1 Low`, 2: t`Level 2 Moderate`, 3: t`Level 3 High`, 4: t`Level 4 Intensive` }, String(level))

export const relationshipWords = (relationship: string): string =>
  said({
    spouse: t`spouse`, partner: t`partner`, parent: t`parent`, child: t`child`, sibling: t`sibling`, grandparent: t`grandparent`, grandchild: t`grandchild`, 'other-family': t`family`,
    friend: t`friend`, neighbour: t`neighbour`, 'faith-community': t`faith community`, peer: t`peer`, employer: t`employer`, landlord: t`landlord`, professional: t`professional`, other: t`other`,
  }, relationship)

/** What somebody may be told, from their permission of today (INV-06). */
export function mayKnowWords(topics: readonly string[]): string {
  if (topics.length === 0) return t`no information`
  if (topics.includes('everything')) return t`may know everything`
  const words = topics.map((topic) => said({ appointments: t`appointments`, plan: t`the plan`, services: t`services`, health: t`health`, money: t`money` }, topic))
  return t`may know ${words.join(', ')}`
}

/** What a generated task asks for; a person's own says itself. */
export const taskWords = ({ rule, title }: { rule: string; title: string | null }): string =>
  title ?? said({
    'reply-to-source': t`Reply to the referral source`, 'first-attempt': t`First attempt to reach`, 'assessment-due': t`Comprehensive assessment`, 'plan-due': t`Agree on the plan`,
    'plan-review': t`Plan review`, 'plan-signature': t`Signature on the plan`, 'note-unsigned': t`Sign the note`, 'consent-expiring': t`Renew the consent`, 'closure-summary-due': t`Closure summary`, 'safety-response': t`Respond to the safety answer`,
    'credential-expiring': t`Credential expires`, 'transfer-request': t`Answer the transfer`, 'information-requested': t`Information asked for`, 'sign-off': t`Supervisor’s sign-off`, 'emergency-review': t`Review of an emergency`,
  }, rule)
