// Staff, roles, credentials, programs and the agency over HTTP, and the rules the database keeps by itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { validCredential } from './team.actions.ts'

let w: World
before(async () => { w = await world(); await w.setClock('2026-02-17T14:00:00Z') })
after(() => w.close())

const licence = { kind: 'licence', title: 'Registered Nurse', jurisdiction: 'NC', number: '312044', expiresOn: '2026-06-30' }
let count = 0
const someone = (roles = ['caseManager']) => ({ name: `Noor Said ${(count += 1)}`, email: `noor${count}@example.org`, roles })
const hire = async (roles?: string[]) => (await w.as('ada').post('/api/staff', someone(roles))).body

test('201 a colleague is added with roles, appears in the list, and is invited by a one-time link', async () => {
  const noor = await hire(['caseManager', 'intake'])
  const listed = (await w.as('maya').get('/api/staff')).body.find((each: { id: string }) => each.id === noor.id)
  assert.deepEqual([listed.name, listed.roles, listed.status, listed.credential], [noor.name, ['caseManager', 'intake'], 'active', null])
  assert.equal((await w.as('ada').get(`/api/staff/${noor.id}`)).body.signsIn, 'no')
  const invited = await w.as('ada').post(`/api/staff/${noor.id}/invitations`)
  assert.equal(invited.status, 201)
  assert.equal((await w.as('ada').get(`/api/staff/${noor.id}`)).body.signsIn, 'invited')
  const token = String(invited.body.path).split('#')[1]
  const accept = () => w.app.inject({ method: 'POST', url: '/api/sign-in/invitation', payload: { token, password: 'a quiet river in spring' } })
  assert.equal((await accept()).statusCode, 200)
  assert.notEqual((await accept()).statusCode, 200, 'the link works once')
  assert.equal((await w.as('ada').get(`/api/staff/${noor.id}`)).body.signsIn, 'yes')
  const signIn = await w.app.inject({ method: 'POST', url: '/api/sign-in', payload: { email: noor.email, password: 'a quiet river in spring' } })
  assert.equal(signIn.statusCode, 200)
})

test('403 only administrators change the team; every reader of the team reads it; 401 without signing in', async () => {
  for (const person of ['maya', 'omar', 'ines', 'quinn', 'bill'] as const) {
    assert.equal((await w.as(person).get('/api/staff')).status, 200, person)
    assert.equal((await w.as(person).post('/api/staff', someone())).status, 403, person)
    assert.equal((await w.as(person).post(`/api/staff/${w.staffId[person]}/roles`, { role: 'administrator' })).status, 403, person)
    assert.equal((await w.as(person).post('/api/programs', { name: 'Mine', kind: 'other' })).status, 403, person)
  }
  assert.equal((await w.app.inject({ method: 'GET', url: '/api/staff' })).statusCode, 401)
})

test('404 another agency’s colleague, program and credential do not exist', async () => {
  assert.equal((await w.as('ada').get(`/api/staff/${w.staffId.bea}`)).status, 404)
  assert.equal((await w.as('ada').patch(`/api/programs/${w.otherProgramId}`, { name: 'x', kind: 'other', clientLabel: 'client' }, { ifMatch: 1 })).status, 404)
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.bea}/credentials`, licence)).status, 404)
  assert.ok(!(await w.as('ada').get('/api/staff')).body.some((each: { id: string }) => each.id === w.staffId.bea))
})

test('400 bad input is named by field, and nothing is stored', async () => {
  const before = (await w.as('ada').get('/api/staff')).body.length
  const refused = await w.as('ada').post('/api/staff', { name: ' ', email: 'nobody', roles: [] })
  assert.equal(refused.status, 400)
  assert.deepEqual(refused.body.issues.map((each: { path: string }) => each.path).sort(), ['email', 'name', 'roles'])
  assert.equal((await w.as('ada').post('/api/staff', { ...someone(), languages: ['; drop table staff'] })).status, 400)
  assert.equal((await w.as('ada').get('/api/staff')).body.length, before)
})

test('409 one address belongs to one person', async () => {
  const noor = await hire()
  const again = await w.as('ada').post('/api/staff', { ...someone(), email: noor.email.toUpperCase() })
  assert.deepEqual([again.status, again.body.code], [409, 'rule.one-staff-member-per-address'])
})

test('409 two administrators change one colleague: the second is shown what is there', async () => {
  const { id, version, name, email } = await hire()
  const details = { name, email, languages: ['es', 'vi'], caseloadCap: 40 }
  assert.equal((await w.as('ada').patch(`/api/staff/${id}`, details, { ifMatch: version })).status, 200)
  const late = await w.as('ada').patch(`/api/staff/${id}`, { ...details, caseloadCap: 10 }, { ifMatch: version })
  assert.deepEqual([late.status, late.body.code, late.body.current.caseloadCap], [409, 'staff-member.changed', 40])
  assert.equal((await w.as('ada').patch(`/api/staff/${id}`, details)).status, 428)
})

test('201 a role is given and taken; taking it signs the person out', async () => {
  const given = await w.as('ada').post(`/api/staff/${w.staffId.zoe}/roles`, { role: 'intake' })
  assert.deepEqual(given.body.roles, ['caseManager', 'intake'])
  assert.equal((await w.as('zoe').get('/api/staff')).status, 200)
  const taken = await w.as('ada').post(`/api/staff/${w.staffId.zoe}/roles/ended`, { role: 'intake' })
  assert.deepEqual(taken.body.roles, ['caseManager'])
  assert.equal((await w.as('zoe').get('/api/staff')).status, 401)
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.zoe}/roles/ended`, { role: 'intake' })).body.code, 'staff.role-not-held')
})

