// Before the work begins: what is still missing, each with its place, and how often the person was tried.
import { Trans } from '@lingui/react/macro'
import { plural } from '@lingui/core/macro'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Missing } from '../../../web/api.ts'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { CaseView } from '../view.ts'
import classes from './cases.module.css'

export function Beginning({ view }: { view: CaseView }) {
  const readiness = useRead<{ missing: Missing[] }>(`/cases/${view.id}/readiness`)
  return (
    <>
      <Reading of={readiness} lines={2}>
        {({ missing }) => missing.length === 0 ? <Begin view={view} /> : (
          <>
            <strong>{plural(missing.length, { one: 'One thing is missing before the work can begin:', other: '# things are missing before the work can begin:' })}</strong>
            <ul className={classes.missing}>
              {missing.map(({ code, message, href }) => <li key={code}>{href ? <GoTo href={`${href}?case=${view.id}`}>{message}</GoTo> : message}</li>)}
            </ul>
          </>
        )}
      </Reading>
      <Outreach view={view} />
    </>
  )
}

function Begin({ view }: { view: CaseView }) {
  const [reason, setReason] = useState('')
  const { save, saving, problem } = useWrite('POST', `/cases/${view.id}/activation`, { renews: [view.id, view.clientId], onSaved: () => sayDone(<Trans>The work has begun. The assessment is due within 30 days.</Trans>) })
  if (!useMay()('write-case')) return null
  const full = problem?.code === 'case.over-capacity'
  return (
    <>
      <ProblemNotice problem={problem} />
      {full && <Textarea label={<Trans>Why is it still right?</Trans>} value={reason} onChange={(event) => setReason(event.currentTarget.value)} mt="xs" />}
      <div className={classes.steps}>
        <Button loading={saving} onClick={() => void save(reason ? { capacityReason: reason } : {})}><Trans>Begin the work</Trans></Button>
      </div>
    </>
  )
}

function Outreach({ view: { attempts, outreach } }: { view: CaseView }) {
  const last = outreach.met
    ? <Trans>Enough was tried to say that the person cannot be reached.</Trans>
    : <>{outreach.missing.map(({ message }) => message).join(' ')}</>
  return (
    <p className={classes.said} style={{ marginTop: 12 }}>
      {attempts.length === 0 ? <Trans>Nobody has tried to reach the person yet.</Trans> : <>{plural(attempts.length, { one: '# attempt to reach the person so far.', other: '# attempts to reach the person so far.' })} {last}</>}
    </p>
  )
}
