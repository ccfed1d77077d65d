// Which kind of thing each table keeps, in the oracle's words. A table of the record that is missing here is named by the harness, not passed over.
import type { Resource } from './rules.ts'

const aboutTheCase = `case_status_change! case_outreach! case_acuity! case_transfer need goal goal_need goal_scale goal_score! intervention barrier barrier_goal
  service_line plan plan_version plan_signature! plan_sign_off! plan_copy! plan_review plan_review_item closure_summary`
const aboutTheClient = `person_name address contact_point identifier demographic_answer! support_member household_member safe_contact_answer! risk_flag
  client_confidentiality! client_link`
const hangingOnTheAssessment =
  'assessment_response domain_finding assessment_score! assessment_amendment! safety_concern! safety_response!'
const hangingOnTheNote = 'contact_amendment! contact_goal!'

export interface JudgedTable {
  name: string
  resource: Resource
  appendOnly: boolean
  key: string
}
const listed = (names: string, resource: Resource, key = ''): JudgedTable[] =>
  names
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => ({ name: name.replace('!', ''), resource, appendOnly: name.endsWith('!'), key }))

export const judged: JudgedTable[] = [
  ...listed('client', 'client'),
  ...listed('case_record', 'case'),
  ...listed('enrollment', 'enrollment'),
  ...listed('case_team', 'team', 'case_id'),
  ...listed('exclusion', 'exclusion', 'client_id'),
  ...listed('contact assessment', 'labelled on the case'),
  ...listed(`${hangingOnTheNote} ${hangingOnTheAssessment}`, 'hangs on a note'),
  ...listed('file case_event!', 'labelled on either'),
  ...listed('label_change!', 'change of labels'),
  ...listed('task', 'about either'),
  ...listed('consent', 'consent'),
  ...listed('consent_ending! consent_warning!', 'hangs on a consent'),
  ...listed('protected_address!', 'protected address'),
  ...listed('client_search_token', 'search token'),
  ...listed('audit_event!', 'who looked'),
  ...listed('referral', 'referral'),
  ...listed('referral_step! referral_reply! referral_bundle', 'referral', 'referral_id'),
  ...listed('service_referral', 'service referral'),
  ...listed(
    'service_referral_sending! service_referral_step! service_referral_message!',
    'service referral',
    'service_referral_id',
  ),
  ...listed('service_referral_link unmet_need!', 'about the case', 'case_id'),
  ...listed(aboutTheCase, 'about the case'),
  ...listed(aboutTheClient, 'about the client'),
]

/** One table of each kind of policy: what the quick cover asks. */
const each = new Set([
  'client',
  'case_record',
  'enrollment',
  'case_team',
  'exclusion',
  'contact',
  'contact_amendment',
  'safety_response',
  'file',
  'case_event',
  'label_change',
  'task',
  'consent',
  'consent_ending',
  'protected_address',
  'client_search_token',
  'audit_event',
  'referral',
  'referral_reply',
  'service_referral',
  'need',
  'address',
])
export const oneOfEach = judged.filter(({ name }) => each.has(name))
/** Rows that the harness tries to add: one table of each rule about adding. */
export const addable = judged.filter(({ name }) =>
  [
    'client',
    'case_record',
    'enrollment',
    'case_team',
    'exclusion',
    'contact',
    'contact_goal',
    'file',
    'case_event',
    'consent',
    'need',
    'address',
    'label_change',
  ].includes(name),
)
