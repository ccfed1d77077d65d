// Where the case stands and what may be done from here; what is missing is named with the place where it is done.
import { Trans } from '@lingui/react/macro'
import { plural, t } from '@lingui/core/macro'
import { Button, Menu } from '@mantine/core'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, type ChipTone } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { daysBetween } from '../../../web/words.ts'
import type { CaseStatus } from '../case.ts'
import type { CaseView } from '../view.ts'
import { Beginning } from './Beginning.tsx'
import { closureWords, statusWords, suspensionWords } from './caseWords.ts'
import classes from './cases.module.css'
import { StaffName } from './StaffName.tsx'

const CaseDialog = lazy(() => import('./CaseDialog.tsx'))
export type Asking = 'end' | 'pause' | 'resume' | 'close' | 'reopen' | 'successor' | 'void' | 'death' | 'transfer'

const tones: Record<CaseStatus, ChipTone> = { pending_engagement: 'today', active: 'done', suspended: 'today', closing: 'brand', closed: 'plain', not_engaged: 'plain', voided: 'late' }

export function StatusPanel({ view }: { view: CaseView }) {
  const [asking, ask] = useState<Asking | null>(null)
  return (
    <Card title={<Trans>Case {view.number}</Trans>} aside={<Chip tone={tones[view.status]}>{statusWords(view.status)}</Chip>} padded>
      <p className={classes.said}><Standing view={view} /></p>
      {view.coordinationNote && view.leadStaffId && <p className={classes.said}><Trans>Lead for this person: <StaffName id={view.leadStaffId} />.</Trans> {view.coordinationNote}</p>}
      {view.status === 'pending_engagement' && <Beginning view={view} />}
      <Steps view={view} ask={ask} />
      {asking && <Suspense fallback={null}><CaseDialog view={view} asking={asking} onClose={() => ask(null)} /></Suspense>}
    </Card>
  )
}

function Standing({ view }: { view: CaseView }): ReactNode {
  const { today } = useMe()
  switch (view.status) {
    case 'pending_engagement':
      return <Trans>Opened <DateText day={view.openedOn} />. The work begins when the person agrees and everything below is on record.</Trans>
    case 'active':
      return view.activatedOn ? <Trans>The work began <DateText day={view.activatedOn} />, {plural(daysBetween(view.activatedOn, today), { 0: 'today', one: '# day ago', other: '# days ago' })}.</Trans> : null
    case 'suspended':
      return <Trans>Paused since {view.suspendedOn && <DateText day={view.suspendedOn} />}: {view.suspensionReason && suspensionWords(view.suspensionReason)}. Looked at again {view.reviewOn && <DateText day={view.reviewOn} />}; meanwhile {view.responsibleStaffId && <StaffName id={view.responsibleStaffId} />} answers.</Trans>
    case 'closing':
      return <Trans>{view.closureReason && closureWords(view.closureReason)}. Closing since {view.closingOn && <DateText day={view.closingOn} />}; it closes with the signed summary.</Trans>
    case 'closed':
      return <Trans>{view.closureReason && closureWords(view.closureReason)}. Closed {view.closedOn && <DateText day={view.closedOn} />}.</Trans>
    case 'not_engaged':
      return <Trans>It ended before it began; the reason is below.</Trans>
    case 'voided':
      return <Trans>This case was entered in error. It is kept, with the reason, and nothing is added to it.</Trans>
  }
}

function Steps({ view, ask }: { view: CaseView; ask: (what: Asking) => void }) {
  const { today } = useMe()
  if (!useMay()('write-case')) return null
  const can = (transition: CaseView['possible'][number]) => view.possible.includes(transition)
  const reopenable = view.status === 'closed' && view.closedOn !== null && daysBetween(view.closedOn, today) <= 30
  const over = view.status === 'not_engaged' || (view.status === 'closed' && !reopenable)
  const waiting = view.transfers.some(({ status }) => status === 'requested')
  const button = (what: Asking, label: string, shown: boolean) => shown && <Button key={what} variant="default" onClick={() => ask(what)}>{label}</Button>
  return (
    <div className={`${classes.steps} no-print`}>
      {view.status === 'closing' && <Button component={GoTo} href={`/clients/${view.clientId}/closure?case=${view.id}`}><Trans>Write the summary</Trans></Button>}
      {view.status === 'closed' && <Button variant="default" component={GoTo} href={`/clients/${view.clientId}/closure?case=${view.id}`}><Trans>Read the summary</Trans></Button>}
      {button('resume', t`Go on with the work…`, can('resumed'))}
      {button('pause', t`Pause…`, can('suspended'))}
      {button('transfer', t`Pass on…`, !waiting && ['pending_engagement', 'active', 'suspended'].includes(view.status) && view.team.some(({ role, untilAt }) => role === 'primary' && untilAt === null))}
      {button('close', t`Begin closing…`, can('closing-begun'))}
      {button('end', t`End without engagement…`, can('ended-without-engagement'))}
      {button('reopen', t`Reopen…`, reopenable)}
      {button('successor', t`Open a case that follows…`, over)}
      {can('voided') && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><Button variant="subtle" color="gray"><Trans>More</Trans></Button></Menu.Target>
          <Menu.Dropdown>
            {(can('closing-begun') || can('ended-without-engagement')) && <Menu.Item onClick={() => ask('death')}><Trans>The person has died…</Trans></Menu.Item>}
            <Menu.Item onClick={() => ask('void')}><Trans>Entered in error…</Trans></Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
