// Setting up the agency: its name and letterhead, programs, staff, instruments, and how the record is kept private and whole.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { useSearchParam } from '../../../web/address.ts'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { InstrumentsPanel } from '../../assessments/web/InstrumentsScreen.tsx'
import { ReceiversPanel } from '../../serviceReferrals/web/ReceiversPanel.tsx'
import { PrivacyPanel } from '../../safekeeping/web/PrivacyPanel.tsx'
import { AgencyPanel } from './AgencyPanel.tsx'
import classes from './administration.module.css'
import { IdentityProviderPanel } from './IdentityProviderPanel.tsx'
import { ProgramsPanel } from './ProgramsPanel.tsx'
import { StaffPanel } from './StaffPanel.tsx'

const parts = ['staff', 'programs', 'agency', 'sign-in', 'instruments', 'receivers', 'privacy'] as const

export default function AdministrationScreen() {
  const [asked] = useSearchParam('part')
  const seen = useMay()('manage-agency') ? parts : parts.filter((each) => each === 'privacy')
  const part = seen.find((each) => each === asked) ?? seen[0]
  const names = { staff: t`Staff`, programs: t`Programs`, agency: t`Agency`, 'sign-in': t`Sign-in`, instruments: t`Instruments`, receivers: t`Receivers`, privacy: t`Privacy` }
  return (
    <Screen title={t`Administration`} lead={part === 'privacy' ? <Trans>Whether the record is whole, what may go and what may not, and who sees what has special protection.</Trans> : <Trans>Who works here, for which programs, with which instruments.</Trans>}>
      <nav className={classes.tabs} aria-label={t`Parts of the administration`}>
        {seen.map((each) => <GoTo key={each} href={`/administration?part=${each}`} aria-current={each === part ? 'page' : undefined}>{names[each]}</GoTo>)}
      </nav>
      {part === 'staff' && <StaffPanel />}
      {part === 'programs' && <ProgramsPanel />}
      {part === 'agency' && <AgencyPanel />}
      {part === 'sign-in' && <IdentityProviderPanel />}
      {part === 'instruments' && <InstrumentsPanel />}
      {part === 'receivers' && <ReceiversPanel />}
      {part === 'privacy' && <PrivacyPanel />}
    </Screen>
  )
}
