// The hours in which a number may be used: days of the week, from and until.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group } from '@mantine/core'
import { TextField } from '../../../web/design/Form.tsx'
import type { Hours } from '../contactPoint.ts'
import { bound } from './bound.ts'

const usual: Hours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }

export function HoursField({ hours, onChange }: { hours: Hours[]; onChange: (hours: Hours[]) => void }) {
  const replace = (index: number, by: Hours[]) => onChange(hours.flatMap((each, at) => (at === index ? by : [each])))
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <Trans>Only at certain hours?</Trans>
      </legend>
      {hours.map((span, index) => (
        <Span key={index} span={span} onChange={(by) => replace(index, by)} />
      ))}
      <Button variant="default" size="compact-sm" mt={4} onClick={() => onChange([...hours, usual])}>
        <Trans>Add hours</Trans>
      </Button>
    </fieldset>
  )
}

function Span({ span, onChange }: { span: Hours; onChange: (by: Hours[]) => void }) {
  const { text } = bound(span, (more) => onChange([{ ...span, ...more }]), null)
  const tick = (day: number, checked: boolean) =>
    onChange([{ ...span, days: checked ? [...span.days, day].sort() : span.days.filter((each) => each !== day) }])
  const names = [t`Mon`, t`Tue`, t`Wed`, t`Thu`, t`Fri`, t`Sat`, t`Sun`]
  return (
    <Group gap="sm" my={8} align="end">
      {names.map((name, index) => (
        <Checkbox
          key={name}
          label={name}
          checked={span.days.includes(index + 1)}
          onChange={(event) => tick(index + 1, event.currentTarget.checked)}
        />
      ))}
      <TextField {...text('from')} type="time" label={t`From`} />
      <TextField {...text('until')} type="time" label={t`Until`} />
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange([])}>
        <Trans>Remove</Trans>
      </Button>
    </Group>
  )
}
