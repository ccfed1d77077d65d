// My account: password, second factor, and where I am signed in.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Screen } from '../design/Screen.tsx'
import { useMe } from '../me.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'
import { SignInsCard } from './SignInsCard.tsx'

export default function AccountScreen() {
  const { staff, agency } = useMe()
  return (
    <Screen title={t`My account`} lead={<Trans>{staff.name} at {agency.name}</Trans>} aside={<SignInsCard />}>
      <PasswordCard />
      <SecondFactorCard />
      <PasskeysCard />
    </Screen>
  )
}
