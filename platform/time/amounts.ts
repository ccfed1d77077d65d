// What is worked, driven and billed, in integers: minutes, tenths of a mile, minor units, rates in ten-thousandths (practice-model 0.3).

/** A rate of $0.725 is 7250: integer ten-thousandths of a currency unit, per hour, mile or unit. */
export type RateTenThousandths = number

/** numerator ÷ denominator to the nearest integer, a half upwards. Exact: no floating point. Refuses negatives and parts of units. */
export function divideHalfUp(numerator: number, denominator: number): number {
  const [top, bottom] = [wholeNumber(numerator), wholeNumber(denominator)]
  if (bottom === 0n) throw new RangeError('division by zero')
  return toNumber((top * 2n + bottom) / (bottom * 2n))
}

/** Six-minute units (tenths of an hour) of a duration, nearest, a half upwards: 75 minutes are 13 (SC-01 A2). */
export function sixMinuteUnits(durationMinutes: number): number {
  return divideHalfUp(durationMinutes, 6)
}

/** Fifteen-minute units of a duration, nearest, a half upwards. Payers with another rule need another function. */
export function fifteenMinuteUnits(durationMinutes: number): number {
  return divideHalfUp(durationMinutes, 15)
}

/** One invoice line of time in six-minute units at an hourly rate, in minor units (cents), rounded once, half up. */
export function timeLineMinor(units: number, hourlyRate: RateTenThousandths): number {
  return lineMinor(units, hourlyRate, 10)
}

/** One invoice line of mileage at a rate per mile, in minor units, rounded once, half up. */
export function mileageLineMinor(distanceTenthsMile: number, rateForEachMile: RateTenThousandths): number {
  return lineMinor(distanceTenthsMile, rateForEachMile, 10)
}

/** One invoice line of whole units (visits, trips, 15-minute units) at a rate for each, in minor units, rounded once, half up. */
export function unitLineMinor(units: number, rateForEach: RateTenThousandths): number {
  return lineMinor(units, rateForEach, 1)
}

/** An invoice total is the sum of its rounded lines, never the rounding of a sum. */
export function totalMinor(linesMinor: number[]): number {
  return toNumber(linesMinor.reduce((sum, line) => sum + wholeNumber(line), 0n))
}

/** '48' or '48.3' miles as tenths of a mile; null when it is not a distance to a tenth. */
export function tenthsOfMile(text: string): number | null {
  const found = /^(\d{1,6})(?:\.(\d))?$/.exec(text.trim())
  return found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : null
}

/** Tenths of a mile as people write miles: 483 → '48.3', 480 → '48'. */
export function milesText(distanceTenthsMile: number): string {
  const tenths = Number(wholeNumber(distanceTenthsMile))
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`
}

/** Ten-thousandths to minor units is ÷ 100; `parts` says how many of the quantity make up one rated unit. */
function lineMinor(quantity: number, rate: RateTenThousandths, parts: number): number {
  const [top, bottom] = [wholeNumber(quantity) * wholeNumber(rate), BigInt(parts) * 100n]
  return toNumber((top * 2n + bottom) / (bottom * 2n))
}

function wholeNumber(value: number): bigint {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a whole number of units`)
  return BigInt(value)
}

function toNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('the amount is too large to be exact')
  return Number(value)
}
