// Who is referred, and how to reach them safely.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { languageOptions } from '../../clients/web/PersonFields.tsx'
import type { ContactWay, PersonAddress } from '../person.ts'
import type { Facts } from '../referral.ts'
import { changeFacts, changePerson, orNull, type FactsDraft } from './factsDraft.ts'
import { choicesOf, safeContactWords } from './referralWords.ts'
import classes from './referrals.module.css'

export interface FieldsProps {
  draft: FactsDraft
  change: (next: FactsDraft) => void
  problem: Problem | null
}

export function NameFields({ draft, change, problem }: FieldsProps) {
  const { person } = draft.facts
  const text = (path: 'givenName' | 'familyName' | 'preferredName' | 'pseudonym', label: string, description?: string) => (
    <TextField path={`person.${path}`} label={label} description={description} optional problem={problem} autoComplete="off" value={person[path] ?? ''} onChange={(event) => change(changePerson(draft, { [path]: orNull(event.currentTarget.value) }))} />
  )
  return (
    <fieldset className={classes.fieldset}>
      <legend><Trans>Who is referred?</Trans></legend>
      <div className={classes.pair}>{text('givenName', t`First name`)}{text('familyName', t`Last name`)}</div>
      <div className={classes.pair}>
        <TextField path="person.birthDate" label={t`Birth date`} description={t`1984-05-17, 1984-05, or only 1984`} optional problem={problem} autoComplete="off" value={draft.birth} onChange={(event) => change({ ...draft, birth: event.currentTarget.value })} />
        {text('pseudonym', t`Or a name from outreach`, t`When the person has not given one`)}
      </div>
    </fieldset>
  )
}

export function ReachFields({ draft, change, problem }: FieldsProps) {
  const { person, safeContact, safeContactNote } = draft.facts
  const ways = person.contactWays
  const changeWay = (at: number, more: Partial<ContactWay>) => change(changePerson(draft, { contactWays: ways.map((way, here) => (here === at ? { ...way, ...more } : way)) }))
  const addWay = (kind: ContactWay['kind']) => change(changePerson(draft, { contactWays: [...ways, { kind, value: '', use: kind === 'phone' ? 'mobile' : 'other', safe: 'unknown', mayLeaveMessage: 'unknown', note: null }] }))
  const isSafeContact = (value: string | null): value is Facts['safeContact'] => value === 'not-asked' || value === 'no-restriction' || value === 'required'
  return (
    <fieldset className={classes.fieldset}>
      <legend><Trans>How do we reach them safely?</Trans></legend>
      <ChoiceField path="safeContact" label={t`Safe contact`} description={t`Ask whoever refers: is there anybody who must not know that we call?`} problem={problem} data={choicesOf(safeContactWords())} value={safeContact} onChange={(value) => isSafeContact(value) && change(changeFacts(draft, { safeContact: value }))} />
      {ways.map((way, at) => <Way key={at} way={way} at={at} problem={problem} change={(more) => changeWay(at, more)} remove={() => change(changePerson(draft, { contactWays: ways.filter((_, here) => here !== at) }))} />)}
      <div>
        <Button variant="default" size="compact-sm" mr={8} onClick={() => addWay('phone')}><Trans>Add a phone</Trans></Button>
        <Button variant="default" size="compact-sm" onClick={() => addWay('email')}><Trans>Add an e-mail</Trans></Button>
      </div>
      <AddressFields draft={draft} change={change} problem={problem} />
      <LongTextField path="safeContactNote" optional label={t`How, when, through whom`} description={t`“After 5 pm, no voicemail”, “ask at the library desk”`} minRows={2} problem={problem} value={safeContactNote ?? ''} onChange={(event) => change(changeFacts(draft, { safeContactNote: orNull(event.currentTarget.value) }))} />
    </fieldset>
  )
}

function Way({ way, at, change, remove, problem }: { way: ContactWay; at: number; change: (more: Partial<ContactWay>) => void; remove: () => void; problem: Problem | null }) {
  const safe = { unknown: t`Not asked whether safe`, safe: t`Safe to use`, unsafe: t`Not safe: do not use` }
  const isSafe = (value: string | null): value is ContactWay['safe'] => value === 'unknown' || value === 'safe' || value === 'unsafe'
  const label = way.kind === 'email' ? t`E-mail` : way.kind === 'phone' || way.kind === 'sms' ? t`Phone` : t`Other way`
  return (
    <div className={classes.way}>
      <TextField path={`person.contactWays.${at}.value`} label={label} problem={problem} type={way.kind === 'email' ? 'email' : 'tel'} autoComplete="off" value={way.value} onChange={(event) => change({ value: event.currentTarget.value })} />
      <Select label={t`Safe?`} allowDeselect={false} data={choicesOf(safe)} value={way.safe} onChange={(value) => isSafe(value) && change({ safe: value })} />
      <Button variant="subtle" color="gray" px={8} aria-label={t`Remove ${label} ${way.value}`} onClick={remove}>×</Button>
    </div>
  )
}

function AddressFields({ draft, change, problem }: FieldsProps) {
  const { addresses } = draft.facts.person
  const [first = { kind: 'actual', lines: [], city: null, state: null, postalCode: null, country: null, confidential: false } satisfies PersonAddress] = addresses
  const set = (more: Partial<PersonAddress>) => change(changePerson(draft, { addresses: [{ ...first, ...more }, ...addresses.slice(1)] }))
  return (
    <>
      <TextField path="person.addresses.0.lines" optional label={t`Street, or where they are usually found`} problem={problem} autoComplete="off" value={first.lines.join(', ')} onChange={(event) => set({ lines: event.currentTarget.value === '' ? [] : [event.currentTarget.value] })} />
      <div className={classes.triple}>
        <TextField path="person.addresses.0.city" optional label={t`Town`} problem={problem} autoComplete="off" value={first.city ?? ''} onChange={(event) => set({ city: orNull(event.currentTarget.value) })} />
        <TextField path="person.addresses.0.state" optional label={t`State`} problem={problem} autoComplete="off" value={first.state ?? ''} onChange={(event) => set({ state: orNull(event.currentTarget.value) })} />
        <TextField path="person.addresses.0.postalCode" optional label={t`ZIP code`} problem={problem} autoComplete="off" value={first.postalCode ?? ''} onChange={(event) => set({ postalCode: orNull(event.currentTarget.value) })} />
      </div>
    </>
  )
}

export function LanguageFields({ draft, change, problem }: FieldsProps) {
  const { spokenLanguage, interpreter } = draft.facts.person
  const known = { unknown: t`Nobody has asked yet`, 'not-needed': t`Not needed`, preferred: t`Preferred`, needed: t`Needed` }
  const isKnown = (value: string | null): value is keyof typeof known => value !== null && value in known
  const options = languageOptions()
  const data = spokenLanguage && !options.some(({ value }) => value === spokenLanguage) ? [{ value: spokenLanguage, label: spokenLanguage }, ...options] : options
  return (
    <div className={classes.pair}>
      <ChoiceField path="person.spokenLanguage" optional label={t`Speaks`} searchable problem={problem} data={data} value={spokenLanguage} onChange={(value) => change(changePerson(draft, { spokenLanguage: value }))} />
      <ChoiceField path="person.interpreter" label={t`Interpreter`} problem={problem} data={choicesOf(known)} value={interpreter} onChange={(value) => isKnown(value) && change(changePerson(draft, { interpreter: value }))} />
    </div>
  )
}
