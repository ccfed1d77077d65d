// Corrects what was written down; a colleague's correction meanwhile shows both.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ConflictDialog, isConflict } from '../../../web/design/ConflictDialog.tsx'
import { fieldId, Form } from '../../../web/design/Form.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Referral, ReferralPage } from '../page.ts'
import type { Facts } from '../referral.ts'
import { FactsCard } from './FactsCard.tsx'
import { draftOf, factsFrom, fieldOf } from './factsDraft.ts'
import { ReachFields } from './ReachFields.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import { LanguageFields, NameFields } from './WhoFields.tsx'
import { ReasonFields, SourceFields } from './WhyFields.tsx'

export function EditFacts({ page: { referral }, first, onDone }: { page: ReferralPage; first: string; onDone: () => void }) {
  const [draft, change] = useState(() => draftOf(referral.facts))
  const [unread, setUnread] = useState(false)
  const [version, setVersion] = useState(referral.version)
  const correct = useWrite<Facts, Referral>('PATCH', `/referrals/${referral.id}`, { renews: [referral.id], onSaved: onDone })
  useEffect(() => document.getElementById(fieldId(fieldOf[first] ?? 'person.givenName'))?.focus(), [first])
  const save = (ifMatch = version) => {
    const facts = factsFrom(draft)
    setUnread(facts === null)
    if (facts) void correct.save(facts, { ifMatch })
  }
  const conflict = isConflict(correct.problem)
  const fields = { draft, change, problem: correct.problem }
  const saveMine = () => {
    setVersion(referral.version)
    save(referral.version)
  }
  return (
    <Card padded title={<Trans>Correct what was written down</Trans>}>
      <Form
        onSave={() => save()}
        saving={correct.saving}
        problem={conflict ? null : correct.problem}
        others={
          <Button variant="default" onClick={onDone}>
            <Trans>Leave it</Trans>
          </Button>
        }
      >
        <NameFields {...fields} />
        {unread && <p role="alert">{t`Write the birth date as 1984-05-17, 1984-05 or 1984.`}</p>}
        <LanguageFields {...fields} />
        <ReachFields {...fields} />
        <SourceFields {...fields} />
        <ReasonFields {...fields} />
        <ScopeFields {...fields} />
      </Form>
      <ConflictDialog
        problem={correct.problem}
        mine={<FactsCard page={{ referral: { ...referral, facts: draft.facts } }} />}
        theirs={<FactsCard page={{ referral }} />}
        onKeepMine={saveMine}
        onTakeTheirs={onDone}
      />
    </Card>
  )
}
