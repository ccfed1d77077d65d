// Every FHIR Questionnaire of the reference data is read: what can be asked is asked, what cannot is named, none is refused as unreadable.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { progressOf } from '../capabilities/assessments/answer.ts'
import { readQuestionnaire } from '../capabilities/assessments/importing.ts'
import { scoresFor } from '../capabilities/assessments/score.calculated.ts'

const folder = new URL('../../shared/data/', import.meta.url).pathname
const skip = existsSync(folder) ? false : 'there is no ../shared with the reference questionnaires here'
const found = skip
  ? []
  : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /questionnaire/i.test(file) && file.endsWith('.json'),
    )
const resources = found
  .map((file) => ({ file, resource: JSON.parse(readFileSync(join(folder, file), 'utf8')) }))
  .filter(({ resource }) => resource.resourceType === 'Questionnaire')

test(
  'every reference questionnaire is read, its unaskable items named with a reason, and nothing answered is never a score',
  { skip },
  async () => {
    assert.ok(resources.length >= 25, `${resources.length} questionnaires found`)
    for (const { file, resource } of resources) {
      const { questionnaire, unsupported } = readQuestionnaire(resource)
      for (const { linkId, why } of unsupported) assert.ok(linkId && why, file)
      assert.equal(progressOf(questionnaire.item, {}).settled, 0, file)
      for (const score of await scoresFor(questionnaire, {}))
        if (score.missing > 0) assert.deepEqual([score.value, score.scorable], [null, false], file)
    }
  },
)

test('most of them can be asked whole', { skip }, () => {
  const whole = resources.filter(({ resource }) => readQuestionnaire(resource).unsupported.length === 0)
  assert.ok(whole.length / resources.length > 0.6, `${whole.length} of ${resources.length}`)
})
