// Who took part, which number was used, and who interpreted.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Radio, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { Interpreter, ParticipantRole } from '../contact.ts'
import type { PanelProps } from './ComposerPanel.tsx'
import classes from './composer.module.css'

const roleWords = (role: string): string =>
  ({ support: t`Family or friend`, provider: t`Provider`, employer: t`Employer`, payer: t`Payer or adjuster`, interpreter: t`Interpreter`, colleague: t`Colleague`, client: t`Client`, other: t`Somebody else` })[role] ?? role

export function PeoplePanel({ of, now, change }: PanelProps) {
  const [name, setName] = useState('')
  const [role, setRole] = useState('provider')
  const has = (person: string) => now.participants.some((each) => each.name === person)
  const remove = (person: string) => change({ participants: now.participants.filter((each) => each.name !== person) })
  const add = () => {
    const known = ParticipantRole.options.find((each) => each === role)
    if (name.trim() === '' || !known || has(name.trim())) return
    change({ participants: [...now.participants, { name: name.trim(), role: known, supportMemberId: null }] })
    setName('')
  }
  const strangers = now.participants.filter(({ supportMemberId }) => !supportMemberId)
  return (
    <>
      <div className={classes.quick} role="group" aria-label={t`Who took part`}>
        {of.people.map((person) => (
          <ChipButton key={person.id} pressed={has(person.name)} onClick={() => (has(person.name) ? remove(person.name) : change({ participants: [...now.participants, { name: person.name, role: 'support', supportMemberId: person.id }] }))}>{`${person.name}, ${person.role}`}</ChipButton>
        ))}
        {strangers.map((person) => <ChipButton key={person.name} pressed onClick={() => remove(person.name)}>{`${person.name}, ${roleWords(person.role)} ×`}</ChipButton>)}
      </div>
      <div className={classes.fields}>
        <TextInput label={t`Name`} value={name} onChange={(event) => setName(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add() } }} />
        <Select label={t`Who they are`} data={['provider', 'support', 'employer', 'payer', 'colleague', 'other'].map((value) => ({ value, label: roleWords(value) }))} value={role} allowDeselect={false} onChange={(value) => setRole(value ?? 'provider')} />
        <Button variant="default" onClick={add}><Trans>Add</Trans></Button>
      </div>
    </>
  )
}

export function NumberPanel({ of, now, change }: PanelProps) {
  return (
    <Radio.Group label={t`Number or address that was used`} value={now.contactPointId} onChange={(contactPointId) => change({ contactPointId })}>
      <Stack gap={8} mt={8}>
        {of.points.map((point) => <Radio key={point.id} value={point.id} disabled={!point.may} label={point.text} description={point.why} />)}
      </Stack>
    </Radio.Group>
  )
}

export function InterpreterPanel({ now, change }: Omit<PanelProps, 'of'>) {
  const options = [
    { value: 'qualified', label: t`A qualified interpreter` }, { value: 'bilingual-staff', label: t`A colleague who speaks the language` },
    { value: 'declined-by-client', label: t`Offered, and the client declined` }, { value: 'not-needed', label: t`Not needed this time` },
  ]
  return (
    <>
      <div className={classes.fields}>
        <Select label={t`Who interpreted`} data={options} value={now.interpreter} onChange={(value) => change({ interpreter: Interpreter.options.find((each) => each === value) ?? null })} w={280} />
        {now.interpreter === 'qualified' && <TextInput label={t`Name or number`} value={now.interpreterReference} onChange={(event) => change({ interpreterReference: event.currentTarget.value })} />}
      </div>
      <p className="soft small"><Trans>A child or another relative does not interpret. Ask for a qualified interpreter instead.</Trans></p>
    </>
  )
}
