// Setting up the agency: its name and letterhead, programs, staff, instruments. No client is seen here.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useSearchParam } from '../../../web/address.ts'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { InstrumentsPanel } from '../../assessments/web/InstrumentsScreen.tsx'
import { ReceiversPanel } from '../../serviceReferrals/web/ReceiversPanel.tsx'
import { AgencyPanel } from './AgencyPanel.tsx'
import classes from './administration.module.css'
import { ProgramsPanel } from './ProgramsPanel.tsx'
import { StaffPanel } from './StaffPanel.tsx'

const parts = ['staff', 'programs', 'agency', 'instruments', 'receivers'] as const

export default function AdministrationScreen() {
  const [asked] = useSearchParam('part')
  const part = parts.find((each) => each === asked) ?? 'staff'
  const names = { staff: t`Staff`, programs: t`Programs`, agency: t`Agency`, instruments: t`Instruments`, receivers: t`Receivers` }
  return (
    <Screen title={t`Administration`} lead={<Trans>Who works here, for which programs, with which instruments.</Trans>}>
      <nav className={classes.tabs} aria-label={t`Parts of the administration`}>
        {parts.map((each) => <GoTo key={each} href={`/administration?part=${each}`} aria-current={each === part ? 'page' : undefined}>{names[each]}</GoTo>)}
      </nav>
      {part === 'staff' && <StaffPanel />}
      {part === 'programs' && <ProgramsPanel />}
      {part === 'agency' && <AgencyPanel />}
      {part === 'instruments' && <InstrumentsPanel />}
      {part === 'receivers' && <ReceiversPanel />}
    </Screen>
  )
}
