// The codes of a client's record that the story has words for, apart from the forms that use them: the home screen loads these alone.

import type { DemographicQuestion } from './demographic.ts'

export const relationships = [
  'spouse',
  'partner',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'other-family',
  'friend',
  'neighbour',
  'faith-community',
  'peer',
  'employer',
  'landlord',
  'professional',
  'other',
] as const

/** What may be discussed, from least to most. 'everything' covers the others. */
export const topics = ['appointments', 'plan', 'services', 'health', 'money', 'everything'] as const

export const riskKinds = ['safety-of-staff', 'self-harm', 'violence-at-home', 'infection', 'animals', 'access', 'other'] as const

export const demographicKeys = [
  'race-ethnicity',
  'gender',
  'sexual-orientation',
  'recorded-sex',
  'marital-status',
  'veteran',
  'disability',
  'literacy',
] as const satisfies readonly DemographicQuestion[]
