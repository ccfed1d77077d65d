// Numbers, risk flags, and the record itself: who may know of it, and whether another record is of the same person.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { readApi } from '../../../web/api.ts'
import { useClient } from '../../../web/client.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { ChoiceField, DayField, Form, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import type { ShownIdentifier } from '../identifier.ts'
import { riskKinds } from '../risk.ts'
import type { JudgedRisk } from '../risk.ts'
import { periodWords, riskWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { RiskActs } from './RiskActs.tsx'
import { CardWithForm, EndMenu, useClientWrite } from './InPlace.tsx'

export function IdentifiersCard({ identifiers }: { identifiers: ShownIdentifier[] }) {
  const { today } = useMe()
  return (
    <CardWithForm title={<Trans>Numbers</Trans>} add={t`Add a number`} form={(close) => <IdentifierForm onDone={close} />}>
      {identifiers.length === 0 && (
        <Empty title={<Trans>No numbers yet.</Trans>}>
          <Trans>Member, claim, Medicaid or record numbers by which others know the client.</Trans>
        </Empty>
      )}
      <Entries label={t`Numbers`}>
        {identifiers.map((each) => (
          <Entry
            key={each.id}
            kind={each.system}
            over={each.untilOn !== null}
            small={periodWords(each, today)}
            acts={each.untilOn === null && <EndMenu path={`/identifiers/${each.id}`} what={each.value} />}
          >
            <NumberText identifier={each} />
          </Entry>
        ))}
      </Entries>
    </CardWithForm>
  )
}

/** A national number stands by its last four; the whole is fetched when somebody asks, and that is written down. */
function NumberText({ identifier: { id, value, masked } }: { identifier: ShownIdentifier }) {
  const { clientId } = useClient()
  const [whole, setWhole] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  if (!masked) return value
  const show = () => {
    setFailed(false)
    readApi<{ value: string }>(`/clients/${clientId}/identifiers/${id}`).then(
      (read) => setWhole(read.value),
      () => setFailed(true),
    )
  }
  return (
    <>
      {whole ?? value}{' '}
      <Button variant="subtle" size="compact-sm" onClick={whole ? () => setWhole(null) : show}>
        {whole ? <Trans>Hide again</Trans> : <Trans>Show the number</Trans>}
      </Button>
      {failed && (
        <span role="alert">
          <Trans>It could not be shown. Try again.</Trans>
        </span>
      )}
    </>
  )
}

function IdentifierForm({ onDone }: { onDone: () => void }) {
  const [fields, setFields] = useState({ system: '', value: '' })
  const { save, saving, problem } = useClientWrite<object>('/identifiers', onDone)
  return (
    <Form onSave={() => void save(fields)} saving={saving} problem={problem} saveLabel={<Trans>Add the number</Trans>}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField
          path="system"
          label={t`Whose number is it?`}
          placeholder={t`Health plan, insurer, Medicaid`}
          value={fields.system}
          onChange={(event) => setFields({ ...fields, system: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
        <TextField
          path="value"
          label={t`Number`}
          value={fields.value}
          onChange={(event) => setFields({ ...fields, value: event.currentTarget.value })}
          problem={problem}
          autoComplete="off"
        />
      </SimpleGrid>
    </Form>
  )
}

export function RisksCard({ risks }: { risks: JudgedRisk[] }) {
  const shown = risks.filter(({ standing }) => standing !== 'ended')
  return (
    <CardWithForm
      title={<Trans>What colleagues must know</Trans>}
      add={t`Add a warning`}
      form={(close) => <RiskForm onDone={close} />}
    >
      {shown.length === 0 && (
        <Empty title={<Trans>No warnings.</Trans>}>
          <Trans>A warning needs facts, and a day on which it is looked at again.</Trans>
        </Empty>
      )}
      <Entries label={t`Warnings`}>
        {shown.map((risk) => (
          <Entry
            key={risk.id}
            kind={riskWords(risk.kind)}
            small={
              <>
                {risk.advice} ·{' '}
                {risk.standing === 'standing' ? (
                  <>
                    <Trans>looked at again</Trans> <DateText day={risk.reviewOn} />
                  </>
                ) : (
                  <b>
                    <Trans>due to be looked at again</Trans>
                  </b>
                )}
              </>
            }
            acts={<RiskActs risk={risk} />}
          >
            {risk.basis}
          </Entry>
        ))}
      </Entries>
    </CardWithForm>
  )
}

function RiskForm({ onDone }: { onDone: () => void }) {
  const [fields, setFields] = useState({ kind: 'safety-of-staff', basis: '', advice: '', reviewOn: '' })
  const { save, saving, problem } = useClientWrite<object>('/risk-flags', onDone)
  return (
    <Form onSave={() => void save(fields)} saving={saving} problem={problem} saveLabel={<Trans>Add the warning</Trans>}>
      <ChoiceField
        path="kind"
        label={t`About what?`}
        data={riskKinds.map((value) => ({ value, label: riskWords(value) }))}
        value={fields.kind}
        onChange={(kind) => setFields({ ...fields, kind: kind ?? 'other' })}
      />
      <LongTextField
        path="basis"
        label={t`What happened, when, and who saw it?`}
        value={fields.basis}
        onChange={(event) => setFields({ ...fields, basis: event.currentTarget.value })}
        problem={problem}
      />
      <TextField
        path="advice"
        label={t`What should colleagues do?`}
        optional
        placeholder={t`Visit in pairs; ask for the dog to be shut away`}
        value={fields.advice}
        onChange={(event) => setFields({ ...fields, advice: event.currentTarget.value })}
        problem={problem}
      />
      <DayField
        path="reviewOn"
        label={t`Looked at again on`}
        value={fields.reviewOn}
        onChange={(event) => setFields({ ...fields, reviewOn: event.currentTarget.value })}
        problem={problem}
      />
    </Form>
  )
}

export function ConfidentialityCard({ level }: { level: 'standard' | 'restricted' | 'sealed' }) {
  const words = {
    standard: t`Known to the team, intake and supervisors`,
    restricted: t`Restricted: marked to be handled with special care`,
    sealed: t`Sealed: for everybody outside the team this record does not exist`,
  }
  return (
    <CardWithForm
      title={<Trans>Who may know of this record</Trans>}
      add={t`Change`}
      permission="seal-clients"
      form={(close) => <ConfidentialityForm level={level} onDone={close} />}
    >
      <div style={{ padding: '0 16px 16px' }}>
        <Chip tone={level === 'standard' ? 'plain' : 'late'}>{words[level]}</Chip>
      </div>
    </CardWithForm>
  )
}

function ConfidentialityForm({ level, onDone }: { level: string; onDone: () => void }) {
  const [fields, setFields] = useState({ level, reason: '' })
  const { save, saving, problem } = useClientWrite<object>('/confidentiality', onDone)
  return (
    <Form onSave={() => void save(fields)} saving={saving} problem={problem}>
      <ChoiceField
        path="level"
        label={t`From now on`}
        data={[
          { value: 'standard', label: t`Standard` },
          { value: 'restricted', label: t`Restricted` },
          { value: 'sealed', label: t`Sealed` },
        ]}
        value={fields.level}
        onChange={(picked) => setFields({ ...fields, level: picked ?? level })}
      />
      <TextField
        path="reason"
        label={t`Why?`}
        value={fields.reason}
        onChange={(event) => setFields({ ...fields, reason: event.currentTarget.value })}
        problem={problem}
      />
      {fields.level === 'sealed' && (
        <p className="soft">
          <Trans>Only the client’s team will be able to find or open it. You join the team.</Trans>
        </p>
      )}
    </Form>
  )
}
