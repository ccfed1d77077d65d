// One score over time as a small line: same instrument, same version, nothing else on it (INV-24).
import { t } from '@lingui/core/macro'
import { useMe } from '../../../web/me.tsx'
import { shortDayWords } from '../../../web/words.ts'
import classes from './assessments.module.css'

export interface Point {
  on: string
  value: number
}
const [width, height] = [150, 36]

export function Trend({ title, points, low, high }: { title: string; points: Point[]; low: number; high: number }) {
  const { today } = useMe()
  const span = Math.max(high - low, 1)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const days = Math.max(Date.parse(last.on) - Date.parse(first.on), 1)
  const placed = points.map(({ on, value }) => ({
    x: points.length === 1 ? width : ((Date.parse(on) - Date.parse(first.on)) / days) * width,
    y: height - ((value - low) / span) * height,
    value,
    on,
  }))
  const said = points.map(({ on, value }) => `${shortDayWords(on, today)}: ${value}`).join(', ')
  return (
    <svg className={classes.trend} width={width} height={height + 4} viewBox={`-4 -2 ${width + 8} ${height + 6}`} role="img" aria-label={t`${title} over time. ${said}`}>
      <line x1={0} x2={width} y1={height} y2={height} stroke="var(--line)" />
      <polyline points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {placed.map(({ x, y, on }, at) => <circle key={`${on} ${at}`} cx={x} cy={y} r={at === placed.length - 1 ? 4 : 2.5} className={at === placed.length - 1 ? classes.last : undefined} />)}
    </svg>
  )
}
