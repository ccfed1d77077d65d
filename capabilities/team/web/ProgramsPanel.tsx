// The programs of the agency: what each is, where, what a person served is called there, and who supervises it.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import { StaffField } from '../../tasks/web/StaffField.tsx'
import { programKinds, type Program, type ProgramDetails, type ProgramWithSupervisors } from '../agency.ts'
import classes from './administration.module.css'
import { programKindName, states } from './teamWords.ts'

export function ProgramsPanel() {
  const programs = useRead<ProgramWithSupervisors[]>('/programs')
  const [open, setOpen] = useState<string | null>(null)
  const add = <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}><Trans>Add a program</Trans></Button>
  return (
    <Card title={<Trans>Programs</Trans>} aside={add}>
      <Reading of={programs}>
        {(all) => (
          <>
            {all.length === 0
              ? <Empty title={<Trans>There is no program yet.</Trans>} action={add}><Trans>A case belongs to a program. Add the first one.</Trans></Empty>
              : <Rows label={t`Programs`}>{all.map((each) => <Line key={each.id} program={each} onOpen={() => setOpen(each.id)} />)}</Rows>}
            {open && <ProgramDialog program={all.find(({ id }) => id === open) ?? null} onClose={() => setOpen(null)} />}
          </>
        )}
      </Reading>
    </Card>
  )
}

function Line({ program, onOpen }: { program: ProgramWithSupervisors; onOpen: () => void }) {
  const supervisors = program.supervisors.map(({ name }) => name).join(', ')
  const said = [programKindName(program.kind), program.jurisdiction, program.clientLabel, supervisors ? t`supervised by ${supervisors}` : t`no supervisor yet`].filter(Boolean)
  return (
    <Row plain title={program.name} why={said.join(' · ')} when={program.status === 'closed' ? <Chip><Trans>Closed</Trans></Chip> : program.supervisors.length === 0 ? <Chip tone="today"><Trans>No supervisor</Trans></Chip> : undefined}
      action={<Button variant="default" size="compact-sm" onClick={onOpen} aria-label={t`Change ${program.name}`}><Trans>Change</Trans></Button>} />
  )
}

const nothing: ProgramDetails = { name: '', kind: 'community-support', clientLabel: 'client', jurisdiction: null }

function ProgramDialog({ program, onClose }: { program: ProgramWithSupervisors | null; onClose: () => void }) {
  const [details, set] = useState<ProgramDetails>(program ? { name: program.name, kind: program.kind, clientLabel: program.clientLabel, jurisdiction: program.jurisdiction } : nothing)
  const change = (changes: Partial<ProgramDetails>) => set((now) => ({ ...now, ...changes }))
  const done = { onSaved: ({ name }: Program) => { sayDone(t`${name} is saved.`); onClose() } }
  const adding = useWrite<ProgramDetails, Program>('POST', '/programs', done)
  const changing = useWrite<ProgramDetails, Program>('PATCH', `/programs/${program?.id}`, done)
  const { saving, problem } = program ? changing : adding
  return (
    <Modal opened onClose={onClose} title={program ? program.name : <Trans>A new program</Trans>} size="lg" closeButtonProps={{ 'aria-label': t`Close` }}>
      <Form onSave={() => void (program ? changing.save(details, { ifMatch: program.version }) : adding.save(details))} saving={saving} problem={problem}>
        <TextField path="name" label={t`Name`} value={details.name} problem={problem} onChange={(event) => change({ name: event.currentTarget.value })} data-autofocus />
        <ChoiceField path="kind" label={t`Kind`} value={details.kind} problem={problem} data={programKinds.map((value) => ({ value, label: programKindName(value) }))} onChange={(kind) => change({ kind: programKinds.find((each) => each === kind) ?? 'other' })} />
        <div className={classes.pair}>
          <TextField path="clientLabel" label={t`What a person served is called`} value={details.clientLabel} problem={problem} onChange={(event) => change({ clientLabel: event.currentTarget.value })} />
          <ChoiceField path="jurisdiction" label={t`State whose licence is needed`} optional searchable value={details.jurisdiction ?? null} problem={problem} data={states} onChange={(state) => change({ jurisdiction: state })} />
        </div>
      </Form>
      {program && <Supervisors program={program} />}
    </Modal>
  )
}

function Supervisors({ program }: { program: ProgramWithSupervisors }) {
  const [chosen, choose] = useState<string | null>(null)
  const at = `/programs/${program.id}`
  const naming = useWrite('POST', `${at}/supervisors`, { onSaved: () => choose(null) })
  const releasing = useWrite('POST', `${at}/supervisors/ended`)
  const standing = useWrite<{ status: Program['status'] }, Program>('PATCH', `${at}/standing`)
  const other = program.status === 'active' ? 'closed' : 'active'
  return (
    <div className={classes.stack} style={{ marginTop: 20 }}>
      <ProblemNotice problem={naming.problem ?? releasing.problem ?? standing.problem} />
      <h3 style={{ fontSize: 14 }}><Trans>Supervisors</Trans></h3>
      {program.supervisors.map(({ id, name }) => (
        <div key={id} className={classes.actions}>{name}<Button variant="subtle" size="compact-sm" onClick={() => void releasing.save({ staffId: id })} aria-label={t`Release ${name}`}><Trans>Release</Trans></Button></div>
      ))}
      <div className={classes.actions} style={{ alignItems: 'flex-end' }}>
        <div style={{ flex: '1 1 220px' }}><StaffField path="staffId" label={t`Name a supervisor`} value={chosen} onChange={choose} roles={['supervisor']} except={program.supervisors.map(({ id }) => id)} optional /></div>
        <Button variant="default" disabled={!chosen} loading={naming.saving} onClick={() => void naming.save({ staffId: chosen })}><Trans>Name</Trans></Button>
      </div>
      <div><Button variant="subtle" size="compact-sm" loading={standing.saving} onClick={() => void standing.save({ status: other }, { ifMatch: program.version })}>{other === 'closed' ? <Trans>Close the program to new cases</Trans> : <Trans>Open the program again</Trans>}</Button></div>
    </div>
  )
}