test('422 nobody takes their own access away; 409 the last administrator stays one', async () => {
  assert.equal((await w.as('ada').post(`/api/staff/${w.staffId.ada}/roles/ended`, { role: 'administrator' })).body.code, 'staff.own-access')
  await assert.rejects(w.asOwner(`update staff_role set until_at = now() where role = 'administrator' and agency_id = $1`, [w.agencyId]), /agency.needs-an-administrator/)
})

test('409 INV-09 somebody who answers for a case does not leave: it is moved first, never orphaned', async () => {
  await w.openCase()
  const { version } = (await w.as('ada').get(`/api/staff/${w.staffId.maya}`)).body
  const refused = await w.as('ada').patch(`/api/staff/${w.staffId.maya}/standing`, { status: 'inactive' }, { ifMatch: version })
  assert.deepEqual([refused.status, refused.body.code], [409, 'staff.answers-for-cases'])
  assert.equal(refused.body.missing[0].href, `/team?person=${w.staffId.maya}`)
  await assert.rejects(w.asOwner(`update staff set status = 'inactive' where id = $1`, [w.staffId.maya]), /staff.answers-for-cases/)
})

test('200 somebody without cases leaves and cannot sign in any more', async () => {
  const { id, version } = await hire()
  const left = await w.as('ada').patch(`/api/staff/${id}/standing`, { status: 'inactive' }, { ifMatch: version })
  assert.deepEqual([left.status, left.body.status], [200, 'inactive'])
  assert.equal((await w.as('ada').post(`/api/staff/${id}/invitations`)).body.code, 'staff.left')
})

test('201 INV-08 INV-09 a credential counts until it expires or is withdrawn, in its state', async () => {
  const { id } = await hire()
  const recorded = await w.as('ada').post(`/api/staff/${id}/credentials`, licence)
  assert.deepEqual([recorded.status, recorded.body.verifiedBy, recorded.body.verifiedOn], [201, w.staffId.ada, '2026-02-17'])
  const counts = (on: string, place?: string) => w.work('maya', (work) => validCredential(work, id, on, place))
  assert.equal((await counts('2026-06-30', 'NC'))?.number, '312044')
  assert.deepEqual([await counts('2026-07-01', 'NC'), await counts('2026-06-30', 'GA')], [null, null])
  const renewed = await w.as('ada').patch(`/api/credentials/${recorded.body.id}/renewal`, { expiresOn: '2028-06-30' }, { ifMatch: 1 })
  assert.deepEqual([renewed.status, renewed.body.version], [200, 2])
  assert.ok(await counts('2026-07-01', 'NC'))
  assert.equal((await w.as('ada').patch(`/api/credentials/${recorded.body.id}/renewal`, { expiresOn: '2028-06-30' }, { ifMatch: 2 })).body.code, 'credential.not-later')
  assert.equal((await w.as('ada').patch(`/api/credentials/${recorded.body.id}/renewal`, { expiresOn: '2029-06-30' }, { ifMatch: 1 })).body.code, 'credential.changed')
  await w.as('ada').patch(`/api/credentials/${recorded.body.id}/withdrawal`, { reason: 'Surrendered' }, { ifMatch: 2 })
  assert.equal(await counts('2026-07-01', 'NC'), null)
  assert.equal((await w.as('ada').patch(`/api/credentials/${recorded.body.id}/renewal`, { expiresOn: '2030-06-30' }, { ifMatch: 3 })).body.code, 'credential.withdrawn')
})

