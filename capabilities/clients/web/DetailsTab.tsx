// The Details tab: who the client is, how to reach them, where they live, and the record itself.
import { Reading } from '../../../web/design/Reading.tsx'
import { TwoColumns } from '../../../web/design/Screen.tsx'
import { useClient } from '../../../web/client.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { WhoLooked } from '../../stories/web/WhoLooked.tsx'
import { FilesCard } from '../../files/web/FilesCard.tsx'
import { ClientLabels } from '../../labels/web/ClientLabels.tsx'
import { ClientHoldsCard } from '../../safekeeping/web/HoldsCard.tsx'
import { ExclusionsCard } from '../../team/web/ExclusionsCard.tsx'
import type { ClientDetails } from '../details.ts'
import { AboutCard } from './AboutCard.tsx'
import { AddressesCard } from './AddressesCard.tsx'
import { DeathCard } from './DeathCard.tsx'
import { DemographicsCard } from './DemographicsCard.tsx'
import { NamesCard } from './NamesCard.tsx'
import { ReachCard } from './ReachCard.tsx'
import { ConfidentialityCard, IdentifiersCard, RisksCard } from './RecordCards.tsx'
import { SamePersonCard } from './SamePersonCard.tsx'

export default function DetailsTab() {
  const { clientId } = useClient()
  const may = useMay()
  const details = useRead<ClientDetails>(`/clients/${clientId}/details`)
  return (
    <Reading of={details} lines={8}>
      {({ client, names, addresses, outputs, reach, identifiers, answers, risks, links }) => (
        <TwoColumns
          aside={
            <>
              <AboutCard client={client} />
              <RisksCard risks={risks} />
              <IdentifiersCard identifiers={identifiers} />
              <ConfidentialityCard level={client.confidentiality} />
              <DeathCard client={client} />
              <ClientLabels />
              <ClientHoldsCard />
              <ExclusionsCard />
            </>
          }
        >
          {may('register-clients') && <SamePersonCard links={links} />}
          <ReachCard reach={reach} />
          <NamesCard names={names} />
          <AddressesCard addresses={addresses} letter={outputs.letter} />
          <DemographicsCard answers={answers} />
          <FilesCard of={`/clients/${clientId}`} clientId={clientId} />
          <WhoLooked clientId={clientId} />
        </TwoColumns>
      )}
    </Reading>
  )
}
