// A new referral: first look whether we know the person, then write down what the source says; or take in an electronic record.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGo, useSearchParam } from '../../../web/address.ts'
import { newId } from '../../../web/api.ts'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { MomentText } from '../../../web/design/DateText.tsx'
import { Form } from '../../../web/design/Form.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useDraft } from '../../../web/draft.ts'
import { useMe } from '../../../web/me.tsx'
import { useWrite } from '../../../web/reads.ts'
import type { Referral, Similar } from '../page.ts'
import type { NewReferral } from '../referral.ts'
import { emptyDraft, factsFrom, type FactsDraft } from './factsDraft.ts'
import { SimilarCard } from './SimilarCard.tsx'
import { UploadRecord } from './UploadRecord.tsx'
import { ReachFields } from './ReachFields.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import { LanguageFields, NameFields } from './WhoFields.tsx'
import { ReasonFields, SourceFields } from './WhyFields.tsx'

export default function NewReferralScreen() {
  const [way, setWay] = useSearchParam('way')
  return (
    <Screen
      title={t`New referral`}
      lead={<Trans>First see whether we know this person. Then write down what you were told; the rest can be asked for.</Trans>}
    >
      <Chips label={t`How it comes in`}>
        <ChipButton pressed={way !== 'record'} onClick={() => setWay(null)}>
          <Trans>Write it down</Trans>
        </ChipButton>
        <ChipButton pressed={way === 'record'} onClick={() => setWay('record')}>
          <Trans>Electronic record (FHIR)</Trans>
        </ChipButton>
      </Chips>
      {way === 'record' ? <UploadRecord /> : <WriteDown />}
    </Screen>
  )
}

function useNewReferral() {
  const go = useGo()
  const { today } = useMe()
  const draft = useDraft<FactsDraft & { id: string }>('referral:new', { ...emptyDraft(today), id: newId() })
  const [unread, setUnread] = useState(false)
  const look = useWrite<object, Similar>('POST', '/referrals/similar')
  const receive = useWrite<NewReferral, Referral>('POST', '/referrals')
  const { value } = draft
  const change = (next: FactsDraft) => {
    if (next.facts.person !== value.facts.person || next.birth !== value.birth) look.reset()
    setUnread(false)
    draft.change({ ...next, id: value.id })
  }
  const ready = () => {
    const facts = factsFrom(value)
    setUnread(facts === null)
    return facts
  }
  const lookNow = () => {
    const facts = ready()
    if (facts) void look.save({ person: facts.person, scope: facts.scope })
  }
  const save = async () => {
    const facts = ready()
    const saved = facts && (await receive.save({ ...facts, id: value.id }))
    if (!saved) return
    await draft.drop()
    go(`/referrals/${saved.id}`)
  }
  return { draft, unread, look, receive, lookNow, save, fields: { draft: value, change, problem: receive.problem } }
}

function WriteDown() {
  const { draft, unread, look, receive, lookNow, save, fields } = useNewReferral()
  const begun = draft.value.facts.reason !== null || draft.value.facts.source.kind !== null
  return (
    <>
      <Card padded label={t`Who is referred`}>
        <Form
          onSave={lookNow}
          saving={look.saving}
          problem={look.problem}
          saveLabel={<Trans>Look for this person</Trans>}
          others={<KeptNote keptAt={draft.keptAt} onDrop={() => void draft.drop()} />}
        >
          <NameFields {...fields} />
          {unread && (
            <p role="alert">
              <Trans>Write the birth date as 1984-05-17, 1984-05 or 1984.</Trans>
            </p>
          )}
        </Form>
      </Card>
      {look.saved && <SimilarCard similar={look.saved} />}
      {(look.saved || begun) && (
        <Card padded label={t`The referral`}>
          <Form
            onSave={() => void save()}
            saving={receive.saving}
            problem={receive.problem}
            saveLabel={<Trans>Receive this referral</Trans>}
          >
            <SourceFields {...fields} />
            <ReasonFields {...fields} />
            <ReachFields {...fields} />
            <LanguageFields {...fields} />
            <ScopeFields {...fields} />
          </Form>
        </Card>
      )}
    </>
  )
}

function KeptNote({ keptAt, onDrop }: { keptAt: string | null; onDrop: () => void }) {
  if (!keptAt) return null
  return (
    <>
      <span className="soft small">
        <Trans>
          Draft kept <MomentText at={keptAt} />
        </Trans>
      </span>
      <Button variant="subtle" size="compact-sm" onClick={onDrop}>
        <Trans>Start over</Trans>
      </Button>
    </>
  )
}
