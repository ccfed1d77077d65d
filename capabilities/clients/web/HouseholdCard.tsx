// Who lives with the client. Living together tells nobody anything.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, DayField, Form, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import type { HouseholdMember } from '../household.ts'
import { periodWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { CardWithForm, EndMenu, useClientWrite } from './InPlace.tsx'

const roles = ['spouse-or-partner', 'child', 'parent', 'other-family', 'roommate', 'head', 'staff', 'other'] as const

const roleWords = (role: HouseholdMember['role']): string =>
  ({
    head: t`Head of household`,
    'spouse-or-partner': t`Spouse or partner`,
    child: t`Child`,
    parent: t`Parent`,
    'other-family': t`Family`,
    roommate: t`Roommate`,
    staff: t`Staff of the home`,
    other: t`Other`,
  })[role]

export function HouseholdCard({ household }: { household: HouseholdMember[] }) {
  const { today } = useMe()
  return (
    <CardWithForm title={<Trans>Lives with</Trans>} add={t`Add`} form={(close) => <HouseholdForm onDone={close} />}>
      {household.length === 0 && (
        <Empty title={<Trans>Nobody is recorded.</Trans>}>
          <Trans>Add those who live in the same home. It tells them nothing about the client.</Trans>
        </Empty>
      )}
      <Entries label={t`Household`}>
        {household.map((member) => (
          <Entry
            key={member.id}
            kind={roleWords(member.role)}
            over={member.untilOn !== null}
            small={[member.note, periodWords(member, today)].filter(Boolean).join(' · ')}
            acts={member.untilOn === null && <EndMenu path={`/household/${member.id}`} what={member.name} />}
          >
            {member.name}
            {member.birthYear !== null && (
              <>
                , <Trans>born {String(member.birthYear)}</Trans>
              </>
            )}
          </Entry>
        ))}
      </Entries>
    </CardWithForm>
  )
}

function HouseholdForm({ onDone }: { onDone: () => void }) {
  const [fields, setFields] = useState({ name: '', role: 'other-family', birthYear: '', fromOn: '', note: '' })
  const { save, saving, problem } = useClientWrite<object>('/household', onDone)
  const body = {
    ...fields,
    birthYear: /^\d{4}$/.test(fields.birthYear) ? Number(fields.birthYear) : null,
    fromOn: fields.fromOn || null,
  }
  return (
    <Form onSave={() => void save(body)} saving={saving} problem={problem}>
      <SimpleGrid cols={1}>
        <TextField
          path="name"
          label={t`Name`}
          value={fields.name}
          onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        <ChoiceField
          path="role"
          label={t`Who is it?`}
          data={roles.map((value) => ({ value, label: roleWords(value) }))}
          value={fields.role}
          onChange={(role) => setFields({ ...fields, role: role ?? 'other' })}
        />
        <TextField
          path="birthYear"
          label={t`Year of birth`}
          optional
          inputMode="numeric"
          value={fields.birthYear}
          onChange={(event) => setFields({ ...fields, birthYear: event.currentTarget.value })}
          problem={problem}
        />
        <DayField
          path="fromOn"
          label={t`Lives there since`}
          optional
          value={fields.fromOn}
          onChange={(event) => setFields({ ...fields, fromOn: event.currentTarget.value })}
          problem={problem}
        />
      </SimpleGrid>
    </Form>
  )
}
