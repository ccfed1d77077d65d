// Which scores may stand on one line: the same key of the same instrument and version (INV-24), earliest first.
import type { AssessmentList, InstrumentLine } from '../record.ts'
import type { Point } from './Trend.tsx'

export interface ScoreTrend {
  id: string
  title: string
  instrument: string
  low: number
  high: number
  points: Point[]
  band: string | null
}

export function trendsOf({ assessments }: AssessmentList, instruments: readonly InstrumentLine[]): ScoreTrend[] {
  return instruments.flatMap((instrument) =>
    instrument.scoreKeys.flatMap(({ key, title, low, high }) => {
      const scores = assessments
        .filter((each) => each.instrumentId === instrument.id)
        .flatMap((each) => each.scores.filter((score) => score.key === key && score.value !== null).map((score) => ({ ...score, on: each.assessedOn })))
        .toReversed()
      const points = scores.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]))
      if (points.length === 0) return []
      const versions = instruments.filter((each) => each.title === instrument.title).length
      const name = versions > 1 ? `${instrument.title} (${instrument.instrumentVersion})` : instrument.title
      return [{ id: `${instrument.id} ${key}`, title, instrument: name, low, high, points, band: scores.at(-1)?.band?.label ?? null }]
    }),
  )
}
