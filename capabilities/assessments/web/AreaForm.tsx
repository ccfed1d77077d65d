// What one area of life came to: the outcome, strengths and limitations, the story, and the conclusion that makes it count.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { DateText } from '../../../web/design/DateText.tsx'
import { emptyDomain, type DomainDraft, type DomainFinding } from '../comprehensive.ts'
import type { Slot } from './autosave.ts'
import { SaveMark } from './SaveMark.tsx'
import { codesOf, outcomeWords } from './words.ts'
import classes from './assessments.module.css'

interface AreaFormProps {
  title: string
  slot: Slot<DomainDraft> | undefined
  before: { on: string; finding: DomainFinding } | null
  onWrite: (draft: DomainDraft, more?: { soon?: boolean }) => void
  onTakeTheirs: () => void
  onKeepMine: () => void
}

export function AreaForm({ title, slot, before, onWrite, onTakeTheirs, onKeepMine }: AreaFormProps) {
  const { _ } = useLingui()
  const draft = slot?.value ?? emptyDomain
  const set = (change: Partial<DomainDraft>, more?: { soon?: boolean }) => onWrite({ ...draft, ...change }, more)
  const open = draft.outcome === 'finding' || draft.outcome === 'pertinent-negative'
  return (
    <div className={classes.question}>
      <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <legend className={classes.asked}><Trans>What was found</Trans></legend>
        <div className={classes.choices}>
          {codesOf(outcomeWords).map((code) => (
            <label key={code} className={classes.choice}>
              <input type="radio" name={`outcome-${title}`} checked={draft.outcome === code} onChange={() => set({ outcome: code })} /> <span>{_(outcomeWords[code])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className={classes.lines} style={{ marginTop: 14 }}>
        {open && <ListField label={t`Strengths and what helps (one in a line)`} value={draft.strengths} onChange={(strengths) => set({ strengths }, { soon: true })} />}
        {open && <ListField label={t`Limitations and what stands in the way (one in a line)`} value={draft.limitations} onChange={(limitations) => set({ limitations }, { soon: true })} />}
        <Textarea label={<Trans>What was said and seen <span className={classes.optional}>(optional)</span></Trans>} autosize minRows={2} maxLength={10_000} value={draft.narrative} onChange={(event) => set({ narrative: event.currentTarget.value }, { soon: true })} />
        <Textarea label={t`Conclusion: what this means for the plan`} aria-required autosize minRows={2} maxLength={4000} value={draft.conclusion} onChange={(event) => set({ conclusion: event.currentTarget.value }, { soon: true })} />
      </div>
      <div className={classes.under}>
        {before && <span className={classes.before}><Trans>Last time</Trans> (<DateText day={before.on} short />): {before.finding.outcome && _(outcomeWords[before.finding.outcome])}. {before.finding.conclusion}</span>}
        <span className={classes.spacer} />
        <SaveMark state={slot?.state} />
      </div>
      {slot?.problem && <p role="alert" className={classes.refused}>{slot.problem.message}{' '}
        {slot.state === 'conflict' && <><button type="button" className={classes.link} onClick={onTakeTheirs}><Trans>Take theirs</Trans></button>{' '}
          <button type="button" className={classes.link} onClick={onKeepMine}><Trans>Keep mine</Trans></button></>}
      </p>}
    </div>
  )
}

/** Lines as they are typed; empty ones are not kept. */
function ListField({ label, value, onChange }: { label: string; value: string[]; onChange: (lines: string[]) => void }) {
  const [text, setText] = useState(() => value.join('\n'))
  return (
    <Textarea
      label={label} autosize minRows={2} value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(event.currentTarget.value.split('\n').map((each) => each.trim().slice(0, 500)).filter((each) => each !== '').slice(0, 20))
      }}
    />
  )
}
