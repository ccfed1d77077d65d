// Administration, Privacy: whether the record is whole, what may go and what may not, who is cleared, who guards it. Each part for whoever may.
import { useEffect } from 'react'
import { useSearchParam } from '../../../web/address.ts'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { ClearancesCard } from '../../labels/web/ClearancesCard.tsx'
import { PrivacyOfficerCard } from '../../team/web/PrivacyOfficerCard.tsx'
import { HoldsCard } from './HoldsCard.tsx'
import { PurgesCard } from './PurgesCard.tsx'
import { SealCard } from './SealCard.tsx'

export function PrivacyPanel() {
  const may = useMay()
  const [wanted] = useSearchParam('at')
  useEffect(() => document.getElementById(wanted)?.scrollIntoView(), [wanted])
  const keeps = may('keep-record')
  return (
    <TwoColumns aside={<><PrivacyOfficerCard />{keeps && <SealCard />}</>}>
      {keeps && <PurgesCard />}
      {may('hold-record') && <HoldsCard />}
      <ClearancesCard />
    </TwoColumns>
  )
}
