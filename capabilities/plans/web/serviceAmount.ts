// “84 quarter hours a week, for 6 months”: how much of a service, as people say it.
import type { MessageDescriptor } from '@lingui/core'
import type { NewServiceLine } from '../service.ts'
import { unitWords } from './words.ts'

type Amount = Pick<NewServiceLine, 'amount' | 'unit' | 'frequency' | 'duration'>

export function serviceAmount({ amount, unit, frequency, duration }: Amount, say: (message: MessageDescriptor) => string): string {
  const quantity = amount && unit ? `${amount} ${say(unitWords[unit])}` : ''
  return [[quantity, frequency].filter(Boolean).join(' '), duration].filter(Boolean).join(', ')
}
