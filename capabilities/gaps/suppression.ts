// Withholding small numbers from a table (INV-60): which cells may not be shown, so that none under eleven can be worked out from the others.

/** Fewer people than this are not counted in public (CMS cell-size practice). Nobody at all (0) describes no person and may be shown. */
export const smallest = 11
export const isSmall = (value: number): boolean => value > 0 && value < smallest

/** A whole and the parts that add up to it. */
export interface Sum { whole: string; parts: readonly string[] }
export interface Figures {
  values: ReadonlyMap<string, number>
  /** Every sum a reader can do, implied ones too: accepted + rejected + … = sent, and each column down to its total. */
  sums: readonly Sum[]
  /** Where the key is withheld, so are these: a stratum too small to count is too small to describe. */
  rows?: ReadonlyMap<string, readonly string[]>
}

const membersOf = ({ whole, parts }: Sum): string[] => [whole, ...parts]

/**
 * The keys of the cells to withhold: those from 1 to 10, and as many more as it takes that no sum, and no combination of sums, gives one of
 * them away. Within a shown whole, what is withheld adds up to at least eleven.
 */
export function withheldOf(figures: Figures): Set<string> {
  const withheld = new Set([...figures.values].filter(([, value]) => isSmall(value)).map(([key]) => key))
  for (;;) {
    for (const [key, row] of figures.rows ?? []) if (withheld.has(key)) for (const each of row) withheld.add(each)
    const before = withheld.size
    for (const sum of figures.sums) if (givesAway(sum, withheld, figures.values)) addPartner(sum, withheld, figures.values)
    if (withheld.size > before) continue
    for (const key of workedOut(figures, withheld))
      for (const sum of figures.sums) if (membersOf(sum).includes(key) && addPartner(sum, withheld, figures.values)) break
    if (withheld.size === before) return withheld
  }
}

function givesAway(sum: Sum, withheld: ReadonlySet<string>, values: Figures['values']): boolean {
  const hidden = membersOf(sum).filter((key) => withheld.has(key))
  if (hidden.length === 0) return false
  const small = !withheld.has(sum.whole) && hidden.reduce((total, key) => total + (values.get(key) ?? 0), 0) < smallest
  return (hidden.length === 1 || small) && hidden.length < sum.parts.length + 1
}

/** Withholds the least telling of the other cells: the smallest part that counts somebody, then the whole, then an empty part. */
function addPartner(sum: Sum, withheld: Set<string>, values: Figures['values']): boolean {
  const cost = (key: string) => { const value = values.get(key) ?? 0; return key === sum.whole ? Number.MAX_SAFE_INTEGER - 1 : value === 0 ? Number.MAX_SAFE_INTEGER : value }
  const [next] = membersOf(sum).filter((key) => !withheld.has(key)).toSorted((a, b) => cost(a) - cost(b))
  if (next === undefined) return false
  withheld.add(next)
  return true
}

const prime = 1_000_003
const inverseOf = (value: number): number => {
  let [power, result, base] = [prime - 2, 1, value]
  for (; power > 0; power = Math.floor(power / 2), base = (base * base) % prime) if (power % 2 === 1) result = (result * base) % prime
  return result
}

/** The withheld cells that all sums together determine: the unknowns of a system of equations that have one solution. */
export function workedOut({ sums }: Figures, withheld: ReadonlySet<string>): string[] {
  const unknowns = [...withheld]
  const column = new Map(unknowns.map((key, place) => [key, place]))
  const rows = sums.map((sum) => equationOf(sum, column, unknowns.length)).filter((row) => row.some((each) => each !== 0))
  const found: number[][] = []
  for (let place = 0; place < unknowns.length; place++) {
    const at = rows.findIndex((row) => (row[place] ?? 0) !== 0)
    const [chosen] = at < 0 ? [] : rows.splice(at, 1)
    if (!chosen) continue
    const factor = inverseOf(chosen[place] ?? 0)
    const pivot = chosen.map((each) => (each * factor) % prime)
    for (const row of [...rows, ...found]) subtract(row, pivot, row[place] ?? 0)
    found.push(pivot)
  }
  return found.flatMap((row) => {
    const said = row.flatMap((each, place) => (each === 0 ? [] : [unknowns[place] ?? '']))
    return said.length === 1 ? said : []
  })
}

function equationOf({ whole, parts }: Sum, column: ReadonlyMap<string, number>, width: number): number[] {
  const row = Array.from({ length: width }, () => 0)
  const put = (key: string, sign: number) => { const place = column.get(key); if (place !== undefined) row[place] = ((row[place] ?? 0) + sign + prime) % prime }
  put(whole, -1)
  for (const part of parts) put(part, 1)
  return row
}

function subtract(row: number[], pivot: readonly number[], times: number): void {
  if (times === 0) return
  for (let place = 0; place < row.length; place++) row[place] = ((((row[place] ?? 0) - times * (pivot[place] ?? 0)) % prime) + prime) % prime
}
