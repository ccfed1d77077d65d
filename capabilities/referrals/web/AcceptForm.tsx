// Accepting: first whether we know the person, then on what ground and who answers for the case. One save registers the client and opens the case.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '../../../web/address.ts'
import { newId, type Problem } from '../../../web/api.ts'
import { Chip } from '../../../web/design/Chip.tsx'
import { ChoiceField, Form } from '../../../web/design/Form.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useMay, useMe } from '../../../web/me.tsx'
import { useRead, useWrite } from '../../../web/reads.ts'
import type { Acceptance } from '../decision.ts'
import type { Accepted, ClientMatch, Similar } from '../page.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { basisWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { SimilarCard } from './SimilarCard.tsx'
import { Choice, Day, Long } from './fields.tsx'

interface StaffLine {
  id: string
  name: string
  credentialLine: string
  status: string
  roles: string[]
}

export function AcceptForm({ page }: DecisionProps) {
  const similar = useRead<Similar>(`/referrals/${page.referral.id}/similar`)
  return <Reading of={similar}>{(found) => <Accept page={page} similar={found} />}</Reading>
}

type Wanted = Omit<Acceptance, 'client'>

function Accept({ page: { referral, name }, similar }: DecisionProps & { similar: Similar }) {
  const [known, setKnown] = useState<string | null>(null)
  const [setAside, setSetAside] = useState<string[]>([])
  const [clientId] = useState(newId)
  const [wanted, setWanted] = useState<Wanted>(() => ({
    caseId: newId(),
    eligibilityBasis: basisOf(referral.facts.source.kind),
    identifiedOn: referral.facts.receivedOn,
    primaryStaffId: null,
    note: null,
  }))
  const accept = useAcceptance(referral.id, name)
  const open = similar.clients.filter(({ verdict, client }) => verdict === 'likely' && !setAside.includes(client.id))
  const save = () =>
    void accept.save({ ...wanted, client: known ? { kind: 'known', clientId: known } : { kind: 'new', clientId, setAside } })
  const sayOther = (id: string) => {
    setKnown(null)
    setSetAside([...setAside, id])
  }
  const choice = ({ client }: ClientMatch) => (
    <MatchChoice
      same={known === client.id}
      aside={setAside.includes(client.id)}
      onKnown={() => setKnown(client.id)}
      onOther={() => sayOther(client.id)}
    />
  )
  return (
    <div className={classes.stack}>
      <SimilarCard similar={similar} clientAction={choice} />
      {known === null && open.length > 0 ? (
        <p role="status">
          <Trans>Look at each likely match first: is it the same person, or somebody else?</Trans>
        </p>
      ) : (
        <Form onSave={save} saving={accept.saving} problem={accept.problem} saveLabel={<Trans>Accept and open the case</Trans>}>
          <p className="soft">
            {known ? (
              <Trans>The case opens for the client you chose.</Trans>
            ) : (
              <Trans>{name} is registered as a new client.</Trans>
            )}
          </p>
          <AcceptFields wanted={wanted} change={(more) => setWanted({ ...wanted, ...more })} problem={accept.problem} />
        </Form>
      )}
    </div>
  )
}

function useAcceptance(referralId: string, name: string) {
  const go = useGo()
  const may = useMay()
  return useWrite<Acceptance, Accepted>('POST', `/referrals/${referralId}/acceptance`, {
    renews: [referralId],
    onSaved: ({ clientId, caseId }) => {
      sayDone(t`${name} is accepted and the case is open.`)
      go(may('read-clients') ? `/clients/${clientId}/story?case=${caseId}` : '/referrals')
    },
  })
}

interface AcceptFieldsProps {
  wanted: Wanted
  change: (more: Partial<Wanted>) => void
  problem: Problem | null
}

function AcceptFields({ wanted, change, problem }: AcceptFieldsProps) {
  const { today } = useMe()
  return (
    <>
      <Choice
        path="eligibilityBasis"
        label={t`On what ground`}
        problem={problem}
        words={basisWords()}
        value={wanted.eligibilityBasis}
        onCode={(code) => change({ eligibilityBasis: code ?? wanted.eligibilityBasis })}
      />
      <CaseManagerField wanted={wanted} change={change} problem={problem} />
      <Day
        path="identifiedOn"
        label={t`Identified on`}
        description={t`The day the clocks of the program start`}
        max={today}
        problem={problem}
        value={wanted.identifiedOn}
        onText={(identifiedOn) => change({ identifiedOn })}
      />
      <Long
        path="note"
        optional
        short
        label={t`Note`}
        problem={problem}
        value={wanted.note}
        onText={(note) => change({ note })}
      />
    </>
  )
}

function CaseManagerField({ wanted, change, problem }: AcceptFieldsProps) {
  const data = useCaseManagers()
  return (
    <ChoiceField
      path="primaryStaffId"
      optional
      searchable
      label={t`Who answers for the case`}
      description={t`Without a name, a supervisor assigns it`}
      problem={problem}
      data={data}
      value={wanted.primaryStaffId}
      onChange={(primaryStaffId) => change({ primaryStaffId })}
    />
  )
}

function MatchChoice({
  same,
  aside,
  onKnown,
  onOther,
}: {
  same: boolean
  aside: boolean
  onKnown: () => void
  onOther: () => void
}) {
  if (same)
    return (
      <Chip tone="done">
        <Trans>The same person</Trans>
      </Chip>
    )
  if (aside)
    return (
      <Chip>
        <Trans>Somebody else</Trans>
      </Chip>
    )
  return (
    <span>
      <Button variant="default" size="compact-sm" mr={6} onClick={onKnown}>
        <Trans>Same person</Trans>
      </Button>
      <Button variant="default" size="compact-sm" onClick={onOther}>
        <Trans>Somebody else</Trans>
      </Button>
    </span>
  )
}

function useCaseManagers(): { value: string; label: string }[] {
  const staff = useRead<StaffLine[]>('/staff')
  return (staff.data ?? [])
    .filter(({ status, roles }) => status === 'active' && roles.includes('caseManager'))
    .map(({ id, name, credentialLine }) => ({ value: id, label: [name, credentialLine].filter(Boolean).join(', ') }))
}

function basisOf(source: string | null): Acceptance['eligibilityBasis'] {
  const usual: Record<string, Acceptance['eligibilityBasis']> = {
    adjuster: 'payer-authorization',
    'health-plan': 'high-cost-member',
    hospital: 'discharge-risk',
    self: 'self-requested',
    family: 'self-requested',
    court: 'court-or-agency-order',
  }
  return usual[source ?? ''] ?? 'program-criteria'
}
