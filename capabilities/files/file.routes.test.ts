// Files over HTTP: taken, opened and refused as their case or client is.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n')
let w: World
let folder: string
const dataBefore = process.env.CONTINUUM_DATA
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-routes-'))
  process.env.CONTINUUM_DATA = folder
  w = await world()
})
after(async () => {
  if (dataBefore === undefined) delete process.env.CONTINUUM_DATA
  else process.env.CONTINUUM_DATA = dataBefore
  await w.close()
  await rm(folder, { recursive: true })
})

test('201 a file is added to a case, listed, and comes back as it was, as a download that no browser runs', async () => {
  const { caseId, clientId } = await w.openCase()
  const added = await w.as('maya').upload(`/api/cases/${caseId}/files`, { name: 'IME report – Delgado.pdf', bytes: pdf, type: 'text/html' })
  assert.deepEqual([added.status, added.body.mediaType, added.body.sizeBytes, added.body.name], [201, 'application/pdf', pdf.length, 'IME report – Delgado.pdf'])
  assert.equal((await w.as('maya').get(`/api/cases/${caseId}/files`)).body[0].id, added.body.id)
  assert.equal((await w.as('maya').get(`/api/clients/${clientId}/files`)).body[0].id, added.body.id)
  const opened = await w.as('maya').get(`/api/files/${added.body.id}`)
  assert.deepEqual([opened.status, Buffer.compare(opened.body, pdf)], [200, 0])
  assert.equal(opened.headers['content-type'], 'application/pdf')
  assert.match(String(opened.headers['content-disposition']), /^attachment; filename\*=UTF-8''IME%20report/)
  assert.equal(opened.headers['x-content-type-options'], 'nosniff')
  assert.match(String(opened.headers['content-security-policy']), /^sandbox/)
  const audit = await w.asOwner(`select action from audit_event where entity_id = $1 order by id`, [added.body.id])
  assert.deepEqual(audit.map((each) => each.action), ['file.added', 'file.opened'])
  const story = await w.asOwner(`select type, details->>'name' as name from case_event where entity_id = $1`, [added.body.id])
  assert.deepEqual(story, [{ type: 'file.added', name: 'IME report – Delgado.pdf' }])
})

test('404 a file is known to those who may know its case: not to a colleague, not to another agency', async () => {
  const { caseId } = await w.openCase()
  const { body } = await w.as('maya').upload(`/api/cases/${caseId}/files`, { name: 'a.pdf', bytes: pdf })
  for (const person of ['zoe', 'bea'] as const) {
    assert.equal((await w.as(person).get(`/api/files/${body.id}`)).status, 404, person)
    assert.equal((await w.as(person).post(`/api/files/${body.id}/void`, { reason: 'mine now' })).status, 404, person)
    assert.equal((await w.as(person).upload(`/api/cases/${caseId}/files`, { name: 'a.pdf', bytes: pdf })).status, 404, person)
  }
  assert.equal((await w.as('omar').get(`/api/files/${body.id}`)).status, 200)
  assert.equal((await w.as('maya').get(`/api/files/${crypto.randomUUID()}`)).status, 404)
})

test('403 quality reads but does not add; administrators see no client’s file', async () => {
  const { caseId } = await w.openCase()
  assert.equal((await w.as('quinn').upload(`/api/cases/${caseId}/files`, { name: 'a.pdf', bytes: pdf })).status, 403)
  const { body } = await w.as('maya').upload(`/api/cases/${caseId}/files`, { name: 'a.pdf', bytes: pdf })
  assert.ok([403, 404].includes((await w.as('ada').get(`/api/files/${body.id}`)).status))
})

test('415 a page that calls itself text is refused and nothing is stored', async () => {
  const { caseId, clientId } = await w.openCase()
  const refused = await w.as('maya').upload(`/api/cases/${caseId}/files`, { name: 'note.txt', bytes: Buffer.from('<html><script>1</script>'), type: 'text/plain' })
  assert.deepEqual([refused.status, refused.body.code], [415, 'file.type'])
  assert.deepEqual((await w.as('maya').get(`/api/clients/${clientId}/files`)).body, [])
  assert.equal((await w.as('maya').post(`/api/cases/${caseId}/files`, { name: 'x' })).status, 415)
})

test('201 a file of the person, without a case; 410 once it was entered in error, and its row says why', async () => {
  const { clientId } = await w.openCase()
  const { body } = await w.as('maya').upload(`/api/clients/${clientId}/files`, { name: 'card.csv', bytes: Buffer.from('a,b\n') })
  assert.deepEqual([body.caseId, body.mediaType], [null, 'text/csv'])
  const voided = await w.as('maya').post(`/api/files/${body.id}/void`, { reason: 'Another person’s card' })
  assert.deepEqual([voided.status, voided.body.voidReason], [201, 'Another person’s card'])
  assert.equal((await w.as('maya').get(`/api/files/${body.id}`)).status, 410)
  assert.equal((await w.as('maya').post(`/api/files/${body.id}/void`, { reason: 'again' })).status, 409)
})

test('the same key adds one file', async () => {
  const { caseId } = await w.openCase()
  const form = () => {
    const boundary = 'x'.repeat(20)
    return { payload: Buffer.concat([Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`), pdf, Buffer.from(`\r\n--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` }
  }
  const send = () => w.app.inject({ method: 'POST', url: `/api/cases/${caseId}/files`, payload: form().payload, headers: { cookie: w.cookieOf('maya'), 'content-type': form().type, 'idempotency-key': 'the-same-upload' } })
  assert.equal((await send()).json().id, (await send()).json().id)
  assert.equal((await w.as('maya').get(`/api/cases/${caseId}/files`)).body.length, 1)
})

test('the database keeps a file as it came', async () => {
  const { caseId } = await w.openCase()
  const other = await w.openCase()
  const { body } = await w.as('maya').upload(`/api/cases/${caseId}/files`, { name: 'a.pdf', bytes: pdf })
  await assert.rejects(w.asOwner(`update file set name = 'b.pdf' where id = $1`, [body.id]), /file.stays-as-it-came/)
  await assert.rejects(w.asOwner(`update file set sha256 = '\\x00' where id = $1`, [body.id]), /file.stays-as-it-came|digest/)
  await assert.rejects(w.asOwner(`update file set voided_at = now() where id = $1`, [body.id]), /a_voided_file_says_why/)
  const insert = (changes: object) => {
    const row = { agency_id: w.agencyId, id: crypto.randomUUID(), client_id: other.clientId, case_id: other.caseId, owner_type: 'case', owner_id: other.caseId, name: 'a', media_type: 'text/plain', size_bytes: 1, sha256: Buffer.alloc(32), ...changes }
    return w.asOwner(`insert into file (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(row))
  }
  await insert({})
  await assert.rejects(insert({ media_type: 'text/html' }), /a_file_is_of_a_kind_that_is_taken/)
  await assert.rejects(insert({ sha256: Buffer.alloc(20) }), /a_file_has_a_digest_of_its_bytes/)
  await assert.rejects(insert({ case_id: caseId }), /a_file_is_of_its_cases_client/)
})
