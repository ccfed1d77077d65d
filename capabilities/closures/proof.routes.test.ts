// The appendix of a signed summary: its figures, read from the paper, lead from each act to the signed root.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { readCheckpoint } from '../../platform/audit/checkpoint.ts'
import { sealEverything, sealerOf } from '../../platform/audit/testing/sealing.ts'
import { includes } from '../../platform/audit/tree.ts'
import { world, type World } from '../../test/world.ts'

let w: World
before(async () => {
  w = await world()
  await w.setClock('2027-08-31T14:00:00Z')
})
after(() => w.close())

const textOf = async (pdf: Uint8Array) => (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text
const narrative = 'She told me how the week went; her sugar was steady and she walked each day.'

/** A signed summary of a case with one signed note. */
async function signedCase(): Promise<{ pdf: string }> {
  const { caseId } = await w.openCase({ displayName: 'Linda Tran' })
  const path = `/api/cases/${caseId}`
  const noted = await w.as('maya').post(`${path}/contacts`, {
    sign: true, kind: 'completed', mode: 'phone', occurredAt: '2027-08-31T13:00:00Z', durationMinutes: 20, narrative, nextStep: 'Close',
  })
  assert.equal(noted.status, 201, JSON.stringify(noted.body))
  const closing = await w.as('maya').post(`${path}/closing`, { reason: 'goals_achieved', explanation: 'Done.', clientToldOn: '2027-08-20', clientView: 'agrees' })
  assert.equal(closing.status, 201, JSON.stringify(closing.body))
  await w.as('maya').patch(`${path}/closure`, {
    course: 'Seven months.', agreementWords: 'I can do this', selfManagement: 'Checks', warningSigns: 'Swelling', aftercare: 'Dr. Lee', reengagement: 'Call', disposition: 'home-with-services', time: 'billed', outcomesMissingReason: 'Declined',
  }, { ifMatch: 0 })
  const signed = await w.as('maya').post(`${path}/closure/signature`)
  assert.equal(signed.status, 201, JSON.stringify(signed.body))
  return { pdf: `${path}/closure/pdf` }
}

test('200 the paper proves the case’s acts and each signed note, and is the same when printed again', async () => {
  const { pdf } = await signedCase()
  const before = await w.as('maya').get(pdf)
  assert.doesNotMatch(await textOf(before.body), /Appendix/, 'nothing is sealed yet')
  const seal = sealerOf(w)
  await sealEverything(seal)
  const first = await w.as('maya').get(pdf)
  const text = await textOf(first.body)
  const joined = text.replaceAll(/\s+/g, '')
  assert.match(text, /Appendix: proof of this record/)
  assert.ok(joined.includes(createHash('sha256').update(narrative).digest('hex')), 'the note’s words are bound')
  const [, origin = '', size = '', root = ''] = /(continuum\/\w+\/audit\/[0-9a-f-]{36})\s+(\d+)\s+([A-Za-z0-9+/]{43}=)/.exec(text) ?? []
  const tree = readCheckpoint(`${origin}\n${size}\n${root}\n`)
  assert.ok(tree, text.slice(-1500))
  const acts = [...joined.matchAll(/leaf(\d+)(?:SHA-256ofwhatwassigned:[0-9a-f]{64})?hash:([0-9a-f]{64})path:((?:[A-Za-z0-9+/]{43}=)*)/g)]
  assert.ok(acts.length >= 3, `${acts.length} acts: ${joined.slice(-900)}`)
  for (const [, index, leaf = '', path = ''] of acts) {
    const proof = (path.match(/.{44}/g) ?? []).map((hash) => Buffer.from(hash, 'base64'))
    assert.ok(includes({ leaf: Buffer.from(leaf, 'hex'), index: Number(index), size: tree.size, proof, root: tree.root }))
    assert.ok(!includes({ leaf: createHash('sha256').update(leaf).digest(), index: Number(index), size: tree.size, proof, root: tree.root }))
  }
  await sealEverything(seal)
  const again = await w.as('maya').get(pdf)
  assert.deepEqual(Buffer.from(again.body), Buffer.from(first.body), 'also when the tree has grown')
  assert.match(await textOf((await w.as('maya').get(`${pdf}?language=es`)).body), /Apéndice: prueba de este expediente/)
})
