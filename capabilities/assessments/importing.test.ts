// Bringing in questionnaires, as rules: what is read, what is named as unaskable, what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptReading, readQuestionnaire } from './importing.ts'
import { shippedInstruments } from './instrument.shipped.ts'
import { allItems } from './questionnaire.ts'

const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'accepted'
}
const imported = (item: object[], more: object = {}) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Brought in',
  item,
  ...more,
})

test('the shipped instruments pass the same door as an imported one', () => {
  for (const { questionnaire } of shippedInstruments()) assert.deepEqual(readQuestionnaire(questionnaire).unsupported, [])
})

test('import names each item it cannot ask, and asks nothing silently away', () => {
  const reading = readQuestionnaire(
    imported([
      { linkId: '1', type: 'attachment', text: 'Photo of the wound', required: true },
      { linkId: '2', type: 'choice', text: 'Colour', answerValueSet: 'http://elsewhere/list' },
      { linkId: '3', type: 'boolean', enableWhen: [{ question: 'gone', operator: 'exists', answerBoolean: true }] },
      { linkId: '4', type: 'boolean', text: 'Fine' },
    ]),
  )
  assert.deepEqual(
    reading.unsupported.map((each) => each.linkId),
    ['1', '2', '3'],
  )
  assert.equal(
    codeOf(() => acceptReading(reading, false)),
    'instrument.unsupported',
  )
  assert.deepEqual(
    acceptReading(reading, true).item.map(({ type, text }) => [type, text]),
    [
      ['display', 'Not asked here: Photo of the wound'],
      ['display', 'Not asked here: Colour'],
      ['display', 'Not asked here: 3'],
      ['boolean', 'Fine'],
    ],
  )
})

test('import keeps answer lists that travel inside the file', () => {
  const contained = [
    {
      resourceType: 'ValueSet',
      id: 'yn',
      compose: {
        include: [
          {
            system: 'urn:x',
            concept: [
              { code: 'y', display: 'Yes' },
              { code: 'n', display: 'No' },
            ],
          },
        ],
      },
    },
  ]
  const { questionnaire, unsupported } = readQuestionnaire(
    imported([{ linkId: 'g', type: 'group', item: [{ linkId: '1', type: 'choice', answerValueSet: '#yn' }] }], { contained }),
  )
  assert.deepEqual(unsupported, [])
  assert.deepEqual(
    allItems(questionnaire.item)[1]?.answerOption?.map((each) => each.valueCoding?.display),
    ['Yes', 'No'],
  )
})

test('import refuses what is no questionnaire, and one whose questions cannot be told apart', () => {
  assert.equal(
    codeOf(() => readQuestionnaire({ resourceType: 'Patient' })),
    'instrument.not-a-questionnaire',
  )
  assert.equal(
    codeOf(() => readQuestionnaire('nonsense')),
    'instrument.not-a-questionnaire',
  )
  assert.equal(
    codeOf(() =>
      readQuestionnaire(
        imported([
          { linkId: '1', type: 'text' },
          { linkId: '1', type: 'text' },
        ]),
      ),
    ),
    'instrument.link-ids',
  )
})

test('import refuses a form of which nothing can be asked, and knows an option by its words where it has no code', () => {
  const photo = imported([{ linkId: '1', type: 'attachment' }])
  assert.equal(
    codeOf(() => acceptReading(readQuestionnaire(photo), true)),
    'instrument.nothing-to-ask',
  )
  const { questionnaire } = readQuestionnaire(
    imported([{ linkId: '1', type: 'choice', answerOption: [{ valueCoding: { display: 'Yes' } }] }]),
  )
  assert.equal(questionnaire.item[0]?.answerOption?.[0]?.valueCoding?.code, 'Yes')
})
