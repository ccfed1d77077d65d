// Facts of an electronic record, each with where it stands, to be kept or left out by a person; and the count of every entry.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Card } from '../../../web/design/Card.tsx'
import { ChipButton } from '../../../web/design/Chip.tsx'
import { ProblemNotice } from '../../../web/design/ProblemNotice.tsx'
import { sayDone } from '../../../web/design/undo.tsx'
import { useWrite } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { KeptBundle } from '../page.ts'
import type { PrefillConfirmation, PrefillFact } from '../prefill.ts'
import { addressWords, backgroundWords, birthWords } from './FactsCard.tsx'
import { factWords } from './referralWords.ts'
import classes from './referrals.module.css'
import { TallyTable } from './TallyTable.tsx'

export function PrefillCard({ referralId, bundle, writes }: { referralId: string; bundle: KeptBundle; writes: boolean }) {
  const [shown, setShown] = useState(false)
  const open = bundle.confirmedAt === null
  const { used, entries } = bundle.tally
  return (
    <Card
      padded
      id="prefill"
      title={open ? <Trans>Confirm what the record says</Trans> : <Trans>The electronic record</Trans>}
      aside={bundle.fileName}
    >
      {open && writes ? (
        <Confirm referralId={referralId} prefill={bundle.prefill} />
      ) : (
        <p className="soft">
          {open ? (
            <Trans>Not confirmed yet.</Trans>
          ) : (
            <Trans>
              Confirmed: {bundle.kept?.length ?? 0} facts kept, {bundle.leftOut?.length ?? 0} left out.
            </Trans>
          )}
        </p>
      )}
      <div className={classes.block}>
        <div>
          <ChipButton expanded={shown} onClick={() => setShown(!shown)}>
            <Trans>
              What became of its {entries} entries ({used} used)
            </Trans>
          </ChipButton>
        </div>
        {shown && <TallyTable report={bundle.tally} />}
      </div>
    </Card>
  )
}

function Confirm({ referralId, prefill }: { referralId: string; prefill: PrefillFact[] }) {
  const [kept, setKept] = useState(() => new Set(prefill.filter((fact) => fact.proposed).map((fact) => fact.id)))
  const confirm = useWrite<PrefillConfirmation>('POST', `/referrals/${referralId}/prefill-confirmation`, {
    renews: [referralId],
    onSaved: () => sayDone(t`Confirmed.`),
  })
  const toggle = (id: string) =>
    setKept((now) => (now.has(id) ? new Set([...now].filter((each) => each !== id)) : new Set([...now, id])))
  const save = () => void confirm.save({ kept: [...kept], leftOut: prefill.map((fact) => fact.id).filter((id) => !kept.has(id)) })
  return (
    <div className={classes.stack}>
      <p className="soft">
        <Trans>
          Tick what is right and needed. What you leave out is not stored with the person; what you wrote yourself stays.
        </Trans>
      </p>
      <ProblemNotice problem={confirm.problem} />
      <table className={classes.prefill}>
        <caption className="visually-hidden">
          <Trans>Facts of the record</Trans>
        </caption>
        <tbody>
          {prefill.map((fact) => (
            <FactLine key={fact.id} fact={fact} kept={kept.has(fact.id)} onToggle={() => toggle(fact.id)} />
          ))}
        </tbody>
      </table>
      <div>
        <Button loading={confirm.saving} onClick={save}>
          <Trans>
            Keep {kept.size} of {prefill.length} facts
          </Trans>
        </Button>
      </div>
    </div>
  )
}

function FactLine({ fact, kept, onToggle }: { fact: PrefillFact; kept: boolean; onToggle: () => void }) {
  const said = (
    <>
      <strong>{factWords()[fact.about]}:</strong> {valueWords(fact)}
    </>
  )
  return (
    <tr>
      <td>
        <Checkbox checked={kept} onChange={onToggle} label={said} description={<Where fact={fact} />} />
      </td>
    </tr>
  )
}

const Where = ({ fact }: { fact: PrefillFact }) => (
  <span className={classes.origin}>
    {t`${fact.from.type}, entry ${fact.from.entry}, ${fact.from.path}`}
    {fact.note ? ` · ${fact.note}` : ''}
  </span>
)

/** Personal numbers show their last four places until they are kept. */
function valueWords(fact: PrefillFact): string {
  switch (fact.about) {
    case 'name':
    case 'otherName':
      return [fact.value.given, fact.value.family].filter(Boolean).join(' ')
    case 'birthDate':
      return birthWords(fact.value.date, fact.value.precision)
    case 'language':
      return languageWords(fact.value.tag)
    case 'contactWay':
      return fact.value.value
    case 'address':
      return addressWords(fact.value)
    case 'identifier':
      return `${fact.value.label ?? fact.value.system}: ${fact.proposed ? fact.value.value : `…${fact.value.value.slice(-4)}`}`
    case 'race':
    case 'ethnicity':
    case 'gender':
    case 'reason':
      return fact.value.words
    case 'source':
      return [fact.value.person, fact.value.organization].filter(Boolean).join(', ')
    default:
      return backgroundWords(fact)
  }
}
