// The directory for one client: their age, language and payer explain and rank; where they live lends a ZIP code only where it is not protected.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, Chips } from '../../../web/design/Chip.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { useSearchParam } from '../../../web/address.ts'
import { useClient } from '../../../web/client.tsx'
import { useRead } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import classes from './directory.module.css'
import { Comparison } from './Comparison.tsx'
import { FindServices } from './FindServices.tsx'
import type { ForClient } from './question.ts'
import { topicWords } from './topics.ts'

export interface ClientFacts extends ForClient {
  zip: string | null
  placeIsProtected: boolean
}
const useFacts = (clientId: string) => useRead<ClientFacts>(`/clients/${clientId}/directory-facts`)
const forSearch = ({ ageYears, language, payer }: ClientFacts): ForClient => ({ ageYears, language, payer: payer ?? null })

/** `?topic=food` (an area of need) or `?words=…` are not names; the need's own words never come by the address. */
export default function ClientFind() {
  const { clientId, displayName } = useClient()
  const [topic] = useSearchParam('topic')
  const facts = useFacts(clientId)
  return (
    <Reading of={facts} lines={6}>
      {(known) => (
        <div className={classes.column}>
          <Known facts={known} name={displayName} />
          <FindServices
            whose={`${clientId} ${topic}`}
            client={forSearch(known)}
            first={{ words: topicWords(topic), zip: known.zip ?? '' }}
            hrefOf={({ serviceId, id }) => `/directory/services/${serviceId}?client=${clientId}&at=${id}`}
            comparisonAt={`/clients/${clientId}/services/compare`}
          />
        </div>
      )}
    </Reading>
  )
}

function Known({ facts, name }: { facts: ClientFacts; name: string }) {
  return (
    <Card title={<Trans>Looking for {name}</Trans>} padded>
      <Chips label={t`What the search knows`}>
        {facts.ageYears !== null && <Chip>{t`${facts.ageYears} years`}</Chip>}
        {facts.language && <Chip tone="language">{languageWords(facts.language)}</Chip>}
        {facts.payer && <Chip>{facts.payer}</Chip>}
        {facts.placeIsProtected && <Chip tone="today"><Trans>The address is protected: type a ZIP code to search from</Trans></Chip>}
      </Chips>
    </Card>
  )
}

export function ClientComparison() {
  const { clientId, displayName } = useClient()
  const facts = useFacts(clientId)
  return (
    <Reading of={facts}>
      {(known) => (
        <div className={classes.column}>
          <Card padded label={t`For whom`}><p><Trans>For {displayName}. Choose what fits you. You may also choose none.</Trans></p></Card>
          <Comparison client={forSearch(known)} zip={known.zip ?? ''} />
        </div>
      )}
    </Reading>
  )
}
