// The witness over HTTP: it cosigns what grew from what it knows and refuses another history; the file is read as it was written.
import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { writeAudit } from '../events.ts'
import { openCheckpoint } from './checkpoint.ts'
import { newKeyring, trustedOf } from './keys.ts'
import { sealEverything, sealerOf } from './testing/sealing.ts'
import { grewFrom } from './tree.ts'
import { httpWitness, readWitness } from './witness.ts'

let w: World
before(async () => void (w = await world()))
after(() => w.close())
const write = () => w.work('maya', (work) => writeAudit(work, 'read x', { entity: 'client', id: null }, null, {}))

/** Another installation's witness, as c2sp.org/tlog-witness says: remembers size and root, checks the proof, answers a cosignature. */
async function witnessFor(trusted = trustedOf(w.database.keys)) {
  const known = new Map<string, { size: number; root: Buffer }>()
  const { privateKey } = generateKeyPairSync('ed25519')
  const refusals: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const say = (status: number, text = '') =>
        void (status !== 200 && refusals.push(status), response.writeHead(status).end(text))
      const [head = '', ...rest] = body.split('\n\n')
      const [first = '', ...proof] = head.split('\n')
      const checkpoint = openCheckpoint(rest.join('\n\n'), trusted)
      if (!checkpoint) return say(403)
      const { origin, size, root } = checkpoint
      const last = known.get(origin)
      const old = Number(first.replace('old ', ''))
      if (old !== (last?.size ?? 0)) return say(409, String(last?.size ?? 0))
      if (
        last &&
        !grewFrom({
          earlier: last.size,
          earlierRoot: last.root,
          size,
          root,
          proof: proof.map((each) => Buffer.from(each, 'base64')),
        })
      )
        return say(422)
      known.set(origin, { size, root })
      say(200, `— witness.example ${sign(null, Buffer.from(rest.join()), privateKey).toString('base64')}\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, known, refusals, close: () => server.close() }
}

test('each checkpoint is cosigned after its consistency proof, also by a witness that knows more than we remember', async () => {
  const other = await witnessFor()
  const kept: string[] = []
  const seal = sealerOf(w)
  for (let round = 0; round < 3; round++) {
    // A new witness object each time: as after a restart, it must ask where the other stands.
    const withOther = { ...seal, witnesses: [httpWitness(other.url, (_, note) => kept.push(note))] }
    await write()
    await sealEverything(withOther)
    await write()
    await sealEverything(withOther)
  }
  assert.deepEqual(seal.alarms, [])
  assert.ok(kept.length >= 6 && kept.every((note) => note.includes('\n— witness.example ')))
  const [state] = await w.asOwner('select size from audit_seal where agency_id = $1', [w.agencyId])
  assert.deepEqual(
    [...other.known.values()].map(({ size }) => size),
    [Number(state.size)],
  )
  assert.ok(other.refusals.every((status) => status === 409))
  other.close()
})

test('a rewritten history is refused by the witness, and that sounds the alarm', async () => {
  const other = await witnessFor()
  const seal = sealerOf(w)
  const withOther = { ...seal, witnesses: [httpWitness(other.url, () => {})] }
  await write()
  await sealEverything(withOther)
  for (const known of other.known.values()) known.root = Buffer.alloc(32, 7)
  await write()
  await sealEverything(withOther)
  assert.match(seal.alarms.join(), /refused checkpoint \d+: 422/)
  assert.ok(other.refusals.includes(422))
  other.close()
})

test('a witness that does not know our key refuses, and sealing goes on', async () => {
  const other = await witnessFor(trustedOf(newKeyring()))
  const seal = sealerOf(w)
  await write()
  await sealEverything({ ...seal, witnesses: [httpWitness(other.url, () => {})] })
  assert.match(seal.alarms.join(), /refused checkpoint \d+: 403/)
  other.close()
})

test('the file is read back note by note, and a last one that was cut off is left out', async () => {
  const seal = sealerOf(w)
  await write()
  await sealEverything(seal)
  const { deployment } = w.database.keys
  const whole = readWitness(seal.folder, deployment, w.agencyId)
  assert.ok(whole.length > 0 && whole.every((note) => openCheckpoint(note, trustedOf(w.database.keys))))
  appendFileSync(join(seal.folder, deployment, `${w.agencyId}.notes`), 'continuum/x/audit/y\n12\nAAAA')
  assert.deepEqual(readWitness(seal.folder, deployment, w.agencyId), whole)
})
