// The case behind the person's page: where it stands, who answers for it, how much it needs, and what is due.
import { Trans } from '@lingui/react/macro'
import { useClient } from '../../../web/client.tsx'
import { Card } from '../../../web/design/Card.tsx'
import { Empty } from '../../../web/design/Empty.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { RestrictedNotes } from '../../contacts/web/RestrictedNotes.tsx'
import { LabelsCard } from '../../labels/web/LabelsCard.tsx'
import { CaseReferralCard } from '../../referrals/web/CaseReferralCard.tsx'
import { CaseTasks } from '../../tasks/web/CaseTasks.tsx'
import type { CaseView } from '../view.ts'
import { AcuityPanel } from './AcuityPanel.tsx'
import { StatusHistory } from './StatusHistory.tsx'
import { StatusPanel } from './StatusPanel.tsx'
import { TeamPanel } from './TeamPanel.tsx'
import { TransferPanel } from './TransferPanel.tsx'

export default function CaseTab() {
  const { caseId } = useClient()
  if (!caseId) return <Card><Empty title={<Trans>There is no case yet.</Trans>}><Trans>A case opens when a referral is accepted.</Trans></Empty></Card>
  return <OneCase caseId={caseId} />
}

function OneCase({ caseId }: { caseId: string }) {
  const { clientId, displayName } = useClient()
  const may = useMay()
  const me = useMe().staff.id
  const view = useRead<CaseView>(`/cases/${caseId}`)
  return (
    <Reading of={view} lines={8}>
      {(one) => (
        <TwoColumns aside={<><AcuityPanel view={one} /><TeamPanel view={one} />{onTeamNow(one, me) && <RestrictedNotes caseId={caseId} />}<LabelsCard kind="case" entityId={caseId} /></>}>
          <TransferPanel view={one} />
          <StatusPanel view={one} />
          {may('read-tasks') && <CaseTasks clientId={clientId} caseId={caseId} clientName={displayName} />}
          <CaseReferralCard caseId={caseId} />
          <StatusHistory view={one} />
        </TwoColumns>
      )}
    </Reading>
  )
}

const onTeamNow = ({ team }: CaseView, staffId: string): boolean =>
  team.some((member) => member.staffId === staffId && member.role !== 'opener' && (member.untilAt === null || Date.parse(member.untilAt) > Date.now()))
