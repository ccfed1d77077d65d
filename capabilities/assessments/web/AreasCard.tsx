// The twenty-one areas as they were concluded: needs first, then pertinent negatives, then what was declined or could not be assessed.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Button } from '@mantine/core'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, type ChipTone } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { domainsOf, type DomainFinding, type DomainOutcome } from '../comprehensive.ts'
import type { AssessmentView } from '../record.ts'
import type { Amended } from './AmendDialog.tsx'
import { outcomeWords } from './words.ts'
import classes from './assessments.module.css'

const tones: Record<DomainOutcome, ChipTone> = { finding: 'today', 'pertinent-negative': 'done', declined: 'plain', unable: 'plain' }

export function AreasCard({ view, onAmend }: { view: AssessmentView; onAmend: ((amended: Amended) => void) | null }) {
  const domains = view.instrument.questionnaire ? domainsOf(view.instrument.questionnaire) : []
  const found = domains.flatMap(({ code, title }) => {
    const finding = view.findings.find((each) => each.domain === code)
    return finding ? [{ title, finding: amendedFinding(view, finding), first: finding }] : []
  })
  const order: DomainOutcome[] = ['finding', 'pertinent-negative', 'declined', 'unable']
  const rank = ({ finding }: (typeof found)[number]) => (finding.outcome ? order.indexOf(finding.outcome) : order.length)
  return (
    <Card title={<Trans>Areas and conclusions</Trans>} padded>
      {found.toSorted((a, b) => rank(a) - rank(b)).map(({ title, finding, first }) => (
        <Area key={finding.domain} title={title} finding={finding} amended={finding !== first} by={view.staff.find(({ id }) => id === finding.completedBy)?.name} onAmend={onAmend} />
      ))}
    </Card>
  )
}

/** The finding with its corrections over it; the first record is in the list of corrections. */
const amendedFinding = ({ amendments }: AssessmentView, finding: DomainFinding): DomainFinding =>
  amendments.filter(({ domain }) => domain === finding.domain).reduce((standing, { after: { outcome, conclusion, narrative } }) => ({
    ...standing, outcome: outcome ?? standing.outcome, conclusion: conclusion ?? standing.conclusion, narrative: narrative ?? standing.narrative,
  }), finding)

function Area({ title, finding, amended, by, onAmend }: { title: string; finding: DomainFinding; amended: boolean; by: string | undefined; onAmend: ((amended: Amended) => void) | null }) {
  const { _ } = useLingui()
  const { outcome, conclusion, narrative, strengths, limitations, completedOn } = finding
  return (
    <div className={classes.domain}>
      <div className={classes.line}>
        <h3>{title} {outcome && <Chip tone={tones[outcome]}>{_(outcomeWords[outcome])}</Chip>} {amended && <Chip tone="today"><Trans>Corrected</Trans></Chip>}</h3>
        {onAmend && <Button className="no-print" variant="subtle" size="compact-sm" onClick={() => onAmend({ about: 'domain', title, finding })}><Trans>Correct</Trans><span className="visually-hidden"> {title}</span></Button>}
      </div>
      {conclusion && <p>{conclusion}</p>}
      {narrative && <p className="soft">{narrative}</p>}
      {strengths.length > 0 && <p><span className="soft"><Trans>Strengths:</Trans></span> {strengths.join('; ')}</p>}
      {limitations.length > 0 && <p><span className="soft"><Trans>In the way:</Trans></span> {limitations.join('; ')}</p>}
      {completedOn && <p className="small soft"><DateText day={completedOn} />{by && `, ${by}`}</p>}
    </div>
  )
}
