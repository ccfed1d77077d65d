// No search of the directory scans a large table or touches more pages than its budget, whatever it asks. Here among some services;
// `npm run bench -- directory` asks the same of a hundred thousand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { world, type World } from '../test/world.ts'
import { complaintsOfSearch, searchBudget } from './searchPlans.ts'
import { questions, writeServices } from './services.ts'

let w: World
before(async () => {
  w = await world()
  await writeServices(w, 1200)
})
after(() => w.close())

test('every shape of a search is answered from the indexes, within its budget of pages', async () => {
  assert.equal(questions.length, 16)
  assert.deepEqual(await complaintsOfSearch(w, searchBudget), [])
})

test('the check can fail: a smaller budget is exceeded', async () => {
  assert.match((await complaintsOfSearch(w, 20)).join(), /two words near touches \d+ pages/)
})

test('among a hundred thousand services', { skip: 'asked by `npm run bench -- directory`, which writes them' }, () => {})
