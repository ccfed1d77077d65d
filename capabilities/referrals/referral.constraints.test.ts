// Every rule of the referral tables, broken on purpose by SQL: as the owner past row-level security, and as the application.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

type Row = Record<string, unknown>
const quoted = (name: string) => `"${name}"`
async function insert(table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  await w.asOwner(
    `insert into ${table} (${names.map(quoted).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}
const base = (changes: Row = {}): Row => ({
  agency_id: w.agencyId,
  id: newId(),
  channel: 'phone',
  received_on: '2026-02-16',
  given_name: 'Ann',
  ...changes,
})
const referral = (changes: Row = {}) => insert('referral', base(changes))
const triaged: Row = { status: 'triaged', urgency: 'routine' }
const breaks = (name: string, act: () => Promise<unknown>) =>
  assert.rejects(act, (error: { constraint?: string; message: string }) => {
    assert.equal(error.constraint ?? error.message, name)
    return true
  })

test('3.2 a referral names somebody, and a birth date says how exact it is', async () => {
  await breaks('a_referral_names_somebody', () => referral({ given_name: null }))
  await breaks('a_birth_date_says_how_exact_it_is', () => referral({ birth_date: '1980-01-01' }))
  await breaks('a_birth_date_says_how_exact_it_is', () => referral({ birth_date_precision: 'year' }))
})

test('U2 urgency, danger and what was done hold together, and urgent never waits on a list', async () => {
  await breaks('an_urgent_referral_names_the_danger', () => referral({ urgency: 'urgent-safety' }))
  await breaks('an_urgent_referral_names_the_danger', () => referral({ danger: 'abuse' }))
  await breaks('a_triaged_referral_has_an_urgency', () => referral({ status: 'triaged' }))
  await breaks('a_triaged_danger_was_acted_on', () => referral({ status: 'triaged', urgency: 'urgent-safety', danger: 'abuse' }))
  await breaks('an_urgent_need_does_not_wait_on_a_list', () =>
    referral({
      status: 'waitlisted',
      urgency: 'urgent-safety',
      danger: 'abuse',
      safety_done: 'called',
      review_on: '2026-03-01',
      decision_reason: 'no-capacity',
    }),
  )
})

test('3.2 each status carries what it needs', async () => {
  await breaks('a_waitlisted_referral_has_a_review_day', () => referral({ ...triaged, status: 'waitlisted' }))
  await breaks('asked_information_has_a_question_and_a_day', () => referral({ ...triaged, status: 'info_requested' }))
  await breaks('a_declined_referral_says_why_and_what_else', () =>
    referral({ ...triaged, status: 'declined', decision_reason: 'other', decision_note: 'x', alternatives: 'y' }),
  )
  await breaks('a_redirected_referral_was_handed_over', () =>
    referral({ ...triaged, status: 'redirected', decision_reason: 'better-fit' }),
  )
  await breaks('a_withdrawn_referral_says_who_and_why', () => referral({ status: 'withdrawn' }))
  await breaks('a_duplicate_points_to_one_other', () => referral({ status: 'duplicate' }))
  const id = newId()
  await breaks('a_referral_is_not_its_own_duplicate', () => referral({ id, status: 'duplicate', duplicate_of_referral_id: id }))
})

test('3.2 an accepted referral has its client, its case and its minimum dataset', async () => {
  const { caseId, clientId } = await w.openCase()
  const whole: Row = {
    ...triaged,
    status: 'accepted',
    case_id: caseId,
    client_id: clientId,
    source_kind: 'adjuster',
    safe_contact: 'no-restriction',
    reason: 'x',
    program_id: w.programId,
    scope_asked: 'CM',
    funding: 'workers-compensation',
    claim_number: '1',
    authorized_services: 'CM',
    authorized_minutes: 60,
  }
  await breaks('an_accepted_referral_has_its_client_and_case', () => referral({ ...whole, case_id: null, client_id: null }))
  await breaks('an_accepted_referral_has_its_client_and_case', () => referral({ ...whole, client_id: null }))
  for (const gone of ['source_kind', 'reason', 'program_id', 'scope_asked'])
    await breaks('an_accepted_referral_has_its_minimum_dataset', () => referral({ ...whole, [gone]: null }))
  await breaks('an_accepted_referral_has_its_minimum_dataset', () => referral({ ...whole, safe_contact: 'not-asked' }))
  await breaks('an_accepted_referral_has_its_minimum_dataset', () => referral({ ...whole, deceased_on: '2026-01-01' }))
  for (const gone of ['claim_number', 'authorized_services', 'authorized_minutes'])
    await breaks('compensation_names_claim_services_and_hours', () => referral({ ...whole, [gone]: null }))
  await referral(whole)
  await breaks('a_case_comes_from_one_referral', () => referral(whole))
})

test('3.2 the database takes only the steps of the diagram, and keeps what is decided', async () => {
  const id = newId()
  await referral({ id })
  const update = (set: string) => w.asOwner(`update referral set ${set} where id = $1`, [id])
  await breaks('referral.not-open-to-that', () => update(`status = 'declined', urgency = 'soon'`))
  await update(`status = 'triaged', urgency = 'soon'`)
  await breaks('referral.not-open-to-that', () => update(`status = 'received'`))
  await breaks('referral.day-is-not-changed-by-a-decision', () =>
    update(`status = 'withdrawn', withdrawn_by = 'client', decision_reason = 'x', received_on = '2026-02-15'`),
  )
  await update(`status = 'withdrawn', withdrawn_by = 'client', decision_reason = 'x'`)
  await breaks('referral.decided-is-final', () => update(`reason = 'other'`))
  await insert('referral_step', { agency_id: w.agencyId, id: newId(), referral_id: id, to_status: 'received' })
  await breaks('referral_step.is-append-only', () => w.asOwner('delete from referral_step'))
  await breaks('referral_step.is-append-only', () => w.asOwner(`update referral_step set to_status = 'accepted'`))
  await assert.rejects(w.asOwner('truncate referral cascade'), /append-only/)
})

test('a record’s entries are all counted, and comes in once for a person', async () => {
  const id = newId()
  await referral({ id })
  await referral({ id: newId() })
  const row = (changes: Row = {}): Row => ({
    agency_id: w.agencyId,
    id: newId(),
    referral_id: id,
    patient: 'p',
    content_hash: 'a'.repeat(64),
    entries: 3,
    used: 1,
    unused: 2,
    tally: '{}',
    prefill: '[]',
    ...changes,
  })
  await breaks('every_entry_is_used_or_counted_as_unused', () => insert('referral_bundle', row({ unused: 1 })))
  await breaks('a_confirmed_record_says_what_was_kept', () => insert('referral_bundle', row({ kept: ['f1'] })))
  await insert('referral_bundle', row())
  await breaks('one_referral_per_bundle_and_person', () => insert('referral_bundle', row()))
  await breaks('one_record_per_referral', () => insert('referral_bundle', row({ content_hash: 'b'.repeat(64) })))
  await breaks('a_reply_has_words', () =>
    insert('referral_reply', {
      agency_id: w.agencyId,
      id: newId(),
      referral_id: id,
      about_status: 'received',
      channel: 'phone',
      said_to: 'x',
      words: ' ',
      said_on: '2026-02-16',
    }),
  )
})

test('404 by SQL: a case manager off the case, another agency and the public page read no referral', async () => {
  await referral()
  const count = (person: 'zoe' | 'bea' | 'ines') =>
    w.work(person, async ({ tx }) => {
      const rows = await Promise.all(
        (['referral', 'referral_step', 'referral_reply', 'referral_bundle'] as const).map((table) =>
          sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx),
        ),
      )
      return rows.map((each) => each.rows[0]?.n ?? 0)
    })
  assert.deepEqual(
    [await count('zoe'), await count('bea')],
    [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  )
  assert.ok(((await count('ines'))[0] ?? 0) > 0)
  const seen = await w.db.inTransaction({ kind: 'public', agencySlug: 'harborview' }, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from referral`.execute(tx)
    const changed = await sql`update referral set reason = 'changed by nobody'`.execute(tx)
    return [rows[0]?.n, Number(changed.numAffectedRows ?? 0)]
  })
  assert.deepEqual(seen, [0, 0])
})
