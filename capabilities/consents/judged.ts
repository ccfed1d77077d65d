// A consent as it is told to somebody: with where it stands at that moment and what it lacks.
import type { Lack } from './completeness.ts'
import type { Consent, Standing } from './consent.ts'
import type { Engagement } from './engagement.ts'

export interface JudgedConsent extends Consent {
  standing: Standing
  /** What it lacks; for a draft, what is still to be filled in. */
  missing: Lack[]
}

export interface ConsentPage {
  consents: JudgedConsent[]
  engagement: Engagement
}
