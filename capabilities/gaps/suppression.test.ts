// INV-60: what is shown never gives away what is not. The reader of these tests tries every table that fits what is shown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSmall, withheldOf, workedOut, type Figures, type Sum } from './suppression.ts'

/** Rows by columns with margins both ways. */
function tableOf(rows: number[][]): Figures {
  const width = rows[0]?.length ?? 0
  const all = [...rows, Array.from({ length: width }, (_, c) => rows.reduce((total, row) => total + (row[c] ?? 0), 0))]
  const values = new Map<string, number>()
  const sums: Sum[] = []
  all.forEach((row, r) => {
    row.forEach((value, c) => values.set(`${r}.${c}`, value))
    values.set(`${r}.sum`, row.reduce((total, value) => total + value, 0))
    sums.push({ whole: `${r}.sum`, parts: row.map((_, c) => `${r}.${c}`) })
  })
  for (const c of [...Array.from({ length: width }, (_, place) => String(place)), 'sum']) sums.push({ whole: `${rows.length}.${c}`, parts: rows.map((_, r) => `${r}.${c}`) })
  return { values, sums }
}

/** All whole numbers that a withheld cell could be, given what is shown: found by trying, not by algebra. */
function possible({ values, sums }: Figures, withheld: ReadonlySet<string>, wanted: string, top: number): Set<number> {
  const answers = new Set<number>()
  const unknowns = [wanted, ...[...withheld].filter((key) => key !== wanted)]
  const known = new Map([...values].filter(([key]) => !withheld.has(key)))
  const fits = () => sums.every(({ whole, parts }) => {
    const said = parts.map((key) => known.get(key))
    const least = said.reduce<number>((total, each) => total + (each ?? 0), 0)
    const is = known.get(whole)
    return is === undefined || (said.includes(undefined) ? least <= is : least === is)
  })
  const reach = (place: number): boolean => {
    const key = unknowns[place]
    if (key === undefined) return true
    for (let value = 0; value <= top; value++) {
      known.set(key, value)
      if (fits() && reach(place + 1)) {
        if (place > 0) { known.delete(key); return true }
        answers.add(value)
        if (answers.size > 1) break
      }
      known.delete(key)
    }
    known.delete(key)
    return false
  }
  reach(0)
  return answers
}

test('INV-60 no withheld cell can be recovered from what is shown', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }), (rows) => {
    const figures = tableOf(rows)
    const withheld = withheldOf(figures)
    for (const [key, value] of figures.values) if (isSmall(value)) assert.ok(withheld.has(key), `${key} is shown`)
    assert.deepEqual(workedOut(figures, withheld), [])
    if (withheld.size > 5) return
    for (const key of withheld) if (isSmall(figures.values.get(key) ?? 0)) assert.ok(possible(figures, withheld, key, 75).size > 1, `${key} of ${JSON.stringify(rows)}`)
  }), { numRuns: 200, seed: 60 })
})

test('INV-60 in larger tables no combination of sums determines a withheld cell', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 12 }), (rows) => {
    const figures = tableOf(rows)
    assert.deepEqual(workedOut(figures, withheldOf(figures)), [])
  }), { numRuns: 60, seed: 61 })
})

test('INV-60 negative control: withholding only the small cells gives them away, and both readers notice', () => {
  const figures = tableOf([[40, 6], [50, 30], [20, 60]])
  const onlySmall = new Set(['0.1'])
  assert.deepEqual(workedOut(figures, onlySmall), ['0.1'])
  assert.deepEqual([...possible(figures, onlySmall, '0.1', 200)], [6])
})

test('INV-60 six people in one area are withheld, and the next smallest area with them', () => {
  const values = new Map([['total', 146], ['450', 6], ['451', 40], ['452', 100]])
  assert.deepEqual([...withheldOf({ values, sums: [{ whole: 'total', parts: ['450', '451', '452'] }] })].toSorted(), ['450', '451'])
})

test('INV-60 several small cells that add up to fewer than eleven take a larger one with them', () => {
  const values = new Map([['total', 106], ['a', 2], ['b', 4], ['c', 40], ['d', 60]])
  assert.deepEqual([...withheldOf({ values, sums: [{ whole: 'total', parts: ['a', 'b', 'c', 'd'] }] })].toSorted(), ['a', 'b', 'c'])
})

test('INV-60 nothing small, nothing withheld; nobody at all may be said', () => {
  assert.equal(withheldOf(tableOf([[40, 0], [50, 30]])).size, 0)
})
