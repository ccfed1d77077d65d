import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPartialDate } from '../../platform/time/partial.ts'
import { likeness, type Known } from './duplicate.ts'

const known = (name: [string, string], birth: string, more: Partial<Known> = {}): Known => ({
  names: [{ given: name[0], family: name[1] }],
  birth: readPartialDate(birth) ?? assert.fail('a birth date'),
  contactPoints: [],
  identifiers: [],
  ...more,
})
const phone = (value: string) => ({ contactPoints: [{ system: 'phone' as const, value }] })
const verdict = (one: Known, other: Known) => likeness(one, other).verdict

test('INV-01 a shared birthday on 1 January is no signal', () => {
  const found = likeness(known(['Amina', 'Hassan'], '1980-01-01'), known(['Omar', 'Ali'], '1980-01-01'))
  assert.deepEqual(found, { points: 0, verdict: 'unlikely', evidence: [] })
})

test('INV-01 a shared surname is not enough, not even with a shared phone', () => {
  assert.equal(verdict(known(['Minh', 'Tran'], '1968-04-02'), known(['Linda', 'Tran'], '1969-11-20')), 'unlikely')
  assert.equal(
    verdict(known(['Minh', 'Tran'], '', phone('503-555-0142')), known(['Linda', 'Tran'], '', phone('(503) 555-0142'))),
    'unlikely',
  )
})

test('INV-01 a shared birth date by itself is not enough', () => {
  assert.equal(verdict(known(['Rosa', 'Vega'], '1984-05-17'), known(['Karl', 'Lind'], '1984-05-17')), 'unlikely')
})

test('the same name and birth date are a likely match, explained in words', () => {
  const found = likeness(known(['Marcus', 'Delgado'], '1983-07-09'), known(['Delgado', 'Marcus'], '1983-07-09'))
  assert.equal(found.verdict, 'likely')
  assert.deepEqual(
    found.evidence.map(({ words }) => words),
    ['Same birth date 1983-07-09', 'Same name, Delgado Marcus'],
  )
})

test('marks, case and a slip of the pen do not hide a match', () => {
  assert.equal(verdict(known(['José', 'Núñez'], '1990-03-12'), known(['jose', 'nunez'], '1990-12-03')), 'possible')
  assert.equal(verdict(known(['Marcus', 'Delgado'], '1983-07-09'), known(['Markus', 'Delgado'], '1983-07-09')), 'likely')
})

test('the same number of the same system is likely by itself, of another system it is nothing', () => {
  const number = (system: string) => ({ identifiers: [{ system, value: 'WC-26 004187' }] })
  assert.equal(
    verdict(
      known(['M.', 'D.'], '', number('claim')),
      known(['Marcus', 'Delgado'], '', { identifiers: [{ system: 'Claim', value: 'wc26004187' }] }),
    ),
    'likely',
  )
  assert.equal(verdict(known(['M.', 'D.'], '', number('claim')), known(['Marcus', 'Delgado'], '', number('member'))), 'unlikely')
})

test('a full name alone is possible, and birth dates that differ make it unlikely', () => {
  assert.equal(verdict(known(['Blue Cap', ''], ''), known(['Blue', 'Cap'], '')), 'possible')
  assert.equal(verdict(known(['Maria', 'Garcia'], '1970-02-03'), known(['Maria', 'Garcia'], '1991-08-30')), 'unlikely')
})
