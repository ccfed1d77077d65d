// Addresses: what may be given out is shown; what is protected is named, and shown to the team for a stated reason.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../web/design/Chip.tsx'
import { ChoiceField, Form, TextField } from '../../../web/design/Form.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { useMe } from '../../../web/me.tsx'
import { addressKinds, addressLines, type Address, type OutputAddress } from '../address.ts'
import { addressKindWords, periodWords } from './clientWords.ts'
import { Entries, Entry } from './Entry.tsx'
import { CardWithForm, EndMenu, useClientWrite } from './InPlace.tsx'

export function AddressesCard({ addresses, letter }: { addresses: Address[]; letter: OutputAddress }) {
  const { today } = useMe()
  return (
    <CardWithForm title={<Trans>Addresses</Trans>} add={t`Add an address`} form={(close) => <AddressForm onDone={close} />}>
      {addresses.length === 0 && (
        <Empty title={<Trans>No address yet.</Trans>}>
          <Trans>For somebody without one, say where they can usually be found.</Trans>
        </Empty>
      )}
      <Entries label={t`Addresses`}>
        {addresses.map((address) => (
          <Entry
            key={address.id}
            kind={addressKindWords(address.kind)}
            over={address.untilOn !== null}
            small={[address.program, periodWords(address, today)].filter(Boolean).join(' · ')}
            acts={address.untilOn === null && <EndMenu path={`/addresses/${address.id}`} what={addressKindWords(address.kind)} />}
          >
            {address.confidential ? <Protected address={address} /> : addressLines(address).join(', ')}
          </Entry>
        ))}
        {addresses.length > 0 && (
          <Entry kind={<Trans>On letters</Trans>}>
            <Given address={letter} />
          </Entry>
        )}
      </Entries>
    </CardWithForm>
  )
}

function Given({ address }: { address: OutputAddress }) {
  if (address.shown === 'protected')
    return (
      <em>
        <Trans>No address is given out. Add a substitute or a mailing address.</Trans>
      </em>
    )
  if (address.shown === 'none')
    return (
      <em>
        <Trans>None</Trans>
      </em>
    )
  return (
    <>
      {address.lines.join(', ')}{' '}
      {address.shown === 'substitute' && (
        <Chip tone="today">
          <Trans>substitute</Trans>
        </Chip>
      )}
    </>
  )
}

function Protected({ address }: { address: Address }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { save, saving, problem, saved, reset } = useClientWrite<{ reason: string }, { lines: string[] }>(
    `/addresses/${address.id}/reveal`,
  )
  if (saved)
    return (
      <>
        {saved.lines.join(', ')}{' '}
        <Button variant="subtle" size="compact-sm" onClick={reset}>
          <Trans>Hide again</Trans>
        </Button>
      </>
    )
  if (!asking)
    return (
      <>
        <Chip tone="late">
          <Trans>Protected</Trans>
        </Chip>{' '}
        <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
          <Trans>Show…</Trans>
        </Button>
      </>
    )
  return (
    <Form
      onSave={() => void save({ reason })}
      saving={saving}
      problem={problem}
      saveLabel={<Trans>Show the address</Trans>}
      others={
        <Button variant="default" onClick={() => setAsking(false)}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <TextField
        path="reason"
        label={t`Why do you need it?`}
        description={t`Only the client’s team can see it. Your name and reason are kept.`}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        problem={problem}
        autoComplete="off"
      />
    </Form>
  )
}

const empty = {
  kind: 'actual',
  confidential: false,
  line1: '',
  line2: '',
  city: '',
  region: '',
  postalCode: '',
  locator: '',
  program: '',
}

function AddressForm({ onDone }: { onDone: () => void }) {
  const [address, setAddress] = useState(empty)
  const { save, saving, problem } = useClientWrite<object>('/addresses', onDone)
  const field = (path: keyof Omit<typeof empty, 'confidential'>) => ({
    path,
    problem,
    value: address[path],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => setAddress({ ...address, [path]: event.currentTarget.value }),
  })
  const found = address.kind === 'unsheltered-locator'
  return (
    <Form onSave={() => void save(address)} saving={saving} problem={problem} saveLabel={<Trans>Add the address</Trans>}>
      <ChoiceField
        path="kind"
        label={t`What kind of address?`}
        data={addressKinds.map((value) => ({ value, label: addressKindWords(value) }))}
        value={address.kind}
        onChange={(kind) => setAddress({ ...address, kind: kind ?? 'actual' })}
      />
      {found ? (
        <TextField {...field('locator')} label={t`Where and when can they be found?`} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField {...field('line1')} label={t`Street or box`} />
          <TextField {...field('line2')} label={t`Apartment, floor, care of`} optional />
          <TextField {...field('city')} label={t`Town`} />
          <TextField {...field('region')} label={t`State`} optional />
          <TextField {...field('postalCode')} label={t`ZIP code`} optional />
          {address.kind === 'substitute' && <TextField {...field('program')} label={t`Address program`} optional />}
        </SimpleGrid>
      )}
      {address.kind === 'substitute' ? (
        <p className="soft">
          <Trans>From now on every letter, map and screen gives this address. All others become protected.</Trans>
        </p>
      ) : (
        <Checkbox
          label={t`Protected: never given out, shown to the team only for a stated reason`}
          checked={address.confidential}
          onChange={(event) => setAddress({ ...address, confidential: event.currentTarget.checked })}
        />
      )}
    </Form>
  )
}
