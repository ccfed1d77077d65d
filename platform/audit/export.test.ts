// A third party's verification: the script of docs/audit.md, run by Python and OpenSSL over an export, accepts ours and refuses a changed one.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { announce, writeAudit } from '../events.ts'
import { exportAudit } from './export.ts'
import { sealEverything, sealerOf } from './testing/sealing.ts'

let w: World
let caseId: string
const folder = mkdtempSync(join(tmpdir(), 'continuum-export-'))
const [, script = ''] = /```python\n([\s\S]*?)```/.exec(readFileSync('docs/audit.md', 'utf8')) ?? []

before(async () => {
  w = await world()
  ;({ caseId } = await w.openCase())
  const seal = sealerOf(w)
  for (const round of [1, 2, 3]) {
    for (let n = 0; n < 40 * round; n++)
      await w.work('maya', (work) => writeAudit(work, 'read ñ', { entity: 'client', id: null }, null, { words: `ä “${n}”`, n }))
    await w.onCase('maya', caseId, (work) => announce(work, 'goal.ended', { entity: 'goal', id: caseId, version: round }))
    await sealEverything(seal)
  }
  rmSync(seal.folder, { recursive: true })
})
after(async () => {
  rmSync(folder, { recursive: true })
  await w.close()
})

const write = (to: string, ofCase?: string) =>
  w.work('system', ({ tx }) => exportAudit(tx, w.database.keys, join(folder, to), ofCase))
const here = ['python3', 'openssl'].every(
  (tool) => spawnSync(tool, ['--version']).status === 0 || spawnSync(tool, ['version']).status === 0,
)
const verifyWithPython = (t: TestContext, from: string) => {
  if (!here) return t.diagnostic('python3 or openssl is not here: the script of docs/audit.md was not run')
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script, join(folder, from)], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('everything that is sealed is exported with proofs, and Python and OpenSSL agree', async (t) => {
  const exported = await write('all')
  assert.equal(exported.events, exported.size)
  assert.ok(exported.events > 240 && exported.checkpoints >= 3)
  const verdict = verifyWithPython(t, 'all')
  if (verdict)
    assert.match(
      verdict.said,
      new RegExp(
        `^${exported.events} events are in the tree of ${exported.size}, 0 payloads removed; ${exported.checkpoints} checkpoints`,
      ),
    )
})

test('a case’s audit alone is proven in the same tree', async (t) => {
  const exported = await write('case', caseId)
  assert.equal(exported.events, 3)
  const verdict = verifyWithPython(t, 'case')
  if (verdict) assert.match(verdict.said, /^3 events are in the tree/)
})

/** One line of an exported file, changed. */
const spoilt: [string, string, (text: string) => string, RegExp][] = [
  ['an act', 'events.jsonl', (text) => text.replace('"read ñ"', '"read n"'), /is not in the tree/],
  ['a payload', 'events.jsonl', (text) => text.replace('“7”', '“8”'), /a payload was changed/],
  ['an order', 'events.jsonl', (text) => text.replace('"index":5,', '"index":6,'), /is not in the tree/],
  [
    'a checkpoint',
    'checkpoints.txt',
    (text) => text.replace(/\n(\d+)\n/, (_, size: string) => `\n${Number(size) + 1}\n`),
    /a checkpoint is not signed/,
  ],
  [
    'a history',
    'consistency.jsonl',
    (text) => text.replace(/"proof":\["[^"]{6}/, (start) => `${start.slice(0, -2)}${start.endsWith('AA') ? 'BB' : 'AA'}`),
    /history was rewritten/,
  ],
]
for (const [what, file, spoil, complaint] of spoilt)
  test(`the script finds ${what} that was changed`, async (t) => {
    await write(what)
    const path = join(folder, what, file)
    const text = readFileSync(path, 'utf8')
    assert.notEqual(spoil(text), text)
    writeFileSync(path, spoil(text))
    const verdict = verifyWithPython(t, what)
    if (!verdict) return
    assert.notEqual(verdict.status, 0)
    assert.match(verdict.said, complaint)
  })
