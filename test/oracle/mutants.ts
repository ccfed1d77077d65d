// Faults seeded into the access rules of a scratch database, one at a time: a clause dropped, a join widened, an end ignored. The harness must notice each.
import type { World } from '../world.ts'

/** Where it is: a function of schema authz, or a policy of a table; what its text says, and what it says instead. */
export interface Mutant {
  name: string
  where: { function: string } | { table: string; policy: string }
  from: RegExp
  to: string
  noticedBy: 'read' | 'change'
  tables: string[]
}

const fn = (name: string, of: string, from: RegExp, to: string, ...tables: string[]): Mutant => ({
  name,
  where: { function: of },
  from,
  to,
  noticedBy: 'read',
  tables,
})
const policy = (name: string, table: string, of: string, from: RegExp, to: string, ...tables: string[]): Mutant => ({
  name,
  where: { table, policy: of },
  from,
  to,
  noticedBy: 'read',
  tables: tables.length > 0 ? tables : [table],
})
const sees = (table: string) => `staff see what they may of ${table}`
const everything = /^[\s\S]*$/

export const mutants: Mutant[] = [
  fn(
    'a membership that ended still opens the case',
    'my_cases',
    /\(t\.until_at is null or t\.until_at > at\)/,
    'true',
    'case_record',
  ),
  fn('a membership opens the case before it begins', 'my_cases', /t\.from_at <= at/, 'true', 'case_record'),
  fn('anybody’s membership opens the case', 'my_cases', /t\.staff_id = me\[3\]::uuid/, 'true', 'case_record'),
  fn(
    'memberships that end are forgotten',
    'my_cases',
    /\(t\.until_at is null or t\.until_at > at\)/,
    't.until_at is null',
    'case_record',
  ),
  fn('an emergency never runs out', 'my_cases', /e\.until_at > at/, 'true', 'case_record'),
  fn('an ended emergency goes on', 'my_cases', /e\.ended_at is null/, 'true', 'case_record'),
  fn('an emergency begins before its time', 'my_cases', /e\.from_at <= at/, 'true', 'case_record'),
  fn('an emergency opens a seal', 'my_cases', /\(c\.labels & \(1 << 30\)\) = 0/, 'true', 'case_record'),
  fn('anybody’s emergency opens the case', 'my_cases', /e\.staff_id = me\[3\]::uuid/, 'true', 'case_record'),
  fn('an emergency opens every case of the agency', 'my_cases', / and c\.client_id = e\.client_id/, '', 'case_record'),
  fn('an emergency opens no case', 'my_cases', /e\.staff_id = me\[3\]::uuid/, 'false', 'case_record'),
  fn('a sealed client is known in an emergency', 'my_clients', /k\.confidentiality <> 'sealed'/, 'true', 'client'),
  fn('a client stays known after the emergency', 'my_clients', /e\.until_at > at/, 'true', 'client'),
  fn('exclusions are forgotten', 'my_exclusions', /e\.staff_id = me\[3\]::uuid/, 'false', 'client', 'case_record'),
  fn(
    'open exclusions are forgotten',
    'my_exclusions',
    /\(e\.until_at is null or e\.until_at > at\)/,
    'e.until_at > at',
    'client',
  ),
  fn('an exclusion holds before it begins', 'my_exclusions', /e\.from_at <= at/, 'true', 'client'),
  fn('an exclusion never ends', 'my_exclusions', /\(e\.until_at is null or e\.until_at > at\)/, 'true', 'client'),
  fn(
    'case managers have the index of clients',
    'flags_of',
    /'\{intake,supervisor,quality\}'/,
    "'{intake,supervisor,quality,caseManager}'",
    'client',
  ),
  fn(
    'supervisors see every program',
    'programs_of',
    /'supervisor' = any \(roles\) and exists \([\s\S]*?\)\)\)/,
    "'supervisor' = any (roles)",
    'case_record',
  ),
  fn('intake sees every program', 'programs_of', /roles && '\{quality\}'/, "roles && '{quality,intake}'", 'case_record'),
  fn('a role that ended goes on', 'roles_of', /\(r\.until_at is null or r\.until_at > now\(\)\)/, 'true', 'client'),
  fn('everybody is cleared for everything', 'clearance', /select coalesce[\s\S]*?, 0\)/, 'select 63', 'contact', 'client'),
  fn('everybody is the privacy officer', 'is_privacy_officer', /a\.privacy_officer_id = authz\.staff\(\)/, 'true', 'audit_event'),
  policy(
    'the case forgets exclusions',
    'case_record',
    'sees',
    / AND \(NOT \(client_id = ANY \(ARRAY\( SELECT authz\.my_exclusions\(\)[\s\S]*?\)\)\)\)/,
    '',
  ),
  policy(
    'the client forgets exclusions',
    'client',
    'sees',
    / AND \(NOT \(id = ANY \(ARRAY\( SELECT authz\.my_exclusions\(\)[\s\S]*?\)\)\)\)/,
    '',
  ),
  policy('the index of clients holds the sealed', 'client', 'sees', /\(confidentiality <> 'sealed'::text\)/, 'true'),
  policy(
    'a program shows its sealed cases',
    'case_record',
    'sees',
    / AND \(\(labels & \(~ \( SELECT authz\.clearance\(\)[^)]*\)\)\) = 0\)/,
    '',
  ),
  policy('the client is shown to other agencies', 'client', 'sees', /\(agency_id = \( SELECT authz\.agency\(\)[^)]*\)\)/, 'true'),
  policy('labelled cases are shown', 'case_record', 'only the cleared see labelled cases', everything, 'true'),
  policy('labelled clients are shown', 'client', 'only the cleared see labelled clients', everything, 'true'),
  policy('labelled notes are shown', 'contact', 'only the cleared see labelled rows', everything, 'true'),
  policy('labelled consents are shown', 'consent', 'only the cleared see labelled rows', everything, 'true'),
  policy('labelled files are shown', 'file', 'only the cleared see labelled rows', everything, 'true'),
  policy(
    'the story tells of labelled rows',
    'case_event',
    'only the cleared see what is told of labelled rows',
    everything,
    'true',
  ),
  policy('one label of two is enough', 'contact', 'only the cleared see labelled rows', /= 0\)\)$/, '<> labels))'),
  policy('a need asks for any case of the agency', 'need', sees('need'), / AND \(c\.id = need\.case_id\)/, ''),
  policy(
    'an amendment asks for any note',
    'contact_amendment',
    sees('contact_amendment'),
    / AND \(p\.id = contact_amendment\.contact_id\)/,
    '',
  ),
  policy('an address asks for any client', 'address', sees('address'), / AND \(c\.id = address\.client_id\)/, ''),
  policy('a file of a case is shown with its client', 'file', sees('file'), /\(case_id IS NULL\)/, 'true'),
  policy('tokens of hidden clients are shown', 'client_search_token', sees('client_search_token'), /\(NOT hidden\)/, 'true'),
  policy(
    'tokens forget exclusions',
    'client_search_token',
    sees('client_search_token'),
    / AND \(NOT \(client_id = ANY \(ARRAY\( SELECT authz\.my_exclusions\(\)[\s\S]*?\)\)\)\)/,
    '',
  ),
  policy(
    'a protected address is read by all who know the client',
    'protected_address',
    'only the team reads a protected address',
    everything,
    'true',
  ),
  policy('quality reads who looked at the sealed', 'audit_event', 'who looked', /\(client_id IS NULL\)/, 'true'),
  policy('the front door keeps letters of sealed clients', 'referral', sees('referral'), /\(client_id IS NULL\)/, 'true'),
  policy('an enrollment asks for any client', 'enrollment', 'sees', / AND \(c\.id = enrollment\.client_id\)/, ''),
  fn(
    'a receiver sees what was sent to every organization',
    'held_referrals',
    /s\.organization_id = a\.organization_id/,
    'true',
    'service_referral',
  ),
  fn('a link taken back stays in the inbox', 'held_referrals', /l\.revoked_at is null/, 'true', 'service_referral'),
  fn('a link that ran out stays in the inbox', 'held_referrals', /l\.expires_at > at/, 'true', 'service_referral'),
  fn(
    'a receiver knows whom they must not know',
    'held_referrals',
    /not r\.client_id in \(select authz\.my_exclusions\(\)\)/,
    'true',
    'service_referral',
  ),
  fn('a consent withdrawn stays in the inbox', 'may_be_answered', /r\.consent_id is null or/, 'true or', 'service_referral'),
  fn('what was answered to its end stays in the inbox', 'may_be_answered', /r\.status in \([^)]*\)/, 'true', 'service_referral'),
  fn('a receiver has the index of clients', 'flags_of', /then 96/, 'then 98', 'client'),
  fn('a place on a team opens the case to a receiver', 'my_exclusions', /\(me\[4\]::int & 32\) <> 0/, 'false', 'case_record'),
  policy(
    'a receiver sees every service referral',
    'service_referral',
    'the receiver sees the referral in hand',
    / AND \(id = ANY[\s\S]*$/,
    ')',
  ),
  {
    ...policy('an emergency ends memberships', 'case_team', "an emergency ends nobody's membership", everything, 'true'),
    noticedBy: 'change',
  },
  {
    ...policy('an emergency lets the excluded back in', 'exclusion', 'an emergency lets nobody back in', everything, 'true'),
    noticedBy: 'change',
  },
]

/** Seeds the fault and answers how to take it out again. Throws where the text to change is not there: such a mutant would prove nothing. */
export async function seed(w: World, { name, where, from, to }: Mutant): Promise<() => Promise<void>> {
  const notThere = () => new Error(`“${name}” cannot be seeded: its text has changed.`)
  if ('function' in where) {
    const [found] = await w.asOwner(
      `select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'authz'::regnamespace and proname = $1`,
      [where.function],
    )
    const text = String(found?.text)
    if (!from.test(text)) throw notThere()
    await w.asOwner(text.replace(from, () => to))
    return async () => void (await w.asOwner(text))
  }
  const [found] = await w.asOwner(
    `select pg_get_expr(polqual, polrelid) as text from pg_policy where polrelid = $1::regclass and polname = $2`,
    [where.table, where.policy],
  )
  const text = String(found?.text)
  if (!found || !from.test(text)) throw notThere()
  const set = (using: string) =>
    w.asOwner(`alter policy "${where.policy.replaceAll('"', '""')}" on "${where.table}" using (${using})`)
  await set(text.replace(from, () => to))
  return async () => void (await set(text))
}
