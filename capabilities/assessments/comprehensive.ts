// The comprehensive assessment: twenty-one areas of a life, each ending in a finding, a pertinent negative, or declined or unable, and in a conclusion. Pure.
import { z } from 'zod'
import { extensionUrl, part, type Questionnaire } from './questionnaire.ts'

/** INV-21. "No problem found" is an outcome of its own: silence is not the same as having looked. */
export const DomainOutcome = z.enum(['finding', 'pertinent-negative', 'declined', 'unable'])
export type DomainOutcome = z.infer<typeof DomainOutcome>

const line = z.string().trim().min(1).max(500)
/** What the runner saves as it is written. Anything may still be missing; the area counts when outcome and conclusion are there. */
export const DomainDraft = z.object({
  outcome: DomainOutcome.nullable(),
  strengths: z.array(line).max(20),
  limitations: z.array(line).max(20),
  narrative: z.string().trim().max(10_000),
  conclusion: z.string().trim().max(4000),
})
export type DomainDraft = z.infer<typeof DomainDraft>

export interface DomainFinding extends DomainDraft {
  id: string
  domain: string
  completedAt: string | null
  completedOn: string | null
  completedBy: string | null
  version: number
}

export const emptyDomain: DomainDraft = { outcome: null, strengths: [], limitations: [], narrative: '', conclusion: '' }

export const isConcluded = ({ outcome, conclusion }: Pick<DomainDraft, 'outcome' | 'conclusion'>): boolean =>
  outcome !== null && conclusion.trim() !== ''

/** What the completion of an area rests on. Words added to the narrative later do not move its date; a new outcome or conclusion does. */
export const isConcludedAnew = (before: DomainDraft | null, after: DomainDraft): boolean =>
  isConcluded(after) &&
  !(before && isConcluded(before) && before.outcome === after.outcome && before.conclusion === after.conclusion)

export interface Domain {
  code: string
  title: string
}
export const domainsOf = (questionnaire: Questionnaire): Domain[] =>
  questionnaire.item.flatMap((item) => {
    const code = part(item, extensionUrl.domain)?.valueCode
    return code ? [{ code, title: item.text ?? code }] : []
  })

export interface Missing {
  code: string
  message: string
  href: string
}

/** INV-21: every area the instrument requires and that is not concluded, in its order, each with the place where it is done. */
export function missingDomains(
  domains: readonly Domain[],
  findings: readonly ConcludedDomain[],
  href: (domain: string) => string,
): Missing[] {
  return domains.flatMap(({ code, title }) => {
    const finding = findings.find((each) => each.domain === code)
    if (finding && isConcluded(finding)) return []
    const what = !finding?.outcome ? 'choose what was found' : 'write a conclusion'
    return [{ code: `domain.${code}`, message: `${title}: ${what}.`, href: href(code) }]
  })
}
type ConcludedDomain = Pick<DomainFinding, 'domain' | 'outcome' | 'conclusion'>
