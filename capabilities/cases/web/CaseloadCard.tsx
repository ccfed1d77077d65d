// How much one carries: weighted points of what one can, and the levels they come from; each number opens the list behind it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ShareBar } from '../../../web/design/Scale.tsx'
import { weightOf, type Load } from '../weight.ts'
import { levelWords, pointsWords } from './caseWords.ts'

const levels = [4, 3, 2, 1] as const
const tones = { 4: 'red', 3: 'amber', 2: 'brand', 1: 'soft' } as const

export function CaseloadCard({ load, listAt }: { load: Load & { capacityPoints: number }; listAt: string }) {
  const { byLevel, pointsTenths, capacityPoints } = load
  const whole = Math.max(pointsTenths, capacityPoints * 10)
  return (
    <Card title={<Trans>My caseload</Trans>} aside={<Trans>{pointsWords(pointsTenths)} of {capacityPoints} points</Trans>} padded>
      <ShareBar label={t`Points by level`} of={whole} shares={[...levels.map((level) => ({ label: levelWords(level), amount: byLevel[level] * weightOf(level), tone: tones[level] })), { label: levelWords(null), amount: byLevel.none * weightOf(null), tone: 'soft' }]} />
      {levels.map((level) => (
        <Fact key={level} name={<GoTo href={`${listAt}?acuity=${level}`} style={{ textDecoration: 'none' }}>{levelWords(level)}</GoTo>}><b>{byLevel[level]}</b></Fact>
      ))}
      {byLevel.none > 0 && <Fact name={levelWords(null)}><b>{byLevel.none}</b></Fact>}
    </Card>
  )
}
