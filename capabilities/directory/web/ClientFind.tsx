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
import { usePlan } from '../../plans/web/usePlan.ts'
import classes from './directory.module.css'
import { Comparison } from './Comparison.tsx'
import { FindServices } from './FindServices.tsx'
import type { OfferedChoices, UsualPayer } from './SearchForm.tsx'
import type { ForClient } from './question.ts'
import { topicWords } from './topics.ts'

export interface ClientFacts extends ForClient {
  zip: string | null
  placeIsProtected: boolean
}
const useFacts = (clientId: string) => useRead<ClientFacts>(`/clients/${clientId}/directory-facts`)
const forSearch = ({ ageYears, language, payer }: ClientFacts): ForClient => ({ ageYears, language, payer })

/** What the search is for, by its id in the plan; its words and its area never come by the address. */
function useWanted() {
  const { caseId } = useClient()
  const [needId] = useSearchParam('need')
  const [goalId] = useSearchParam('goal')
  const [topic] = useSearchParam('topic')
  const plan = usePlan(needId !== '' || goalId !== '')
  const goal = plan.data?.goals.find(({ id }) => id === goalId)
  const need = plan.data?.needs.find(({ id }) => (needId ? id === needId : goal?.needIds.includes(id)))
  const carried = new URLSearchParams(Object.entries({ case: caseId ?? '', need: need?.id ?? needId, goal: goalId }).filter(([, id]) => id !== ''))
  return { topic: need?.domain ?? topic, need, goal, carried: carried.toString(), isKnown: (!needId && !goalId) || plan.data !== undefined || plan.problem !== null }
}

/** Where some service says that it takes what the client has; else a condition would only hide everything. */
const usualPayer = (payer: string | null, offered: string[]): UsualPayer | null => {
  const value = offered.find((each) => each.toLowerCase() === payer?.toLowerCase())
  return payer !== null && value !== undefined ? { name: payer, value } : null
}

export default function ClientFind() {
  const { clientId, displayName } = useClient()
  const wanted = useWanted()
  const facts = useFacts(clientId)
  const choices = useRead<OfferedChoices>('/directory/choices')
  const offered = choices.data?.payers ?? (choices.problem ? [] : null)
  return (
    <Reading of={facts} lines={6}>
      {(known) => offered !== null && wanted.isKnown && (
        <div className={classes.column}>
          <Known facts={known} name={displayName} payer={usualPayer(known.payer, offered)} wanted={wanted.need?.statement ?? wanted.goal?.clientWords} />
          <FindServices
            whose={`${clientId} ${wanted.topic} ${wanted.carried}`}
            client={forSearch(known)}
            first={{ words: topicWords(wanted.topic), zip: known.zip ?? '', payer: usualPayer(known.payer, offered)?.value ?? null }}
            payer={usualPayer(known.payer, offered)}
            hrefOf={({ serviceId, id }) => `/directory/services/${serviceId}?client=${clientId}&at=${id}&${wanted.carried}`}
            comparisonAt={`/clients/${clientId}/services/compare?${wanted.carried}`}
          />
        </div>
      )}
    </Reading>
  )
}

function Known({ facts, name, payer, wanted }: { facts: ClientFacts; name: string; payer: UsualPayer | null; wanted: string | undefined }) {
  return (
    <Card title={<Trans>Looking for {name}</Trans>} padded>
      {wanted && <p className={classes.wanted}><Trans>For: {wanted}</Trans></p>}
      <Chips label={t`What the search knows`}>
        {facts.ageYears !== null && <Chip>{t`${facts.ageYears} years`}</Chip>}
        {facts.language && <Chip tone="language">{languageWords(facts.language)}</Chip>}
        {facts.payer && <Chip>{facts.payer}</Chip>}
        {facts.payer && !payer && <Chip tone="today"><Trans>No service here says that it takes {facts.payer}: ask</Trans></Chip>}
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
