// Declining: why, which other help was named, and whether the person was told of it.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '../../../web/api.ts'
import { Form } from '../../../web/design/Form.tsx'
import { useMe } from '../../../web/me.tsx'
import type { Declination } from '../decision.ts'
import type { DecisionProps } from './DecisionCard.tsx'
import { Choice, codeIn, Day, Long } from './fields.tsx'
import { declineWords, notToldWords } from './referralWords.ts'
import { useDecision } from './useDecision.ts'

export function DeclineForm({ page: { referral } }: DecisionProps) {
  const [wanted, setWanted] = useState<Declination>({
    reason: 'not-eligible',
    note: '',
    alternatives: '',
    toldOn: null,
    notToldBecause: null,
  })
  const decline = useDecision<Declination>(referral.id, 'decline', t`Declined. Tell the source within 1 business day.`)
  const set = (more: Partial<Declination>) => setWanted({ ...wanted, ...more })
  const { problem } = decline
  return (
    <Form onSave={() => void decline.save(wanted)} saving={decline.saving} problem={problem} saveLabel={<Trans>Decline</Trans>}>
      <Choice
        path="reason"
        label={t`Why`}
        problem={problem}
        words={declineWords()}
        value={wanted.reason}
        onCode={(code) => set({ reason: code ?? wanted.reason })}
      />
      <Long
        path="note"
        short
        label={t`In your words`}
        problem={problem}
        value={wanted.note}
        onText={(note) => set({ note: note ?? '' })}
      />
      <Long
        path="alternatives"
        short
        label={t`Other help named`}
        description={t`Where the person can turn instead`}
        problem={problem}
        value={wanted.alternatives}
        onText={(words) => set({ alternatives: words ?? '' })}
      />
      <ToldFields wanted={wanted} set={set} problem={problem} />
    </Form>
  )
}

function ToldFields({
  wanted,
  set,
  problem,
}: {
  wanted: Declination
  set: (more: Partial<Declination>) => void
  problem: Problem | null
}) {
  const { today } = useMe()
  const { toldOn, notToldBecause } = wanted
  const words = { told: t`Yes, the person was told`, ...notToldWords() }
  return (
    <>
      <Choice
        path="toldOn"
        label={t`Was the person told of it?`}
        problem={problem}
        words={words}
        value={toldOn === null ? notToldBecause : 'told'}
        onCode={(code) =>
          set(
            code === 'told'
              ? { toldOn: today, notToldBecause: null }
              : { toldOn: null, notToldBecause: codeIn(notToldWords(), code) },
          )
        }
      />
      {toldOn !== null && (
        <Day
          path="toldDay"
          label={t`Told on`}
          max={today}
          problem={problem}
          value={toldOn}
          onText={(day) => set({ toldOn: day ?? today })}
        />
      )}
    </>
  )
}
