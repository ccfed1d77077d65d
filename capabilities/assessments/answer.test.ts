// Skip logic, what an item accepts, and the answers that ask for help today.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnswer, progressOf, unsettledItems, visibleItems, weightOf, type Answers } from './answer.ts'
import { shippedInstruments } from './instrument.shipped.ts'
import { allItems, type Item } from './questionnaire.ts'
import { safetyConcernOf } from './safety.ts'

const form = (title: string) => shippedInstruments().find((each) => each.title === title)?.questionnaire ?? assert.fail(title)
const find = (title: string, linkId: string) =>
  allItems(form(title).item).find((each) => each.linkId === linkId) ?? assert.fail(linkId)
const loinc = 'http://loinc.org'
const coded = (code: string): Answers[string] => ({ answer: [{ valueCoding: { system: loinc, code } }], notAskedReason: null })
const yes: Answers[string] = { answer: [{ valueBoolean: true }], notAskedReason: null }
const shown = (items: Item[], answers: Answers) => visibleItems(items, answers).map((item) => item.linkId)

test('PHQ-9 asks how difficult it was only when something was checked off', () => {
  const { item } = form('PHQ-9')
  assert.ok(!shown(item, {}).includes('69722-7'))
  assert.ok(!shown(item, { '44250-9': coded('LA6568-5') }).includes('69722-7'))
  assert.ok(shown(item, { '44250-9': coded('LA6568-5'), '44260-8': coded('LA6569-3') }).includes('69722-7'))
})

test('an answer under a question that is no longer asked counts for nothing', () => {
  const items: Item[] = [
    { linkId: 'a', type: 'boolean' },
    { linkId: 'b', type: 'boolean', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
    { linkId: 'c', type: 'text', enableWhen: [{ question: 'b', operator: '=', answerBoolean: true }] },
  ]
  assert.deepEqual(shown(items, { a: yes, b: yes }), ['a', 'b', 'c'])
  assert.deepEqual(shown(items, { a: { answer: [{ valueBoolean: false }], notAskedReason: null }, b: yes }), ['a'])
})

test('each FHIR operator does what it says, and a question nobody answered meets none but “not exists”', () => {
  const meets = (operator: '>' | '<' | '>=' | '<=' | '=' | '!=' | 'exists', value: number | null) =>
    shown(
      [
        { linkId: 'n', type: 'integer' },
        {
          linkId: 'x',
          type: 'text',
          enableWhen: [
            operator === 'exists'
              ? { question: 'n', operator, answerBoolean: true }
              : { question: 'n', operator, answerInteger: 3 },
          ],
        },
      ],
      value === null ? {} : { n: { answer: [{ valueInteger: value }], notAskedReason: null } },
    ).includes('x')
  assert.deepEqual(
    (['>', '<', '>=', '<=', '=', '!=', 'exists'] as const).map((operator) =>
      [2, 3, 4, null].map((value) => meets(operator, value)),
    ),
    [
      [false, false, true, false],
      [true, false, false, false],
      [false, true, true, false],
      [true, true, false, false],
      [false, true, false, false],
      [true, false, true, false],
      [true, true, true, false],
    ],
  )
})

test('conditions that wait for each other show neither item and do not hang', () => {
  const when = (question: string) => [{ question, operator: 'exists' as const, answerBoolean: true }]
  assert.deepEqual(
    shown(
      [
        { linkId: 'a', type: 'text', enableWhen: when('b') },
        { linkId: 'b', type: 'text', enableWhen: when('a') },
      ],
      {},
    ),
    [],
  )
})

test('an answer the form does not offer is refused', () => {
  const mood = find('PHQ-9', '44250-9')
  const refusal = (values: Parameters<typeof checkAnswer>[1], item: Item | undefined = mood) => {
    try {
      checkAnswer(item, values)
    } catch (error) {
      return (error as { code: string }).code
    }
    return 'accepted'
  }
  assert.equal(refusal([{ valueCoding: { system: loinc, code: 'LA6569-3' } }]), 'accepted')
  assert.equal(refusal([{ valueCoding: { system: loinc, code: 'LA9999-9' } }]), 'assessment.answer-not-offered')
  assert.equal(refusal([{ valueBoolean: true }]), 'assessment.answer-not-offered')
  assert.equal(
    refusal([{ valueCoding: { system: loinc, code: 'LA6569-3' } }, { valueCoding: { system: loinc, code: 'LA6570-1' } }]),
    'assessment.answer-not-offered',
  )
  assert.equal(
    refusal([{ valueString: 'x'.repeat(4001) }], find('Comprehensive assessment', 'strengths-goals/words')),
    'assessment.answer-not-offered',
  )
  assert.equal(refusal([{ valueBoolean: true }], find('PHQ-9', 'stem')), 'assessment.no-such-question')
})

test('progress counts what is asked now, and a reason settles a question as an answer does', () => {
  const { item } = form('PHQ-2')
  assert.deepEqual(progressOf(item, { '44250-9': coded('LA6568-5') }), { asked: 2, settled: 1, percent: 50 })
  const refused = { '44250-9': coded('LA6568-5'), '44255-8': { answer: null, notAskedReason: 'refused' as const } }
  assert.deepEqual([progressOf(item, refused).percent, unsettledItems(item, refused)], [100, []])
})

test('INV-22 PHQ-9 item 9 above zero raises a concern, zero does not, other items never do', () => {
  const nine = find('PHQ-9', '44260-8')
  const concern = (code: string, item = nine) => safetyConcernOf(item, [{ valueCoding: { system: loinc, code } }])
  assert.equal(concern('LA6568-5'), null)
  for (const code of ['LA6569-3', 'LA6570-1', 'LA6571-9']) assert.match(concern(code) ?? '', /better off dead/)
  assert.equal(concern('LA6571-9', find('PHQ-9', '44250-9')), null)
})

test('INV-22 the safety questions of the comprehensive assessment raise a concern on yes', () => {
  for (const linkId of ['safety/danger', 'safety/self-harm']) {
    assert.ok(safetyConcernOf(find('Comprehensive assessment', linkId), [{ valueBoolean: true }]))
    assert.equal(safetyConcernOf(find('Comprehensive assessment', linkId), [{ valueBoolean: false }]), null)
  }
})

test('every scored question of the shipped instruments gives each of its answers a weight', () => {
  for (const { questionnaire, title } of shippedInstruments())
    for (const item of allItems(questionnaire?.item ?? []).filter((each) => each.type === 'choice' && each.required))
      if (item.linkId !== '69722-7')
        for (const option of item.answerOption ?? [])
          assert.equal(
            typeof weightOf(item, { valueCoding: option.valueCoding ?? assert.fail() }),
            'number',
            `${title} ${item.linkId}`,
          )
})
