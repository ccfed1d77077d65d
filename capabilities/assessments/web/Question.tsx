// One question: its words, its answers, why there is none, last time's answer, and whether it is kept.
import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import { t } from '@lingui/core/macro'
import { Menu } from '@mantine/core'
import { DateText } from '../../../web/design/DateText.tsx'
import { wordsOf, type AnswerValue, type NotAskedReason, type Response } from '../answer.ts'
import type { Item } from '../questionnaire.ts'
import { isSafetyItem } from '../safety.ts'
import type { Slot } from './autosave.ts'
import { AnswerInput } from './AnswerInput.tsx'
import { SaveMark } from './SaveMark.tsx'
import { codesOf, notAskedWords } from './words.ts'
import classes from './assessments.module.css'

export interface QuestionProps {
  item: Item
  slot: Slot<Response> | undefined
  before: { on: string; answer: AnswerValue[] | null; notAskedReason: NotAskedReason | null } | null
  onGive: (response: Response, more?: { soon?: boolean }) => void
  onNext: () => void
  onTakeTheirs: () => void
  onKeepMine: () => void
}

export const questionId = (linkId: string): string => `question-${linkId.replaceAll(/[^A-Za-z0-9-]/g, '-')}`

export function Question({ item, slot, before, onGive, onNext, onTakeTheirs, onKeepMine }: QuestionProps) {
  const response = slot?.value ?? { answer: null, notAskedReason: null }
  const { _ } = useLingui()
  return (
    <fieldset className={classes.question} id={questionId(item.linkId)} data-question={item.linkId} tabIndex={-1}>
      <legend className={classes.asked}>
        {item.prefix && <span className={classes.prefix}>{item.prefix} </span>}
        {item.text}
        {!item.required && <span className={classes.optional}> <Trans>(optional)</Trans></span>}
      </legend>
      {isSafetyItem(item) && <p className={classes.hint}><Trans>Some answers to this question open a safety task for today.</Trans></p>}
      <AnswerInput item={item} values={response.answer ?? []} onGive={(answer, more) => onGive({ answer, notAskedReason: null }, more)} onNext={onNext} />
      <div className={classes.under}>
        {response.notAskedReason ? <strong>{_(notAskedWords[response.notAskedReason])}</strong> : <LastTime item={item} before={before} />}
        <span className={classes.spacer} />
        <SaveMark state={slot?.state} />
        <WhyNot chosen={response.notAskedReason} onChoose={(notAskedReason) => onGive({ answer: null, notAskedReason })} />
      </div>
      {slot?.problem && <p role="alert" className={classes.refused}>{slot.problem.message}{' '}
        {slot.state === 'conflict' && <><button type="button" className={classes.link} onClick={onTakeTheirs}><Trans>Take theirs</Trans></button>{' '}
          <button type="button" className={classes.link} onClick={onKeepMine}><Trans>Keep mine</Trans></button></>}
      </p>}
    </fieldset>
  )
}

function LastTime({ item, before }: Pick<QuestionProps, 'item' | 'before'>) {
  const { _ } = useLingui()
  if (!before || (!before.answer && !before.notAskedReason)) return null
  const said = before.answer ? before.answer.map((value) => wordsOf(item, value)).join(', ') : before.notAskedReason && _(notAskedWords[before.notAskedReason])
  return <span className={classes.before}><Trans>Last time</Trans> (<DateText day={before.on} short />): {said}</span>
}

function WhyNot({ chosen, onChoose }: { chosen: NotAskedReason | null; onChoose: (reason: NotAskedReason | null) => void }) {
  const { _ } = useLingui()
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target><button type="button" className={classes.whyNot} aria-label={t`No answer: say why`}>{chosen ? <Trans>Change</Trans> : <Trans>No answer…</Trans>}</button></Menu.Target>
      <Menu.Dropdown>
        {codesOf(notAskedWords).map((code) => <Menu.Item key={code} onClick={() => onChoose(code)}>{_(notAskedWords[code])}</Menu.Item>)}
        {chosen && <Menu.Item onClick={() => onChoose(null)}><Trans>Clear</Trans></Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
