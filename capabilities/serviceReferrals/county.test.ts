import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '../../platform/db.ts'
import { world, type World } from '../../test/world.ts'
import { makeEntry, runAs } from '../directory/entry.testing.ts'
import { behindLink, sent } from './referring.testing.ts'

let w: World
before(async () => {
  w = await world()
})
after(() => w.close())

test('INV-38 a referral and what could not be met say the county of the place asked, as the directory has it; elsewhere none is guessed', async () => {
  const { caseId } = await w.openCase({})
  const made = await makeEntry(w, { name: 'River Clinic' })
  const asked = (serviceAtLocationId: string | null) => ({ performer: { kind: 'service', serviceId: made.serviceId, serviceAtLocationId } })
  const refer = async (wanted: object) => {
    const { id, code } = await sent(w, caseId, wanted)
    assert.equal((await behindLink(w, code, '/answers', { to: 'rejected', reasonCode: 'no-capacity' })).status, 201)
    const [row] = await w.asOwner('select r.county, u.county as unmet from service_referral r join unmet_need u on u.service_referral_id = r.id where r.id = $1', [id])
    return [row.county, row.unmet]
  }
  assert.deepEqual(await refer(asked(made.atId)), [null, null], 'the directory does not say it')
  await runAs(w, 'ada')(`insert into directory_detail (kind, id, location_id, body) values ('address', $1, $2, '{"address_1":"12 Elm Street","region":" Harbor County ","address_type":"physical"}')`, [newId(), made.locationId])
  assert.deepEqual(await refer(asked(made.atId)), ['Harbor County', 'Harbor County'])
  assert.deepEqual(await refer(asked(null)), [null, null])
  assert.deepEqual(await refer({}), [null, null])
})