test('201 one’s own credential stays unverified until somebody else sees it', async () => {
  const own = await w.as('ada').post(`/api/staff/${w.staffId.ada}/credentials`, { ...licence, number: 'own' })
  assert.deepEqual([own.status, own.body.verifiedBy], [201, null])
})

test('the database keeps the rules of a credential by itself', async () => {
  const insert = (changes: object) => {
    const row = { agency_id: w.agencyId, id: crypto.randomUUID(), staff_id: w.staffId.maya, kind: 'licence', title: 'RN', jurisdiction: 'NC', number: crypto.randomUUID(), expires_on: '2027-01-01', ...changes }
    return w.asOwner(`insert into credential (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(row))
  }
  await insert({ number: 'taken' })
  const broken: [object, RegExp][] = [
    [{ jurisdiction: null }, /a_licence_names_its_state/],
    [{ expires_on: null }, /a_licence_expires/],
    [{ issued_on: '2027-01-01' }, /a_credential_expires_after_it_was_issued/],
    [{ verified_on: '2026-01-01' }, /a_verification_names_who_and_when/],
    [{ verified_on: '2026-01-01', verified_by: w.staffId.maya }, /nobody_verifies_their_own_credential/],
    [{ withdrawn_on: '2026-01-01' }, /a_withdrawal_has_a_day_and_a_reason/],
    [{ withdrawn_on: '2026-01-01', withdrawal_reason: ' ' }, /a_withdrawal_has_a_day_and_a_reason/],
    [{ also_valid_in: ['NC'] }, /a_state_is_written_once_in_also_valid_in/],
    [{ also_valid_in: ['Georgia'] }, /also_valid_in_names_states/],
    [{ jurisdiction: 'nc' }, /credential_jurisdiction_check/],
    [{ number: 'TAKEN' }, /one_credential_of_a_number/],
    [{ staff_id: w.staffId.bea }, /foreign key/],
  ]
  for (const [changes, said] of broken) await assert.rejects(insert(changes), said, JSON.stringify(changes))
})

test('roles and supervision are given by administrators only, even by direct SQL under the application role', async () => {
  const { sql } = await import('kysely')
  const tries = [
    sql`insert into staff_role (staff_id, role) values (${w.staffId.maya}, 'administrator')`,
    sql`insert into program_supervisor (program_id, staff_id) values (${w.programId}, ${w.staffId.maya})`,
    sql`update staff set caseload_cap = 1, clearance = 7 where id = ${w.staffId.maya}`,
    sql`insert into staff (id, name, email) values (${crypto.randomUUID()}, 'x', 'x@example.org')`,
    sql`insert into credential (id, staff_id, kind, title, number) values (${crypto.randomUUID()}, ${w.staffId.maya}, 'certification', 'CCM', '9')`,
  ]
  for (const statement of tries) await assert.rejects(w.work('maya', ({ tx }) => statement.execute(tx)), { code: '42501' })
  const ended = await w.work('maya', ({ tx }) => sql`update staff_role set until_at = now() where staff_id = ${w.staffId.ada}`.execute(tx))
  assert.equal(ended.numAffectedRows, 0n)
})

test('what ended stays ended', async () => {
  await w.as('ada').post(`/api/staff/${w.staffId.bill}/roles`, { role: 'intake' })
  await w.as('ada').post(`/api/staff/${w.staffId.bill}/roles/ended`, { role: 'intake' })
  await assert.rejects(w.asOwner(`update staff_role set until_at = null where staff_id = $1 and role = 'intake'`, [w.staffId.bill]), /staff-role.is-ended-not-rewritten/)
})

test('201 a program is started, changed and given supervisors; 409 the name of another is taken', async () => {
  const started = await w.as('ada').post('/api/programs', { name: 'Transitional care', kind: 'transitional-care', clientLabel: 'member', jurisdiction: 'nc' })
  assert.deepEqual([started.status, started.body.jurisdiction], [201, 'NC'])
  const url = `/api/programs/${started.body.id}`
  assert.equal((await w.as('ada').post('/api/programs', { name: 'TRANSITIONAL CARE', kind: 'other' })).status, 409)
  assert.equal((await w.as('ada').post(`${url}/supervisors`, { staffId: w.staffId.maya })).body.code, 'supervisor.role-needed')
  await w.as('ada').post(`${url}/supervisors`, { staffId: w.staffId.omar })
  assert.equal((await w.as('ada').post(`${url}/supervisors`, { staffId: w.staffId.omar })).body.code, 'supervisor.already')
  const listed = (await w.as('maya').get('/api/programs')).body.find((each: { id: string }) => each.id === started.body.id)
  assert.deepEqual(listed.supervisors.map((each: { name: string }) => each.name), ['Omar Haddad'])
  assert.equal((await w.as('ada').post(`${url}/supervisors/ended`, { staffId: w.staffId.omar })).status, 201)
  assert.equal((await w.as('ada').post(`${url}/supervisors/ended`, { staffId: w.staffId.omar })).body.code, 'supervisor.not-one')
  const closed = await w.as('ada').patch(`${url}/standing`, { status: 'closed' }, { ifMatch: started.body.version })
  assert.equal(closed.body.status, 'closed')
})

test('200 the agency’s name, zone and letterhead are changed; 409 over an older version; 400 for a zone nobody knows', async () => {
  const { version, ...agency } = (await w.as('maya').get('/api/agency')).body
  const details = { name: agency.name, timeZone: 'America/Chicago', locale: 'es', idleMinutes: 20, selfReferralOpen: false, letterhead: { phone: '919 555 0100' } }
  const saved = await w.as('ada').patch('/api/agency', details, { ifMatch: version })
  assert.deepEqual([saved.status, saved.body.timeZone, saved.body.letterhead.phone], [200, 'America/Chicago', '919 555 0100'])
  assert.equal((await w.as('ada').patch('/api/agency', details, { ifMatch: version })).status, 409)
  assert.equal((await w.as('ada').patch('/api/agency', { ...details, timeZone: 'Mars/Olympus' }, { ifMatch: version + 1 })).status, 400)
  assert.equal((await w.as('maya').patch('/api/agency', details, { ifMatch: version + 1 })).status, 403)
})

test('201 a supervisor excludes a colleague from a client, who then does not exist for them; the end of it brings the client back', async () => {
  const { clientId, caseId } = await w.openCase()
  await w.asOwner(`insert into case_team (agency_id, id, case_id, staff_id, role, reason) values ($1, $2, $3, $4, 'member', 'covers')`, [w.agencyId, crypto.randomUUID(), caseId, w.staffId.quinn])
  const url = `/api/clients/${clientId}/exclusions`
  assert.equal((await w.as('quinn').get(url)).status, 200)
  assert.equal((await w.as('maya').post(url, { staffId: w.staffId.quinn, reason: 'Her sister' })).body.code, 'exclusion.not-yours')
  assert.equal((await w.as('omar').post(url, { staffId: w.staffId.maya, reason: 'Her sister' })).body.code, 'exclusion.answers-for-case')
  const made = await w.as('omar').post(url, { staffId: w.staffId.quinn, reason: 'Her sister' })
  assert.equal(made.status, 201)
  assert.equal((await w.as('quinn').get(url)).status, 404)
  assert.equal((await w.as('omar').get(url)).body[0].staffName, 'Quinn Abel')
  assert.equal((await w.as('omar').post(`${url}/${made.body.id}/end`)).status, 204)
  assert.equal((await w.as('quinn').get(url)).status, 200)
})

test('201 somebody who knows the client steps back themselves, and is told nothing more', async () => {
  const { clientId } = await w.openCase()
  const stepped = await w.as('ines').post(`/api/clients/${clientId}/exclusions`, { staffId: w.staffId.ines, reason: 'My neighbour' })
  assert.equal(stepped.status, 201)
  assert.equal((await w.as('ines').get(`/api/clients/${clientId}/exclusions`)).status, 404)
  await assert.rejects(w.asOwner('update exclusion set reason = $1 where id = $2', ['other', stepped.body.id]), /exclusion.is-ended-not-rewritten/)
  await assert.rejects(w.asOwner(`insert into exclusion (agency_id, id, staff_id, client_id, reason) values ($1, $2, $3, $4, 'again')`, [w.agencyId, crypto.randomUUID(), w.staffId.ines, clientId]), /one_exclusion_of_a_person_from_a_client/)
  await assert.rejects(w.asOwner(`insert into exclusion (agency_id, id, staff_id, client_id, reason) values ($1, $2, $3, $4, 'hers')`, [w.agencyId, crypto.randomUUID(), w.staffId.maya, clientId]), /exclusion.answers-for-case/)
})
