// Instruments over HTTP: what is offered, what an administrator may bring in, and the licence gate down to the tables.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { world, type World } from '../../test/world.ts'
import { shippedInstrumentIds, shippedInstruments } from './instrument.shipped.ts'
import { begin, bringIn, instruments, moca, sleepCheck } from './instrument.testing.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('200 every shipped instrument is offered to a new agency, with licence and attribution, without its questions in the list', async () => {
  const { status, body } = await w.as('maya').get('/api/instruments')
  assert.equal(status, 200)
  for (const { id } of shippedInstruments()) {
    const line = body.find((each: { id: string }) => each.id === id)
    assert.ok(line.attribution.length > 10)
    assert.equal(line.questionnaire, undefined)
  }
  assert.deepEqual((await w.as('bea').get('/api/instruments')).body.length, body.length)
})

test('201 an administrator brings in a questionnaire; its calculated value is scored by its own FHIRPath, and not at all while an answer is missing', async () => {
  const { status, body } = await bringIn(w, sleepCheck())
  assert.equal(status, 201)
  const { caseId } = await w.openCase()
  const score = async (second: object) => {
    const { url, reply } = await begin(w, caseId, body.id)
    assert.equal(reply.status, 201)
    await w
      .as('maya')
      .put(`${url}/responses/q1`, { answer: [{ valueCoding: { system: 'urn:x', code: 'much' } }], seenVersion: 0 })
    await w.as('maya').put(`${url}/responses/q2`, { answer: null, seenVersion: 0, ...second })
    assert.equal((await w.as('maya').post(`${url}/completion`)).status, 201)
    const [made] = (await w.as('maya').get(url)).body.scores
    return [made.value, made.scorable, made.missing, made.agrees]
  }
  assert.deepEqual(await score({ answer: [{ valueCoding: { system: 'urn:x', code: 'some' } }] }), [3, true, 0, true])
  assert.deepEqual(await score({ notAskedReason: 'refused' }), [null, false, 1, true])
})

test('INV-19 the same version is brought in once; a change needs a new version', async () => {
  const form = (version: string) => sleepCheck({ url: 'urn:test:versions', version })
  assert.equal((await bringIn(w, form('1'))).status, 201)
  const again = await bringIn(w, form('1'))
  assert.deepEqual([again.status, again.body.code], [409, 'instrument.version-known'])
  assert.equal((await bringIn(w, form('1.1'))).status, 201)
  const phq9 = shippedInstruments().find((each) => each.id === shippedInstrumentIds.phq9)?.questionnaire
  assert.equal((await bringIn(w, phq9 ?? {})).body.code, 'instrument.version-known')
})

test('422 items that cannot be asked are listed, and accepted knowingly', async () => {
  const odd = sleepCheck({
    url: 'urn:test:odd',
    item: [
      { linkId: 'a', type: 'attachment', text: 'A photo' },
      { linkId: 'b', type: 'boolean', text: 'Well?' },
    ],
  })
  const refused = await bringIn(w, odd)
  assert.deepEqual([refused.status, refused.body.code, refused.body.issues[0].path], [422, 'instrument.unsupported', 'a'])
  const preview = await w.as('ada').post(`${instruments}/preview`, { questionnaire: odd })
  assert.equal(preview.body.unsupported.length, 1)
  const accepted = await bringIn(w, odd, { acceptUnsupported: true })
  assert.deepEqual([accepted.status, accepted.body.questionnaire.item[0].type], [201, 'display'])
})

test('4xx what is no questionnaire is refused with the place of the fault; licence and attribution are always asked', async () => {
  assert.equal((await bringIn(w, { resourceType: 'Patient' })).body.code, 'instrument.not-a-questionnaire')
  assert.equal((await bringIn(w, sleepCheck({ item: [] }))).body.issues[0].path, 'item')
  assert.equal((await bringIn(w, sleepCheck({ url: 'urn:test:a' }), { attribution: ' ' })).status, 400)
  assert.equal((await bringIn(w, sleepCheck({ url: 'urn:test:a' }), { licence: undefined })).status, 400)
  assert.equal(
    (await bringIn(w, sleepCheck({ url: 'urn:test:a' }), { licence: 'licensed' })).body.code,
    'instrument.no-licence-note',
  )
})

