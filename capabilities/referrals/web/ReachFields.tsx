// How to reach the person safely: what was asked, the numbers and addresses, and the words about how.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import type { ContactWay, PersonAddress } from '../person.ts'
import { changeFacts, changePerson, type FieldsProps } from './factsDraft.ts'
import { Choice, codeIn, Long, Text } from './fields.tsx'
import { choicesOf, safeContactWords } from './referralWords.ts'
import classes from './referrals.module.css'

export function ReachFields({ draft, change, problem }: FieldsProps) {
  const { safeContact, safeContactNote } = draft.facts
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        <Trans>How do we reach them safely?</Trans>
      </legend>
      <Choice
        path="safeContact"
        label={t`Safe contact`}
        description={t`Ask whoever refers: is there anybody who must not know that we call?`}
        problem={problem}
        words={safeContactWords()}
        value={safeContact}
        onCode={(code) => change(changeFacts(draft, { safeContact: code ?? safeContact }))}
      />
      <Ways draft={draft} change={change} problem={problem} />
      <AddressFields draft={draft} change={change} problem={problem} />
      <Long
        path="safeContactNote"
        optional
        short
        label={t`How, when, through whom`}
        description={t`“After 5 pm, no voicemail”, “ask at the library desk”`}
        problem={problem}
        value={safeContactNote}
        onText={(text) => change(changeFacts(draft, { safeContactNote: text }))}
      />
    </fieldset>
  )
}

const newWay = (kind: 'phone' | 'email'): ContactWay => ({
  kind,
  value: '',
  use: kind === 'phone' ? 'mobile' : 'other',
  safe: 'unknown',
  mayLeaveMessage: 'unknown',
  note: null,
})

function Ways({ draft, change, problem }: FieldsProps) {
  const ways = draft.facts.person.contactWays
  const set = (contactWays: ContactWay[]) => change(changePerson(draft, { contactWays }))
  return (
    <>
      {ways.map((way, at) => (
        <Way
          key={at}
          way={way}
          path={`person.contactWays.${at}.value`}
          problem={problem}
          change={(more) => set(ways.map((each, here) => (here === at ? { ...each, ...more } : each)))}
          remove={() => set(ways.filter((_, here) => here !== at))}
        />
      ))}
      <div>
        <Button variant="default" size="compact-sm" mr={8} onClick={() => set([...ways, newWay('phone')])}>
          <Trans>Add a phone</Trans>
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => set([...ways, newWay('email')])}>
          <Trans>Add an e-mail</Trans>
        </Button>
      </div>
    </>
  )
}

interface WayProps extends Pick<FieldsProps, 'problem'> {
  way: ContactWay
  path: string
  change: (more: Partial<ContactWay>) => void
  remove: () => void
}

function Way({ way, path, change, remove, problem }: WayProps) {
  const safe = { unknown: t`Not asked whether safe`, safe: t`Safe to use`, unsafe: t`Not safe: do not use` }
  const label = way.kind === 'email' ? t`E-mail` : way.kind === 'phone' || way.kind === 'sms' ? t`Phone` : t`Other way`
  return (
    <div className={classes.way}>
      <Text
        path={path}
        label={label}
        problem={problem}
        type={way.kind === 'email' ? 'email' : 'tel'}
        value={way.value}
        onText={(text) => change({ value: text ?? '' })}
      />
      <Select
        label={t`Safe?`}
        allowDeselect={false}
        data={choicesOf(safe)}
        value={way.safe}
        onChange={(value) => change({ safe: codeIn(safe, value) ?? way.safe })}
      />
      <Button variant="subtle" color="gray" px={8} aria-label={t`Remove ${label} ${way.value}`} onClick={remove}>
        ×
      </Button>
    </div>
  )
}

const noAddress: PersonAddress = {
  kind: 'actual',
  lines: [],
  city: null,
  state: null,
  postalCode: null,
  country: null,
  confidential: false,
}

function AddressFields({ draft, change, problem }: FieldsProps) {
  const { addresses } = draft.facts.person
  const [first = noAddress] = addresses
  const set = (more: Partial<PersonAddress>) =>
    change(changePerson(draft, { addresses: [{ ...first, ...more }, ...addresses.slice(1)] }))
  const text = (part: 'city' | 'state' | 'postalCode', label: string) => (
    <Text
      path={`person.addresses.0.${part}`}
      optional
      label={label}
      problem={problem}
      value={first[part]}
      onText={(words) => set({ [part]: words })}
    />
  )
  return (
    <>
      <Text
        path="person.addresses.0.lines"
        optional
        label={t`Street, or where they are usually found`}
        problem={problem}
        value={first.lines.join(', ')}
        onText={(words) => set({ lines: words === null ? [] : [words] })}
      />
      <div className={classes.triple}>
        {text('city', t`Town`)}
        {text('state', t`State`)}
        {text('postalCode', t`ZIP code`)}
      </div>
    </>
  )
}
