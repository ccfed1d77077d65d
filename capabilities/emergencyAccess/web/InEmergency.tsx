// On the client's header: who has this record open in an emergency at this moment.
import { Trans } from '@lingui/react/macro'
import { Chip } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'

export function InEmergency({ emergencies = [] }: { emergencies?: { id: string; staffName: string | null; untilAt: string }[] }) {
  return emergencies.map(({ id, staffName, untilAt }) => (
    <Chip key={id} tone="late"><Trans>Open to {staffName} in an emergency until <MomentText at={untilAt} /></Trans></Chip>
  ))
}
