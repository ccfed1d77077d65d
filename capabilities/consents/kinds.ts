// The kinds of consent, apart from the forms that use them: the home screen's story loads these alone.

export const consentKinds = [
  'cm_engagement',
  'representative_consent',
  'court_order',
  'statutory_assignment',
  'program_optout_notice',
  'hipaa_authorization',
  'role_disclosure',
  'rights_notice',
  'communication_preference',
] as const
export type ConsentKind = (typeof consentKinds)[number]
