// What is still missing, who signs next, and the last step: the guide at the side of the Closure screen.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { DateText, DueText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import { dayOf } from '../../../web/words.ts'
import type { ClosureView } from '../view.ts'
import classes from './closure.module.css'

/** Everything that keeps the case open, each a link to where it is done. */
export function StillMissing({ view }: { view: ClosureView }) {
  const { missing, dueOn } = view
  return (
    <Card title={missing.length === 0 ? <Trans>Nothing is missing</Trans> : <span aria-live="polite">{plural(missing.length, { one: '# point is still open', other: '# points are still open' })}</span>} aside={dueOn && view.summary?.status !== 'signed-off' && <Trans>Sign by <DueText day={dueOn} /></Trans>}>
      {missing.length === 0
        ? <p className={classes.complete}><Trans>The case can be closed.</Trans></p>
        : <ul className={classes.missing}>{missing.map(({ code, message, href }, index) => <li key={`${code} ${index}`}>{href ? <GoTo href={href} onClick={focusField(href)}>{message}</GoTo> : message}</li>)}</ul>}
    </Card>
  )
}

/** A field on this very page takes the focus; another page is gone to. */
const focusField = (href: string) => (event: { preventDefault(): void }) => {
  const id = href.split('#')[1]
  const field = id && href.startsWith(window.location.pathname) ? document.getElementById(id) : null
  if (!field) return
  event.preventDefault()
  field.scrollIntoView({ block: 'center' })
  field.focus()
}

export function Signing({ view, flush }: { view: ClosureView; flush: () => Promise<boolean> }) {
  const { caseId, clientId } = useClient()
  const at = `/cases/${caseId}/closure`
  const renews = { renews: [caseId ?? '', clientId] }
  const sign = useWrite('POST', `${at}/signature`, { ...renews, onSaved: () => sayDone(t`Signed. A supervisor is asked to sign it off.`) })
  const signOff = useWrite<{ note: string }>('POST', `${at}/sign-off`, { ...renews, onSaved: () => sayDone(t`Signed off.`) })
  const close = useWrite('POST', `${at}/completion`, { ...renews, onSaved: () => sayDone(t`The case is closed.`) })
  const [returning, setReturning] = useState(false)
  const { summary, may } = view
  const { agency } = useMe()
  const authorsPart = view.missing.filter(({ code }) => code !== 'closure.no-signature' && code !== 'closure.no-sign-off')
  return (
    <Card title={<Trans>Signatures</Trans>} id="signature">
      <div className={classes.complete} style={{ color: 'inherit', display: 'grid', gap: 8 }} tabIndex={-1}>
        <ProblemNotice problem={sign.problem ?? signOff.problem ?? close.problem} />
        {summary?.returnNote && summary.status === 'draft' && <p><strong><Trans>{summary.returnedByName} returned it:</Trans></strong> {summary.returnNote}</p>}
        {summary?.signedByName && summary.signedAt && <p><Trans>Signed by {summary.signedByName} on <DateText day={dayOf(summary.signedAt, agency.timeZone)} /></Trans></p>}
        {summary?.signedOffByName && summary.signedOffAt && <p><Trans>Signed off by {summary.signedOffByName} on <DateText day={dayOf(summary.signedOffAt, agency.timeZone)} /></Trans></p>}
        {summary?.signOffNote && <p className={classes.state}>{summary.signOffNote}</p>}
        {summary?.status === 'awaiting-sign-off' && !may.decide && <p className={classes.state}><Trans>Waiting for a supervisor, who finds it on their list.</Trans></p>}
        {may.write && authorsPart.length > 0 && <p className={classes.state}><Trans>You can sign once the points above are done.</Trans></p>}
      </div>
      <div className={`${classes.buttons} no-print`}>
        {may.write && <Button loading={sign.saving} onClick={() => void flush().then((kept) => kept && sign.save({}))}><Trans>Sign the summary</Trans></Button>}
        {may.decide && <Button loading={signOff.saving} onClick={() => void signOff.save({ note: '' })}><Trans>Sign off</Trans></Button>}
        {may.decide && <Button variant="default" onClick={() => setReturning(true)}><Trans>Return it</Trans></Button>}
        {may.close && <Button loading={close.saving} onClick={() => void close.save({})}><Trans>Close the case</Trans></Button>}
      </div>
      <ReturnDialog opened={returning} onClose={() => setReturning(false)} at={at} renews={renews.renews} />
    </Card>
  )
}

function ReturnDialog({ opened, onClose, at, renews }: { opened: boolean; onClose: () => void; at: string; renews: string[] }) {
  const [note, setNote] = useState('')
  const { save, saving, problem } = useWrite<{ note: string }>('POST', `${at}/return`, { renews, onSaved: () => { onClose(); sayDone(t`Returned to its author.`) } })
  return (
    <Modal opened={opened} onClose={onClose} title={<Trans>Return the summary</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <div className={classes.entries}>
        <ProblemNotice problem={problem} />
        <Textarea label={t`What should be different`} autosize minRows={3} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
        <div><Button loading={saving} onClick={() => void save({ note })}><Trans>Return it</Trans></Button></div>
      </div>
    </Modal>
  )
}
