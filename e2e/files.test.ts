// A file comes to a client's record and opens again; a colleague who must not know the client no longer finds them.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessible, journey, picture, type Journey } from './browser.ts'

let j: Journey
let ids: { caseId: string; clientId: string }
let folder: string
const dataBefore = process.env.CONTINUUM_DATA
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-journey-'))
  process.env.CONTINUUM_DATA = folder
  j = await journey()
  ids = await j.w.openCase({ displayName: 'Linda Tran' })
})
after(async () => {
  if (dataBefore === undefined) delete process.env.CONTINUUM_DATA
  else process.env.CONTINUUM_DATA = dataBefore
  await j.close()
  await rm(folder, { recursive: true })
})

test('a PDF is added, listed, opened as it came, and marked as added in error', async () => {
  const page = await j.page('maya')
  await page.goto(`${j.url}/clients/${ids.clientId}/details`)
  const files = page.getByRole('region', { name: 'Files' })
  await files.getByText('No file yet.').waitFor()
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'IME report.pdf', mimeType: 'application/pdf', buffer: bytes })
  await files.getByRole('link', { name: 'IME report.pdf' }).waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('link', { name: 'IME report.pdf' }).click()])
  assert.equal(download.suggestedFilename(), 'IME report.pdf')
  assert.deepEqual(await readFile(await download.path()), bytes)
  await page.locator('input[type=file]').setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('<script>alert(1)</script>') })
  await files.getByRole('alert').getByText('This kind of file is not taken.').waitFor()
  await accessible(page)
  await picture(page, 'files')
  await files.getByRole('button', { name: 'IME report.pdf was added in error' }).click()
  await files.getByRole('button', { name: 'Yes, IME report.pdf does not belong here' }).click()
  await files.getByText('Entered in error').waitFor()
  await page.context().close()
})

test('a supervisor shuts a colleague out, and the client does not exist for them any more', async () => {
  await j.w.asOwner(`insert into case_team (agency_id, id, case_id, staff_id, role, reason) values ($1, $2, $3, $4, 'member', 'covers')`, [j.w.agencyId, crypto.randomUUID(), ids.caseId, j.w.staffId.zoe])
  const zoe = await j.page('zoe')
  await zoe.goto(`${j.url}/clients/${ids.clientId}/story`)
  await zoe.getByRole('heading', { level: 1, name: 'Linda Tran' }).waitFor()
  const page = await j.page('omar')
  await page.goto(`${j.url}/clients/${ids.clientId}/details`)
  await page.getByRole('button', { name: 'Shut somebody out' }).click()
  await page.getByRole('combobox', { name: 'Colleague' }).click()
  await page.getByRole('option', { name: /Zoe Park/ }).click()
  await page.getByLabel('Why, in a few words').fill('Her sister')
  await page.getByRole('button', { name: 'Shut out' }).click()
  await page.getByRole('list', { name: 'Colleagues who must not know' }).getByText('Zoe Park').waitFor()
  await zoe.reload()
  await zoe.getByText('There is nobody at this address whom you work with.').waitFor()
  assert.ok(!(await zoe.content()).includes('Linda'))
  await page.context().close()
  await zoe.context().close()
})
