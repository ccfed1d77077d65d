// One colleague: what is on record, roles, credentials, and their way in.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { MultiSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { ChoiceField, fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen, TwoColumns } from '../../../web/design/Screen.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import { Discipline, disciplines, type Staff, type StaffDetails, type StaffPage } from '../staff.ts'
import { AccessCard } from './AccessCard.tsx'
import classes from './administration.module.css'
import { CredentialsCard } from './CredentialsCard.tsx'
import { RoleChoice } from './StaffPanel.tsx'
import { disciplineName, spokenHere } from './teamWords.ts'

export default function StaffScreen() {
  const staffId = useParam('staffId')
  const person = useRead<StaffPage>(`/staff/${staffId}`)
  return (
    <Screen title={person.data?.name ?? t`Colleague`} lead={<GoTo href="/administration?part=staff"><Trans>All staff</Trans></GoTo>}>
      <Reading of={person} lines={8}>{(read) => <Person person={read} />}</Reading>
    </Screen>
  )
}

function Person({ person }: { person: StaffPage }) {
  const manages = useMay()('manage-team')
  if (!manages) return <CredentialsCard person={person} />
  return (
    <TwoColumns aside={<><Roles person={person} /><AccessCard person={person} /></>}>
      <Card title={<Trans>On record</Trans>} padded><DetailsForm key={person.version} person={person} /></Card>
      <CredentialsCard person={person} />
    </TwoColumns>
  )
}

function Roles({ person }: { person: StaffPage }) {
  const renews = { renews: [person.id] }
  const giving = useWrite('POST', `/staff/${person.id}/roles`, renews)
  const taking = useWrite('POST', `/staff/${person.id}/roles/ended`, { ...renews, onSaved: () => sayDone(t`${person.name} is signed out and comes back without this role.`) })
  return (
    <Card padded label={t`Roles`}>
      <ProblemNotice problem={giving.problem ?? taking.problem} />
      <RoleChoice held={person.roles} onChange={(role, yes) => void (yes ? giving : taking).save({ role })} />
    </Card>
  )
}

const detailsOf = ({ name, email, discipline, credentialLine, languages, caseloadCap, supervisorId }: Staff): StaffDetails => ({
  name, email, discipline: Discipline.options.find((each) => each === discipline) ?? null, credentialLine, languages, caseloadCap, supervisorId,
})
const isStaff = (row: unknown): row is Staff => typeof row === 'object' && row !== null && 'caseloadCap' in row && 'version' in row

function DetailsForm({ person }: { person: StaffPage }) {
  const [details, set] = useState(detailsOf(person))
  const change = (changes: Partial<StaffDetails>) => set((now) => ({ ...now, ...changes }))
  const { save, saving, problem, reset } = useWrite<StaffDetails, Staff>('PATCH', `/staff/${person.id}`, { renews: [person.id], onSaved: ({ name }) => sayDone(t`${name} is saved.`) })
  const theirs = problem && isStaff(problem.current) ? problem.current : null
  const languages = [...new Set([...spokenHere, ...details.languages])]
  return (
    <>
      <Form onSave={() => void save(details, { ifMatch: person.version })} saving={saving} problem={isConflict(problem) ? null : problem}>
        <div className={classes.pair}>
          <TextField path="name" label={t`Name`} value={details.name} problem={problem} onChange={(event) => change({ name: event.currentTarget.value })} />
          <TextField path="credentialLine" label={t`Credentials behind the name`} optional value={details.credentialLine} problem={problem} onChange={(event) => change({ credentialLine: event.currentTarget.value })} />
        </div>
        <TextField path="email" label={t`E-mail address, to sign in with`} type="email" value={details.email} problem={problem} onChange={(event) => change({ email: event.currentTarget.value })} />
        <ChoiceField path="discipline" label={t`Discipline`} optional value={details.discipline ?? null} data={disciplines.map((value) => ({ value, label: disciplineName(value) }))} problem={problem} onChange={(value) => change({ discipline: disciplines.find((each) => each === value) ?? null })} />
        <MultiSelect id={fieldId('languages')} label={t`Languages they work in`} value={details.languages} data={languages.map((value) => ({ value, label: languageWords(value) }))} error={issueAt(problem, 'languages')} onChange={(chosen) => change({ languages: chosen })} />
        <div className={classes.pair}>
          <NumberInput id={fieldId('caseloadCap')} label={t`Points they may carry`} description={t`60 is a full caseload`} min={0} max={500} value={details.caseloadCap} error={issueAt(problem, 'caseloadCap')} onChange={(points) => change({ caseloadCap: Number(points) })} />
          <StaffField path="supervisorId" label={t`Reports to`} optional value={details.supervisorId ?? null} except={[person.id]} problem={problem} onChange={(staffId) => change({ supervisorId: staffId })} />
        </div>
      </Form>
      <ConflictDialog problem={problem} mine={<p>{details.name}, {details.email}</p>} theirs={<p>{theirs?.name}, {theirs?.email}</p>}
        onKeepMine={() => void save(details, { ifMatch: theirs?.version })} onTakeTheirs={() => { if (theirs) set(detailsOf(theirs)); reset() }} />
    </>
  )
}
