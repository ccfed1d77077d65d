// A transfer that waits: the receiver reads the summary and what is due, and answers; until then nothing moves.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Card, Fact } from '../../../web/design/Card.tsx'
import { DueText, MomentText } from '../../../web/design/DateText.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useClient } from '../../../web/client.tsx'
import { useWrite } from '../../../web/reads.ts'
import { sayTask } from '../../tasks/web/taskWords.ts'
import { TaskRule } from '../../tasks/task.ts'
import type { CaseView } from '../view.ts'
import classes from './cases.module.css'
import { StaffName } from './StaffName.tsx'

type Transfer = CaseView['transfers'][number]

export function TransferPanel({ view }: { view: CaseView }) {
  const waiting = view.transfers.find(({ status }) => status === 'requested')
  return waiting ? <Waiting view={view} transfer={waiting} /> : null
}

function Waiting({ view, transfer }: { view: CaseView; transfer: Transfer }) {
  const { staff } = useMe()
  const forMe = transfer.toStaffId === staff.id
  return (
    <Card title={forMe ? <Trans>Will you take over?</Trans> : <Trans>Waiting for an answer</Trans>} aside={<MomentText at={transfer.requestedAt} />} padded>
      <p>{forMe ? <Trans><b><StaffName id={transfer.fromStaffId} /></b> asks you: {transfer.reason}</Trans> : <Trans><b><StaffName id={transfer.toStaffId} /></b> is asked to take over: {transfer.reason}</Trans>}</p>
      <p className={classes.quote}>{transfer.summary}</p>
      {transfer.openDues.length > 0 && <div><strong><Trans>Due when it was asked</Trans></strong>{transfer.openDues.map((due) => <OpenDue key={`${due.rule}${due.dueOn}${due.title ?? ''}`} due={due} />)}</div>}
      <Answer view={view} transfer={transfer} forMe={forMe} />
    </Card>
  )
}

function OpenDue({ due }: { due: Transfer['openDues'][number] }) {
  const { today } = useMe()
  const { clientId, displayName } = useClient()
  const rule = TaskRule.catch('own').parse(due.rule)
  const { title } = sayTask({ rule, title: due.title, params: {}, aboutType: '', aboutId: '', clientId, caseId: null, clientName: displayName }, today)
  return <Fact name={title}><DueText day={due.dueOn} /></Fact>
}

function Answer({ view, transfer, forMe }: { view: CaseView; transfer: Transfer; forMe: boolean }) {
  const [note, setNote] = useState('')
  const { staff } = useMe()
  const may = useMay()
  const path = `/cases/${view.id}/transfers/${transfer.id}`
  const done = (message: string) => ({ renews: [view.id, view.clientId, transfer.id], onSaved: () => sayDone(message) })
  const accept = useWrite('POST', `${path}/acceptance`, done(t`You answer for this case now.`))
  const decline = useWrite('POST', `${path}/decline`, done(t`Declined. The case stays where it was.`))
  const withdraw = useWrite('POST', `${path}/withdrawal`, done(t`Withdrawn.`))
  const mayWithdraw = transfer.fromStaffId === staff.id || transfer.requestedBy === staff.id || may('reassign')
  if (!forMe && !mayWithdraw) return null
  return (
    <>
      <ProblemNotice problem={accept.problem ?? decline.problem ?? withdraw.problem} />
      <Textarea label={forMe ? <Trans>A word to your colleague (needed to decline)</Trans> : <Trans>Why is it withdrawn? (optional)</Trans>} value={note} onChange={(event) => setNote(event.currentTarget.value)} mt="sm" autosize minRows={2} />
      <div className={classes.steps}>
        {forMe && <Button loading={accept.saving} onClick={() => void accept.save({ note })}><Trans>Take over</Trans></Button>}
        {forMe && <Button variant="default" loading={decline.saving} onClick={() => void decline.save({ note })}><Trans>Decline</Trans></Button>}
        {!forMe && <Button variant="default" loading={withdraw.saving} onClick={() => void withdraw.save({ note })}><Trans>Withdraw</Trans></Button>}
      </div>
    </>
  )
}
