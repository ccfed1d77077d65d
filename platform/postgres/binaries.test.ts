// The npm package as npm leaves it: without its links, or where the server's user may not go.
import assert from 'node:assert/strict'
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { after, test } from 'node:test'
import { findBinaries } from './binaries.ts'
import { mayEnter, postgresIdentity } from './identity.ts'

const identity = postgresIdentity()
const native = dirname(dirname(findBinaries(identity).postgres))
const top = mkdtempSync(join(tmpdir(), 'ground-programs-'))
after(() => rmSync(top, { recursive: true, force: true }))

function packageWithoutLinks(name: string): string {
  const copy = join(top, name, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  chmodSync(top, 0o755)
  return copy
}

test('links that the install script did not make are made, each as the package lists it', () => {
  const copy = packageWithoutLinks('unlinked')
  const listed: { target: string }[] = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8'))
  assert.ok(listed.some(({ target }) => !existsSync(join(copy, '..', target))))
  const found = findBinaries(identity, copy, join(top, 'unused'))
  assert.match(found.version, /PostgreSQL\) 18\./)
  assert.equal(found.postgres, join(copy, 'bin', 'postgres'))
  assert.deepEqual(
    listed.filter(({ target }) => !existsSync(join(copy, '..', target))),
    [],
  )
})

test('a user without rights is seen as unable to enter', () => {
  const closed = mkdtempSync(join(tmpdir(), 'ground-closed-'))
  assert.equal(mayEnter(closed, { uid: 4_000_000, gid: 4_000_000 }), false)
  assert.equal(mayEnter(sep, { uid: 4_000_000, gid: 4_000_000 }), true)
  rmSync(closed, { recursive: true })
})

if (identity) {
  test('programs under a folder that nobody may enter are copied out once, and run from there', () => {
    const copy = packageWithoutLinks('closed')
    chmodSync(dirname(copy), 0o700)
    const place = join(top, 'shelter')
    const found = findBinaries(identity, copy, place)
    assert.ok(found.postgres.startsWith(place))
    const made = lstatSync(found.postgres).ctimeMs
    assert.equal(lstatSync(findBinaries(identity, copy, place).postgres).ctimeMs, made)
  })

  test('a damaged copy is replaced', () => {
    const copy = join(top, 'closed', 'native')
    const place = join(top, 'shelter')
    rmSync(join(place, 'programs', 'native', 'lib'), { recursive: true })
    assert.match(findBinaries(identity, copy, place).version, /18\./)
  })
}

test('a machine without a built-in PostgreSQL is told to use DATABASE_URL', () => {
  assert.throws(() => findBinaries(undefined, join(top, 'nothing-here'), join(top, 'nowhere')), /DATABASE_URL|no such file/i)
})