test('403 only an administrator brings in or retires instruments', async () => {
  for (const person of ['maya', 'omar', 'quinn', 'bill', 'ines'] as const) {
    assert.equal((await w.as(person).post(instruments, {})).status, 403)
    assert.equal(
      (await w.as(person).patch(`${instruments}/${shippedInstrumentIds.phq9}`, { status: 'retired' }, { ifMatch: 1 })).status,
      403,
    )
  }
})

test('INV-23 an instrument that waits for its licence shows no question and cannot be asked until the licence is named', async () => {
  const { body } = await bringIn(w, sleepCheck({ url: 'urn:test:gated', title: 'Gated' }), { licence: 'awaiting-licence' })
  assert.equal((await w.as('ada').get(`${instruments}/${body.id}`)).body.questionnaire, null)
  const { caseId } = await w.openCase()
  assert.equal((await begin(w, caseId, body.id)).reply.body.code, 'instrument.awaiting-licence')
  assert.equal(
    (await w.as('ada').patch(`${instruments}/${body.id}`, { licence: 'licensed' }, { ifMatch: 1 })).body.code,
    'instrument.no-licence-note',
  )
  assert.equal(
    (
      await w
        .as('ada')
        .patch(
          `${instruments}/${body.id}`,
          { licence: 'licensed', licenceNote: 'Agreement 2026-14 with the publisher' },
          { ifMatch: 1 },
        )
    ).status,
    200,
  )
  assert.equal((await begin(w, caseId, body.id)).reply.status, 201)
})

test('INV-23 a score-only instrument keeps the number, the day and the person, and nothing else', async () => {
  const { body: instrument } = await moca(w)
  const { caseId } = await w.openCase()
  assert.equal((await begin(w, caseId, instrument.id)).reply.body.code, 'instrument.score-only')
  const record = (body: object) =>
    w.as('maya').post(`/api/cases/${caseId}/scores`, {
      id: randomUUID(),
      instrumentId: instrument.id,
      assessedOn: '2026-02-17',
      values: { total: 22 },
      ...body,
    })
  assert.equal((await record({ values: { total: 31 } })).body.code, 'score.outside-its-scale')
  assert.equal((await record({ values: { clock: 3 } })).body.code, 'score.unknown')
  assert.equal((await record({ values: {} })).body.code, 'score.unknown')
  assert.equal((await record({ assessedOn: '2999-01-01' })).body.code, 'score.in-the-future')
  assert.equal((await record({ instrumentId: shippedInstrumentIds.phq9 })).body.code, 'score.has-questions')
  const { status, body } = await record({})
  assert.equal(status, 201)
  const view = (await w.as('maya').get(`/api/cases/${caseId}/assessments/${body.id}`)).body
  assert.deepEqual(
    [view.scores[0].value, view.scores[0].band, view.assessedOn, view.completedBy, view.responses],
    [22, null, '2026-02-17', w.staffId.maya, []],
  )
  assert.equal(view.instrument.questionnaire, null)
})

test('200 a retired instrument is no longer offered for a new assessment; 409 to the second who changes it', async () => {
  const { body } = await bringIn(w, sleepCheck({ url: 'urn:test:retired' }))
  assert.equal(
    (await w.as('ada').patch(`${instruments}/${body.id}`, { status: 'retired' }, { ifMatch: 1 })).body.status,
    'retired',
  )
  const { caseId } = await w.openCase()
  assert.equal((await begin(w, caseId, body.id)).reply.body.code, 'instrument.retired')
  assert.equal((await w.as('ada').patch(`${instruments}/${body.id}`, { status: 'active' }, { ifMatch: 1 })).status, 409)
  assert.equal(
    (await w.as('ada').patch(`${instruments}/${shippedInstrumentIds.gad7}`, { status: 'retired' }, { ifMatch: 1 })).status,
    200,
  )
})

test('an agency’s instruments do not exist for another', async () => {
  const { body } = await bringIn(w, sleepCheck({ url: 'urn:test:ours', title: 'Ours alone' }))
  assert.ok(!(await w.as('bea').get('/api/instruments')).body.some((each: { id: string }) => each.id === body.id))
})
