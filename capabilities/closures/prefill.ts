// What the record already says, put into the summary for its author to correct: nothing is typed twice.
import { addCivilDays } from '../../platform/time/civil.ts'
import { needsNextSteps, nothingWritten, type Disposition, type SummaryContent } from './closure.ts'

export interface Known {
  reason: string | null
  explanation: string | null
  agency: { name: string; phone: string }
  programName: string
  services: { id: string; scope: string; provider: string; frequency: string; endsOn: string | null; withdrawnOn: string | null }[]
  clientSteps: { statement: string }[]
  risks: string
  backup: string
  unmetNeeds: { id: string; statement: string; reason: string | null }[]
  barriers: { id: string; statement: string }[]
  today: string
}

const dispositions: Record<string, Disposition> = {
  deceased: 'deceased', opened_in_error: 'entered-in-error', relocated: 'moved-away', lost_to_contact: 'not-known', transferred_to_comparable_program: 'another-program',
  moved_to_other_level_of_care: 'facility', institutionalised_long_term: 'facility', incarcerated_long_term: 'facility', self_managing: 'home-on-their-own', returned_to_work: 'home-on-their-own',
}

/** Post-closure check after 30 days (practice-model 5.3, U24). */
const checkDays = 30

export function prefill(known: Known): SummaryContent {
  const { reason, today, agency } = known
  const goesOn = needsNextSteps(reason)
  return {
    ...nothingWritten,
    course: known.explanation ?? '',
    services: known.services.filter(({ withdrawnOn, endsOn }) => withdrawnOn === null && (endsOn === null || endsOn >= today))
      .map(({ id, scope, provider, frequency }) => ({ id, service: scope, provider, contact: '', note: frequency })),
    unmetNeeds: known.unmetNeeds.map(({ id, statement, reason: why }) => ({ id, statement, why: why ?? '', whatNow: '' })),
    selfManagement: known.clientSteps.map(({ statement }) => statement).join('\n').slice(0, 4000),
    warningSigns: goesOn ? [known.risks, known.backup].filter(Boolean).join('\n\n').slice(0, 4000) : '',
    reengagement: goesOn ? comeBack(agency, known.programName) : '',
    disposition: reason ? (dispositions[reason] ?? null) : null,
    checkOn: goesOn ? addCivilDays(today, checkDays) : null,
  }
}

function comeBack({ name, phone }: Known['agency'], programName: string): string {
  const call = phone ? `Call ${name} at ${phone}` : `Call ${name}`
  return `${call} and ask for ${programName}. Within 30 days we take up the same case; later we open a new one and start from what we know.`
}
