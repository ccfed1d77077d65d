// The words for the codes of an assessment, in the language on screen.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { NotAskedReason } from '../answer.ts'
import type { AssessmentStatus, Circumstances, Person } from '../assessment.ts'
import type { DomainOutcome } from '../comprehensive.ts'
import type { InstrumentKind, LicenceStatus } from '../instrument.ts'
import type { SafetyAction } from '../safety.ts'

export type Words<Code extends string> = Record<Code, MessageDescriptor>

export const statusWords: Words<AssessmentStatus> = {
  'in-progress': msg`Begun, not finished`,
  completed: msg`Complete`,
  amended: msg`Complete, corrected`,
  stopped: msg`Stopped`,
  'entered-in-error': msg`Entered in error`,
}
export const notAskedWords: Words<NotAskedReason> = {
  refused: msg`Prefers not to answer`,
  unable: msg`Cannot answer`,
  'not-applicable': msg`Does not apply`,
  'not-assessed': msg`Not asked this time`,
}
export const reasonWords: Words<Circumstances['reason']> = {
  initial: msg`First assessment`,
  schedule: msg`On schedule`,
  'change-of-condition': msg`Something changed`,
  transition: msg`Moving between places of care`,
  request: msg`Asked for`,
  incident: msg`After an incident`,
  screening: msg`Screening`,
}
export const modeWords: Words<Circumstances['mode']> = {
  'face-to-face': msg`Face to face`,
  video: msg`By video`,
  phone: msg`By phone`,
  'on-paper': msg`Filled in on paper`,
}
export const placeWords: Words<NonNullable<Circumstances['place']>> = {
  home: msg`At home`,
  office: msg`At our office`,
  facility: msg`In a hospital or facility`,
  community: msg`In the community`,
  other: msg`Somewhere else`,
}
export const interpreterWords: Words<Circumstances['interpreter']> = {
  'not-needed': msg`Not needed`,
  qualified: msg`Qualified interpreter`,
  'bilingual-staff': msg`Qualified bilingual staff`,
  'other-adult': msg`Another adult, at the client’s wish`,
  declined: msg`Offered and declined`,
}
export const relationWords: Words<Person['relation']> = {
  client: msg`client`,
  family: msg`family`,
  friend: msg`friend`,
  caregiver: msg`caregiver`,
  provider: msg`provider`,
  staff: msg`staff`,
  interpreter: msg`interpreter`,
  other: msg`other`,
}
export const outcomeWords: Words<DomainOutcome> = {
  finding: msg`Something to note`,
  'pertinent-negative': msg`No problem found`,
  declined: msg`Declined to discuss`,
  unable: msg`Could not be assessed`,
}
export const kindWords: Words<InstrumentKind> = {
  screen: msg`Questionnaire`,
  grid: msg`Grid`,
  rubric: msg`Rubric`,
  comprehensive: msg`Comprehensive`,
}
export const licenceWords: Words<LicenceStatus> = {
  free: msg`Free to show`,
  licensed: msg`Licensed`,
  'awaiting-licence': msg`Waits for its licence`,
  'score-only': msg`Scores only`,
}
export const actionWords: Words<SafetyAction> = {
  'talked-with-client': msg`Talked with the client about it`,
  'safety-plan': msg`Made or went over a safety plan`,
  'called-crisis-line': msg`Called a crisis line together (988)`,
  'called-emergency-services': msg`Called emergency services (911)`,
  'told-supervisor': msg`Told my supervisor`,
  'told-treating-provider': msg`Told the treating provider`,
  'mandated-report': msg`Made a mandated report`,
  'answer-was-mistaken': msg`Asked again: the answer was a mistake`,
}

/** The codes of a table, in its order, each as it is typed. */
export const codesOf = <Code extends string>(words: Words<Code>): Code[] => {
  const codes: Code[] = []
  for (const code in words) codes.push(code)
  return codes
}
