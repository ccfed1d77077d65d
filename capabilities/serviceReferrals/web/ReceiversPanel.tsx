// Accounts of receivers: who was let in for which organization, a new one-time link, an end, and one more.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, CopyButton, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip } from '../../../web/design/Chip.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { fieldId, Form, issueAt, TextField } from '../../../web/design/Form.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Row, Rows } from '../../../web/design/Row.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import type { Problem } from '../../../web/api.ts'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Invited, ReceiverAccounts } from '../receiverAccount.actions.ts'
import classes from './services.module.css'

export function ReceiversPanel() {
  const read = useRead<ReceiverAccounts>('/receiver-accounts')
  const [link, setLink] = useState<string | null>(null)
  const hand = ({ path }: Invited) => setLink(`${window.location.origin}${path}`)
  return (
    <>
      <Card title={<Trans>Receivers with an account</Trans>}>
        {link && <div className={classes.padded}><OneTimeLink link={link} /></div>}
        <Reading of={read} lines={4}>
          {({ accounts }) => accounts.length === 0
            ? <Empty title={<Trans>Nobody yet.</Trans>}><Trans>Receivers answer by a link without an account. Who receives often can have an inbox.</Trans></Empty>
            : <Rows label={t`Receivers with an account`}>{accounts.map((each) => <Line key={each.id} account={each} onLink={hand} />)}</Rows>}
        </Reading>
      </Card>
      <Card title={<Trans>Let somebody in</Trans>} padded><NewReceiver onLink={hand} /></Card>
    </>
  )
}

function OneTimeLink({ link }: { link: string }) {
  return (
    <div className={classes.notice} role="status">
      <p><Trans>Hand this link over yourself. It works once, for seven days, and is shown only now.</Trans></p>
      <p className={classes.link} data-invitation>{link}</p>
      <div><CopyButton value={link}>{({ copied, copy }) => <Button variant="default" size="compact-sm" onClick={copy}>{copied ? t`Copied` : t`Copy the link`}</Button>}</CopyButton></div>
    </div>
  )
}

function Line({ account: { id, name, organization, status }, onLink }: { account: ReceiverAccounts['accounts'][number]; onLink: (made: Invited) => void }) {
  const [sure, ask] = useState(false)
  const inviting = useWrite<object, Invited>('POST', `/receiver-accounts/${id}/invitations`, { onSaved: onLink })
  const ending = useWrite<object>('POST', `/receiver-accounts/${id}/ending`, { renews: ['/receiver-accounts'], onSaved: () => sayDone(t`${name} is signed out, and the account has ended.`) })
  const end = sure
    ? <Button size="compact-sm" color="red" loading={ending.saving} onClick={() => void ending.save({})}><Trans>Yes, end it now</Trans></Button>
    : <Button size="compact-sm" variant="subtle" onClick={() => ask(true)}><Trans>End the account</Trans></Button>
  return (
    <Row plain title={name} why={<>{organization}<ProblemNotice problem={inviting.problem ?? ending.problem} /></>} when={status === 'inactive' ? <Chip><Trans>Ended</Trans></Chip> : undefined}
      action={status === 'active' && <span className={classes.buttons}><Button size="compact-sm" variant="default" loading={inviting.saving} onClick={() => void inviting.save({})}><Trans>Make an invitation link</Trans></Button>{end}</span>} />
  )
}

const nobody = { name: '', email: '', organizationId: '' }

function NewReceiver({ onLink }: { onLink: (made: Invited) => void }) {
  const [wanted, set] = useState(nobody)
  const { save, saving, problem } = useWrite<object, Invited>('POST', '/receiver-accounts', { renews: ['/receiver-accounts'], onSaved: (made) => { set(nobody); onLink(made) } })
  return (
    <Form onSave={() => void save(wanted)} saving={saving} problem={problem} saveLabel={<Trans>Make the account</Trans>}>
      <p className="soft"><Trans>They sign in like staff, see what is sent to this organization’s services by link, answer it, and see nothing else.</Trans></p>
      <TextField path="name" label={t`Name`} value={wanted.name} problem={problem} onChange={(event) => set({ ...wanted, name: event.currentTarget.value })} />
      <TextField path="email" label={t`E-mail address, to sign in with`} type="email" value={wanted.email} problem={problem} onChange={(event) => set({ ...wanted, email: event.currentTarget.value })} />
      <OrganizationChoice value={wanted.organizationId} problem={problem} onChange={(organizationId) => set({ ...wanted, organizationId })} />
    </Form>
  )
}

/** Found by the words of its name; only organizations that offer something. */
function OrganizationChoice({ value, onChange, problem }: { value: string; onChange: (id: string) => void; problem: Problem | null }) {
  const [words, setWords] = useState('')
  const [search] = useDebouncedValue(words, 200)
  const found = useRead<{ id: string; name: string }[]>('/receiver-accounts/organizations', { query: { search }, keepPrevious: true })
  return (
    <Select id={fieldId('organizationId')} label={t`Organization`} searchable value={value || null} onChange={(id) => onChange(id ?? '')} onSearchChange={setWords} error={issueAt(problem, 'organizationId')}
      data={(found.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} filter={({ options }) => options} nothingFoundMessage={t`No organization of the directory is called so.`} allowDeselect={false} />
  )
}
