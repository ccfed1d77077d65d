// The areas of a comprehensive assessment while they are written: drafts on screen, what is kept, and last time's findings.
import { z } from 'zod'
import { DomainDraft, emptyDomain, type DomainFinding } from '../comprehensive.ts'
import type { AssessmentView } from '../record.ts'
import { useAutosave } from './autosave.ts'

const Current = DomainDraft.extend({ version: z.number() })

export function useAreas(view: AssessmentView, path: string) {
  const start = Object.fromEntries(view.findings.map((finding) => [finding.domain, { value: draftFrom(finding), version: finding.version }]))
  const { slots, write, take, keepMine, flush, unsaved } = useAutosave<DomainDraft, DomainFinding>((domain) => `${path}/domains/${domain}`, start, () => {})
  const draftOf = (domain: string): DomainDraft => slots[domain]?.value ?? emptyDomain
  const theirs = (domain: string) => Current.safeParse(slots[domain]?.problem?.current).data
  return {
    slots,
    write,
    flush,
    unsaved,
    draftOf,
    findings: Object.entries(slots).flatMap(([domain, slot]) => (slot ? [{ ...slot.value, ...undated, id: domain, domain, version: slot.version }] : [])),
    beforeOf: (domain: string) => {
      const finding = view.previous?.findings.find((each) => each.domain === domain)
      return finding && view.previous ? { on: view.previous.assessedOn, finding } : null
    },
    takeTheirs: (domain: string) => {
      const saved = theirs(domain)
      if (saved) take(domain, draftFrom(saved), saved.version)
    },
    keepMine: (domain: string) => {
      const saved = theirs(domain)
      if (saved) keepMine(domain, draftOf(domain), saved.version)
    },
  }
}
export type Areas = ReturnType<typeof useAreas>

const undated = { completedAt: null, completedOn: null, completedBy: null }
const draftFrom = ({ outcome, strengths, limitations, narrative, conclusion }: DomainDraft): DomainDraft => ({ outcome, strengths, limitations, narrative, conclusion })
