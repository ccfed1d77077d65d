// The client's page: the header that is always visible, the tabs, and the tab in view.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { Outlet, useLocation } from '@tanstack/react-router'
import { clientTabs, type ClientTab } from '../../../web/clientTabs.ts'
import { ClientProvider, type ClientInView } from '../../../web/client.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Loading } from '../../../web/design/Loading.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { useChart, type Chart } from './chart.ts'
import { ClientHeader } from './ClientHeader.tsx'
import { FrameActions } from './FrameActions.tsx'
import classes from './client.module.css'

export default function ClientFrame() {
  const chart = useChart()
  if (chart.problem && !chart.data) return <NotToBeSeen retry={() => void chart.refetch()} status={chart.problem.status} problem={chart.problem} />
  if (!chart.data) return <Screen title={t`Client`} ownHeading><Loading lines={6} /></Screen>
  const inView = clientInView(chart.data)
  return (
    <ClientProvider value={inView}>
      <Screen title={inView.displayName} ownHeading actions={<FrameActions chart={chart.data} />}>
        <div>
          <ClientHeader chart={chart.data} />
          {chart.data.cases.length === 0 && <OfferEmergency clientId={inView.clientId} />}
          <Tabs clientId={inView.clientId} />
          <Outlet key={inView.caseId} />
        </div>
      </Screen>
    </ClientProvider>
  )
}

/** Known from the list of clients, and no case of theirs is mine to open. */
function OfferEmergency({ clientId }: { clientId: string }) {
  if (!useMay()('open-in-emergency')) return null
  return <p className="no-print"><GoTo href={`/emergency-access/open?client=${clientId}`}><Trans>Somebody is in danger: open this record in an emergency</Trans></GoTo></p>
}

const clientInView = ({ client, cases, inView }: Chart): ClientInView => ({ clientId: client.id, caseId: inView?.id ?? null, displayName: client.displayName, pronouns: client.pronouns, cases })

function NotToBeSeen({ status, problem, retry }: { status: number; problem: Parameters<typeof ProblemNotice>[0]['problem']; retry: () => void }) {
  if (status !== 404) return <Screen title={t`Client`} ownHeading><ProblemNotice problem={problem} onRetry={retry} /></Screen>
  return (
    <Screen title={t`Nobody to show here`}>
      <Empty title={<Trans>There is nobody at this address whom you work with.</Trans>} action={<GoTo href="/clients"><Trans>Find a client</Trans></GoTo>}>
        <Trans>The link may be old, or the person is not on your list. If you should be working with them, ask your supervisor.</Trans>
      </Empty>
    </Screen>
  )
}

/** The order of a case manager's day, whoever registered first. */
const order = ['story', 'plan', 'services', 'assessments', 'people', 'consents', 'case', 'closure', 'details']
const place = ({ path }: ClientTab) => (order.includes(path) ? order.indexOf(path) : order.length)

function Tabs({ clientId }: { clientId: string }) {
  const { _ } = useLingui()
  const may = useMay()
  const { pathname, searchStr } = useLocation()
  const shown = clientTabs.filter(({ hidden, permission }) => !hidden && (!permission || may(permission))).toSorted((a, b) => place(a) - place(b))
  const caseNamed = new URLSearchParams(searchStr).get('case')
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={t`Parts of the record`}>
      {shown.map(({ path, label }) => {
        const href = `/clients/${clientId}/${path}`
        const here = pathname === href || pathname.startsWith(`${href}/`) || (path === 'story' && pathname.includes('/notes/'))
        return <GoTo key={path} href={caseNamed ? `${href}?case=${caseNamed}` : href} aria-current={here ? 'page' : undefined}>{_(label)}</GoTo>
      })}
    </nav>
  )
}
