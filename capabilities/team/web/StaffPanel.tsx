// Everybody who works here, those who left at the end; adding a colleague.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { staffRoles, type Role, type StaffRole } from '../../../platform/access/permissions.ts'
import { useGo, useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Form, TextField } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Staff, StaffMember } from '../staff.ts'
import classes from './administration.module.css'
import { roleMeaning, roleName, standingName, standingTone } from './teamWords.ts'

export function StaffPanel() {
  const staff = useRead<StaffMember[]>('/staff')
  const [adding, add] = useSearchParam('add')
  return (
    <Card title={<Trans>Staff</Trans>} aside={<Button variant="default" size="compact-sm" onClick={() => add('colleague')}><Trans>Add a colleague</Trans></Button>}>
      <Reading of={staff} lines={8}>{(people) => <Rows label={t`Staff`}>{people.map((each) => <Line key={each.id} person={each} />)}</Rows>}</Reading>
      {adding === 'colleague' && <NewColleague onClose={() => add(null)} />}
    </Card>
  )
}

function Line({ person }: { person: StaffMember }) {
  const { credential, status } = person
  const roles = person.roles.map(roleName).join(', ') || t`no role`
  const worksCases = person.roles.some((role) => role === 'caseManager' || role === 'supervisor')
  const supervises = person.programs.map(({ name }) => name).join(', ')
  return (
    <Row plain title={person.credentialLine ? `${person.name}, ${person.credentialLine}` : person.name} href={`/administration/staff/${person.id}`}
      why={[roles, supervises && t`supervises ${supervises}`, person.email].filter(Boolean).join(' · ')}
      when={status === 'inactive' ? <Chip><Trans>Left</Trans></Chip> : credential ? <Chip tone={standingTone(credential.standing)}>{credential.title}: {standingName(credential.standing)}</Chip> : worksCases ? <Chip tone="today"><Trans>No credential</Trans></Chip> : undefined} />
  )
}

function NewColleague({ onClose }: { onClose: () => void }) {
  const go = useGo()
  const [details, set] = useState({ name: '', email: '', credentialLine: '' })
  const [given, give] = useState<StaffRole[]>(['caseManager'])
  const { save, saving, problem } = useWrite<object, Staff>('POST', '/staff', { onSaved: ({ id }) => go(`/administration/staff/${id}`) })
  return (
    <Modal opened onClose={onClose} title={<Trans>A new colleague</Trans>} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void save({ ...details, roles: given })} saving={saving} problem={problem} saveLabel={<Trans>Add</Trans>}>
        <TextField path="name" label={t`Name`} value={details.name} problem={problem} onChange={(event) => set({ ...details, name: event.currentTarget.value })} data-autofocus />
        <TextField path="email" label={t`E-mail address, to sign in with`} type="email" value={details.email} problem={problem} onChange={(event) => set({ ...details, email: event.currentTarget.value })} />
        <TextField path="credentialLine" label={t`Credentials behind the name`} description={t`As on documents: RN CCM`} optional value={details.credentialLine} problem={problem} onChange={(event) => set({ ...details, credentialLine: event.currentTarget.value })} />
        <RoleChoice held={given} onChange={(role, yes) => give(yes ? [...given, role] : given.filter((each) => each !== role))} />
      </Form>
    </Modal>
  )
}

/** The roles with what each lets a person do. */
export function RoleChoice({ held, onChange }: { held: Role[]; onChange: (role: StaffRole, yes: boolean) => void }) {
  return (
    <fieldset className={classes.roles}>
      <legend style={{ fontWeight: 550, marginBottom: 6 }}><Trans>Roles</Trans></legend>
      {staffRoles.map((role) => <Checkbox key={role} label={roleName(role)} description={roleMeaning(role)} checked={held.includes(role)} onChange={(event) => onChange(role, event.currentTarget.checked)} />)}
    </fieldset>
  )
}
