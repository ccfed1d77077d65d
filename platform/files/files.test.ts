// What is taken and how it is kept: by bytes, not by name; once per content; never half.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { diskAt } from './disk.ts'
import { downloadName, kindOf, largestFileBytes } from './kind.ts'

const text = (words: string) => new TextEncoder().encode(words)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9])
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic'), Buffer.from([0, 0, 0, 0]), text('mif1heic')])

test('kinds are told by their bytes', async () => {
  assert.equal(await kindOf('scan', text('%PDF-1.7\n1 0 obj\n')), 'application/pdf')
  assert.equal(await kindOf('x.exe', png), 'image/png')
  assert.equal(await kindOf('photo', jpeg), 'image/jpeg')
  assert.equal(await kindOf('photo', heic), 'image/heic')
  assert.equal(await kindOf('notes.txt', text('Señora Tran called. Tiếng Việt.')), 'text/plain')
  assert.equal(await kindOf('list.CSV', text('a,b\n1,2\n')), 'text/csv')
})

test('what could run or is unknown is refused, whatever it is called', async () => {
  const refused: [string, Uint8Array][] = [
    ['scan.pdf', text('MZ\u0090\u0000\u0003')],
    ['page.txt', text('<!doctype html><script>alert(1)</script>')],
    ['p.txt', text('  <svg onload=alert(1)>')],
    ['p.csv', text('name\n<iframe src=x>')],
    ['picture.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['run.bat', text('del *.*')],
    ['notes', text('no ending')],
    ['binary.txt', Buffer.from([0x68, 0, 0x69])],
    ['latin.txt', Buffer.from([0xe9, 0x20, 0x6c])],
    ['x.zip', Buffer.concat([text('PK\u0003\u0004'), Buffer.alloc(60)])],
    ['run.txt', Buffer.from('7f454c46020101000000000000000000', 'hex')],
  ]
  for (const [name, bytes] of refused) await assert.rejects(kindOf(name, bytes), { code: 'file.type', status: 415 }, name)
  await assert.rejects(kindOf('x.pdf', new Uint8Array()), { code: 'file.empty' })
  await assert.rejects(kindOf('x.pdf', Buffer.concat([text('%PDF-1.7'), Buffer.alloc(largestFileBytes)])), {
    code: 'file.too-large',
    status: 413,
  })
})

test('any bytes get an allowed kind or a refusal, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.csv', 'a.pdf', 'a'), async (bytes, name) => {
      await kindOf(name, bytes).catch((refusal: { code?: string }) =>
        assert.ok(refusal.code?.startsWith('file.'), JSON.stringify(refusal)),
      )
    }),
  )
})

test('a download cannot mislead by its name', () => {
  assert.equal(downloadName('IME report.pdf', 'application/pdf'), 'IME report.pdf')
  assert.equal(downloadName('photo.JPEG', 'image/jpeg'), 'photo.JPEG')
  assert.equal(downloadName('../../etc/passwd', 'text/plain'), 'etc passwd.txt')
  assert.equal(downloadName('invoice\u202Efdp.exe', 'application/pdf'), 'invoice fdp.exe.pdf')
  assert.equal(downloadName('\r\n', 'image/png'), 'file.png')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) =>
      /^[^/\\:*?"<>|\p{Cc}]+\.pdf$/iu.test(downloadName(name, 'application/pdf')),
    ),
  )
})

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
after(() => rm(folder, { recursive: true }))

test('the same bytes are kept once in an agency, and apart from another agency’s', async () => {
  const disk = diskAt(folder)
  const first = await disk.keep('agency-a', png)
  assert.deepEqual(await disk.keep('agency-a', png), first)
  assert.deepEqual(Buffer.from(await disk.open('agency-a', first)), png)
  assert.equal((await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).length, 1)
  await assert.rejects(disk.open('agency-b', first))
  const path = join(folder, 'agency-a', first.toString('hex', 0, 1), first.toString('hex'))
  assert.equal((await stat(path)).mode & 0o077, 0, 'nobody else of this machine reads it')
})

test('damaged bytes are never given out', async () => {
  const disk = diskAt(folder)
  const digest = await disk.keep('agency-c', png)
  await writeFile(join(folder, 'agency-c', digest.toString('hex', 0, 1), digest.toString('hex')), Buffer.alloc(png.length))
  await assert.rejects(disk.open('agency-c', digest), /does not match/)
})
